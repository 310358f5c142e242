package io.evertill.shift;

import io.evertill.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How a store handles the cash of its tills.
///
/// @param denominations the notes and coins that are counted, the largest first, at least one
/// @param opening where the cash at the beginning of a shift comes from
/// @param sharing who may sell from one drawer
/// @param closing what a cashier may see before the count is sealed
public record DrawerRules(List<Money> denominations, Opening opening, Sharing sharing, Closing closing) {
    private static final Map<String, String> USUAL = Map.of(
            "EUR", "500 200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01",
            "GBP", "50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01",
            "USD", "100 50 20 10 5 2 1 0.50 0.25 0.10 0.05 0.01",
            "CHF", "1000 200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05",
            "JPY", "10000 5000 2000 1000 500 100 50 10 5 1");
    private static final String OTHER = "1000 500 200 100 50 20 10 5 2 1";

    /// Where the cash at the beginning of a shift comes from.
    public enum Opening {
        /// It is what the shift before was closed with.
        CARRIED,
        /// It is counted before the first sale.
        COUNTED
    }

    /// Who may sell from one drawer.
    public enum Sharing {
        /// Everybody who signs in.
        SHARED,
        /// Who opened the shift; anybody else has to close it first.
        OWN
    }

    /// What a cashier may see before the count is sealed.
    public enum Closing {
        /// Nothing of what should be there, unless a supervisor agrees.
        BLIND,
        /// Everything.
        OPEN
    }

    /// Copies the list; refuses denominations that cannot be counted.
    public DrawerRules {
        denominations = List.copyOf(denominations);
        if (denominations.isEmpty() || denominations.size() > CashCount.PILES_MAX
                || denominations.stream().anyMatch(money -> !money.isPositive())
                || denominations.stream().distinct().count() != denominations.size()) {
            throw new IllegalArgumentException("a drawer has 1 to " + CashCount.PILES_MAX + " denominations: " + denominations);
        }
    }

    /// The usual rules for a currency.
    public static DrawerRules usual(Currency currency) {
        return new DrawerRules(denominations(currency), Opening.CARRIED, Sharing.SHARED, Closing.BLIND);
    }

    /// The notes and coins of a currency, the largest first; whole units of the usual steps where they are not known.
    public static List<Money> denominations(Currency currency) {
        return denominations(Optional.ofNullable(USUAL.get(currency.getCurrencyCode())).orElse(OTHER), currency);
    }

    /// Denominations as written in a setting: major units, separated by blanks.
    ///
    /// @throws IllegalArgumentException when one is no amount of the currency
    public static List<Money> denominations(String text, Currency currency) {
        return Stream.of(text.strip().split(" +")).map(each -> Money.parse(each, currency)).toList();
    }
}
