package io.evertill.receipt;

import java.util.Objects;

/// One line of a receipt.
///
/// @param text what is printed, already set in columns; for [Style#SYMBOL] what the symbol holds
/// @param style how it is printed
public record ReceiptLine(String text, Style style) {
    /// How a line is printed. No style changes the width of a glyph.
    public enum Style {
        /// As it is.
        NORMAL,
        /// Heavier.
        BOLD,
        /// Heavier and twice as high.
        LARGE,
        /// As a barcode or QR code of the text; a printer that can do neither prints the text.
        SYMBOL
    }

    /// Refuses line breaks.
    public ReceiptLine {
        Objects.requireNonNull(style);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a receipt line holds no control characters: '" + text + "'");
        }
    }
}
