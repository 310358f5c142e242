package io.evertill.product;

import io.evertill.stock.Wording;
import java.util.Locale;

/// A shop's own code for a product: upper case, 1 to 64 characters, no control characters, no blanks at the ends (R7).
///
/// Codes that differ by case only are one code.
///
/// @param code the code in upper case
public record Sku(String code) implements Comparable<Sku> {
    /// The longest code.
    public static final int LENGTH_MAX = 64;

    /// Refuses an empty or over-long code, lower case, control characters and blanks at the ends.
    public Sku {
        Wording.require("a SKU", code, LENGTH_MAX);
        if (!code.equals(code.strip().toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a SKU is upper case without blanks at its ends: '" + code + "'");
        }
    }

    /// The SKU that a person or a file means by a text: trimmed and in upper case.
    public static Sku of(String text) {
        return new Sku(text.strip().toUpperCase(Locale.ROOT));
    }

    @Override
    public int compareTo(Sku other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
