package io.evertill.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a person does about a till's ledger that is not as it must be, step by step, the safest first.
///
/// Nothing here changes anything. What follows from the entries can always be computed again; damage to the entries
/// themselves is mended with nothing but the centre's copy of the very bytes, proved by the hash chain.
public final class RepairPlan {
    private static final Set<String> LEDGER = Set.of("chain", "entry");
    private static final Set<String> DERIVED = Set.of("movement", "level", "sale", "receipt", "return", "drawer", "report");

    private RepairPlan() {}

    /// Whether figures are wrong that are computed from entries, and the entries themselves are not.
    public static boolean isOnlyComputed(Findings findings) {
        Set<String> broken = findings.differences().stream().map(Difference::what).collect(Collectors.toSet());
        return broken.stream().anyMatch(DERIVED::contains) && broken.stream().noneMatch(LEDGER::contains);
    }

    /// The steps for what was found; empty when all is well.
    public static List<String> of(Findings findings) {
        Set<String> broken = findings.differences().stream().map(Difference::what).collect(Collectors.toSet());
        List<String> steps = new ArrayList<>();
        if (broken.isEmpty()) {
            return steps;
        }
        steps.add("Close the till and copy its whole data folder to another disk. Delete nothing.");
        if (broken.stream().anyMatch(LEDGER::contains)) {
            steps.add("The entries themselves are damaged. Run evertill repair: what the centre has is put back, byte for byte; what it"
                    + " does not have is named, and everything else goes on in a new stream.");
            steps.add("If something was named, run evertill sync, then evertill-central incidents: an incident GAP names the entries that"
                    + " neither side has. Look for a backup of this folder that has them, put it into an empty folder and run evertill"
                    + " sync there: what is known counts once.");
            steps.add("What is in no backup is booked from the printed shift reports as cash and stock adjustments, with the incident's"
                    + " id as the reason; then settle the incident.");
            steps.add("Replace the disk before this till sells again: enrol an empty folder with a code for the same place.");
        } else if (broken.stream().anyMatch(DERIVED::contains)) {
            steps.add("The entries are whole, so no sale is lost: only figures that are computed from them are wrong here. Run evertill"
                    + " repair: it computes them anew. The centre computes its own figures from the same entries.");
            steps.add("If they are wrong again, enrol an empty folder with a code for the same place and sell with that one; keep the"
                    + " copy for whoever looks for the cause.");
        }
        if (broken.contains("outbox")) {
            steps.add("Run evertill sync: the till and the centre compare their hashes, and what is missing there is sent again.");
        }
        if (broken.contains("feed")) {
            steps.add("Run evertill sync: a list of products or prices that does not match its sum is loaded again by itself.");
        }
        steps.add("Run evertill verify again.");
        return steps;
    }
}
