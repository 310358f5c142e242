package io.evertill.tax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import io.evertill.tax.TaxRule.Taxed;
import io.evertill.tax.TaxRule.Where;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxRuleTest {
    @RandomTest(seeds = 2_000)
    void netAndTaxAreGrossAndNothingOfTheLinesIsLost(Chance chance) {
        List<Taxed> lines = lines(chance);
        TaxRule rule = new TaxRule(chance.pick(Where.values()), chance.pick(Rounding.values()));

        List<TaxAmount> split = rule.split(lines);

        Set<TaxRate> rates = new LinkedHashSet<>();
        lines.forEach(line -> rates.add(line.rate()));
        assertEquals(List.copyOf(rates), split.stream().map(TaxAmount::rate).toList());
        for (TaxAmount amount : split) {
            assertEquals(amount.gross(), amount.net().plus(amount.tax()));
            Money given = lines.stream()
                    .filter(line -> line.rate().equals(amount.rate()))
                    .map(Taxed::amount)
                    .reduce(Money.of(0, "EUR"), Money::plus);
            assertEquals(given, switch (amount.rate().kind()) {
                case INCLUSIVE, EXEMPT_INCLUSIVE, EXEMPT_EXCLUSIVE -> amount.gross();
                case EXCLUSIVE -> amount.net();
            });
        }
    }

    @RandomTest(seeds = 1_000)
    void taxIsWithinOneRoundingOfTheExactTaxPerReceiptAndPerLine(Chance chance) {
        List<Taxed> lines = lines(chance);
        Rounding rounding = chance.pick(Rounding.values());

        for (TaxAmount amount : new TaxRule(Where.PER_RECEIPT, rounding).split(lines)) {
            assertEquals(exact(amount.rate(), lines).setScale(0, RoundingMode.valueOf(rounding.name())).longValueExact(),
                    amount.tax().minor());
        }
        for (TaxAmount amount : new TaxRule(Where.PER_LINE, rounding).split(lines)) {
            long count = lines.stream().filter(line -> line.rate().equals(amount.rate())).count();
            BigDecimal miss = exact(amount.rate(), lines).subtract(BigDecimal.valueOf(amount.tax().minor())).abs();
            assertTrue(miss.compareTo(BigDecimal.valueOf(count)) < 0, miss + " on " + count + " lines");
        }
    }

    @RandomTest
    void takingEverythingBackGivesTheSameTaxBack(Chance chance) {
        List<Taxed> lines = lines(chance);
        List<Taxed> back = lines.stream().map(line -> new Taxed(line.rate(), line.amount().negated())).toList();
        TaxRule rule = new TaxRule(chance.pick(Where.values()), chance.pick(Rounding.values()));

        List<TaxAmount> split = rule.split(lines);
        List<TaxAmount> refund = rule.split(back);

        assertEquals(split, refund.stream()
                .map(tax -> new TaxAmount(tax.rate(), tax.net().negated(), tax.tax().negated(), tax.gross().negated()))
                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "INCLUSIVE, 200000, 387,  322,  65,  387",
        "INCLUSIVE, 190000, 11900, 10000, 1900, 11900",
        "INCLUSIVE, 190000, 1,    1,    0,   1",
        "INCLUSIVE, 0,      500,  500,  0,   500",
        "EXCLUSIVE, 82500,  998,  998,  82,  1080",
        "EXCLUSIVE, 82500,  -998, -998, -82, -1080",
        "EXCLUSIVE, 1000000, 7,   7,    7,   14",
        "INCLUSIVE, 1000000, 7,   3,    4,   7",
    })
    void aRateMakesOfAnAmount(TaxRate.Kind kind, int ppm, long amount, long net, long tax, long gross) {
        TaxRate rate = new TaxRate("V", "VAT", ppm, kind);

        assertEquals(
                List.of(new TaxAmount(rate, Money.of(net, "EUR"), Money.of(tax, "EUR"), Money.of(gross, "EUR"))),
                TaxRule.USUAL.split(List.of(new Taxed(rate, Money.of(amount, "EUR")))));
    }

    @Test
    void roundingPerLineAndPerReceiptCanDiffer() {
        TaxRate rate = new TaxRate("S", "Sales tax", 82_500, TaxRate.Kind.EXCLUSIVE);
        List<Taxed> lines = List.of(
                new Taxed(rate, Money.of(33, "USD")), new Taxed(rate, Money.of(33, "USD")), new Taxed(rate, Money.of(33, "USD")));

        assertEquals(8, new TaxRule(Where.PER_RECEIPT, Rounding.HALF_UP).split(lines).getFirst().tax().minor());
        assertEquals(9, new TaxRule(Where.PER_LINE, Rounding.HALF_UP).split(lines).getFirst().tax().minor());
    }

    @Test
    void aRateIsZeroToHundredPercentUnderAShortCode() {
        assertThrows(IllegalArgumentException.class, () -> new TaxRate("V", "VAT", -1, TaxRate.Kind.INCLUSIVE));
        assertThrows(IllegalArgumentException.class, () -> new TaxRate("V", "VAT", 1_000_001, TaxRate.Kind.INCLUSIVE));
        assertThrows(IllegalArgumentException.class, () -> new TaxRate("", "VAT", 0, TaxRate.Kind.INCLUSIVE));
        assertThrows(IllegalArgumentException.class, () -> new TaxRate("V", "", 0, TaxRate.Kind.INCLUSIVE));
        assertThrows(IllegalArgumentException.class, () -> new TaxRate("V\u0000", "VAT", 0, TaxRate.Kind.INCLUSIVE));
        assertThrows(IllegalArgumentException.class, () -> new TaxRate("V", "n".repeat(65), 0, TaxRate.Kind.INCLUSIVE));
    }

    @Test
    void partsThatDoNotSumAreRefused() {
        TaxRate rate = new TaxRate("V", "VAT", 200_000, TaxRate.Kind.INCLUSIVE);
        Money one = Money.of(1, "EUR");

        assertThrows(IllegalArgumentException.class, () -> new TaxAmount(rate, one, one, one));
    }

    /// Any rate.
    private static TaxRate rate(Chance chance) {
        return new TaxRate(chance.pick("A", "B"), "Tax", chance.pick(0, 70_000, 82_500, 190_000, 200_000, 1 + chance.below(1_000_000)),
                chance.pick(TaxRate.Kind.values()));
    }

    private static List<Taxed> lines(Chance chance) {
        List<TaxRate> rates = chance.list(1, 3, () -> rate(chance));
        return chance.list(0, 12, () -> {
            TaxRate rate = chance.pick(rates);
            return new Taxed(rate, Money.of(chance.between(-1_000_000_000_000L, 1_000_000_000_000L), "EUR"));
        });
    }

    private static BigDecimal exact(TaxRate rate, List<Taxed> lines) {
        BigDecimal amount = lines.stream()
                .filter(line -> line.rate().equals(rate))
                .map(line -> BigDecimal.valueOf(line.amount().minor()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal ppm = BigDecimal.valueOf(rate.partsPerMillion());
        BigDecimal whole = BigDecimal.valueOf(TaxRate.WHOLE);
        return switch (rate.kind()) {
            case INCLUSIVE -> amount.multiply(ppm).divide(whole.add(ppm), 30, RoundingMode.HALF_UP);
            case EXCLUSIVE -> amount.multiply(ppm).divide(whole, 30, RoundingMode.HALF_UP);
            case EXEMPT_INCLUSIVE, EXEMPT_EXCLUSIVE -> BigDecimal.ZERO;
        };
    }
}
