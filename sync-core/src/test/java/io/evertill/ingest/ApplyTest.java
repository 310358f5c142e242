package io.evertill.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.audit.CentreAudit;
import io.evertill.db.CentreOn;
import io.evertill.db.Incidents;
import io.evertill.db.Parked;
import io.evertill.db.Postings;
import io.evertill.db.Stock;
import io.evertill.entry.TillEntry;
import io.evertill.feed.HeadOffice;
import io.evertill.feed.Pull;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Chain;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Meta;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import io.evertill.outbox.Courier;
import io.evertill.outbox.Shop;
import io.evertill.product.Product;
import io.evertill.register.Lookup;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.Item;
import io.evertill.sale.ReturnOf;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.wire.Metas;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What happens to entries that cannot be applied, and what mends them (protocol 2.7).
@Exempt(rule = "imports", reason = "a till and a centre, from the sale to its effects", until = "2028-12-31")
class ApplyTest {
    private static final Product GHOST = Shop.product("GHOST", "Unknown to the centre", "3.00");

    private static final EntryId RECORDED = new EntryId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0099L));

    private static final Instant CENTRE_NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aSaleOfAnUnknownProductAndItsRefundWaitWhileOthersGoOn(CentreOn on) {
        try (Shop shop = shop(on)) {
            sellGhostAndRefundIt(shop);
            shop.sell("MUG1");

            deliver(shop);

            assertEquals(List.of("UNKNOWN_PRODUCT", "WAITS_FOR"), codes(shop));
            long movements = shop.centre.read(tx -> tx.stock().count());
            assertEquals(1, movements);
        }
    }

    @ParameterizedTest
    @EnumSource
    void definingTheProductAppliesWhatWaitedForIt(CentreOn on) {
        try (Shop shop = shop(on)) {
            sellGhostAndRefundIt(shop);
            deliver(shop);

            shop.centre.run(tx -> new HeadOffice(shop.feed).define(tx, GHOST));
            shop.feed.publish();
            shop.applyAll();

            assertEquals(List.of(), codes(shop));
            long movements = shop.centre.read(tx -> tx.stock().count());
            long sales = shop.centre.read(tx -> tx.sales().count());
            assertEquals(2, movements);
            assertEquals(2, sales);
            assertEquals(List.of(), CentreAudit.of(shop.centre).differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeMendedYetIsLookedAtOnceAndThenLeft(CentreOn on) {
        try (Shop shop = shop(on)) {
            sellGhostAndRefundIt(shop);
            deliver(shop);

            int looked = shop.apply.step();

            assertEquals(0, looked);
            assertEquals(List.of("UNKNOWN_PRODUCT", "WAITS_FOR"), codes(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatHappenedIsTimedByTheCentresClock(CentreOn on) {
        try (Shop shop = shop(on, () -> CENTRE_NOW)) {
            Outcome.Saved sold = (Outcome.Saved) shop.sell("MUG1");
            shop.tick();
            shop.turnClock(Instant.parse("1999-12-31T23:00:00Z"));

            deliver(shop);

            Instant expected = CENTRE_NOW.minusSeconds(7);
            assertEquals(List.of(expected), shop.centre.read(tx -> tx.stock().of("S1", sold.id())).stream()
                    .map(Stock.Movement::occurredAt).toList());
            assertEquals(expected, shop.centre.read(tx -> tx.sales().find("S1", sold.id())).orElseThrow().occurredAt());
            assertEquals(List.of(), CentreAudit.of(shop.centre).differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatIsSetBackIsAnIncidentOnceADayAndRefusesNothing(CentreOn on) {
        try (Shop shop = shop(on, () -> Instant.parse("2026-01-05T09:00:00Z"))) {
            shop.sell("MUG1");
            deliver(shop);
            shop.turnClock(Instant.parse("2026-01-05T08:58:00Z"));
            shop.sell("MUG1");
            shop.turnClock(Instant.parse("2026-01-05T08:57:00Z"));
            shop.sell("MUG1");

            deliver(shop);

            assertEquals(List.of("Till T1 in store S1 has a clock that went back by 2 minutes between two entries. Its sales keep"
                            + " their order. Set the clock, or let it follow a time server."),
                    shop.centre.read(tx -> tx.incidents().all()).stream().map(Incidents.Incident::sentence).toList());
            long sales = shop.centre.read(tx -> tx.sales().count());
            assertEquals(3, sales);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSaleWithTheVoucherOfOneThatCannotBeReadWaitsBehindItAndOthersGoOn(CentreOn on) {
        try (Shop shop = shop(on)) {
            recordUnreadable(shop, "GIFT-77");
            for (String code : List.of("GIFT-77", "GIFT-78", "GIFT-77")) {
                shop.register.sell(checkout(shop, mugs(shop), code));
            }
            shop.sell("MUG1");

            deliver(shop);

            assertEquals(List.of("UNKNOWN_SCHEMA", "WAITS_FOR", "WAITS_FOR"), codes(shop));
            assertEquals("The entry touches the same voucher as entry " + RECORDED + ", which waits for a person itself.",
                    waiting(shop).get(1).cause());
            long sales = shop.centre.read(tx -> tx.sales().count());
            assertEquals(2, sales);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTouchesOneVoucherIsAppliedInOrderWhenTheFirstIsMended(CentreOn on) {
        try (Shop shop = shop(on)) {
            Register.Checkout first = checkout(shop, ghosts(), "GIFT-77");
            shop.register.sell(first);
            Register.Checkout second = checkout(shop, ghosts(), "GIFT-77");
            shop.register.sell(second);
            shop.register.sell(checkout(shop, mugs(shop), "GIFT-77"));
            deliver(shop);
            assertEquals(List.of("UNKNOWN_PRODUCT", "WAITS_FOR", "WAITS_FOR"), codes(shop));

            shop.centre.run(tx -> new HeadOffice(shop.feed).define(tx, GHOST));
            shop.feed.publish();
            shop.apply.step();

            assertEquals(List.of(), codes(shop));
            assertEquals(1, keySeq(shop, first.id()));
            assertEquals(2, keySeq(shop, second.id()));
            assertEquals(List.of(), CentreAudit.of(shop.centre).differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatStandsFirstAtAVoucherDoesNotWaitForWhatStandsBehindIt(CentreOn on) {
        try (Shop shop = shop(on)) {
            Register.Checkout late = checkout(shop, mugs(shop), "GIFT-77");
            Register.Checkout ghosts = checkout(shop, ghosts());
            shop.register.sell(ghosts);
            Bytes body = shop.till.read(tx -> tx.facts().find("S1", ghosts.id())).orElseThrow().body();
            record(shop, "sale/1", List.of(late.id()), "GIFT-77", body);
            shop.register.sell(late);
            deliver(shop);
            assertEquals(List.of("UNKNOWN_PRODUCT", "UNKNOWN_PRODUCT", "WAITS_FOR"), codes(shop));

            shop.centre.run(tx -> new HeadOffice(shop.feed).define(tx, GHOST));
            shop.feed.publish();
            shop.applyAll();

            assertEquals(List.of(), codes(shop));
            assertEquals(1, keySeq(shop, late.id()));
            assertEquals(2, keySeq(shop, RECORDED));
        }
    }

    private Shop shop(CentreOn on) {
        return shop(on, Clock.systemUTC());
    }

    private Shop shop(CentreOn on, InstantSource clock) {
        Shop shop = new Shop(folder, on.open(folder, clock));
        Pull pull = shop.pull(shop.link(), folder);
        while (pull.step() instanceof Pull.Step.Downloaded) {
            shop.tick();
        }
        shop.openShift();
        return shop;
    }

    private static void sellGhostAndRefundIt(Shop shop) {
        Register.Checkout sale = checkout(shop, ghosts());
        shop.register.sell(sale);
        shop.register.sell(checkout(shop, Basket.empty(Shop.GBP, TaxRule.USUAL)
                .plus(shop.register.find(sale.id()).orElseThrow().getFirst()
                        .take(1, Quantity.of(1, Unit.EACH), ReturnOf.Condition.RESALABLE, ""))));
    }

    private static Basket ghosts() {
        return Basket.empty(Shop.GBP, TaxRule.USUAL).ring(Item.of(GHOST, Shop.VAT), Quantity.of(2, Unit.EACH), price());
    }

    private static Basket mugs(Shop shop) {
        Lookup.Meaning.Found found = (Lookup.Meaning.Found) shop.lookup.find("MUG1");
        return Basket.empty(Shop.GBP, TaxRule.USUAL)
                .ring(found.article().item(), Quantity.of(1, Unit.EACH), found.article().price());
    }

    /// Records a sale as a till of a later version would, paid with a voucher.
    private static void recordUnreadable(Shop shop, String voucher) {
        record(shop, "sale/99", List.of(), voucher, Bytes.of("{}"));
    }

    private static void record(Shop shop, String schema, List<EntryId> refs, String voucher, Bytes body) {
        shop.till.run(tx -> {
            StreamId stream = tx.streams().open().orElseThrow().id();
            Meta meta = new Meta(schema, new Meta.Stamp(tx.now().toEpochMilli(), 0, new UUID(1, 1), Optional.empty()), refs,
                    List.of(TillEntry.Sold.key(voucher)), new Meta.Summary(Optional.empty(), Optional.empty(), 1));
            Posting posting = Chain.next(
                    tx.postings().head("S1", stream).orElseThrow(), new Fact(RECORDED, Metas.write(meta), body));
            tx.facts().append("S1", posting.fact());
            tx.postings().append("S1", posting, Postings.State.FIRST, tx.now());
        });
    }

    /// The place among a product's movements of what an entry moved.
    private static long keySeq(Shop shop, EntryId id) {
        return shop.centre.read(tx -> tx.stock().of("S1", id)).getFirst().keySeq();
    }

    private static io.evertill.price.Price price() {
        return new io.evertill.price.Price(GHOST.basePrice(), new io.evertill.price.Price.Source.Base());
    }

    private static Register.Checkout checkout(Shop shop, Basket basket) {
        return checkout(shop, basket, new Tender.Cash(basket.total()));
    }

    private static Register.Checkout checkout(Shop shop, Basket basket, String voucher) {
        return checkout(shop, basket, new Tender.Voucher(basket.total(), voucher));
    }

    private static Register.Checkout checkout(Shop shop, Basket basket, Tender tender) {
        return new Register.Checkout(shop.register.entryId(), Shop.ANNA, Optional.empty(), basket,
                new Settlement(basket.total(), List.of(tender)));
    }

    private static void deliver(Shop shop) {
        Courier courier = shop.courier(shop.link());
        courier.round();
        shop.applyAll();
    }

    private static List<String> codes(Shop shop) {
        return waiting(shop).stream().map(Parked.Waiting::code).toList();
    }

    private static List<Parked.Waiting> waiting(Shop shop) {
        return shop.centre.read(tx -> tx.parked().after("", new StreamId(new UUID(0, 0)), 0, 10));
    }
}
