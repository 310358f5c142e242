package io.evertill.replay;

/// What some invoices came to in a ledger, in rows of the file.
///
/// @param invoices how many invoices
/// @param sold rows that sold goods or a service
/// @param withReceipt rows that came back against a receipt
/// @param withoutReceipt rows that came back without one
/// @param adjusted rows that were written off
/// @param listed rows that were not rung up
/// @param services how many of the sold and returned rows are services
record Tally(
        long invoices, long sold, long withReceipt, long withoutReceipt, long adjusted, long listed, long services) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(invoices + other.invoices, sold + other.sold, withReceipt + other.withReceipt,
                withoutReceipt + other.withoutReceipt, adjusted + other.adjusted, listed + other.listed,
                services + other.services);
    }

    /// All rows.
    long rows() {
        return sold + withReceipt + withoutReceipt + adjusted + listed;
    }
}
