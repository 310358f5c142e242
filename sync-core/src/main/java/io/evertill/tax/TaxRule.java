package io.evertill.tax;

import io.evertill.money.Money;
import io.evertill.money.Rounding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a store computes tax: where it rounds, and how.
public record TaxRule(Where where, Rounding rounding) {
    /// Per receipt, halves up: the usual setting.
    public static final TaxRule USUAL = new TaxRule(Where.PER_RECEIPT, Rounding.HALF_UP);

    /// Where tax is rounded.
    public enum Where {
        /// Each line's tax is rounded, then summed.
        PER_LINE,
        /// Lines are summed by rate, then the sum's tax is rounded.
        PER_RECEIPT
    }

    /// An amount under a rate, before tax is split off or added.
    ///
    /// @param rate what applies
    /// @param amount with the tax in it, or before it is added
    /// @param tax the tax when it is not to be computed: what was paid comes back, to the last minor unit
    public record Taxed(TaxRate rate, Money amount, Optional<Money> tax) {
        /// Refuses a tax that is set where none is added to prices.
        public Taxed {
            if (tax.isPresent() && rate.kind() != TaxRate.Kind.EXCLUSIVE) {
                throw new IllegalArgumentException("the tax " + rate.code() + " is not added to the price, it cannot be set");
            }
        }

        /// With a tax that is to be computed.
        public Taxed(TaxRate rate, Money amount) {
            this(rate, amount, Optional.empty());
        }
    }

    /// The taxes of some lines, one row a rate, in order of first appearance.
    public List<TaxAmount> split(List<Taxed> lines) {
        Map<TaxRate, TaxAmount> byRate = new LinkedHashMap<>();
        lines.forEach(line -> byRate.putIfAbsent(line.rate(), TaxAmount.nothing(line)));
        switch (where) {
            case PER_LINE -> lines.forEach(line -> byRate.merge(line.rate(), amount(line), TaxAmount::plus));
            case PER_RECEIPT -> {
                Map<TaxRate, Money> sums = new LinkedHashMap<>();
                lines.stream()
                        .filter(line -> line.tax().isEmpty())
                        .forEach(line -> sums.merge(line.rate(), line.amount(), Money::plus));
                sums.forEach((rate, sum) -> byRate.merge(rate, amount(new Taxed(rate, sum)), TaxAmount::plus));
                lines.stream()
                        .filter(line -> line.tax().isPresent())
                        .forEach(line -> byRate.merge(line.rate(), amount(line), TaxAmount::plus));
            }
        }
        return List.copyOf(byRate.values());
    }

    /// What has to be taken off some amounts, each with its tax in it, so that together they cost what this rule calls their net: where
    /// tax is rounded once, each gets its part of that tax.
    ///
    /// @param rate what the amounts contain
    /// @param amounts at least one, none negative
    public List<Money> contained(TaxRate rate, List<Money> amounts) {
        return switch (where) {
            case PER_LINE -> amounts.stream().map(each -> amount(new Taxed(rate, each)).tax()).toList();
            case PER_RECEIPT -> {
                Money sum = amounts.stream().reduce(Money::plus).orElseThrow();
                yield amount(new Taxed(rate, sum)).tax().allocate(amounts.stream().map(Money::minor).toList());
            }
        };
    }

    private TaxAmount amount(Taxed line) {
        int ppm = line.rate().partsPerMillion();
        return switch (line.rate().kind()) {
            case INCLUSIVE -> {
                Money tax = rounding.share(line.amount(), ppm, (long) TaxRate.WHOLE + ppm);
                yield new TaxAmount(line.rate(), line.amount().minus(tax), tax, line.amount());
            }
            case EXCLUSIVE -> {
                Money tax = line.tax().orElseGet(() -> rounding.share(line.amount(), ppm, TaxRate.WHOLE));
                yield new TaxAmount(line.rate(), line.amount(), tax, line.amount().plus(tax));
            }
            case EXEMPT_INCLUSIVE, EXEMPT_EXCLUSIVE ->
                new TaxAmount(line.rate(), line.amount(), Money.zero(line.amount().currency()), line.amount());
        };
    }
}
