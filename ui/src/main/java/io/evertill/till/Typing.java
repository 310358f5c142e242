package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.sale.Cut;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.util.Currency;
import java.util.Optional;

/// What the text of the input line means: an optional number with a star, then the rest: `3*4711`, `apple`, `12.50`.
///
/// A decimal is written with a point or a comma, whatever the language of the screen.
record Typing(String text) {
    private static final char TIMES = '*';
    private static final int DIGITS_MAX = 15;
    private static final int PERCENT_SCALE = 2;
    private static final int PART_LENGTH_MIN = 3;

    /// The number before the star, as typed.
    Optional<String> times() {
        int star = star();
        return star < 0 ? Optional.empty() : Optional.of(text.substring(0, star).strip());
    }

    /// What stands after the star, or everything.
    String rest() {
        return text.substring(star() + 1).strip();
    }

    /// Whether it is words to search for: letters, anywhere after the star.
    boolean isSearch() {
        return rest().codePoints().anyMatch(Character::isLetter);
    }

    /// Whether what stands after the star may be a part of a code: long enough that it tells something.
    boolean isPartOfCode() {
        return rest().length() >= PART_LENGTH_MIN;
    }

    /// Whether a character may follow here when only a number is wanted.
    boolean takesInNumber(int character) {
        boolean isPoint = character == '.' || character == ',';
        return isPoint ? text.indexOf('.') < 0 && text.indexOf(',') < 0 : character >= '0' && character <= '9';
    }

    /// The amount of money that it says, if it says one above zero.
    Optional<Money> amount(Currency currency) {
        return decimal(text, currency.getDefaultFractionDigits())
                .map(minor -> new Money(minor, currency))
                .filter(money -> money.isPositive() && money.minor() <= Limits.TOTAL_MINOR_MAX);
    }

    /// Whether it says that nothing is taken off: `0`, `0%`.
    boolean isNothing() {
        return text.strip().matches("0+([.,]0*)?%?");
    }

    /// What it takes off: `12.5%` a part, `12.5` an amount.
    Optional<Cut> cut(Currency currency) {
        String typed = text.strip();
        return typed.endsWith("%")
                ? decimal(typed.substring(0, typed.length() - 1).strip(), PERCENT_SCALE)
                        .filter(hundredths -> hundredths > 0 && hundredths <= Cut.Percent.WHOLE)
                        .map(hundredths -> new Cut.Percent(hundredths.intValue()))
                : amount(currency).map(Cut.Amount::new);
    }

    /// The quantity that a number says, if it says one above zero that the unit can have.
    static Optional<Quantity> quantity(String number, Unit unit) {
        return decimal(number, Quantity.SCALE)
                .filter(parts -> parts > 0 && parts <= Limits.QUANTITY_WHOLE_MAX * Quantity.ONE)
                .filter(parts -> parts % unit.step() == 0)
                .map(parts -> new Quantity(parts, unit));
    }

    private static Optional<Long> decimal(String typed, int scale) {
        String plain = typed.replace(',', '.');
        String whole = plain.startsWith(".") ? "0" + plain : plain;
        if (!whole.matches("[0-9]{1,12}\\.?|[0-9]{1,12}\\.[0-9]{1," + Math.max(scale, 1) + "}") || whole.length() > DIGITS_MAX) {
            return Optional.empty();
        }
        String number = whole.endsWith(".") ? whole.substring(0, whole.length() - 1) : whole;
        boolean hasTooManyDecimals = scale == 0 && number.indexOf('.') >= 0;
        return hasTooManyDecimals ? Optional.empty() : Optional.of(Decimals.parse(number, scale));
    }

    private int star() {
        int star = text.indexOf(TIMES);
        return star > 0 && text.substring(0, star).strip().matches("[0-9]*[.,]?[0-9]+") ? star : -1;
    }
}
