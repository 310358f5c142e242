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
    LEFT_OPEN,
    /// What it had paid went back.
    UNDONE,
    /// What it had paid was to go back, and did not: it still pays.
    STAYS,
    /// What it had paid was to go back, and stays with the terminal without a sale: somebody pays it back by hand.
    KEPT
}
