package io.evertill.till;

import io.evertill.receipt.Receipt;
import io.evertill.shift.ShiftReport;

/// A report as it is shown, and how far its sales have come.
///
/// @param paper as it is printed
/// @param waiting how many of its sales the centre has not proved to hold yet
public record ShiftSheet(ShiftReport report, Receipt paper, long waiting) {
    /// How many of its sales the centre proved to hold.
    public long arrived() {
        return report.sales().receipts().count() - waiting;
    }
}
