package io.evertill.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.price.Price;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Chance;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxAmount;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BasketTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final TaxRate VAT = new TaxRate("V", "VAT", 200_000, TaxRate.Kind.INCLUSIVE);
    private static final Item TEA = item("TEA", Unit.EACH);
    private static final Item RICE = item("RICE", Unit.KILOGRAM);
    private static final Price PRICE = new Price(UnitPrice.parse("2.49", EUR), new Price.Source.Base());

    @RandomTest(seeds = 500)
    void whateverACashierDoesNoLineIsForgottenAndNoNumberUsedTwice(Chance chance) {
        Basket basket = Basket.empty(Checkout.currency(chance), Checkout.taxRule(chance));
        Set<Integer> seen = new HashSet<>();

        for (int acts = 0; acts < 30; acts++) {
            Basket after = Checkout.act(chance, basket);

            List<Integer> numbers = new ArrayList<>();
            after.lines().forEach(line -> numbers.add(line.number()));
            after.voided().forEach(line -> numbers.add(line.number()));
            assertEquals(numbers.size(), Set.copyOf(numbers).size());
            assertTrue(numbers.containsAll(seen), "a line vanished: " + seen + " then " + numbers);
            assertTrue(after.lineNumberNext() > numbers.stream().mapToInt(number -> number).max().orElse(0));
            basket.voided().forEach(line -> assertTrue(after.voided().stream().anyMatch(same -> same.number() == line.number()
                    && same.item().equals(line.item()) && same.quantity().absolute().compareTo(line.quantity().absolute()) >= 0
                    && same.out().equals(line.out())), () -> "forgotten: " + line));
            assertOwed(after);
            seen.addAll(numbers);
            basket = after;
        }
    }

    @RandomTest
    void scanningOneByOneIsLikeMultiplying(Chance chance) {
        int count = 1 + chance.below(30);
        Price price = Checkout.price(chance, EUR);
        Basket basket = Basket.empty(EUR, TaxRule.USUAL);

        for (int scans = 0; scans < count; scans++) {
            basket = basket.ring(TEA, Quantity.of(1, Unit.EACH), price);
        }

        assertEquals(List.of(Line.sold(1, TEA, Quantity.of(count, Unit.EACH), price)), basket.lines());
    }

    @Test
    void onlyTheLastLineOfTheSameItemAndPriceGrows() {
        Price dearer = new Price(UnitPrice.parse("2.50", EUR), new Price.Source.Base());
        Basket basket = Basket.empty(EUR, TaxRule.USUAL)
                .ring(TEA, Quantity.of(1, Unit.EACH), PRICE)
                .ring(TEA, Quantity.of(2, Unit.EACH), PRICE)
                .ring(TEA, Quantity.of(1, Unit.EACH), dearer)
                .ring(TEA, Quantity.of(1, Unit.EACH), PRICE)
                .ring(RICE, Quantity.parse("0.5", Unit.KILOGRAM), PRICE)
                .ring(RICE, Quantity.parse("0.5", Unit.KILOGRAM), PRICE);

        assertEquals(List.of("3", "1", "1", "0.5", "0.5"), basket.lines().stream().map(line -> line.quantity().text()).toList());
        assertEquals(List.of(1, 2, 3, 4, 5), basket.lines().stream().map(Line::number).toList());
    }

    /// What is taken out of a line stays on record, and one piece after the other is one act: three keys leave one line.
    @Test
    void aPartOfALineThatIsTakenOutStaysOnRecord() {
        Basket three = Basket.empty(EUR, TaxRule.USUAL).ring(TEA, Quantity.of(5, Unit.EACH), PRICE);
        Quantity one = Quantity.of(1, Unit.EACH);

        Basket less = three.takeOut(1, one, Optional.empty()).orElseThrow().takeOut(1, one, Optional.empty()).orElseThrow();
        Basket wrong = less.takeOut(1, one, Optional.of("DAMAGED")).orElseThrow();
        Basket none = wrong.takeOut(1, Quantity.of(2, Unit.EACH), Optional.of("DAMAGED")).orElseThrow();

        assertEquals(List.of(Line.sold(1, TEA, Quantity.of(3, Unit.EACH), PRICE)), less.lines());
        assertEquals(List.of(Line.sold(2, TEA, Quantity.of(2, Unit.EACH), PRICE)), less.voided());
        assertEquals(3, less.lineNumberNext());
        assertEquals(List.of(Optional.empty(), Optional.of("DAMAGED")), wrong.voided().stream().map(Line::out).toList());
        assertEquals(List.of(), none.lines());
        assertEquals(List.of(2, 3, 1), none.voided().stream().map(Line::number).toList(), "a whole line stays as it was");
        assertEquals(Money.of(5 * 249, "EUR"), none.takenOut(TEA.product()));
        assertEquals(Money.of(0, "EUR"), none.takenOut(RICE.product()));
        assertThrows(IllegalArgumentException.class, () -> three.takeOut(1, Quantity.of(6, Unit.EACH), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> three.takeOut(1, Quantity.zero(Unit.EACH), Optional.empty()));
    }

    /// Where a line more does not fit, no part can be taken out, but the line can.
    @Test
    void aFullBasketLosesWholeLinesOnly() {
        Basket full = Basket.empty(EUR, TaxRule.USUAL);
        for (int number = 1; !full.isFull(); number++) {
            full = full.plus(Line.sold(number, number % 2 == 0 ? TEA : RICE, Quantity.of(2, (number % 2 == 0 ? TEA : RICE).unit()), PRICE));
        }

        assertEquals(Optional.empty(), full.takeOut(2, Quantity.of(1, Unit.EACH), Optional.empty()));
        Basket fewer = full.takeOut(2, Quantity.of(2, Unit.EACH), Optional.of("DAMAGED")).orElseThrow();
        assertEquals(full.lines().size() - 1, fewer.lines().size());
    }

    @Test
    void aVoidedLineStaysOnRecordAndItsNumberIsNotUsedAgain() {
        Basket basket = Basket.empty(EUR, TaxRule.USUAL).ring(TEA, Quantity.of(1, Unit.EACH), PRICE);
        Line first = basket.lines().getFirst();

        Basket after = basket.voidLine(1).ring(TEA, Quantity.of(1, Unit.EACH), PRICE);

        assertEquals(List.of(first), after.voided());
        assertEquals(List.of(2), after.lines().stream().map(Line::number).toList());
        assertThrows(IllegalArgumentException.class, () -> after.voidLine(1));
        assertThrows(IllegalArgumentException.class, () -> after.withQuantity(1, Quantity.of(1, Unit.EACH)));
    }

    @Test
    void aQuantityIsChangedInPlaceAndPricedAnew() {
        Basket basket = Basket.empty(EUR, TaxRule.USUAL)
                .ring(TEA, Quantity.of(1, Unit.EACH), PRICE)
                .ring(RICE, Quantity.parse("1", Unit.KILOGRAM), PRICE)
                .withQuantity(1, Quantity.of(4, Unit.EACH));

        assertEquals(Money.of(4 * 249 + 249, "EUR"), basket.total());
        assertThrows(IllegalArgumentException.class, () -> basket.withQuantity(1, Quantity.zero(Unit.EACH)));
        assertThrows(IllegalArgumentException.class, () -> basket.withQuantity(1, Quantity.of(-1, Unit.EACH)));
    }

    @Test
    void ringingUpLessThanSomethingIsRefusedAlsoWhereALineWouldShrink() {
        Basket basket = Basket.empty(EUR, TaxRule.USUAL).ring(TEA, Quantity.of(3, Unit.EACH), PRICE);

        assertThrows(IllegalArgumentException.class, () -> basket.ring(TEA, Quantity.of(-1, Unit.EACH), PRICE));
        assertThrows(IllegalArgumentException.class, () -> basket.ring(TEA, Quantity.zero(Unit.EACH), PRICE));
    }

    @Test
    void aBasketReadBackWithImpossiblePartsIsRefused() {
        Line one = Line.sold(1, TEA, Quantity.of(1, Unit.EACH), PRICE);
        Line pounds = Line.sold(2, TEA, Quantity.of(1, Unit.EACH),
                new Price(UnitPrice.parse("1", Currency.getInstance("GBP")), new Price.Source.Base()));

        assertThrows(IllegalArgumentException.class, () -> new Basket(EUR, TaxRule.USUAL, List.of(one, one), List.of(), 2));
        assertThrows(IllegalArgumentException.class, () -> new Basket(EUR, TaxRule.USUAL, List.of(one), List.of(one), 2));
        assertThrows(IllegalArgumentException.class, () -> new Basket(EUR, TaxRule.USUAL, List.of(one), List.of(), 0));
        assertThrows(IllegalArgumentException.class, () -> new Basket(EUR, TaxRule.USUAL, List.of(one, pounds), List.of(), 2));
        assertThrows(IllegalArgumentException.class, () -> Basket.empty(EUR, TaxRule.USUAL).plus(pounds));
    }

    @Test
    void aBasketSaysThatItIsFullBeforeALineDoesNotFit() {
        Basket basket = Basket.empty(EUR, TaxRule.USUAL);
        Item wordy = new Item(TEA.product(), TEA.sku(), "牛".repeat(200), Unit.EACH, Product.Kind.GOODS, VAT);
        while (!basket.isFull()) {
            Line line = Line.sold(basket.lineNumberNext(), wordy, Quantity.of(1, Unit.EACH), PRICE);
            basket = basket.plus(line);
        }
        Basket full = basket;

        assertTrue(full.lines().size() > 500, "only " + full.lines().size());
        assertThrows(IllegalArgumentException.class, () -> full.plus(
                Line.sold(full.lineNumberNext(), wordy, Quantity.of(1, Unit.EACH), PRICE)));
        assertThrows(IllegalArgumentException.class, () -> full.ring(TEA, Quantity.of(1, Unit.EACH), PRICE));
        assertEquals(Optional.empty(), full.ringIfRoom(TEA, Quantity.of(1, Unit.EACH), PRICE, Tracking.NONE));
        assertEquals(full.lines().size(), full.ring(wordy, Quantity.of(1, Unit.EACH), PRICE).lines().size());
        assertFalse(full.voidLine(1).isEmpty());
    }

    @Test
    void theLongestInvoiceOfARealRetailerFits() {
        Basket basket = Basket.empty(EUR, TaxRule.USUAL);
        for (int number = 1; number <= 1_114; number++) {
            basket = basket.plus(Line.sold(number, item("WHITE HANGING HEART T-LIGHT HOLDER " + number, Unit.EACH),
                    Quantity.of(number, Unit.EACH), new Price(PRICE.unit(), new Price.Source.Set("REPLAY"))));
        }

        assertFalse(basket.isFull());
    }

    @Test
    void aPriceFromACodeSaysWhatOneUnitCosts() {
        Line line = Line.embedded(1, RICE, Quantity.parse("0.350", Unit.KILOGRAM), Money.of(87, "EUR"));

        assertEquals("2.4857", line.price().unit().text());
        assertEquals(Money.of(87, "EUR"), line.total());
    }

    @Test
    void aLineKeepsWhatItsPartsPromise() {
        Quantity one = Quantity.of(1, Unit.EACH);
        Money total = Money.of(249, "EUR");
        ReturnOf blind = new ReturnOf(Optional.empty(), ReturnOf.Condition.UNKNOWN, "gift");

        assertThrows(IllegalArgumentException.class, () -> Line.sold(0, TEA, one, PRICE));
        assertThrows(IllegalArgumentException.class, () -> Line.sold(1, TEA, Quantity.zero(Unit.EACH), PRICE));
        assertThrows(IllegalArgumentException.class, () -> Line.sold(1, TEA, one.negated(), PRICE));
        assertThrows(IllegalArgumentException.class, () -> Line.sold(1, TEA, Quantity.of(1, Unit.LITRE), PRICE));
        assertThrows(IllegalArgumentException.class, () -> Line.returned(1, TEA, one.negated(), PRICE, total, blind));
        assertThrows(IllegalArgumentException.class, () -> new Line(1, TEA, Quantity.of(2, Unit.EACH), PRICE, total,
                Optional.empty(), Optional.empty(), Optional.of("SN1")));
        assertThrows(IllegalArgumentException.class, () -> new Line(1, TEA, one, PRICE, Money.of(249, "GBP"),
                Optional.empty(), Optional.empty(), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new ReturnOf(Optional.empty(), ReturnOf.Condition.UNKNOWN, " "));
    }

    private static void assertOwed(Basket basket) {
        Money owed = Money.zero(basket.currency());
        for (Line line : basket.lines()) {
            owed = owed.plus(line.total());
        }
        for (TaxAmount tax : basket.taxes()) {
            owed = tax.rate().kind() == TaxRate.Kind.EXCLUSIVE ? owed.plus(tax.tax()) : owed;
        }
        assertEquals(owed, basket.total());
    }

    private static Item item(String name, Unit unit) {
        Sku sku = Sku.of(name);
        return new Item(ProductId.of(sku), sku, name, unit, Product.Kind.GOODS, VAT);
    }
}
