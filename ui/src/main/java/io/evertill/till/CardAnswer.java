package io.evertill.till;

/// What the cashier read on the card terminal.
public enum CardAnswer {
    /// The money was taken (or paid back).
    APPROVED,
    /// It was not.
    DECLINED
}
