package io.evertill.wire;

import io.evertill.ledger.Bytes;
import io.evertill.ledger.Genesis;
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
        List<Posting> postings) {
    /// The most postings in one upload: measured to be as fast as any larger number.
    public static final int POSTINGS_MAX = 500;
    /// The most raw bytes of meta and body in one upload, so that a slow line gets it through in one piece.
    public static final int BYTES_MAX = 1024 * 1024;

    /// The till's clocks at sending.
    ///
    /// @param wallMs milliseconds since 1970 by the wall clock
    /// @param monoMs milliseconds by a clock that never jumps
    public record Clock(long wallMs, long monoMs) {}

    /// Copies the list.
    public Push {
        postings = List.copyOf(postings);
        if (postings.size() > POSTINGS_MAX) {
            throw new IllegalArgumentException("at most " + POSTINGS_MAX + " postings an upload: " + postings.size());
        }
    }

    /// The key that proxies and logs see; correctness does not depend on it.
    public String idempotencyKey() {
        Position last = postings.isEmpty() ? before : postings.getLast().position();
        return before.stream() + ":" + (before.seq() + 1) + ":" + last.hash();
    }
}
