package io.evertill.ingest;

import io.evertill.ledger.Chain;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import java.util.Optional;

/// How the hashes of an upload are held against what the centre has (protocol 2.4): a part of its own, so that a simulation
/// can put a wrong one in its place and see that it is caught.
public interface Comparison {
    /// The comparison of the protocol.
    Comparison USUAL = new Comparison() {
        @Override
        public boolean isSame(Optional<Hash> held, Hash sent) {
            return held.equals(Optional.of(sent));
        }

        @Override
        public boolean follows(Position head, Posting posting) {
            return Chain.follows(head, posting);
        }
    };

    /// Whether a position of the upload is the one that the centre holds there.
    boolean isSame(Optional<Hash> held, Hash sent);

    /// Whether a posting follows the head of its stream.
    boolean follows(Position head, Posting posting);
}
