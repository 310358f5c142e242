package io.evertill.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.office.Office;
import io.evertill.count.CountClass;
import io.evertill.count.LineState;
import io.evertill.count.Schedule;
import io.evertill.db.Tx;
import io.evertill.device.Speaker;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.inventory.Books;
import io.evertill.inventory.CountPosting;
import io.evertill.ledger.EntryId;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.pos.Station;
import io.evertill.pos.Window;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.rule.Exempt;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.till.Action;
import io.evertill.till.Activity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two tills of a store, each at its real window, and their centre: one counts, both trade, and both are offline for a while. Pictures are
/// in `target/screenshots/count`, to be looked at.
@Exempt(rule = "imports", reason = "a store with two tills that sells and counts at once", until = "2028-12-31")
final class CountingWindowTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final TaxRate VAT = new TaxRate("STD", "VAT", 200_000, TaxRate.Kind.INCLUSIVE);
    private static final Product MUG = new Product(ProductId.of(Sku.of("MUG")), Sku.of("MUG"), "A MUG", Unit.EACH, Product.Kind.GOODS,
            "STD", UnitPrice.parse("2.50", GBP), List.of());
    private static final Move.Key KEY = new Move.Key(MUG.id(), Place.shelf(DemoShop.STORE), "");
    private static final UUID LINE = new UUID(7, 1);
    private static final Person BOSS = new Person("dot", "Dot");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    /// A till of the store, and who works there.
    private record Till(Station station, Window window, Fingers fingers) {
        static Till open(Site site, String name) {
            Station station = site.open(name, false);
            Window window = Window.open(station, site.machine().clock());
            Hand hand = new Hand(window.content(), station.loop(), Path.of("target", "screenshots", "count"));
            Till till = new Till(station, window, new Fingers.Keys(station, window, hand));
            till.fingers.await("the names", state -> state.activity() instanceof Activity.SigningIn);
            till.fingers.act(Action.ENTER);
            till.fingers.comes(Activity.Selling.class);
            return till;
        }

        void cut(boolean isCut) {
            fingers.act(Action.NETWORK);
            fingers.await("the network", state -> state.around().isNetworkCut() == isCut);
        }

        void sell(int pieces) {
            fingers.type(pieces + "*");
            fingers.scan("MUG");
            fingers.act(Action.EXACT_CASH);
            fingers.comes(Activity.Done.class);
            fingers.act(Action.BACK);
            fingers.comes(Activity.Selling.class);
        }

        void handOver(Site site) {
            fingers.await("everything with the centre", state -> state.around().sync().waiting() == 0);
            assertTrue(site.centre().settle(PATIENCE));
        }

        void close() {
            station.close();
            window.close();
        }
    }

    @Test
    void aCountThatIsPostedWhileTwoTillsTradeOfflineEndsRightWhenTheyReturn() throws Exception {
        Window.startToolkit();
        try (Site site = new Site(folder, Speaker.SILENT)) {
            Office office = site.centre().office();
            office.db().run(tx -> define(office, tx));
            assertTrue(site.centre().settle(PATIENCE));
            site.enrol("T1");
            site.enrol("T2");
            office.db().run(tx -> tx.countLines().plan(
                    LINE, KEY, CountClass.B, Schedule.Reason.NEGATIVE, tx.now(), Optional.of(tx.now())));
            // News of the centre are looked for as often as a till may.
            Files.writeString(folder.resolve("till").resolve("till.properties"), "pull.seconds = 5\n");
            Till one = Till.open(site, "T1");
            Till two = Till.open(site, "T2");
            two.cut(true);
            two.sell(2);

            one.fingers.act(Action.COUNT);
            one.fingers.comes(Activity.Counting.class);
            one.fingers.scan("MUG");
            one.fingers.type("998");
            one.fingers.act(Action.ENTER);
            one.fingers.picture("01-counting");
            one.fingers.act(Action.SUBMIT_COUNT);
            one.fingers.comes(Activity.Counting.class);
            one.fingers.picture("02-handed-in");
            one.fingers.act(Action.BACK);
            one.handOver(site);
            LineState counted = state(office);
            one.cut(true);
            one.sell(1);
            two.sell(1);
            CountPosting.Outcome outcome = office.db().write(tx -> CountPosting.settle(tx, DemoShop.STORE, LINE, BOSS, Set.of("T1", "T2")));
            one.cut(false);
            two.cut(false);
            one.handOver(site);
            two.handOver(site);
            one.fingers.act(Action.COUNT);
            one.fingers.comes(Activity.Counting.class);
            one.fingers.act(Action.COUNT_RESULTS);
            one.fingers.await("a result that was corrected", state -> state.activity() instanceof Activity.SeeingResults seeing
                    && seeing.reports().stream().anyMatch(report -> report.outcome().figures()
                            .filter(figures -> figures.isCorrected() && figures.restated() == 0).isPresent()));
            one.fingers.picture("03-corrected");

            assertEquals(LineState.COUNTED, counted);
            assertEquals(-2 * Quantity.ONE, assertInstanceOf(CountPosting.Outcome.Posted.class, outcome).finding().variance());
            assertEquals(996 * Quantity.ONE, level(office));
            one.close();
            two.close();
        }
    }

    private static long level(Office office) {
        return office.db().read(tx -> tx.stock().level(KEY)).quantity();
    }

    private static LineState state(Office office) {
        return office.db().read(tx -> tx.countLines().find(DemoShop.STORE, LINE)).orElseThrow().state();
    }

    private static void define(Office office, Tx tx) {
        office.headOffice().define(tx, VAT);
        for (List<String> setting : List.of(List.of("currency", "GBP"), List.of("zone", "Europe/Dublin"),
                List.of("shop.name", "Corner Shop"), List.of("favourites", "MUG"))) {
            office.headOffice().define(tx, "", setting.getFirst(), setting.getLast());
        }
        office.headOffice().define(tx, MUG);
        Books.record(tx, new EntryId(new UUID(5, 5)), new StockEntry.GoodsMoved(DemoShop.STORE, tx.now().minus(Duration.ofHours(1)),
                BOSS, Move.Type.RECEIVE, "D-1", List.of(new StockEntry.Goods(1, Item.of(MUG, VAT), Quantity.of(1_000, Unit.EACH),
                        Place.SUPPLIER, Place.shelf(DemoShop.STORE), Tracking.NONE, Tracking.NONE, ""))));
    }
}
