package io.evertill.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.UnitPrice;
import io.evertill.price.PriceRule.Level;
import io.evertill.product.Product;
import io.evertill.product.Shelf;
import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceBookTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final Product TEA = Shelf.product(new Chance(1), EUR, "V");

    @RandomTest(seeds = 1_000)
    void everyProductHasExactlyOnePriceAtEveryInstantWhateverTheOrderOfTheRules(Chance chance) {
        List<Product> products = chance.list(1, 3, () -> Shelf.product(chance, EUR, "V"));
        List<PriceRule> rules = rules(chance, products);
        List<PriceRule> shuffled = shuffled(chance, rules);
        PriceBook book = new PriceBook("S1", rules);
        Product product = chance.pick(products);

        for (Instant at : instants(chance, rules)) {
            Price price = book.effective(product, at);

            assertEquals(price, new PriceBook("S1", shuffled).effective(product, at));
            assertEquals(strongest(rules, product, at), price);
        }
    }

    @RandomTest
    void aRuleThatDoesNotApplyChangesNothing(Chance chance) {
        List<PriceRule> rules = rules(chance, List.of(TEA));
        Instant at = chance.pick(instants(chance, rules));
        List<PriceRule> applying = rules.stream()
                .filter(rule -> rule.appliesAt(at) && !rule.branch().equals("S2"))
                .toList();

        assertEquals(new PriceBook("S1", applying).effective(TEA, at), new PriceBook("S1", rules).effective(TEA, at));
    }

    @Test
    void aWindowBeginsWithItsFirstInstantAndEndsBeforeItsLast() {
        PriceRule hour = rule("r", Level.PROMOTION, "1.00", NOON, Optional.of(NOON.plusSeconds(3_600)));
        PriceBook book = new PriceBook("S1", List.of(hour));

        assertEquals(base(), book.effective(TEA, NOON.minus(TICK)));
        assertEquals(by(hour), book.effective(TEA, NOON));
        assertEquals(by(hour), book.effective(TEA, NOON.plusSeconds(3_600).minus(TICK)));
        assertEquals(base(), book.effective(TEA, NOON.plusSeconds(3_600)));
    }

    @Test
    void whenAShortPriceEndsTheOneBelowItComesBack() {
        PriceRule open = rule("open", Level.BRANCH, "2.00", NOON, Optional.empty());
        PriceRule weekend = rule("weekend", Level.BRANCH, "1.50", NOON.plusSeconds(10), Optional.of(NOON.plusSeconds(20)));
        PriceBook book = new PriceBook("S1", List.of(open, weekend));

        assertEquals(
                List.of(base(), by(open), by(weekend), by(weekend), by(open)),
                List.of(-1, 0, 10, 19, 20).stream().map(second -> book.effective(TEA, NOON.plusSeconds(second))).toList());
    }

    @Test
    void theLowestPriceOfAWindowIsFoundWhereverItStood() {
        PriceRule week = rule("week", Level.PROMOTION, "1.00", NOON, Optional.of(NOON.plusSeconds(20)));
        PriceRule dearer = rule("dearer", Level.PROMOTION, "999.00", NOON.plusSeconds(30), Optional.empty());
        PriceBook book = new PriceBook("S1", List.of(week, dearer));

        assertEquals(by(week), book.lowest(TEA, NOON.minusSeconds(100), NOON.plusSeconds(100)));
        assertEquals(by(week), book.lowest(TEA, NOON.plusSeconds(19), NOON.plusSeconds(100)));
        assertEquals(base(), book.lowest(TEA, NOON.plusSeconds(20), NOON.plusSeconds(100)));
        assertEquals(by(dearer), book.lowest(TEA, NOON.plusSeconds(30), NOON.plusSeconds(100)));
    }

    @RandomTest
    void noMomentOfAWindowIsCheaperThanItsLowestPrice(Chance chance) {
        List<PriceRule> rules = rules(chance, List.of(TEA));
        PriceBook book = new PriceBook("S1", rules);
        List<Instant> instants = instants(chance, rules).stream().sorted().toList();

        long lowest = book.lowest(TEA, instants.getFirst(), instants.getLast()).unit().tenThousandths();

        assertEquals(instants.stream().mapToLong(at -> book.effective(TEA, at).unit().tenThousandths()).min().orElseThrow(), lowest);
    }

    @Test
    void strengthIsLevelThenPriorityThenBranchThenStartThenId() {
        PriceRule base = rule("z", Level.BASE, "9", NOON, Optional.empty());
        PriceRule everywhere = new PriceRule(
                "y", TEA.id(), "", Level.BRANCH, 0, UnitPrice.parse("8", EUR), NOON.plusSeconds(1), Optional.empty());
        PriceRule here = rule("x", Level.BRANCH, "7", NOON, Optional.empty());
        PriceRule later = rule("a", Level.BRANCH, "6", NOON.plusSeconds(1), Optional.empty());
        PriceRule greater = rule("b", Level.BRANCH, "5", NOON.plusSeconds(1), Optional.empty());
        PriceRule urgent = new PriceRule(
                "a1", TEA.id(), "", Level.BRANCH, 1, UnitPrice.parse("4", EUR), NOON, Optional.empty());
        PriceRule promotion = rule("a2", Level.PROMOTION, "3", NOON, Optional.empty());
        List<PriceRule> weakestFirst = List.of(base, everywhere, here, later, greater, urgent, promotion);

        for (int count = 1; count <= weakestFirst.size(); count++) {
            PriceBook book = new PriceBook("S1", weakestFirst.subList(0, count));

            assertEquals(by(weakestFirst.get(count - 1)), book.effective(TEA, NOON.plusSeconds(2)));
        }
    }

    @Test
    void aPriceInAnotherCurrencyIsNoPrice() {
        PriceRule pounds = new PriceRule("p", TEA.id(), "", Level.PROMOTION, 0,
                UnitPrice.parse("1", Currency.getInstance("GBP")), NOON, Optional.empty());

        assertEquals(base(), new PriceBook("S1", List.of(pounds)).effective(TEA, NOON));
    }

    @Test
    void aWindowIsNeverEmpty() {
        assertThrows(IllegalArgumentException.class, () -> rule("r", Level.BASE, "1", NOON, Optional.of(NOON)));
        assertThrows(IllegalArgumentException.class, () -> rule("r", Level.BASE, "1", NOON, Optional.of(NOON.minus(TICK))));
        assertThrows(IllegalArgumentException.class, () -> rule("", Level.BASE, "1", NOON, Optional.empty()));
    }

    /// The rule book read aloud: no applying rule is stronger than the one that won.
    private static Price strongest(List<PriceRule> rules, Product product, Instant at) {
        PriceRule best = null;
        for (PriceRule rule : rules) {
            boolean applies = rule.product().equals(product.id())
                    && (rule.branch().isEmpty() || rule.branch().equals("S1"))
                    && !at.isBefore(rule.validFrom())
                    && (rule.validTo().isEmpty() || at.isBefore(rule.validTo().get()));
            if (applies && (best == null || isStronger(rule, best))) {
                best = rule;
            }
        }
        return best == null ? new Price(product.basePrice(), new Price.Source.Base()) : by(best);
    }

    private static boolean isStronger(PriceRule left, PriceRule right) {
        if (left.level() != right.level()) {
            return left.level().compareTo(right.level()) > 0;
        }
        if (left.priority() != right.priority()) {
            return left.priority() > right.priority();
        }
        if (left.branch().isEmpty() != right.branch().isEmpty()) {
            return right.branch().isEmpty();
        }
        if (!left.validFrom().equals(right.validFrom())) {
            return left.validFrom().isAfter(right.validFrom());
        }
        return left.id().compareTo(right.id()) > 0;
    }

    private static List<PriceRule> rules(Chance chance, List<Product> products) {
        List<PriceRule> rules = new ArrayList<>();
        for (int number = chance.below(12); number > 0; number--) {
            Instant from = NOON.plusSeconds(chance.below(6));
            rules.add(new PriceRule("r" + number, chance.pick(products).id(), chance.pick("", "S1", "S2"),
                    chance.pick(Level.values()), chance.below(2), Shelf.price(chance, EUR), from,
                    chance.maybe(() -> from.plusSeconds(1 + chance.below(5)))));
        }
        return rules;
    }

    private static List<PriceRule> shuffled(Chance chance, List<PriceRule> rules) {
        List<PriceRule> left = new ArrayList<>(rules);
        List<PriceRule> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            shuffled.add(left.remove(chance.below(left.size())));
        }
        return shuffled;
    }

    private static List<Instant> instants(Chance chance, List<PriceRule> rules) {
        List<Instant> instants = new ArrayList<>(List.of(NOON, chance.instant()));
        for (PriceRule rule : rules) {
            instants.add(rule.validFrom());
            instants.add(rule.validFrom().minus(TICK));
            rule.validTo().ifPresent(to -> instants.addAll(List.of(to, to.minus(TICK))));
        }
        assertTrue(instants.size() >= 2);
        return instants;
    }

    private static PriceRule rule(String id, Level level, String price, Instant from, Optional<Instant> to) {
        return new PriceRule(id, TEA.id(), "S1", level, 0, UnitPrice.parse(price, EUR), from, to);
    }

    private static Price base() {
        return new Price(TEA.basePrice(), new Price.Source.Base());
    }

    private static Price by(PriceRule rule) {
        return new Price(rule.price(), new Price.Source.Rule(rule.id()));
    }
}
