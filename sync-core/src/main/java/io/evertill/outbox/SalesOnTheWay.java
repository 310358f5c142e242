package io.evertill.outbox;

import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Streams;
import io.evertill.db.Tx;
import io.evertill.ledger.Meta;
import io.evertill.wire.Metas;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How many sales of a shift the centre has not proved to hold yet.
///
/// What it holds is proved by the hash of the chain (protocol 2.3), to the byte; so the count of what waits is all that is left to
/// say. It reads only what waits.
public final class SalesOnTheWay {
    private static final int PAGE = 500;

    private SalesOnTheWay() {}

    /// The number of sales behind the mark of what is verified.
    public static long count(Database db, UUID shift) {
        return db.read(tx -> tx.streams().open().map(open -> count(tx, open, shift)).orElse(0L));
    }

    private static long count(Tx tx, Streams.Own open, UUID shift) {
        String branch = tx.terminal().identity().orElseThrow().branch();
        long waiting = 0;
        long after = open.verifiedSeq();
        for (List<Postings.Stored> page = tx.postings().after(branch, open.id(), after, PAGE); !page.isEmpty();
                page = tx.postings().after(branch, open.id(), after, PAGE)) {
            waiting += page.stream()
                    .map(stored -> Metas.read(stored.posting().fact().meta()))
                    .filter(meta -> isSale(meta, shift))
                    .count();
            after = page.getLast().posting().seq();
        }
        return waiting;
    }

    private static boolean isSale(Meta meta, UUID shift) {
        return meta.kind().equals("sale") && meta.summary().shift().equals(Optional.of(shift));
    }
}
