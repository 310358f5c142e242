package io.evertill.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.price.Deal;
import io.evertill.price.Offers;
import io.evertill.price.Price;
import io.evertill.price.Promotions;
import io.evertill.stock.Chance;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Unit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromotingTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @RandomTest(seeds = 300)
    void howABasketCameAboutDoesNotMatter(Chance chance) {
        Basket basket = Checkout.basket(chance, 8);
        Promotions promotions = Checkout.promoted(chance, basket).promotions().orElseThrow();
        Basket grown = basket.under(promotions);

        for (int acts = 0; acts < 8; acts++) {
            grown = Checkout.act(chance, grown);
            Basket plain = new Basket(grown.currency(), grown.taxRule(), grown.lines().stream()
                    .map(line -> line.promoted(List.of())).toList(), grown.voided(), grown.lineNumberLast(),
                    grown.rebate(), Optional.empty());

            assertEquals(grown, plain.under(promotions));
            assertEquals(grown, grown.under(promotions), "twice");
        }
    }

    @RandomTest(seeds = 300)
    void promotionsComeFirstThenWhatIsGivenByHandThenOnAll(Chance chance) {
        Basket basket = Checkout.promoted(chance, Checkout.basket(chance, 12));

        for (Line line : basket.lines()) {
            List<Integer> order = line.discounts().stream().map(discount -> switch (discount.cause()) {
                case Discount.Cause.Promotion _ -> 1;
                case Discount.Cause.ByHand _ -> 2;
                case Discount.Cause.OfBasket _ -> 3;
                case Discount.Cause.TaxExempt _ -> 4;
            }).toList();
            assertEquals(order.stream().sorted().toList(), order);
            line.byHand().ifPresent(given -> assertTrue(line.discounts().contains(new Discount(given.cut().of(line.beforeHand()), given))));
            boolean isPromotable = line.returned().isEmpty() && !(line.price().source() instanceof Price.Source.Set);
            assertTrue(isPromotable || line.promotions().isEmpty(), line.toString());
            assertTrue(line.discounts().isEmpty() || !line.total().isNegative());
        }
    }

    @RandomTest(seeds = 300)
    void withoutAWordAboutPromotionsTheLinesStayAsTheyAre(Chance chance) {
        List<Line> lines = chance.list(1, 6, () -> Checkout.soldLine(chance, 1, EUR));
        Line line = lines.getFirst();

        assertEquals(List.of(line), new Basket(EUR, Checkout.taxRule(chance), List.of(line), List.of(), 1).lines());
        assertEquals(List.of(), new Basket(EUR, Checkout.taxRule(chance), List.of(line), List.of(), 1).under(Promotions.NONE)
                .lines().getFirst().promotions());
    }

    @Test
    void aSetGrowsAndShrinksWithTheBasketAndAVoidedLineHasNoPartInIt() {
        Chance chance = new Chance(7);
        Basket basket = Basket.empty(EUR, Checkout.taxRule(chance));
        Item one = piece(chance);
        Item other = piece(chance);
        basket = basket.under(new Promotions(List.of(Offers.of("3for2", new Deal.NForM(3, 2), one.product(), other.product()))));

        basket = basket.ring(one, Quantity.of(2, one.unit()), price(400));
        assertEquals(eur(800), net(basket));
        basket = basket.ring(other, Quantity.of(1, other.unit()), price(150));
        assertEquals(eur(800), net(basket), "the cheapest is free");
        basket = basket.withQuantity(2, Quantity.of(4, other.unit()));
        assertEquals(eur(1_100), net(basket), "and of the other three one");
        Basket fewer = basket.voidLine(1);
        assertEquals(eur(450), net(fewer));
        assertEquals(List.of(eur(800)), fewer.voided().stream().map(Line::total).toList());
        assertEquals(eur(1_400), net(basket.withPrice(2, new Price(price(150).unit(), new Price.Source.Set("why")))),
                "a price that somebody set is not reduced");
    }

    @Test
    void goodsByWeightAreInNoSet() {
        Chance chance = new Chance(7);
        Item piece = piece(chance);
        Item rice = new Item(piece.product(), piece.sku(), piece.name(), Unit.KILOGRAM, piece.kind(), piece.tax());
        Basket basket = Basket.empty(EUR, Checkout.taxRule(chance))
                .under(new Promotions(List.of(Offers.of("3for2", new Deal.NForM(3, 2), rice.product()))));

        assertEquals(eur(1_200), net(basket.ring(rice, Quantity.of(3, Unit.KILOGRAM), price(400))));
    }

    @Test
    void roomIsKeptForWhatPromotionsMayYetTake() {
        Chance chance = new Chance(7);
        Item one = piece(chance);
        Basket basket = Basket.empty(EUR, Checkout.taxRule(chance)).ring(one, Quantity.of(2, one.unit()), price(400));
        Basket waiting = basket.under(new Promotions(List.of(Offers.of("3for2", new Deal.NForM(3, 2)))));
        Basket complete = waiting.withQuantity(1, Quantity.of(3, one.unit()));

        assertTrue(waiting.room() > basket.room());
        assertEquals(waiting.room(), complete.room());
    }

    private static Money net(Basket basket) {
        return basket.lines().stream().map(Line::total).reduce(Money.zero(EUR), Money::plus);
    }

    private static Item piece(Chance chance) {
        Item item = Checkout.item(chance, EUR);
        while (item.unit().isMeasured() || Quantity.ONE % item.unit().step() != 0) {
            item = Checkout.item(chance, EUR);
        }
        return item;
    }

    private static Price price(long minor) {
        return new Price(UnitPrice.of(eur(minor)), new Price.Source.Base());
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}
