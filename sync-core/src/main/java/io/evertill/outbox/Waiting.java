package io.evertill.outbox;

import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Streams;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.money.Money;
import java.time.Instant;
import java.util.Optional;

/// What has not reached the centre yet, in words that a cashier understands: how many sales, worth what, since when.
///
/// @param entries how many entries wait
/// @param sales how many of them are sales
/// @param value what these sales come to; empty when none waits, or when they are in several currencies
/// @param oldest when the oldest waiting entry was recorded; empty when nothing waits
/// @param repliedAt when the centre was last heard; 1970 before the first time
/// @param parked how many entries of this till wait for a person at the centre
public record Waiting(
        long entries, long sales, Optional<Money> value, Optional<Instant> oldest, Instant repliedAt, long parked) {
    /// Reads it from a till's database. The cost grows with what waits; [Backlog] looks again and again for less.
    public static Waiting read(Database db) {
        return new Backlog(db).read();
    }

    static Waiting of(Tx tx, long entries, long sales, Optional<Money> value) {
        Optional<Terminals.Heard> heard = tx.terminal().heard();
        return new Waiting(entries, sales, value, oldest(tx, entries),
                heard.map(Terminals.Heard::repliedAt).orElse(Instant.EPOCH),
                heard.map(Terminals.Heard::parked).orElse(0L));
    }

    private static Optional<Instant> oldest(Tx tx, long entries) {
        if (entries == 0) {
            return Optional.empty();
        }
        String branch = tx.terminal().identity().orElseThrow().branch();
        Streams.Own open = tx.streams().open().orElseThrow();
        return tx.postings().after(branch, open.id(), open.verifiedSeq(), 1).stream()
                .map(Postings.Stored::recordedAt)
                .findFirst();
    }
}
