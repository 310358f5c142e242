package io.evertill.audit;

import io.evertill.db.Parked;
import io.evertill.db.Postings;
import io.evertill.db.Tx;
import io.evertill.ledger.Chain;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Computes a stream's hash chain again from its genesis and the stored bytes (protocol 2.1).
final class ChainCheck {
    private static final int PAGE = 500;

    private final Tx tx;
    private final Tally tally;

    ChainCheck(Tx tx, Tally tally) {
        this.tx = tx;
        this.tally = tally;
    }

    /// Walks a stream to its end, handing over every posting that is in its place.
    ///
    /// @param name what people call the stream
    /// @return the last position that follows from the bytes
    Position walk(String branch, Position genesis, String name, Consumer<Postings.Stored> consumer) {
        Position head = genesis;
        while (true) {
            List<Postings.Stored> page = tx.postings().after(branch, genesis.stream(), head.seq(), PAGE);
            if (page.isEmpty()) {
                return head;
            }
            for (Postings.Stored stored : page) {
                long expected = head.seq() + 1;
                if (stored.posting().seq() != expected) {
                    tally.differ("chain", name + ": entry " + expected + " is missing, or its bytes are.");
                    return head;
                }
                Posting posting = stored.state() == Postings.State.CONFLICT ? conflicting(branch, stored) : stored.posting();
                if (!Chain.follows(head, posting)) {
                    tally.differ("chain", name + ": entry " + expected + " (" + posting.fact().id()
                            + ") does not follow from the one before it. Its bytes or its hash were changed.");
                    return head;
                }
                consumer.accept(stored);
                tally.count("postings", 1);
                head = posting.position();
            }
        }
    }

    /// The posting with the bytes that it came with: its entry's id holds others.
    private Posting conflicting(String branch, Postings.Stored stored) {
        Position position = stored.posting().position();
        Optional<Parked.Conflicting> own = tx.parked().conflicting(branch, position.stream(), position.seq());
        return own.map(bytes -> new Posting(position, new Fact(stored.posting().fact().id(), bytes.meta(), bytes.body())))
                .orElse(stored.posting());
    }
}
