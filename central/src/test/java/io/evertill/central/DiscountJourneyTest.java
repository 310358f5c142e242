package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.entry.Entry;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.money.Money;
import io.evertill.outbox.Courier;
import io.evertill.person.Person;
import io.evertill.register.Lookup;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.sale.Basket;
import io.evertill.sale.Consent;
import io.evertill.sale.Cut;
import io.evertill.sale.Discount;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What was given away at the counter, and who agreed to it, as the centre knows it.
class DiscountJourneyTest {
    private static final Person BEA = new Person("bea", "Bea");
    private static final Cut HALF = new Cut.Percent(5_000);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aDiscountAndItsApprovalReachTheCentreToTheWord(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); ShopTill till = Shops.till(centre, folder, "T1")) {
            till.pull();
            till.openShift();
            Basket basket = ring(till, "MUG1", "MUG2")
                    .discounted(1, Optional.of(new Discount.Cause.ByHand(HALF, "damaged")))
                    .rebated(Optional.of(new Discount.Cause.OfBasket(new Cut.Amount(Money.of(1, "GBP")), "goodwill")));
            EntryId approved = till.register.entryId();
            Consent consent = new Consent.Discounted(1, HALF, basket.lines().getFirst().gross(), "damaged");
            assertInstanceOf(Outcome.Saved.class, till.register.record(approved, (tx, branch) -> new TillEntry.Approved(
                    branch, Clock.systemUTC().instant(), BEA, tx.shifts().open().orElseThrow().id(), ShopTill.ANNA, consent)));
            EntryId sold = till.register.entryId();
            assertInstanceOf(Outcome.Saved.class, till.register.sell(new Register.Checkout(sold, ShopTill.ANNA,
                    Optional.empty(), basket, new Settlement(basket.total(), List.of(new Tender.Cash(basket.total()))))));

            Courier.Round round = till.deliver();

            assertEquals(3, assertInstanceOf(Courier.Round.Delivered.class, round).verified());
            assertTrue(centre.settle(Shops.PATIENCE));
            assertEquals(0L, centre.office().db().<Long>read(tx -> tx.parked().count()));
            assertEquals(basket.lines(), assertInstanceOf(TillEntry.Sold.class, entry(centre, sold)).sale().lines());
            assertEquals(consent, assertInstanceOf(TillEntry.Approved.class, entry(centre, approved)).consent());
            assertEquals(basket.total(), centre.office().db().read(tx -> tx.sales().totals()).getFirst().sum());
        }
    }

    private static Basket ring(ShopTill till, String... skus) {
        Basket basket = Basket.empty(ShopTill.GBP, TaxRule.USUAL);
        for (String sku : skus) {
            Lookup.Article article = assertInstanceOf(Lookup.Meaning.Found.class, till.lookup.find(sku)).article();
            basket = basket.ring(article.item(), Quantity.of(1, Unit.EACH), article.price());
        }
        return basket;
    }

    private static Entry entry(Centre centre, EntryId id) {
        Fact fact = centre.office().db().read(tx -> tx.facts().find("S1", id).orElseThrow());
        return assertInstanceOf(Bodies.Reading.Understood.class,
                Bodies.read(Metas.read(fact.meta()).schema(), fact.body())).entry();
    }
}
