package io.evertill.ingest;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Database;
import io.evertill.ledger.Hash;
import java.util.List;
import java.util.Optional;

/// What a verified copy of the centre's database proves: how far each stream would survive the loss of the original.
///
/// The tills hear it as `archivedSeq` (protocol 2.3). Only what is the same history in both counts.
public final class Archive {
    private Archive() {}

    /// Notes in the original what a copy holds. The copy was verified by the caller.
    ///
    /// @return how many entries' positions the copy holds
    public static long mark(Database original, Database copy) {
        List<AcceptedStreams.Held> held = copy.read(tx -> tx.acceptedStreams().all());
        return original.write(tx -> {
            long archived = 0;
            for (AcceptedStreams.Held stream : held) {
                Optional<Hash> own = stream.accepted().seq() == 0
                        ? Optional.of(stream.genesis().position().hash())
                        : tx.postings().hash(stream.branch(), stream.id(), stream.accepted().seq());
                if (own.equals(Optional.of(stream.accepted().hash()))) {
                    tx.acceptedStreams().archived(stream.branch(), stream.id(), stream.accepted().seq());
                    archived += stream.accepted().seq();
                }
            }
            return archived;
        });
    }
}
