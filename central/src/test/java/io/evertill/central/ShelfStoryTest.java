package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.office.Machine;
import io.evertill.central.office.Settings;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.entry.TillEntry;
import io.evertill.inventory.Assortment;
import io.evertill.inventory.Books;
import io.evertill.inventory.Explanation;
import io.evertill.journal.StockStory;
import io.evertill.journal.StockStory.Heard;
import io.evertill.journal.StockStory.Step;
import io.evertill.ledger.EntryId;
import io.evertill.link.HttpLink;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.register.Lookup;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.Claim;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.sale.Sale;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.wire.Inquiry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Why a store has as much of a product as it has, asked by a till over HTTP (experience promise 8).
@Exempt(rule = "imports", reason = "tills, goods and their centre in one place", until = "2028-12-31")
class ShelfStoryTest {
    private static final ProductId MUG = ProductId.of(Sku.of("MUG1"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theTotalsGoBackFromWhatThereIsNowOverAllShelvesAndBatches(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder));
                ShopTill one = ready(centre, "T1");
                ShopTill two = ready(centre, "T2")) {
            move(centre, Move.Type.RECEIVE, "10", Place.SUPPLIER, Place.shelf("S1"), "");
            move(centre, Move.Type.RECEIVE, "5", Place.SUPPLIER, Place.shelf("S1"), "L-7");
            Sale first = sold(one);
            move(centre, Move.Type.RECEIVE, "4", Place.SUPPLIER, Place.shelf("S1", "BACK"), "");
            deliver(centre, one);
            Sale second = sold(two);
            deliver(centre, two);
            move(centre, Move.Type.DAMAGE, "2", Place.shelf("S1"), Place.at("S1", Place.Kind.QUARANTINE), "L-7");
            move(centre, Move.Type.RELOCATE, "3", Place.shelf("S1", "BACK"), Place.shelf("S1"), "");
            move(centre, Move.Type.RECEIVE, "9", Place.SUPPLIER, Place.shelf("S2"), "");

            StockStory story = told(one.link.stock(MUG, "S1"));

            assertEquals(15 * Quantity.ONE, story.quantity());
            assertEquals(List.of("3 RELOCATE MAIN/AVAILABLE", "-3 RELOCATE BACK/AVAILABLE", "-2 DAMAGE MAIN/AVAILABLE L-7",
                    "-1 SALE MAIN/AVAILABLE " + second.receipt(), "-1 SALE MAIN/AVAILABLE " + first.receipt(), "4 RECEIVE BACK/AVAILABLE",
                    "5 RECEIVE MAIN/AVAILABLE L-7", "10 RECEIVE MAIN/AVAILABLE"), texts(story));
            assertTotals(story);
            assertFalse(story.isMore());
            assertEquals(0, story.steps().getLast().after() - story.steps().getLast().quantity());
            assertEquals(List.of("Anna", "Bea"), story.steps().stream().map(Step::by).distinct().sorted().toList());
            assertEquals("broken", story.steps().stream().filter(step -> step.type().equals("DAMAGE")).findFirst().orElseThrow().reason());
            assertEquals(9 * Quantity.ONE, told(one.link.stock(MUG, "S2")).quantity());
        }
    }

    @ParameterizedTest
    @EnumSource
    void howFarTheSalesOfEachTillAreInItIsSaidWithTheFigure(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings);
                ShopTill one = ready(centre, "T1");
                ShopTill two = ready(centre, "T2");
                ShopTill three = ready(centre, "T3")) {
            sold(three);
            sold(one);
            sold(one);
            deliver(centre, one);
            one.deliver();
            sold(two);
            deliver(centre, two);
            CentreOn.change(settings, "UPDATE till SET heard_at = heard_at - 3600000000, head_seq = head_seq + 4 WHERE till = 'T2'");

            List<Heard> tills = told(one.link.stock(MUG, "S1")).tills();

            assertEquals(List.of("T1 3 0 false", "T2 2 4 true", "T3 0 0 false"), tills.stream()
                    .map(till -> till.till() + " " + till.through() + " " + till.waiting() + " " + till.isSilent()).toList());
            assertEquals(List.of(true, true, false), tills.stream().map(till -> till.heardAt().isPresent()).toList());
            Ended.of(Shops.command(settings, "revoke", "--store", "S1", "--till", "T3"));
            Ended.of(Shops.command(settings, "revoke", "--store", "S1", "--till", "T2"));
            assertEquals(List.of("T1", "T2"), told(one.link.stock(MUG, "S1")).tills().stream().map(Heard::till).toList(),
                    "a revoked till counts as long as it has something to hand over");
        }
    }

    /// The centre is through with it and has it in no figure: who counts by the marks alone would miss it.
    @ParameterizedTest
    @EnumSource
    void whatOfATillIsSetAsideIsSaidUntilItIsMended(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings);
                ShopTill one = ready(centre, "T1");
                ShopTill two = ready(centre, "T2")) {
            move(centre, Move.Type.RECEIVE, "10", Place.SUPPLIER, Place.shelf("S1"), "");
            CentreOn.change(settings, "DELETE FROM product WHERE sku = 'MUG2'");
            assertInstanceOf(Outcome.Saved.class, two.sell("MUG1", "MUG2"));
            deliver(centre, two);
            StockStory aside = told(one.link.stock(MUG, "S1"));
            Ended.of(Shops.command(settings, "revoke", "--store", "S1", "--till", "T2"));
            List<String> revoked = asides(told(one.link.stock(MUG, "S1")));
            Sku sku = Sku.of("MUG2");
            centre.office().db().run(tx -> centre.office().headOffice().define(tx, new Product(ProductId.of(sku), sku,
                    "Mug no. 2", Unit.EACH, Product.Kind.GOODS, "STD", UnitPrice.parse("2.50", ShopTill.GBP), List.of())));
            Ended.of(Shops.command(settings, "parked", "--redrive"));
            StockStory mended = told(one.link.stock(MUG, "S1"));

            assertEquals(10 * Quantity.ONE, aside.quantity());
            assertEquals(List.of("T1 0 0 0", "T2 2 0 1"), asides(aside));
            assertEquals(List.of("T1 0 0 0", "T2 2 0 1"), revoked, "a revoked till counts as long as something of it is set aside");
            assertEquals(9 * Quantity.ONE, mended.quantity());
            assertEquals(List.of("T1 0 0 0"), asides(mended));
        }
    }

    /// As the till that sold it says it.
    @ParameterizedTest
    @EnumSource
    void whatWasCollectedOrTakenBackAsAWholeSaysSo(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); ShopTill till = ready(centre, "T1")) {
            move(centre, Move.Type.RECEIVE, "10", Place.SUPPLIER, Place.shelf("S1"), "");
            Lookup.Meaning.Found mug = assertInstanceOf(Lookup.Meaning.Found.class, till.lookup.find("MUG1"));
            Basket empty = Basket.empty(ShopTill.GBP, TaxRule.USUAL);
            Quantity one = Quantity.of(1, Unit.EACH);
            sold(till, empty.plus(Line.sold(1, mug.article().item(), one, mug.article().price())
                    .claiming(Optional.of(new Claim(new UUID(8, 8), "WEB-4711", one, false)))));
            for (String reason : List.of("too big", ReturnOf.VOID_LAST + "MISTAKE")) {
                Returnable line = till.register.find(sold(till).receipt()).orElseThrow().getFirst();
                sold(till, empty.plus(line.take(1, line.left(), ReturnOf.Condition.RESALABLE, reason)));
            }
            deliver(centre, till);

            assertEquals(List.of("RETURN VOID", "SALE ", "RETURN ", "SALE ", "SALE COLLECTED", "RECEIVE "),
                    told(till.link.stock(MUG, "S1")).steps().stream().map(step -> step.type() + " " + step.kind()).toList());
        }
    }

    private static void sold(ShopTill till, Basket basket) {
        Settlement settlement = new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())));
        assertInstanceOf(Outcome.Saved.class, till.register.sell(
                new Register.Checkout(till.register.entryId(), ShopTill.ANNA, Optional.empty(), basket, settlement)));
    }

    private static List<String> asides(StockStory story) {
        return story.tills().stream()
                .map(till -> till.till() + " " + till.through() + " " + till.waiting() + " " + till.aside()).toList();
    }

    /// The newest of sixty, of one batch and of many.
    @ParameterizedTest
    @EnumSource
    void noMoreIsToldThanAPersonReads(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); ShopTill till = ready(centre, "T1")) {
            move(centre, Move.Type.RECEIVE, "100", Place.SUPPLIER, Place.shelf("S1"), "");
            for (int lot = 1; lot <= 20; lot++) {
                move(centre, Move.Type.RECEIVE, "1", Place.SUPPLIER, Place.shelf("S1"), "L-" + lot);
            }
            for (int sale = 0; sale < 40; sale++) {
                sold(till);
            }
            deliver(centre, till);

            StockStory story = told(till.link.stock(MUG, "S1"));
            StockStory few = centre.office().db().read(tx -> Explanation.of(tx, "S1", MUG, 3));

            assertEquals(StockStory.STEPS_MAX, story.steps().size());
            assertTrue(story.isMore());
            assertEquals(80 * Quantity.ONE, story.quantity());
            assertTotals(story);
            assertEquals(40, story.steps().stream().filter(step -> step.type().equals("SALE")).count());
            assertEquals(List.of("L-20", "L-19"), story.steps().stream().filter(step -> step.type().equals("RECEIVE")).limit(2)
                    .map(Step::lot).toList());
            assertEquals(story.steps().subList(0, 3), few.steps());
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyTillsOfThisCentreAskAndAskForSomething(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); ShopTill till = ready(centre, "T1"); Asker asker = new Asker(centre)) {
            String shelf = "/v1/shelves?product=" + MUG + "&store=S1";
            String[] bearer = Asker.bearer(till.grant.token());
            assertEquals(List.of("401 UNAUTHORIZED", "401 UNAUTHORIZED", "400 SHELF", "400 SHELF", "404 PRODUCT", "200", "200"), List.of(
                    asker.get(shelf).verdict(),
                    asker.get(shelf, Asker.bearer("a token of another chain")).verdict(),
                    asker.get("/v1/shelves?product=mug&store=S1", bearer).verdict(),
                    asker.get("/v1/shelves?product=" + MUG, bearer).verdict(),
                    asker.get("/v1/shelves?product=" + ProductId.of(Sku.of("GHOST")) + "&store=S1", bearer).verdict(),
                    asker.get(shelf, bearer).verdict(),
                    asker.get("/v1/shelves?product=" + MUG + "&store=S9", bearer).verdict()));
            assertInstanceOf(Inquiry.OfStock.Unknown.class, till.link.stock(ProductId.of(Sku.of("GHOST")), "S1"));
            try (HttpLink stranger = new HttpLink(centre.url(), "a token of another chain")) {
                assertEquals(new Inquiry.OfStock.Failed("it says: The till's token is missing or not known here."),
                        stranger.stock(MUG, "S1"));
            }
            Ended.of(Shops.command(settings, "revoke", "--store", "S1", "--till", "T1"));
            assertEquals("403 REVOKED", asker.get(shelf, bearer).verdict());
        }
        try (HttpLink nobody = new HttpLink("http://127.0.0.1:1", "token")) {
            assertEquals(new Inquiry.OfStock.Unheard("nothing answers there."), nobody.stock(MUG, "S1"));
        }
    }

    private static void assertTotals(StockStory story) {
        long after = story.quantity();
        for (Step step : story.steps()) {
            assertEquals(after, step.after(), step::toString);
            after -= step.quantity();
        }
    }

    private static List<String> texts(StockStory story) {
        List<String> texts = new ArrayList<>();
        story.steps().forEach(step -> texts.add(step.quantity() / Quantity.ONE + " " + step.type() + " " + step.place()
                + (step.lot().isEmpty() ? "" : " " + step.lot())
                + (ReceiptNumber.looksLike(step.document().number()) ? " " + step.document().number() : "")));
        return texts;
    }

    private static StockStory told(Inquiry.OfStock answer) {
        return assertInstanceOf(Inquiry.OfStock.Known.class, answer).story();
    }

    private static void move(Centre centre, Move.Type type, String amount, Place from, Place to, String lot) {
        Tracking tracking = Tracking.lot(lot);
        centre.office().db().write(tx -> {
            Assortment assortment = new Assortment(tx);
            var item = assortment.item(assortment.require(MUG));
            return Books.record(tx, new EntryId(Machine.real().ids().get()), new StockEntry.GoodsMoved(
                    to.branch(), tx.now(), new Person("bea", "Bea"), type, "D-1", List.of(new StockEntry.Goods(
                            1, item, Quantity.parse(amount, item.unit()), from, to, tracking, tracking,
                            type == Move.Type.DAMAGE ? "broken" : ""))));
        });
    }

    private ShopTill ready(Centre centre, String name) {
        ShopTill till = Shops.till(centre, folder, name);
        till.pull();
        till.openShift();
        return till;
    }

    private static Sale sold(ShopTill till) {
        return ((TillEntry.Sold) assertInstanceOf(
                Outcome.Saved.class, till.sell("MUG1")).entry()).sale();
    }

    private static void deliver(Centre centre, ShopTill till) {
        till.deliver();
        assertTrue(centre.settle(Shops.PATIENCE));
    }
}
