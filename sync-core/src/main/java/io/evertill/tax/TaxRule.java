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
        /// Refuses a tax that is set where prices contain it.
        public Taxed {
            if (tax.isPresent() && rate.kind() == TaxRate.Kind.INCLUSIVE) {
                throw new IllegalArgumentException("the tax " + rate.code() + " is part of the price, it cannot be set");
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
        };
    }
}
