package io.evertill.outbox;

import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Streams;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.ledger.Meta;
import io.evertill.ledger.Position;
import io.evertill.money.Money;
import io.evertill.wire.Metas;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What has not reached the centre yet, in words that a cashier understands: how many sales, worth what, since when.
///
/// @param entries how many entries wait
/// @param sales how many of them are sales
/// @param value what these sales come to; empty when none waits
/// @param oldest when the oldest waiting entry was recorded; empty when nothing waits
/// @param repliedAt when the centre was last heard; 1970 before the first time
/// @param parked how many entries of this till wait for a person at the centre
public record Waiting(
        long entries, long sales, Optional<Money> value, Optional<Instant> oldest, Instant repliedAt, long parked) {
    private static final int PAGE = 500;

    /// Reads it from a till's database. The cost grows with what waits, not with what was sent.
    public static Waiting read(Database db) {
        return db.read(Waiting::read);
    }

    private static Waiting read(Tx tx) {
        Optional<Terminals.Heard> heard = tx.terminal().heard();
        Instant repliedAt = heard.map(Terminals.Heard::repliedAt).orElse(Instant.EPOCH);
        long parked = heard.map(Terminals.Heard::parked).orElse(0L);
        Optional<Streams.Own> open = tx.streams().open();
        if (open.isEmpty()) {
            return new Waiting(0, 0, Optional.empty(), Optional.empty(), repliedAt, parked);
        }
        String branch = tx.terminal().identity().orElseThrow().branch();
        Streams.Own stream = open.get();
        long head = tx.postings().head(branch, stream.id()).map(Position::seq).orElse(0L);
        Tally tally = new Tally();
        long after = stream.verifiedSeq();
        while (after < head) {
            List<Postings.Stored> page = tx.postings().after(branch, stream.id(), after, PAGE);
            page.forEach(tally::add);
            after = page.getLast().posting().seq();
        }
        return new Waiting(head - stream.verifiedSeq(), tally.sales, tally.value, tally.oldest, repliedAt, parked);
    }

    private static final class Tally {
        private long sales;
        private Optional<Money> value = Optional.empty();
        private Optional<Instant> oldest = Optional.empty();

        void add(Postings.Stored stored) {
            if (oldest.isEmpty()) {
                oldest = Optional.of(stored.recordedAt());
            }
            Meta meta = Metas.read(stored.posting().fact().meta());
            if (meta.kind().equals("sale")) {
                sales++;
                value = meta.summary().total().map(total -> value.map(total::plus).orElse(total)).or(() -> value);
            }
        }
    }
}
