package io.evertill.staff;

/// What not everybody may do at a till.
public enum Act {
    /// Sign in and sell.
    SELL(TillRole.CASHIER),
    /// Take a line out, or a part of it.
    VOID_LINE(TillRole.CASHIER),
    /// Give a whole basket up.
    VOID_SALE(TillRole.CASHIER),
    /// Take cash out of the drawer.
    CASH_OUT(TillRole.CASHIER),
    /// Open the drawer without a sale.
    NO_SALE(TillRole.SUPERVISOR),
    /// See what the drawer should hold before it is counted.
    SEE_FIGURES(TillRole.SUPERVISOR),
    /// Take goods back without a receipt.
    RETURN_WITHOUT_RECEIPT(TillRole.SUPERVISOR),
    /// Take the last sale back as a whole before its customer has left.
    VOID_LAST(TillRole.SUPERVISOR),
    /// Give a discount above the limit of the store.
    DISCOUNT(TillRole.SUPERVISOR),
    /// Set a price by hand.
    SET_PRICE(TillRole.SUPERVISOR),
    /// Sell more than should be there.
    SELL_BEYOND_STOCK(TillRole.SUPERVISOR),
    /// Sell at prices that are too old.
    SELL_AT_OLD_PRICES(TillRole.SUPERVISOR),
    /// Say what became of a card payment that the terminal does not answer for.
    SETTLE_CARD(TillRole.SUPERVISOR),
    /// Close a shift.
    CLOSE_SHIFT(TillRole.CASHIER),
    /// Count goods.
    COUNT(TillRole.CASHIER),
    /// Decide about what was counted and is too far from what there should have been.
    APPROVE_COUNT(TillRole.SUPERVISOR),
    /// See the red cards.
    SEE_CARDS(TillRole.SUPERVISOR);

    private final TillRole usual;

    Act(TillRole usual) {
        this.usual = usual;
    }

    /// The least role that may do it unless the store says otherwise.
    TillRole usual() {
        return usual;
    }
}
