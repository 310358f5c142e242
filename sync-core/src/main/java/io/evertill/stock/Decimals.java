package io.evertill.stock;

/// Plain decimal text for whole numbers of small parts: the one way that quantities and prices are read and written.
///
/// Text is `-?digits[.digits]`: no exponent, no grouping, no blanks. It round-trips.
public final class Decimals {
    private static final int DIGITS_MAX = 18;

    private Decimals() {}

    /// Reads text as a whole number of 10^-scale.
    ///
    /// @throws IllegalArgumentException when the text is no plain decimal, has more than `scale` decimals that are not
    ///     zero, or too many digits for a `long`
    public static long parse(String text, int scale) {
        int at = 0;
        boolean negative = text.startsWith("-");
        if (negative) {
            at = 1;
        }
        int point = text.indexOf('.');
        int whole = point < 0 ? text.length() : point;
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        if (whole == at || (point >= 0 && decimals == 0)) {
            throw notDecimal(text, scale);
        }
        long value = 0;
        int digits = 0;
        for (; at < text.length(); at++) {
            if (at == point) {
                continue;
            }
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                throw notDecimal(text, scale);
            }
            if (point >= 0 && at > point + scale) {
                if (digit != 0) {
                    throw notDecimal(text, scale);
                }
                continue;
            }
            value = value * 10 + digit;
            if (value != 0 && ++digits > DIGITS_MAX) {
                throw notDecimal(text, scale);
            }
        }
        for (int missing = scale - Math.min(decimals, scale); missing > 0; missing--) {
            value = Math.multiplyExact(value, 10L);
        }
        return negative ? -value : value;
    }

    /// Writes a whole number of 10^-scale without needless zeros.
    public static String text(long value, int scale) {
        String fixed = fixed(value, scale);
        if (scale == 0) {
            return fixed;
        }
        int end = fixed.length();
        while (fixed.charAt(end - 1) == '0') {
            end--;
        }
        return fixed.substring(0, fixed.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /// Writes a whole number of 10^-scale with exactly `scale` decimals.
    public static String fixed(long value, int scale) {
        String digits = Long.toString(value);
        boolean negative = value < 0;
        if (negative) {
            digits = digits.substring(1);
        }
        if (digits.length() <= scale) {
            digits = "0".repeat(scale - digits.length() + 1) + digits;
        }
        int point = digits.length() - scale;
        String text = scale == 0 ? digits : digits.substring(0, point) + "." + digits.substring(point);
        return negative ? "-" + text : text;
    }

    private static IllegalArgumentException notDecimal(String text, int scale) {
        return new IllegalArgumentException(
                "'" + text + "' is not a plain decimal number with at most " + scale + " decimals");
    }
}
