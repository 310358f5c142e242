package io.evertill.availability;

import io.evertill.sale.Item;

/// What became of a count, of which goods.
///
/// @param isRuled whether somebody decided here, and the centre has not told what came of it
public record CountReport(CountOutcome outcome, Item item, boolean isRuled) {
    /// Whether somebody has to decide about it still.
    public boolean isToDecide() {
        return outcome.isToDecide() && !isRuled;
    }
}
