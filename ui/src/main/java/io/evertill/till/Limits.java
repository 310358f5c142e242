package io.evertill.till;

/// What the till takes at most, so that a slip of the hand stays small and nothing grows without end.
public final class Limits {
    /// Characters of the input line: a receipt number has up to 80, with `999*` before it.
    public static final int INPUT_LENGTH_MAX = 90;
    /// Search results on screen: more cannot be looked through.
    public static final int RESULTS_MAX = 50;
    /// Favourites on screen.
    public static final int FAVOURITES_MAX = 24;
    /// Scans and keys that wait while the till is busy.
    public static final int AHEAD_MAX = 100;
    /// Pieces, kilograms or metres of one line.
    public static final long QUANTITY_WHOLE_MAX = 99_999;
    /// Minor units of a basket or of an amount typed: ten billion euros, or ten million dinars.
    public static final long TOTAL_MINOR_MAX = 1_000_000_000_000L;
    /// Minor units of a price that is set by hand: a million euros, or a hundred thousand dinars.
    public static final long PRICE_MINOR_MAX = 100_000_000;
    /// Orders on screen that customers collect.
    public static final int RESERVED_MAX = 50;
    /// Lines of a receipt that can be chosen for a return.
    public static final int RETURNABLES_MAX = 5_000;

    /// Counts on screen of which something became.
    public static final int COUNTS_MAX = 200;

    /// Red cards on screen: more cannot be looked through, and the worst stand first.
    public static final int RED_CARDS_MAX = 200;

    private Limits() {}
}
