package io.evertill.till;

/// What became of a card payment, as the terminal or the cashier says.
public enum CardAnswer {
    /// The money was taken (or paid back).
    APPROVED,
    /// It was not.
    DECLINED,
    /// It was not: nobody used a card.
    TIMED_OUT,
    /// The terminal was not heard and the cashier says that it was not: the terminal is asked later.
    LEFT_OPEN
}
