package io.evertill.till;

import io.evertill.journal.CentreCount;
import io.evertill.receipt.Receipt;
import io.evertill.shift.ShiftReport;
import java.util.Optional;

/// A report as it is shown, and how far its sales have come.
///
/// @param paper as it is printed
/// @param waiting how many of its sales the centre has not proved to hold yet
/// @param centre what the centre last said to have of it; empty before the first time and while the shift is open
public record ShiftSheet(ShiftReport report, Receipt paper, long waiting, Optional<CentreCount> centre) {
    /// A report of which the centre said nothing yet.
    public ShiftSheet(ShiftReport report, Receipt paper, long waiting) {
        this(report, paper, waiting, Optional.empty());
    }

    /// Whether both ends are known to have the same sales.
    public boolean isProved() {
        return centre.filter(CentreCount::isSame).isPresent();
    }

    /// How many of its sales the centre proved to hold.
    public long arrived() {
        return report.sales().receipts().count() - waiting;
    }
}
