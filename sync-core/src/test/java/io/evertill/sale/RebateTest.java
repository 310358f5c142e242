package io.evertill.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import io.evertill.tax.TaxRule;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

class RebateTest {
    @RandomTest(seeds = 300)
    void theSharesSumToWhatIsGivenAndNoLineFallsBelowZero(Chance chance) {
        Basket plain = Checkout.basket(chance, 12).rebated(Optional.empty());
        Discount.Cause.OfBasket rebate = Checkout.rebate(chance, plain.currency());

        Basket cheaper = plain.rebated(Optional.of(rebate));

        assertEquals(rebate.cut().of(sold(plain)), sold(plain).minus(sold(cheaper)));
        for (Line line : cheaper.lines()) {
            assertTrue(line.discounts().isEmpty() || !line.total().isNegative(), line.toString());
            assertEquals(plain.find(line.number()).orElseThrow().gross(), line.gross());
            assertTrue(line.returned().isEmpty() || line.discounts().isEmpty());
        }
    }

    @RandomTest(seeds = 200)
    void eachShareIsInProportionWithinAMinorUnit(Chance chance) {
        Basket plain = Checkout.basket(chance, 12).rebated(Optional.empty());
        Discount.Cause.OfBasket rebate = Checkout.rebate(chance, plain.currency());
        Money whole = sold(plain);
        Money given = rebate.cut().of(whole);

        for (Line line : plain.rebated(Optional.of(rebate)).lines()) {
            Line own = plain.find(line.number()).orElseThrow();
            long share = own.total().minus(line.total()).minor();
            long exact = isSold(own) ? Rounding.DOWN.share(given, own.total().minor(), whole.minor()).minor() : 0;
            assertTrue(share == exact || (share == exact + 1 && isSold(own)), line.toString());
        }
    }

    @RandomTest(seeds = 200)
    void howABasketCameAboutDoesNotMatterAndTakingTheRebateAwayLeavesNothingOfIt(Chance chance) {
        Basket basket = Basket.empty(Checkout.currency(chance), Checkout.taxRule(chance));
        Optional<Discount.Cause.OfBasket> rebate = Optional.of(Checkout.rebate(chance, basket.currency()));
        Basket before = basket.rebated(rebate);

        for (int acts = 0; acts < 12; acts++) {
            basket = Checkout.act(chance, basket.rebated(Optional.empty())).rebated(Optional.empty());
            before = new Basket(before.currency(), before.taxRule(), basket.lines(), basket.voided(), basket.lineNumberLast(), rebate,
                    Optional.empty());

            assertEquals(before, basket.rebated(rebate));
            assertEquals(before, before.rebated(rebate), "spread twice");
            assertEquals(basket, before.rebated(Optional.empty()));
        }
    }

    @RandomTest
    void aVoidedLineHasNoShareAndItsShareGoesToTheOthers(Chance chance) {
        Basket basket = Checkout.basket(chance, 12);
        basket = basket.rebated(Optional.of(Checkout.rebate(chance, basket.currency())));

        Basket fewer = basket.voidLine(chance.pick(basket.lines()).number());

        assertFalse(fewer.voided().stream().anyMatch(Line::hasShare));
        assertEquals(fewer.rebated(Optional.empty()).rebated(basket.rebate()), fewer);
    }

    @RandomTest(seeds = 5)
    void aRebateThatWouldNotFitIntoAnEntryIsRefused(Chance chance) {
        Basket basket = Basket.empty(Currency.getInstance("EUR"), TaxRule.USUAL);
        while (!basket.isFull()) {
            basket = basket.plus(Checkout.soldLine(chance, basket.lineNumberNext(), basket.currency()));
        }
        Basket full = basket;
        Discount.Cause.OfBasket rebate = new Discount.Cause.OfBasket(new Cut.Percent(100), "牛".repeat(64));

        assertFalse(full.hasRoomFor(rebate));
        assertThrows(IllegalArgumentException.class, () -> full.rebated(Optional.of(rebate)));
    }

    private static Money sold(Basket basket) {
        List<Line> lines = basket.lines().stream().filter(RebateTest::isSold).toList();
        return lines.stream().map(Line::total).reduce(Money.zero(basket.currency()), Money::plus);
    }

    private static boolean isSold(Line line) {
        return line.returned().isEmpty() && line.total().isPositive();
    }
}
