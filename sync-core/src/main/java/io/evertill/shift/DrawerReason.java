package io.evertill.shift;

import java.util.List;

/// Why cash is put into the drawer or taken out, or the drawer is opened without a sale: the name goes into the ledger. Reports
/// translate these names and print any other reason as it stands.
public enum DrawerReason {
    /// Notes were changed for coins, or coins for notes.
    CHANGE_MONEY,
    /// To the safe or the bank.
    TO_SAFE,
    /// Something was paid for the shop.
    EXPENSE,
    /// A mistake is made good.
    CORRECTION,
    /// To look what is there.
    CHECK,
    /// Anything else.
    OTHER;

    /// Why cash is put in.
    public static final List<DrawerReason> IN = List.of(CHANGE_MONEY, CORRECTION, OTHER);
    /// Why cash is taken out.
    public static final List<DrawerReason> OUT = List.of(TO_SAFE, EXPENSE, CHANGE_MONEY, CORRECTION, OTHER);
    /// Why the drawer is opened without a sale.
    public static final List<DrawerReason> OPENED = List.of(CHANGE_MONEY, CHECK, OTHER);
}
