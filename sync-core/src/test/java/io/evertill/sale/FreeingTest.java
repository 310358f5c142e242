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
import io.evertill.sale.ReturnOf.Condition;
import io.evertill.stock.Chance;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxAmount;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FreeingTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final TaxRate FULL = new TaxRate("A", "VAT", 190_000, TaxRate.Kind.INCLUSIVE);
    private static final TaxRate ADDED = new TaxRate("S", "Sales tax", 82_500, TaxRate.Kind.EXCLUSIVE);
    private static final TaxRate ZERO = new TaxRate("Z", "VAT", 0, TaxRate.Kind.INCLUSIVE);

    /// What the store's own tax table calls net is what somebody pays who is exempt, whichever way it rounds.
    @RandomTest(seeds = 1_000)
    void whoIsExemptPaysTheNetOfTheStoresTaxTable(Chance chance) {
        Basket taxed = soldOnly(chance);

        Basket free = taxed.exempted(true);

        Money net = taxed.taxes().stream().map(TaxAmount::net).reduce(Money.zero(taxed.currency()), Money::plus);
        assertEquals(net, free.total());
        assertTrue(free.taxes().stream().allMatch(tax -> tax.tax().isZero() && (tax.rate().isExempt() || isZero(tax.rate()))));
        assertTrue(free.lines().stream().noneMatch(line -> line.total().isNegative()));
        assertEquals(taxed, free.exempted(false), "nothing of it is left");
    }

    @RandomTest(seeds = 500)
    void howABasketCameAboutDoesNotMatter(Chance chance) {
        Basket taxed = Basket.empty(Checkout.currency(chance), Checkout.taxRule(chance));
        Basket free = taxed.exempted(true);

        for (int acts = 0; acts < 12; acts++) {
            taxed = Checkout.act(chance, free.exempted(false));
            free = new Basket(taxed.currency(), taxed.taxRule(), taxed.lines(), taxed.voided(), taxed.lineNumberLast(), taxed.rebate(),
                    taxed.promotions(), true);

            assertEquals(free, taxed.exempted(true));
            assertEquals(free, new Basket(free.currency(), free.taxRule(), free.lines(), free.voided(), free.lineNumberLast(),
                    free.rebate(), free.promotions(), true), "freed twice");
            assertFalse(free.voided().stream().anyMatch(line -> line.item().tax().isExempt()));
        }
    }

    /// All parts that come back, in whatever order and baskets, are together what was paid, to the minor unit.
    @RandomTest(seeds = 1_000)
    void whateverComesBackInPartsIsTogetherWhatWasPaid(Chance chance) {
        Sale sale = Checkout.sale(chance, soldOnly(chance).exempted(true));
        Money back = Money.zero(sale.total().currency());

        for (Line line : sale.lines()) {
            Returnable left = Returnable.of(new UUID(1, 2), sale, line.number()).orElseThrow();
            while (left.left().isPositive()) {
                Unit unit = line.item().unit();
                long steps = left.left().tenThousandths() / unit.step();
                Quantity some = new Quantity((1 + chance.below((int) Math.min(steps, 10_000))) * unit.step(), unit);
                boolean isWhole = line.serial().isPresent() || some.compareTo(left.left()) > 0;
                Line taken = left.take(1, isWhole ? left.left() : some, Condition.RESALABLE, "");
                Basket basket = Basket.empty(back.currency(), Checkout.taxRule(chance)).plus(taken).exempted(chance.flip());
                back = back.minus(basket.total());
                left = left.after(left.returned().minus(taken.quantity()), left.refunded().minus(taken.total()));
            }
        }

        assertEquals(sale.total(), back);
    }

    @RandomTest(seeds = 500)
    void whatComesBackKeepsTheTaxThatWasPaid(Chance chance) {
        Basket basket = Checkout.basket(chance, 12);

        Basket free = basket.exempted(true);

        assertEquals(basket.lines().stream().filter(line -> line.returned().isPresent()).toList(),
                free.lines().stream().filter(line -> line.returned().isPresent()).toList());
    }

    @Test
    void inclusivePricesLoseTheirTaxAndExclusiveOnesGainNone() {
        Basket basket = Basket.empty(EUR, TaxRule.USUAL)
                .ring(item("A", FULL), Quantity.of(1, Unit.EACH), price("11.90"))
                .ring(item("S", ADDED), Quantity.of(1, Unit.EACH), price("10.00"))
                .ring(item("Z", ZERO), Quantity.of(1, Unit.EACH), price("3.00"))
                .exempted(true);

        assertEquals(List.of(1_000L, 1_000L, 300L), basket.lines().stream().map(line -> line.total().minor()).toList());
        assertEquals(Money.of(2_300, "EUR"), basket.total());
        assertEquals(List.of(TaxRate.Kind.EXEMPT_INCLUSIVE, TaxRate.Kind.EXEMPT_EXCLUSIVE, TaxRate.Kind.INCLUSIVE),
                basket.taxes().stream().map(tax -> tax.rate().kind()).toList(), "what is free for everybody needs no certificate");
        assertEquals(List.of(new Discount(Money.of(190, "EUR"), new Discount.Cause.TaxExempt())), basket.lines().getFirst().discounts());
    }

    @Test
    void theSecondPieceJoinsTheFirstAlsoWhereTheCustomerIsExempt() {
        Basket basket = Basket.empty(EUR, TaxRule.USUAL).exempted(true)
                .ring(item("A", FULL), Quantity.of(1, Unit.EACH), price("1.19"))
                .ring(item("A", FULL), Quantity.of(1, Unit.EACH), price("1.19"));

        assertEquals(1, basket.lines().size());
        assertEquals(Money.of(200, "EUR"), basket.total());
    }

    @Test
    void whatCollectsAReservationStaysExempt() {
        Claim claim = new Claim(new UUID(1, 2), "WEB-1", Quantity.of(3, Unit.EACH), true);
        Basket basket = Basket.empty(EUR, TaxRule.USUAL)
                .plus(Line.sold(1, item("A", FULL), Quantity.of(2, Unit.EACH), price("11.90")).claiming(Optional.of(claim)))
                .exempted(true);

        Basket other = basket.givingUp(claim.reservation(), false);

        assertEquals(Money.of(2_000, "EUR"), basket.total());
        assertEquals(basket.total(), other.total());
        assertEquals(Optional.of(claim), basket.lines().getFirst().claim());
    }

    @RandomTest
    void nobodyIsExemptWithoutACertificate(Chance chance) {
        Basket basket = Basket.empty(EUR, TaxRule.USUAL).ring(item("A", FULL), Quantity.of(1, Unit.EACH), price("1.19")).exempted(true);
        Sale sale = Checkout.sale(chance, basket);
        Sale.Occasion occasion = new Sale.Occasion(sale.branch(), sale.shift(), sale.businessDate(), sale.at(), sale.cashier(),
                Optional.empty(), sale.buyer().map(buyer -> new Sale.Buyer(buyer.id(), Optional.empty())), Optional.empty());

        assertThrows(IllegalArgumentException.class, () ->
                Sale.of(sale.receipt(), occasion, basket, Checkout.settlement(chance, basket.total())));
    }

    private static boolean isZero(TaxRate rate) {
        return rate.partsPerMillion() == 0;
    }

    private static Basket soldOnly(Chance chance) {
        Basket basket = Basket.empty(Checkout.currency(chance), Checkout.taxRule(chance));
        List<Line> lines = new ArrayList<>();
        for (int number = 1; number <= 1 + chance.below(8); number++) {
            lines.add(Checkout.soldLine(chance, lines.size() + 1, basket.currency()));
        }
        Basket sold = new Basket(basket.currency(), basket.taxRule(), lines, List.of(), lines.size());
        return chance.flip() ? sold : sold.rebated(Optional.of(Checkout.rebate(chance, basket.currency())));
    }

    private static Item item(String sku, TaxRate rate) {
        return new Item(ProductId.of(new Sku(sku)), new Sku(sku), sku, Unit.EACH, Product.Kind.GOODS, rate);
    }

    private static Price price(String text) {
        return new Price(UnitPrice.parse(text, EUR), new Price.Source.Base());
    }
}
