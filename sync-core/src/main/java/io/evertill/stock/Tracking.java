package io.evertill.stock;

/// Which of a product's goods are meant: their batch, and the one piece.
///
/// @param lot the batch, at most 64 characters; empty while nobody knows it
/// @param serial the piece's number, at most 64 characters; empty for goods without one
public record Tracking(String lot, String serial) {
    /// Goods of no known batch and without a number.
    public static final Tracking NONE = new Tracking("", "");

    private static final int LENGTH_MAX = 64;

    /// Checks the range above.
    public Tracking {
        Wording.allow("a lot", lot, LENGTH_MAX);
        Wording.allow("a serial number", serial, LENGTH_MAX);
    }

    /// Goods of a batch, without a number.
    public static Tracking lot(String lot) {
        return new Tracking(lot, "");
    }

    /// Whether exactly one piece is meant.
    public boolean isPiece() {
        return !serial.isEmpty();
    }
}
