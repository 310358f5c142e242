package io.evertill.sale;

/// Why a cashier makes something cheaper: the name goes into the ledger. Receipts translate these names and print any other
/// reason as it stands.
public enum DiscountReason {
    /// The goods or their box are damaged.
    DAMAGED,
    /// The goods are soon out of date.
    SHORT_DATED,
    /// It is cheaper elsewhere, or was promised at that price.
    PRICE_MATCH,
    /// The customer works here.
    STAFF,
    /// To make up for something.
    GOODWILL
}
