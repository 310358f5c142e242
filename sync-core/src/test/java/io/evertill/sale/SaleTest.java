package io.evertill.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.money.Money;
import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import io.evertill.tax.TaxAmount;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class SaleTest {
    @RandomTest(seeds = 500)
    void aSaleOfAPaidBasketIsWhatWasOnTheCounter(Chance chance) {
        Basket basket = Checkout.basket(chance, 20);

        Sale sale = Checkout.sale(chance, basket);

        assertEquals(basket.lines(), sale.lines());
        assertEquals(basket.voided(), sale.voided());
        assertEquals(basket.total(), sale.total());
        assertEquals(sale.total().plus(sale.rounding()), paid(sale).minus(sale.change()));
        assertEquals(
                paid(sale).minus(sale.change()),
                sale.cash().plus(sum(sale, sale.tenders().stream().filter(tender -> !(tender instanceof Tender.Cash)).toList())));
    }

    @RandomTest(seeds = 500)
    void aSaleWhosePartsDisagreeCannotBeMade(Chance chance) {
        Sale sale = Checkout.sale(chance, 12);
        Money one = new Money(1, sale.total().currency());

        assertRefused(sale, sale.lines(), sale.taxes(), sale.total().plus(one), sale.tenders(), sale.change());
        assertRefused(sale, sale.lines(), sale.taxes(), sale.total(), sale.tenders(), sale.change().plus(one));
        assertRefused(sale, sale.lines(), List.of(), sale.total(), sale.tenders(), sale.change());
        assertRefused(sale, List.of(), List.of(), sale.total(), sale.tenders(), sale.change());
        List<Line> twice = new ArrayList<>(sale.lines());
        twice.add(sale.lines().getFirst());
        assertRefused(sale, twice, sale.taxes(), sale.total(), sale.tenders(), sale.change());
        TaxAmount first = sale.taxes().getFirst();
        List<TaxAmount> wrong = new ArrayList<>(sale.taxes());
        wrong.set(0, new TaxAmount(first.rate(), first.net().plus(one), first.tax(), first.gross().plus(one)));
        assertRefused(sale, sale.lines(), wrong, sale.total(), sale.tenders(), sale.change());
        wrong.set(0, first);
        wrong.add(first);
        assertRefused(sale, sale.lines(), wrong, sale.total(), sale.tenders(), sale.change());
    }

    @RandomTest
    void onlyCashIsRoundedAndByNoMoreThanHalfACoin(Chance chance) {
        Basket basket = Checkout.basket(chance, 6);
        Settlement settlement = Checkout.settlement(chance, basket.total(), 5);
        Sale sale = Sale.of(Checkout.receipt(chance), occasion(chance), basket, settlement);
        Money rounding = new Money(Settlement.COIN_MAX / 2 + 1, basket.currency());
        List<Tender> card = List.of(new Tender.Card(sale.total().plus(sale.rounding()), chance.id(), ""));

        assertEquals(0, sale.cash().minor() % 5);
        assertEquals(true, Math.abs(sale.rounding().minor()) <= 2);
        assertThrows(IllegalArgumentException.class, () -> rounded(sale, List.of(new Tender.Cash(sale.total().plus(rounding))), rounding));
        if (!sale.rounding().isZero()) {
            assertThrows(IllegalArgumentException.class, () -> rounded(sale, card, sale.rounding()));
        }
    }

    private static Sale.Occasion occasion(Chance chance) {
        return new Sale.Occasion(chance.code(8), chance.id(), LocalDate.EPOCH, chance.instant(), Checkout.person(chance), Optional.empty());
    }

    private static Sale rounded(Sale sale, List<Tender> tenders, Money rounding) {
        return new Sale(sale.receipt(), sale.branch(), sale.shift(), sale.businessDate(), sale.at(), sale.cashier(), sale.customer(),
                sale.buyer(), sale.age(), sale.lines(), sale.voided(), sale.taxes(), sale.total(), tenders,
                Money.zero(rounding.currency()), rounding);
    }

    @RandomTest
    void changeThatNoCashGaveIsRefused(Chance chance) {
        Sale sale = Checkout.sale(chance, 6);
        Money more = new Money(1 + chance.below(100), sale.total().currency());
        Money due = sale.total().plus(more);

        if (sale.total().isPositive()) {
            assertRefused(sale, sale.lines(), sale.taxes(), sale.total(),
                    List.of(new Tender.Card(due, chance.id(), "")), more);
        }
    }

    @RandomTest
    void anUnpaidOrOtherwisePaidBasketIsNoSale(Chance chance) {
        Basket basket = Checkout.basket(chance, 6);
        Sale sale = Checkout.sale(chance, basket);
        Sale.Occasion occasion = new Sale.Occasion(
                sale.branch(), sale.shift(), sale.businessDate(), sale.at(), sale.cashier(), Optional.empty());
        Settlement other = Checkout.settlement(chance, basket.total().plus(new Money(1, basket.currency())));

        assertThrows(IllegalArgumentException.class, () -> Sale.of(sale.receipt(), occasion, basket, other));
        if (!basket.total().isZero()) {
            Settlement open = Settlement.of(basket.total());
            assertThrows(IllegalArgumentException.class, () -> Sale.of(sale.receipt(), occasion, basket, open));
        }
    }

    @RandomTest
    void theMomentOfASaleIsKnownToTheMicrosecond(Chance chance) {
        Basket basket = Checkout.basket(chance, 3);
        Sale sale = Checkout.sale(chance, basket);
        Instant at = Instant.parse("2026-03-14T15:09:26.535897932Z");

        Sale.Occasion occasion = new Sale.Occasion(
                sale.branch(), sale.shift(), sale.businessDate(), at, sale.cashier(), Optional.empty());

        assertEquals(Instant.parse("2026-03-14T15:09:26.535897Z"),
                Sale.of(sale.receipt(), occasion, basket, Checkout.settlement(chance, basket.total())).at());
    }

    private static void assertRefused(
            Sale sale, List<Line> lines, List<TaxAmount> taxes, Money total, List<Tender> tenders, Money change) {
        assertThrows(IllegalArgumentException.class, () -> new Sale(sale.receipt(), sale.branch(), sale.shift(),
                sale.businessDate(), sale.at(), sale.cashier(), sale.customer(), sale.buyer(), sale.age(), lines, sale.voided(), taxes,
                total, tenders, change, sale.rounding()));
    }

    private static Money paid(Sale sale) {
        return sum(sale, sale.tenders());
    }

    private static Money sum(Sale sale, List<Tender> tenders) {
        return tenders.stream().map(Tender::amount).reduce(Money.zero(sale.total().currency()), Money::plus);
    }
}
