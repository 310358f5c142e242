package io.evertill.simulation;

import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Streams;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Chain;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Meta;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.wire.Metas;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An entry as a till of a later version would record it: well chained, and of a kind that nobody here can read.
final class Poison {
    static final String SCHEMA = "sale/99";

    private Poison() {}

    static void record(Database till, EntryId id, List<String> keys) {
        till.run(tx -> {
            String branch = tx.terminal().identity().orElseThrow().branch();
            Streams.Own open = tx.streams().open().orElseThrow();
            Position head = tx.postings().head(branch, open.id()).orElseGet(() -> open.genesis().position());
            Meta meta = new Meta(SCHEMA, new Meta.Stamp(tx.now().toEpochMilli(), 0, new UUID(9, 9), Optional.empty()),
                    List.of(), keys, new Meta.Summary(Optional.empty(), Optional.empty(), 1));
            Posting posting = Chain.next(head, new Fact(id, Metas.write(meta), Bytes.of("{\"later\":true}")));
            tx.facts().append(branch, posting.fact());
            tx.postings().append(branch, posting, Postings.State.FIRST, tx.now());
        });
    }
}
