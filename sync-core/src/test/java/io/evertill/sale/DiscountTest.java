package io.evertill.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.price.Price;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.sale.Discount.Cause;
import io.evertill.stock.Chance;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiscountTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final TaxRate VAT = new TaxRate("V", "VAT", 200_000, TaxRate.Kind.INCLUSIVE);
    private static final Item TEA = new Item(
            ProductId.of(Sku.of("TEA")), Sku.of("TEA"), "Tea", Unit.EACH, Product.Kind.GOODS, VAT);
    private static final Price PRICE = new Price(UnitPrice.parse("2.49", EUR), new Price.Source.Base());

    @Test
    void promotionsComeFirstThenTheLineThenTheBasket() {
        Line promoted = new Line(1, TEA, pieces(4), PRICE, eur(796), List.of(new Discount(eur(200), new Cause.Promotion("P", "Tea week"))),
                Optional.empty(), Optional.empty(), Optional.empty());

        Basket basket = Basket.empty(EUR, TaxRule.USUAL)
                .plus(promoted)
                .rebated(Optional.of(new Cause.OfBasket(new Cut.Percent(1_000), "STAFF")))
                .discounted(1, Optional.of(new Cause.ByHand(new Cut.Percent(5_000), "DAMAGED")));

        assertEquals(List.of(eur(200), eur(398), eur(40)), amounts(basket.lines().getFirst()));
        assertEquals(eur(358), basket.total());
        assertEquals(eur(996), basket.lines().getFirst().gross());
    }

    @Test
    void aDiscountFollowsTheQuantityAndThePrice() {
        Basket basket = tea(1).discounted(1, Optional.of(new Cause.ByHand(new Cut.Percent(1_000), "DAMAGED")));

        assertEquals(eur(224), basket.total());
        assertEquals(eur(896), basket.withQuantity(1, pieces(4)).total());
        assertEquals(eur(900), basket.withPrice(1, new Price(UnitPrice.parse("10", EUR), new Price.Source.Set("PRICE_MATCH"))).total());
        assertEquals(eur(249), basket.discounted(1, Optional.empty()).total());
    }

    @Test
    void anAmountIsTakenOffAsFarAsThereIsSomethingLeft() {
        Basket basket = tea(4).discounted(1, Optional.of(new Cause.ByHand(new Cut.Amount(eur(500)), "DAMAGED")));

        assertEquals(eur(496), basket.total());
        assertEquals(eur(0), basket.withQuantity(1, pieces(1)).total());
        assertEquals(eur(496), basket.withQuantity(1, pieces(1)).withQuantity(1, pieces(4)).total());
    }

    @Test
    void goodsRungUpAfterADiscountWasGivenAreNotPartOfIt() {
        Basket basket = tea(1).discounted(1, Optional.of(new Cause.ByHand(new Cut.Percent(5_000), "DAMAGED")))
                .ring(TEA, pieces(1), PRICE);

        assertEquals(2, basket.lines().size());
        assertEquals(eur(125 - 1 + 249), basket.total());
    }

    @Test
    void whatIsNoDiscountIsRefused() {
        Line back = Line.returned(1, TEA, pieces(1), PRICE, eur(249),
                new ReturnOf(Optional.empty(), ReturnOf.Condition.RESALABLE, "gift"));
        Optional<Cause.ByHand> all = Optional.of(new Cause.ByHand(new Cut.Percent(Cut.Percent.WHOLE), "GIFT"));
        Basket free = Basket.empty(EUR, TaxRule.USUAL).plus(Line.embedded(1, TEA, pieces(1), eur(0)));

        assertThrows(IllegalArgumentException.class, () -> Basket.empty(EUR, TaxRule.USUAL).plus(back).discounted(1, all));
        assertThrows(IllegalArgumentException.class, () -> Basket.empty(EUR, TaxRule.USUAL).plus(back).withPrice(1, PRICE));
        assertThrows(IllegalArgumentException.class, () -> free.discounted(1, all));
        assertThrows(IllegalArgumentException.class, () -> tea(1).discounted(2, all));
        assertThrows(IllegalArgumentException.class, () -> new Cut.Percent(0));
        assertThrows(IllegalArgumentException.class, () -> new Cut.Percent(10_001));
        assertThrows(IllegalArgumentException.class, () -> new Cut.Amount(eur(0)));
        assertThrows(IllegalArgumentException.class, () -> new Discount(eur(-1), new Cause.Promotion("P", "Tea week")));
        assertThrows(IllegalArgumentException.class, () -> new Cause.ByHand(new Cut.Percent(1), " "));
        assertThrows(IllegalArgumentException.class, () -> discounted(back.total(), Optional.of(new ReturnOf(
                Optional.empty(), ReturnOf.Condition.RESALABLE, "gift"))));
        assertThrows(IllegalArgumentException.class, () -> discounted(eur(-1), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> tea(1).discounted(1, Optional.of(
                new Cause.ByHand(new Cut.Amount(Money.of(1, "GBP")), "GIFT"))));
    }

    @RandomTest(seeds = 500)
    void aCutIsNeverMoreThanThePriceAndNeverBelowNothing(Chance chance) {
        Money price = new Money(chance.between(-1_000, 1_000_000), EUR);

        Money cut = Checkout.cut(chance, EUR).of(price);

        assertTrue(!cut.isNegative());
        assertTrue(price.isPositive() ? cut.compareTo(price) <= 0 : cut.isZero());
        assertEquals(price.isPositive() ? price : eur(0), new Cut.Percent(Cut.Percent.WHOLE).of(price));
    }

    private static Line discounted(Money total, Optional<ReturnOf> returned) {
        return new Line(1, TEA, returned.isPresent() ? pieces(1).negated() : pieces(1), PRICE, total,
                List.of(new Discount(eur(1), new Cause.Promotion("P", "Tea week"))), returned, Optional.empty(), Optional.empty());
    }

    private static List<Money> amounts(Line line) {
        return line.discounts().stream().map(Discount::amount).toList();
    }

    private static Basket tea(int count) {
        return Basket.empty(EUR, TaxRule.USUAL).ring(TEA, pieces(count), PRICE);
    }

    private static Quantity pieces(int count) {
        return Quantity.of(count, Unit.EACH);
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}
