package io.evertill.stock;

/// The unit a product is counted in, with the smallest amount that can be handled.
///
/// @param code what is printed and sent, such as `each` or `kg`; 1 to 16 characters, no blanks or control characters
/// @param step the smallest amount, in ten-thousandths of the unit: 10,000 for whole pieces, 10 for grams of a kilogram;
///     1 to 10,000
public record Unit(String code, long step) {
    /// Whole pieces.
    public static final Unit EACH = new Unit("each", 10_000);
    /// Kilograms, to the gram.
    public static final Unit KILOGRAM = new Unit("kg", 10);
    /// Litres, to the millilitre.
    public static final Unit LITRE = new Unit("l", 10);
    /// Metres, to the centimetre.
    public static final Unit METRE = new Unit("m", 100);

    private static final int CODE_LENGTH_MAX = 16;

    /// Checks the ranges above.
    public Unit {
        Wording.require("a unit's code", code, CODE_LENGTH_MAX);
        if (code.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("a unit's code has no blanks: '" + code + "'");
        }
        if (step < 1 || step > Quantity.ONE) {
            throw new IllegalArgumentException("unit step must be 1 to 10,000 ten-thousandths: " + step);
        }
    }

    /// Whether goods in this unit are weighed or measured rather than counted.
    public boolean isMeasured() {
        return step < Quantity.ONE;
    }

    /// The unit of a code, with the usual step; an unknown code is counted in whole pieces.
    public static Unit of(String code) {
        return switch (code) {
            case "each" -> EACH;
            case "kg" -> KILOGRAM;
            case "l" -> LITRE;
            case "m" -> METRE;
            default -> new Unit(code, Quantity.ONE);
        };
    }
}
