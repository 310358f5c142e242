package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.shift.CashCount;
import io.evertill.shift.DrawerReason;

/// What goes into the ledger about the drawer.
public sealed interface DrawerDeed {
    /// Cash was put in, or taken out (negative).
    record Moved(Money amount, DrawerReason reason) implements DrawerDeed {}

    /// The drawer was opened without a sale.
    record Opened(DrawerReason reason) implements DrawerDeed {}

    /// The shift ends with what was counted.
    record Closed(CashCount count) implements DrawerDeed {}
}
