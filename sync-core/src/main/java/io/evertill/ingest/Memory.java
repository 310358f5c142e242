package io.evertill.ingest;

import io.evertill.db.Parked;
import io.evertill.db.Postings;
import io.evertill.db.Tx;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Posting;
import io.evertill.wire.Metas;
import java.util.Optional;

/// What the centre does about an entry whose id it knows already (protocol 2.4): a part of its own, so that a simulation
/// can put a wrong one in its place and see that it is caught.
public interface Memory {
    /// Ids are remembered for ever: a known entry is an alias without effect; other bytes under its id wait for a person.
    Memory USUAL = Memory::usual;

    /// Answers how the posting is to be stored. Its fact's id is among the stored facts.
    Postings.Stored again(Tx tx, String branch, Posting posting);

    private static Postings.Stored usual(Tx tx, String branch, Posting posting) {
        Fact fact = posting.fact();
        Fact known = tx.facts().find(branch, fact.id()).orElseThrow();
        if (known.body().equals(fact.body())) {
            return new Postings.Stored(posting, Postings.State.ALIAS, tx.now());
        }
        tx.parked().park(
                new Parked.Waiting(branch, posting.position().stream(), posting.seq(), fact.id(), "ID_CONFLICT",
                        "Entry " + fact.id() + " is already known with other contents. Both are kept; only the first counts.",
                        tx.now()),
                Metas.keys(fact.meta()), Optional.of(new Parked.Conflicting(fact.meta(), fact.body())));
        return new Postings.Stored(posting, Postings.State.CONFLICT, tx.now());
    }
}
