package io.evertill.ledger;

import io.evertill.money.Money;
import io.evertill.stock.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What stays readable of an entry when its body is not (protocol 2.1).
///
/// @param schema the body's format, such as `sale/1`; its kind is the part before the slash
/// @param stamp when it was made, by the till's clocks
/// @param refs entries that this one depends on
/// @param keys what it touches beyond goods and drawer, such as a voucher, each by a name of 1 to 64 characters that is the
///     same in every entry that touches it; the kind of thing, a colon, and which
/// @param summary what a report needs to know of it
public record Meta(String schema, Stamp stamp, List<EntryId> refs, List<String> keys, Summary summary) {
    /// The most references.
    public static final int REFS_MAX = 100;
    /// The most keys.
    public static final int KEYS_MAX = 50;
    /// The longest key.
    public static final int KEY_LENGTH_MAX = 64;

    private static final int SCHEMA_LENGTH_MAX = 64;

    /// Copies the lists.
    public Meta {
        Wording.require("a schema", schema, SCHEMA_LENGTH_MAX);
        refs = List.copyOf(refs);
        if (refs.size() > REFS_MAX) {
            throw new IllegalArgumentException("an entry refers to at most " + REFS_MAX + " others");
        }
        keys = List.copyOf(keys);
        keys.forEach(key -> Wording.require("a key", key, KEY_LENGTH_MAX));
        if (keys.size() > KEYS_MAX) {
            throw new IllegalArgumentException("an entry touches at most " + KEYS_MAX + " keys");
        }
    }

    /// The till's clocks when an entry was made (protocol 2.9).
    ///
    /// @param wallMs milliseconds since 1970, UTC, by the wall clock, right or wrong
    /// @param monoMs milliseconds by a clock that never jumps, since an unknown moment of this boot
    /// @param boot the run of the program that `monoMs` belongs to
    /// @param offsetMs the centre's clock less the till's, when last heard; empty before
    public record Stamp(long wallMs, long monoMs, UUID boot, Optional<Offset> offsetMs) {
        /// How far a clock may go back unnoticed: a time server corrects that much.
        private static final long BACK_MS_MAX = 10_000;

        /// A time by this till's wall clock as the centre's would have told it: moved by the offset that the entry knew, else
        /// by what the same boot's uploads tell, else as it is; never before 1970, never after the entry was received.
        ///
        /// @param at a time of the entry, by the wall clock of this stamp
        /// @param leadMs the centre's clock less the one of this boot that never jumps, in milliseconds, where an upload told it
        /// @param receivedAt when the centre received the entry, by its own clock
        public Instant corrected(Instant at, Optional<Long> leadMs, Instant receivedAt) {
            Instant told = offsetMs.map(offset -> at.plusMillis(offset.aheadMs()))
                    .or(() -> leadMs.map(lead -> at.plusMillis(lead).plusMillis(monoMs).minusMillis(wallMs)))
                    .orElse(at);
            if (told.isAfter(receivedAt)) {
                return receivedAt;
            }
            return told.isBefore(Instant.EPOCH) ? Instant.EPOCH : told;
        }

        /// By how much the wall clock was set back since the stamp before, if by more than a time server does: against the
        /// clock that never jumps within one boot, against the wall clock itself between two.
        public Optional<Duration> turnedBack(Stamp before) {
            boolean isSameRun = boot.equals(before.boot) && monoMs >= before.monoMs;
            Duration wall = Duration.ofMillis(wallMs).minusMillis(before.wallMs);
            Duration went = isSameRun ? wall.minusMillis(monoMs).plusMillis(before.monoMs) : wall;
            return Optional.of(went.negated()).filter(back -> back.compareTo(Duration.ofMillis(BACK_MS_MAX)) > 0);
        }
    }

    /// How far the centre's clock was ahead, and how long ago that was known.
    public record Offset(long aheadMs, long ageMs) {}

    /// The few figures that a report shows even when the body cannot be read.
    ///
    /// @param total what the entry is about in money, if it is
    /// @param shift the shift it belongs to, if any
    /// @param lineCount how many lines its body has
    public record Summary(Optional<Money> total, Optional<UUID> shift, int lineCount) {}

    /// The body's kind: the schema without its version.
    public String kind() {
        int slash = schema.indexOf('/');
        return slash < 0 ? schema : schema.substring(0, slash);
    }
}
