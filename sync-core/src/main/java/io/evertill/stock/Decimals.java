package io.evertill.stock;

/// Plain decimal text for whole numbers of small parts: the one way that quantities and prices are read and written.
///
/// Text is `-?digits[.digits]`: no exponent, no grouping, no blanks. It round-trips.
public final class Decimals {
    private Decimals() {}

    /// Reads text as a whole number of 10^-scale.
    ///
    /// @throws IllegalArgumentException when the text is no plain decimal, has more than `scale` decimals that are not
    ///     zero, or does not fit a `long`
    public static long parse(String text, int scale) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        if (text.length() == start || point == start || (point >= 0 && decimals == 0)) {
            throw notDecimal(text, scale);
        }
        try {
            // Below zero, because a long reaches one further there.
            long value = 0;
            for (int at = start; at < text.length(); at++) {
                if (at == point) {
                    continue;
                }
                int digit = text.charAt(at) - '0';
                boolean isBeyond = point >= 0 && at > point + scale;
                if (digit < 0 || digit > 9 || (isBeyond && digit != 0)) {
                    throw notDecimal(text, scale);
                }
                if (!isBeyond) {
                    value = Math.subtractExact(Math.multiplyExact(value, 10L), digit);
                }
            }
            for (int missing = scale - Math.min(decimals, scale); missing > 0; missing--) {
                value = Math.multiplyExact(value, 10L);
            }
            return start == 1 ? value : Math.negateExact(value);
        } catch (ArithmeticException _) {
            throw notDecimal(text, scale);
        }
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
                "'" + text + "' is not a plain decimal number with at most " + scale + " decimals, or too large");
    }
}
