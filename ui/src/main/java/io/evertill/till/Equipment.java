package io.evertill.till;

/// What hangs on a till and can be asked.
///
/// @param hasTerminal whether the card terminal answers by itself; otherwise the cashier says what it shows
/// @param hasScale whether a scale says weights
public record Equipment(boolean hasTerminal, boolean hasScale) {
    /// Nothing that can be asked.
    public static final Equipment NONE = new Equipment(false, false);
}
