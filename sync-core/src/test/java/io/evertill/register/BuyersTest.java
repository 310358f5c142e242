package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.customer.Exemption;
import io.evertill.db.CentreOn;
import io.evertill.entry.Entry;
import io.evertill.entry.ShiftEntry;
import io.evertill.entry.TillEntry;
import io.evertill.money.Money;
import io.evertill.outbox.Shop;
import io.evertill.report.ShiftFigures;
import io.evertill.sale.Basket;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.sale.Sale;
import io.evertill.shift.ShiftReport;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxAmount;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.wire.KeptBasket;
import io.evertill.wire.Rows;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who buys, in the ledger and on the receipt.
class BuyersTest {
    private static final Customer ANNE = new Customer(new CustomerId(new UUID(0, 1)), "Anne Weber", "", "", "CARD-1", Optional.empty());
    private static final int PARTS_MAX = 20;
    private static final Sale.Buyer EXEMPT = new Sale.Buyer(ANNE.id(), Optional.of(new Exemption("EX-1", LocalDate.of(2026, 12, 31))));

    @TempDir
    Path folder;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(folder, CentreOn.SQLITE.open(folder, Clock.systemUTC()));
        pull();
        shop.openShift();
        new Buyers(shop.till).meet(ANNE);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theLedgerSaysWhoBoughtAndTheNameOnlyWhereTheStoreWantsThat() {
        Sale silent = sell(mug(false), Optional.of(new Sale.Buyer(ANNE.id(), Optional.empty())));
        shop.centre.run(tx -> shop.feed.put(tx, "setting", "", "customer.receipt",
                Rows.setting("customer.receipt", "NAME")));
        pull();
        Sale named = sell(mug(false), Optional.of(new Sale.Buyer(ANNE.id(), Optional.empty())));

        assertEquals(Optional.of(new Sale.Buyer(ANNE.id(), Optional.empty())), silent.buyer());
        assertEquals(Optional.empty(), silent.customer());
        assertEquals(Optional.of("Anne Weber"), named.customer());
    }

    /// Forgotten while the goods were on the counter, also over a crash: nothing of the person enters the ledger any more.
    @Test
    void whoWasForgottenIsNotNamedAndNotOnTheCounterAfterACrash() {
        shop.centre.run(tx -> shop.feed.put(tx, "setting", "", "customer.receipt", Rows.setting("customer.receipt", "NAME")));
        pull();
        shop.register.keep(new KeptBasket(mug(true), List.of(), Optional.empty()).of(Optional.of(ANNE.id()), true));
        Optional<Resumed> known = shop.register.kept();
        shop.till.run(tx -> tx.customers().remove(ANNE.id()));

        assertEquals(Optional.of(ANNE), known.flatMap(Resumed::customer));
        assertEquals(Optional.of(new Resumed(new KeptBasket(mug(true), List.of(), Optional.empty()), Optional.empty())),
                shop.register.kept());
        assertEquals(Optional.empty(), sell(mug(false), Optional.of(new Sale.Buyer(ANNE.id(), Optional.empty()))).customer());
    }

    @Test
    void whatComesBackKeepsItsCustomerAndGivesBackWhatWasPaid() {
        Sale sold = sell(mug(true), Optional.of(EXEMPT));
        Returnable line = shop.register.find(sold.receipt()).orElseThrow().getFirst();
        Basket back = Basket.empty(Shop.GBP, TaxRule.USUAL)
                .plus(line.take(1, Quantity.of(2, Unit.EACH), ReturnOf.Condition.RESALABLE, ""));

        Sale returned = sell(back, Optional.empty());

        assertEquals(Money.of(418, "GBP"), sold.total(), "5.02 with 20 % in it");
        assertEquals(sold.total().negated(), returned.total());
        assertEquals(Optional.of(new Sale.Buyer(ANNE.id(), Optional.empty())), returned.buyer());
    }

    /// The tax that nobody paid is no discount, and is told from goods at a rate of zero.
    @Test
    void theReportShowsWhatWasExempt() {
        Sale free = sell(mug(true), Optional.of(EXEMPT));
        Sale full = sell(mug(false), Optional.empty());
        List<Entry> entries = List.of(new ShiftEntry.ShiftOpened("S1", shop.register.shift().orElseThrow()), new TillEntry.Sold(free),
                new TillEntry.Sold(full));

        ShiftReport report = ShiftFigures.of("T1", free.shift(), entries).orElseThrow();

        assertEquals(List.of(TaxRate.Kind.INCLUSIVE, TaxRate.Kind.EXEMPT_INCLUSIVE),
                report.taxes().stream().map(tax -> tax.rate().kind()).toList());
        assertEquals(List.of(84L, 0L), report.taxes().stream().map(TaxAmount::tax).map(Money::minor).toList());
        assertEquals(0, report.sales().discounts().count());
    }

    @Test
    void aCardIsKnownWhereNothingElseIs() {
        assertEquals(new Lookup.Meaning.Card(ANNE), shop.lookup.find("]C0card-1"));
        assertInstanceOf(Lookup.Meaning.Found.class, shop.lookup.find("MUG1"));
        assertInstanceOf(Lookup.Meaning.Unknown.class, shop.lookup.find("CARD-2"));
    }

    private Basket mug(boolean isExempt) {
        Lookup.Meaning.Found found = (Lookup.Meaning.Found) shop.lookup.find("MUG1");
        return Basket.empty(Shop.GBP, TaxRule.USUAL)
                .ring(found.article().item(), Quantity.of(2, Unit.EACH), found.article().price())
                .exempted(isExempt);
    }

    private Sale sell(Basket basket, Optional<Sale.Buyer> buyer) {
        shop.tick();
        Outcome outcome = shop.register.sell(new Register.Checkout(shop.register.entryId(), Shop.ANNA, buyer.map(_ -> "Anne Weber"), buyer,
                Optional.empty(), basket, new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())))));
        return ((TillEntry.Sold) assertInstanceOf(Outcome.Saved.class, outcome).entry()).sale();
    }

    private void pull() {
        while (shop.feed.publish() > 0) {
            shop.tick();
        }
        for (int part = 0; part < PARTS_MAX; part++) {
            shop.pull(shop.link(), folder).step();
        }
    }
}
