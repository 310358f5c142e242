package io.evertill.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.customer.Customers;
import io.evertill.ledger.Bytes;
import io.evertill.sale.Basket;
import io.evertill.sale.Checkout;
import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import io.evertill.tender.Settlement;
import java.util.List;
import java.util.Optional;

class KeptBasketTest {
    @RandomTest(seeds = 500)
    void whatWasOnTheCounterComesBack(Chance chance) {
        KeptBasket kept = kept(chance);

        assertEquals(Optional.of(kept), KeptBasket.read(kept.write()));
    }

    @RandomTest(seeds = 500)
    void whatPromotionsTookOffStaysUntilSomebodySaysWhichApply(Chance chance) {
        Basket basket = Checkout.promoted(chance, Checkout.basket(chance, 8));
        KeptBasket kept = new KeptBasket(basket, List.of(), Optional.empty());

        Basket back = KeptBasket.read(kept.write()).orElseThrow().basket();

        assertEquals(basket.lines(), back.lines());
        assertEquals(Optional.empty(), back.promotions());
        assertEquals(basket, back.under(basket.promotions().orElseThrow()));
    }

    @RandomTest(seeds = 5_000)
    void damagedBytesAreABasketOrNone(Chance chance) {
        byte[] damaged = Damage.some(chance, kept(chance).write().content());

        KeptBasket.read(Bytes.of(damaged)).ifPresent(kept -> assertTrue(KeptBasket.read(kept.write()).isPresent()));
    }

    private static KeptBasket kept(Chance chance) {
        Basket basket = Checkout.basket(chance, 8).exempted(chance.flip());
        return new KeptBasket(basket, Checkout.settlement(chance, basket.total()).tenders(),
                chance.maybe(() -> new KeptBasket.Attempt(chance.id(), basket.total())), 1 + chance.below((int) Settlement.COIN_MAX),
                chance.maybe(() -> Checkout.age(chance)), chance.maybe(() -> Customers.any(chance)));
    }
}
