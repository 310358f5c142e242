package io.evertill.price;

import java.util.Optional;

/// A price that was charged and is not the one that applied (domain 2g). What was charged is a fact; nothing rewrites it.
///
/// @param kind why, as far as can be told
/// @param charged what was charged for one unit
/// @param expected what applied at that moment by the book as it is known
public record Variance(Kind kind, Price charged, Price expected) {
    /// Why a price can differ.
    public enum Kind {
        /// Somebody set it at the till.
        OVERRIDE,
        /// It applied at the time that the till's clock showed.
        CLOCK,
        /// It was right as far as anybody knew then; the rule was made or changed afterwards.
        RULE_CHANGED_RETROACTIVELY,
        /// The till sold from a book that was older.
        STALE_BOOK
    }

    /// What a price book says about a sale.
    ///
    /// @param expected what applied at the moment of the sale
    /// @param byClock what applied when the till's clock showed that moment
    /// @param asKnown what applied at the moment of the sale, as it was known then
    public record Judged(Price expected, Price byClock, Price asKnown) {}

    /// Compares what was charged; empty when it is the same price, or when the book had no say: the price stood in the code, or
    /// was paid back.
    public static Optional<Variance> of(Price charged, Judged judged) {
        if (charged.unit().equals(judged.expected().unit())) {
            return Optional.empty();
        }
        return switch (charged.source()) {
            case Price.Source.Embedded _, Price.Source.Paid _ -> Optional.empty();
            case Price.Source.Set _ -> Optional.of(new Variance(Kind.OVERRIDE, charged, judged.expected()));
            case Price.Source.Base _, Price.Source.Rule _ -> Optional.of(new Variance(kind(charged, judged), charged, judged.expected()));
        };
    }

    private static Kind kind(Price charged, Judged judged) {
        if (charged.unit().equals(judged.byClock().unit())) {
            return Kind.CLOCK;
        }
        return charged.unit().equals(judged.asKnown().unit()) ? Kind.RULE_CHANGED_RETROACTIVELY : Kind.STALE_BOOK;
    }
}
