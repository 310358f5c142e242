package io.evertill.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.price.Promotions.Share;
import io.evertill.price.Promotions.Ware;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Chance;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromotionsTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final ProductId TEA = ProductId.of(Sku.of("TEA"));
    private static final ProductId MUG = ProductId.of(Sku.of("MUG"));
    private static final ProductId POT = ProductId.of(Sku.of("POT"));
    private static final List<ProductId> PRODUCTS = List.of(TEA, MUG, POT);

    @RandomTest(seeds = 2_000)
    void neitherTheOrderOfTheGoodsNorThatOfThePromotionsMatters(Chance chance) {
        List<Promotion> promotions = Offers.any(chance, EUR, PRODUCTS);
        List<Ware> wares = wares(chance);

        assertEquals(new Promotions(promotions).shares(wares),
                new Promotions(shuffled(chance, promotions)).shares(shuffled(chance, wares)));
    }

    @RandomTest(seeds = 2_000)
    void withoutAnyOneOfThemNothingIsCheaper(Chance chance) {
        List<Promotion> promotions = Offers.any(chance, EUR, PRODUCTS);
        List<Ware> wares = wares(chance);
        long with = net(promotions, wares);

        for (Promotion promotion : promotions) {
            List<Promotion> others = promotions.stream().filter(other -> !other.id().equals(promotion.id())).toList();
            long without = net(others, wares);

            assertTrue(without >= with, () -> without + " without " + promotion + ", " + with + " with it");
        }
    }

    @RandomTest(seeds = 2_000)
    void nothingCostsLessThanNothingAndEveryShareIsWorthSomething(Chance chance) {
        List<Ware> wares = wares(chance);
        Map<Integer, List<Share>> shares = new Promotions(Offers.any(chance, EUR, PRODUCTS)).shares(wares);

        for (Ware ware : wares) {
            List<Share> own = shares.getOrDefault(ware.number(), List.of());
            assertTrue(own.stream().allMatch(share -> share.amount().isPositive() && share.promotion().covers(ware.product())));
            assertTrue(own.stream().map(share -> share.promotion().id()).distinct().count() == own.size(), "each once");
            assertTrue(own.size() <= Promotions.LINE_MAX);
            assertTrue(own.stream().mapToLong(share -> share.amount().minor()).sum() <= ware.gross().minor());
        }
    }

    /// Whoever gave each piece to at most one promotion in every possible way can find nothing cheaper; with one promotion alone
    /// the same.
    @RandomTest(seeds = 600)
    void noPieceIsInTwoPromotionsThatDoNotStack(Chance chance) {
        List<Promotion> promotions = Offers.any(chance, EUR, PRODUCTS).stream().filter(one -> !one.stacks()).limit(3).toList();
        List<Ware> wares = chance.list(1, 3, () -> 0).stream().map(_ -> pieces(chance, chance.below(1_000), 2)).toList();
        List<Ware> numbered = new ArrayList<>();
        wares.forEach(ware -> numbered.add(new Ware(numbered.size() + 1, ware.product(), ware.each(), ware.pieces(),
                ware.tenThousandths(), ware.gross())));

        assertTrue(net(promotions, numbered) >= cheapest(promotions, numbered), () -> promotions + " for " + numbered);
        for (Promotion promotion : promotions) {
            assertEquals(cheapest(List.of(promotion), numbered), net(List.of(promotion), numbered), () -> promotion + " for " + numbered);
        }
    }

    @Test
    void ofThreeTheCheapestIsFreeAndAllThreeShareInIt() {
        Promotion three = Offers.of("3for2", new Deal.NForM(3, 2), TEA, MUG);

        assertEquals("1: 3for2 1.26; 2: 3for2 0.24",
                said(List.of(three), ware(1, TEA, 400, 2), ware(2, MUG, 150, 1), ware(3, POT, 100, 9)));
        assertEquals("1: 3for2 4.00", said(List.of(three), ware(1, TEA, 400, 5)));
        assertEquals("1: 3for2 8.00", said(List.of(three), ware(1, TEA, 400, 6)));
        assertEquals("", said(List.of(three), ware(1, TEA, 400, 2)));
    }

    @Test
    void anyOfASetCostTogetherWhatTheSetCostsWhereThatIsLess() {
        Promotion any = Offers.of("any2", new Deal.AnyFor(2, eur(500)), TEA, MUG);

        assertEquals("1: any2 0.99; 2: any2 0.51", said(List.of(any), ware(1, TEA, 433, 1), ware(2, MUG, 217, 1)));
        assertEquals("", said(List.of(any), ware(1, TEA, 250, 2)));
        assertEquals("1: any2 3.00", said(List.of(any), ware(1, TEA, 400, 3)));
    }

    @Test
    void theLowestPriceWinsAndBetweenEqualsThePriority() {
        Promotion ten = Offers.of("ten", new Deal.PercentOff(1_000));
        Promotion euro = Offers.of("euro", new Deal.AmountOff(eur(100)), TEA);

        assertEquals("1: euro 2.00; 2: ten 0.20", said(List.of(ten, euro), ware(1, TEA, 400, 2), ware(2, MUG, 200, 1)));
        assertEquals("1: euro 1.00", said(List.of(Offers.first(ten, -1), euro), ware(1, TEA, 1_000, 1)));
        assertEquals("1: ten 1.00", said(List.of(Offers.first(ten, 1), euro), ware(1, TEA, 1_000, 1)));
        assertEquals("1: euro 1.00", said(List.of(ten, euro), ware(1, TEA, 1_000, 1)), "euro comes before ten");
    }

    @Test
    void whatIsInASetIsNotReducedOnceMoreButByAPromotionThatStacks() {
        Promotion three = Offers.of("3for2", new Deal.NForM(3, 2), TEA);
        Promotion ten = Offers.of("ten", new Deal.PercentOff(1_000));

        assertEquals("1: 3for2 4.00, ten 0.40", said(List.of(three, ten), ware(1, TEA, 400, 4)));
        assertEquals("1: 3for2 4.00, ten 1.20", said(List.of(three, Offers.stacked(ten)), ware(1, TEA, 400, 4)));
    }

    @Test
    void aSetIsLeftUnmadeWhereItsPiecesCostLessApart() {
        Promotion three = Offers.of("3for2", new Deal.NForM(3, 2), TEA, MUG);
        Promotion half = Offers.of("half", new Deal.PercentOff(5_000), MUG);

        assertEquals("1: 3for2 4.00; 2: half 4.50", said(List.of(three, half), ware(1, TEA, 400, 3), ware(2, MUG, 300, 3)));
    }

    @Test
    void whatIsMeasuredIsInNoSetAndAnAmountIsForEachUnit() {
        Ware cheese = new Ware(1, TEA, 100_000, 0, 12_500, eur(1_250));

        assertEquals("", said(List.of(Offers.of("2for1", new Deal.NForM(2, 1))), cheese));
        assertEquals("1: euro 1.25", said(List.of(Offers.of("euro", new Deal.AmountOff(eur(100)))), cheese));
    }

    @Test
    void otherMoneyIsNoPromotionHere() {
        Promotion pound = Offers.of("pound", new Deal.AmountOff(Money.of(100, "GBP")));
        Promotion set = Offers.of("set", new Deal.AnyFor(2, Money.of(100, "GBP")));

        assertEquals("", said(List.of(pound, set), ware(1, TEA, 400, 2)));
    }

    @Test
    void aPromotionAppliesWithinItsWindowAndItsHours() {
        Instant from = Instant.parse("2026-03-01T00:00:00Z");
        Instant to = Instant.parse("2026-03-31T00:00:00Z");
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Promotion happy = new Promotion("h", "Happy hour", "", Set.of(), new Deal.PercentOff(1_000), 0, false, from, Optional.of(to),
                Optional.of(new Hours(Set.of(DayOfWeek.FRIDAY), LocalTime.of(17, 0), LocalTime.of(19, 0))));
        Promotions all = new Promotions(List.of(happy));

        assertEquals(List.of(), all.inForce(Instant.parse("2026-02-27T17:00:00Z"), berlin).all(), "not yet");
        assertEquals(List.of(happy), all.inForce(Instant.parse("2026-03-13T16:00:00Z"), berlin).all());
        assertEquals(List.of(), all.inForce(Instant.parse("2026-03-13T18:00:00Z"), berlin).all(), "an hour late");
        assertEquals(List.of(), all.inForce(Instant.parse("2026-04-03T16:00:00Z"), berlin).all(), "no more");
        assertTrue(!new Promotion("w", "W", "", Set.of(), new Deal.PercentOff(1), 0, false, from, Optional.of(to), Optional.empty())
                .appliesAt(to, berlin), "half open");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Deal.PercentOff(0));
        assertThrows(IllegalArgumentException.class, () -> new Deal.PercentOff(10_001));
        assertThrows(IllegalArgumentException.class, () -> new Deal.AmountOff(eur(0)));
        assertThrows(IllegalArgumentException.class, () -> new Deal.NForM(1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Deal.NForM(3, 3));
        assertThrows(IllegalArgumentException.class, () -> new Deal.NForM(3, 0));
        assertThrows(IllegalArgumentException.class, () -> new Deal.AnyFor(2, eur(0)));
        assertThrows(IllegalArgumentException.class, () -> new Deal.AnyFor(101, eur(1)));
        assertThrows(IllegalArgumentException.class, () -> Offers.stacked(Offers.of("s", new Deal.NForM(3, 2))));
    }

    private static String said(List<Promotion> promotions, Ware... wares) {
        Map<Integer, List<Share>> shares = new Promotions(promotions).shares(List.of(wares));
        return String.join("; ", shares.keySet().stream().sorted()
                .map(number -> number + ": " + String.join(", ", shares.get(number).stream()
                        .map(share -> share.promotion().id() + " " + share.amount().text()).toList()))
                .toList());
    }

    private static long net(List<Promotion> promotions, List<Ware> wares) {
        long off = new Promotions(promotions).shares(wares).values().stream().flatMap(List::stream)
                .mapToLong(share -> share.amount().minor()).sum();
        return wares.stream().mapToLong(ware -> ware.gross().minor()).sum() - off;
    }

    /// The lowest price by trying every way of making sets.
    private static long cheapest(List<Promotion> promotions, List<Ware> wares) {
        List<Ware> pieces = new ArrayList<>();
        wares.forEach(ware -> pieces.addAll(Collections.nCopies((int) ware.pieces(), ware)));
        return cheapest(promotions, pieces, new HashMap<>());
    }

    private static long cheapest(List<Promotion> promotions, List<Ware> pieces, Map<Ware, Integer> apart) {
        if (pieces.isEmpty()) {
            return apart.entrySet().stream().mapToLong(entry -> alone(promotions, entry.getKey(), entry.getValue())).sum();
        }
        Ware first = pieces.getFirst();
        List<Ware> rest = pieces.subList(1, pieces.size());
        Map<Ware, Integer> more = new HashMap<>(apart);
        more.merge(first, 1, Integer::sum);
        long best = cheapest(promotions, rest, more);
        for (Promotion promotion : promotions) {
            int size = switch (promotion.deal()) {
                case Deal.NForM(int count, int _) -> count;
                case Deal.AnyFor(int count, Money _) -> count;
                case Deal.PercentOff _, Deal.AmountOff _ -> 0;
            };
            for (int mask = 0; size > 0 && mask < 1 << rest.size(); mask++) {
                if (Integer.bitCount(mask) == size - 1) {
                    List<Ware> set = new ArrayList<>(List.of(first));
                    List<Ware> left = new ArrayList<>();
                    for (int at = 0; at < rest.size(); at++) {
                        ((mask >> at & 1) == 1 ? set : left).add(rest.get(at));
                    }
                    if (set.stream().allMatch(ware -> promotion.covers(ware.product()))) {
                        best = Math.min(best, together(promotion.deal(), set) + cheapest(promotions, left, apart));
                    }
                }
            }
        }
        return best;
    }

    private static long alone(List<Promotion> promotions, Ware ware, int pieces) {
        long gross = ware.each() / 100 * pieces;
        return promotions.stream().filter(promotion -> promotion.covers(ware.product())).mapToLong(promotion -> switch (promotion.deal()) {
            case Deal.PercentOff(int hundredths) -> gross - (gross * hundredths + 5_000) / 10_000;
            case Deal.AmountOff(Money each) -> Math.max(0, gross - each.minor() * pieces);
            case Deal.NForM _, Deal.AnyFor _ -> gross;
        }).min().orElse(gross);
    }

    private static long together(Deal deal, List<Ware> set) {
        List<Long> prices = set.stream().map(ware -> ware.each() / 100).sorted(Collections.reverseOrder()).toList();
        return switch (deal) {
            case Deal.NForM(int _, int paid) -> prices.stream().limit(paid).mapToLong(Long::longValue).sum();
            case Deal.AnyFor(int _, Money price) -> Math.min(price.minor(), prices.stream().mapToLong(Long::longValue).sum());
            case Deal.PercentOff _, Deal.AmountOff _ -> throw new IllegalArgumentException("no set");
        };
    }

    private static List<Ware> wares(Chance chance) {
        List<Ware> wares = new ArrayList<>();
        for (int count = 1 + chance.below(7); count > 0; count--) {
            Ware ware = pieces(chance, chance.below(1_000), 7);
            boolean isMeasured = chance.oneIn(5);
            long tenThousandths = isMeasured ? 1L + chance.below(50_000) : ware.tenThousandths();
            // A price of less than a minor unit makes what pieces cost uneven.
            long gross = Math.max(0, ware.gross().minor() - chance.below(2));
            wares.add(new Ware(count, ware.product(), ware.each(), isMeasured ? 0 : ware.pieces(), tenThousandths, eur(gross)));
        }
        return wares;
    }

    private static Ware pieces(Chance chance, long price, int most) {
        long pieces = 1L + chance.below(most);
        return ware(1, chance.pick(PRODUCTS), price, pieces);
    }

    private static Ware ware(int number, ProductId product, long price, long pieces) {
        return new Ware(number, product, price * 100, pieces, pieces * Quantity.ONE, eur(price * pieces));
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }

    private static <T> List<T> shuffled(Chance chance, List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, new Random(chance.anyLong()));
        return copy;
    }
}
