package io.evertill.product;

import java.util.Objects;

/// How a shop's own 13-digit codes are built: prefix, item number, an optional inner check digit, a value, a check digit.
///
/// GS1 leaves the prefixes 02, 04 and 20 to 29 to the shop (GS1 General Specifications 2.1.12).
///
/// @param prefix the leading digits, 1 to 4, that choose this layout
/// @param itemDigits how many digits after the prefix name the item
/// @param valueKind what the value is
/// @param valueDigits how many digits the value has
/// @param valueDecimals how many of them are decimals: of the currency's major unit, at most 4; of a kilogram, at most 3
/// @param innerCheck whether a check digit of the value stands before it
public record InStoreLayout(
        String prefix, int itemDigits, ValueKind valueKind, int valueDigits, int valueDecimals, boolean innerCheck) {
    /// Digits of such a code.
    public static final int LENGTH = 13;

    private static final int GRAM_DECIMALS = 3;
    private static final int KILOGRAM_DIGITS_MAX = 8;

    /// What the value in a code is.
    public enum ValueKind {
        /// What this piece costs.
        PRICE,
        /// What this piece weighs.
        WEIGHT
    }

    /// Refuses a layout whose parts are not 13 digits long together.
    public InStoreLayout {
        if (!Gtin.isDigits(prefix) || prefix.length() > 4) {
            throw new IllegalArgumentException("a layout's prefix has 1 to 4 digits: '" + prefix + "'");
        }
        int length = prefix.length() + itemDigits + (innerCheck ? 1 : 0) + valueDigits + 1;
        Objects.requireNonNull(valueKind);
        if (itemDigits < 1 || valueDigits < 1 || length != LENGTH) {
            throw new IllegalArgumentException("a layout has 13 digits, this one has " + length);
        }
        if (valueDecimals < 0 || valueDecimals > valueDigits || valueDecimals > 4) {
            throw new IllegalArgumentException("a layout's value has 0 to 4 decimals: " + valueDecimals);
        }
        boolean isWeight = valueKind == ValueKind.WEIGHT;
        if (isWeight && (valueDecimals > GRAM_DECIMALS || valueDigits - valueDecimals > KILOGRAM_DIGITS_MAX)) {
            throw new IllegalArgumentException("a layout's weight has at most 8 digits of kilograms and 3 of grams: "
                    + valueDigits + " with " + valueDecimals + " decimals");
        }
    }

    /// The prefix and item digits of a code: the key of the product.
    public String item(String code) {
        return code.substring(0, prefix.length() + itemDigits);
    }

    /// The value's digits in a code.
    String value(String code) {
        int start = LENGTH - 1 - valueDigits;
        return code.substring(start, LENGTH - 1);
    }
}
