package io.evertill.inventory;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Whether everything is known that the tills of a branch did up to a moment (domain 2d, the count fence).
///
/// A till is past the moment when it was heard behind it and everything that it had then is applied. A count that is posted
/// before is not wrong in the end: the late rule repairs what comes later.
public final class CountFence {
    private CountFence() {}

    /// The names of the tills of a branch that are not past a moment.
    ///
    /// @param waived names of tills that a supervisor does not wait for
    public static List<String> missing(Tx tx, String branch, Instant moment, Set<String> waived) {
        return tx.tills().all().stream()
                .filter(till -> till.branch().equals(branch) && till.revokedAt().isEmpty() && !waived.contains(till.name()))
                .filter(till -> !isPast(tx, till, moment))
                .map(Tills.Till::name)
                .toList();
    }

    private static boolean isPast(Tx tx, Tills.Till till, Instant moment) {
        List<AcceptedStreams.Held> streams = tx.acceptedStreams().of(till.branch(), till.terminal());
        boolean isApplied = streams.stream().allMatch(held -> held.appliedSeq() == held.accepted().seq());
        long newest = streams.isEmpty() ? 0 : streams.getLast().accepted().seq();
        return till.heardAt().isAfter(moment) && isApplied && newest >= till.headSeq();
    }
}
