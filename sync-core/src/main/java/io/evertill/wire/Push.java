package io.evertill.wire;

import io.evertill.ledger.Bytes;
import io.evertill.ledger.Genesis;
import io.evertill.ledger.Meta;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One upload of a till: the next postings of a stream, or none as a heartbeat (protocol 2.3).
///
/// @param request names this attempt; a reply to any other is ignored
/// @param terminal the till's id
/// @param boot the run of the till's program
/// @param incarnationSeen the centre's incarnation as last heard
/// @param sawHigher whether this till once verified more than the centre now holds, under the same incarnation
/// @param genesis the beginning of the stream
/// @param before the position behind which the first posting stands
/// @param head the till's newest position, at or behind the last posting
/// @param signature over `head`, by the till's key ([Signing])
/// @param clock the till's clocks at sending
/// @param postings in order, at most [#POSTINGS_MAX], at most [#BYTES_MAX] of raw bytes
/// @param form how the postings are written
public record Push(
        UUID request,
        String terminal,
        UUID boot,
        Optional<UUID> incarnationSeen,
        boolean sawHigher,
        Genesis genesis,
        Position before,
        Position head,
        Bytes signature,
        Clock clock,
        List<Posting> postings,
        Form form) {
    /// The most postings in one upload: measured to be as fast as any larger number.
    public static final int POSTINGS_MAX = 500;
    /// The most raw bytes of meta and body in one upload, so that a slow line gets it through in one piece.
    public static final int BYTES_MAX = 1024 * 1024;

    /// How the postings of an upload are written.
    public enum Form {
        /// Descriptions readable to everybody on the way.
        PLAIN,
        /// The exact bytes and nothing else: for an entry that the centre could not read otherwise.
        OPAQUE
    }

    /// The till's clocks at sending.
    ///
    /// @param wallMs milliseconds since 1970 by the wall clock
    /// @param monoMs milliseconds by a clock that never jumps
    /// @param offset how far the centre's clock was ahead when last heard; empty before
    public record Clock(long wallMs, long monoMs, Optional<Meta.Offset> offset) {
        /// Clocks of a till that has not heard the centre's.
        public Clock(long wallMs, long monoMs) {
            this(wallMs, monoMs, Optional.empty());
        }
    }

    /// The place of the last posting that it carries.
    public long last() {
        return before.seq() + postings.size();
    }

    /// A plain upload.
    public Push(
            UUID request,
            String terminal,
            UUID boot,
            Optional<UUID> incarnationSeen,
            boolean sawHigher,
            Genesis genesis,
            Position before,
            Position head,
            Bytes signature,
            Clock clock,
            List<Posting> postings) {
        this(request, terminal, boot, incarnationSeen, sawHigher, genesis, before, head, signature, clock, postings,
                Form.PLAIN);
    }

    /// Copies the list.
    public Push {
        postings = List.copyOf(postings);
        if (postings.size() > POSTINGS_MAX) {
            throw new IllegalArgumentException("at most " + POSTINGS_MAX + " postings an upload: " + postings.size());
        }
    }

    /// The same upload in another form.
    public Push in(Form other) {
        return new Push(request, terminal, boot, incarnationSeen, sawHigher, genesis, before, head, signature, clock,
                postings, other);
    }

    /// The key that proxies and logs see; correctness does not depend on it.
    public String idempotencyKey() {
        Position last = postings.isEmpty() ? before : postings.getLast().position();
        return before.stream() + ":" + (before.seq() + 1) + ":" + last.hash();
    }
}
