package io.evertill.product;

/// The check digit of a value inside a shop's own code, for four and five digits (GS1 General Specifications 7.9.3, 7.9.4).
///
/// Each digit is multiplied by the weight of its position; *minus* takes the tens of the product away from its units,
/// *plus* adds them (7.9.2).
final class InnerCheck {
    private static final int[] TWO_MINUS = {0, 2, 4, 6, 8, 9, 1, 3, 5, 7};
    private static final int[] THREE = {0, 3, 6, 9, 2, 5, 8, 1, 4, 7};
    private static final int[] FIVE_PLUS = {0, 5, 1, 6, 2, 7, 3, 8, 4, 9};
    private static final int[] FIVE_MINUS = {0, 5, 9, 4, 8, 3, 7, 2, 6, 1};

    private InnerCheck() {}

    /// The check digit of a value's digits; values of other lengths than four and five use the mod-10 digit.
    static char digit(String value) {
        return switch (value.length()) {
            case 4 -> four(value);
            case 5 -> five(value);
            default -> Gtin.checkDigit(value);
        };
    }

    private static char four(String value) {
        int sum = TWO_MINUS[at(value, 0)] + TWO_MINUS[at(value, 1)] + THREE[at(value, 2)] + FIVE_MINUS[at(value, 3)];
        return (char) ('0' + sum * 3 % 10);
    }

    private static char five(String value) {
        int sum = FIVE_PLUS[at(value, 0)]
                + TWO_MINUS[at(value, 1)]
                + FIVE_MINUS[at(value, 2)]
                + FIVE_PLUS[at(value, 3)]
                + TWO_MINUS[at(value, 4)];
        int complement = (10 - sum % 10) % 10;
        for (int digit = 0; digit < FIVE_MINUS.length; digit++) {
            if (FIVE_MINUS[digit] == complement) {
                return (char) ('0' + digit);
            }
        }
        throw new IllegalStateException("the weights are a permutation");
    }

    private static int at(String value, int index) {
        return value.charAt(index) - '0';
    }
}
