package io.evertill.product;

/// A GS1 trade item number, normalised to 14 digits with leading zeros, its check digit valid.
///
/// One item scanned as UPC-A, EAN-13 or GTIN-14 with leading zeros is the same `Gtin`. A first digit of 1 to 8 is another
/// trade item (a case of them), never matched to its unit.
///
/// @param digits 14 decimal digits
public record Gtin(String digits) implements Comparable<Gtin> {
    /// Digits of the normalised form.
    public static final int LENGTH = 14;

    /// Refuses anything that is not 14 digits with a valid check digit.
    public Gtin {
        if (digits.length() != LENGTH || !isDigits(digits)) {
            throw new IllegalArgumentException("a GTIN has 14 digits: '" + digits + "'");
        }
        if (checkDigit(digits.substring(0, LENGTH - 1)) != digits.charAt(LENGTH - 1)) {
            throw new IllegalArgumentException("wrong check digit in '" + digits + "'");
        }
    }

    /// Normalises 8, 12, 13 or 14 digits.
    ///
    /// @throws IllegalArgumentException for another length, other characters or a wrong check digit
    public static Gtin of(String digits) {
        return switch (digits.length()) {
            case 8, 12, 13, 14 -> new Gtin("0".repeat(LENGTH - digits.length()) + digits);
            default -> throw new IllegalArgumentException("a GTIN has 8, 12, 13 or 14 digits: '" + digits + "'");
        };
    }

    /// The GS1 mod-10 check digit of a number without it: weights 3 and 1 from the right (GS1 General Specifications 7.9.1).
    public static char checkDigit(String digitsWithout) {
        int sum = 0;
        int weight = 3;
        for (int at = digitsWithout.length() - 1; at >= 0; at--) {
            sum += (digitsWithout.charAt(at) - '0') * weight;
            weight = 4 - weight;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(Gtin other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
