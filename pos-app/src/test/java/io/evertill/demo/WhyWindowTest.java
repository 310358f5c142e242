package io.evertill.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.office.Office;
import io.evertill.db.FeedDue;
import io.evertill.db.Tx;
import io.evertill.device.Speaker;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.inventory.Books;
import io.evertill.inventory.StockFeed;
import io.evertill.journal.StockReckoning;
import io.evertill.journal.StockStory;
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
import io.evertill.till.SeeingWhy;
import io.evertill.till.StockWord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Why is this 7, at a real window with a real centre: without the network, and when it is back. Pictures are in
/// `target/screenshots/why`, to be looked at.
@Exempt(rule = "imports", reason = "a store with a till that sells and says why", until = "2028-12-31")
final class WhyWindowTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final TaxRate VAT = new TaxRate("STD", "VAT", 200_000, TaxRate.Kind.INCLUSIVE);
    private static final Product MUG = new Product(ProductId.of(Sku.of("MUG")), Sku.of("MUG"), "A MUG", Unit.EACH, Product.Kind.GOODS,
            "STD", UnitPrice.parse("2.50", GBP), List.of());

    @TempDir
    Path folder;

    @Test
    @Timeout(180)
    void theRowsBehindAFigureSumToItWithAndWithoutTheNetwork() throws Exception {
        Window.startToolkit();
        try (Site site = new Site(folder, Speaker.SILENT)) {
            Office office = site.centre().office();
            office.db().run(tx -> define(office, tx));
            StockFeed stock = new StockFeed(office.db(), office.feed(), Duration.ZERO, Duration.ZERO);
            while (office.db().read(tx -> tx.feedRows().content(FeedDue.LEVEL, DemoShop.STORE, MUG.id().toString())).isEmpty()) {
                stock.step();
            }
            assertTrue(site.settle());
            site.enrol("T1");
            Station station = site.open("T1", false);
            Window window = Window.open(station, site.machine().clock());
            Fingers fingers = new Fingers.Keys(station, window,
                    new Hand(window.content(), station.loop(), Path.of("target", "screenshots", "why")));
            fingers.await("the names", state -> state.activity() instanceof Activity.SigningIn);
            fingers.act(Action.ENTER);
            fingers.comes(Activity.Selling.class);
            fingers.act(Action.NETWORK);
            fingers.await("no network", state -> state.around().isNetworkCut());
            fingers.type("3*");
            fingers.scan("MUG");
            fingers.act(Action.EXACT_CASH);
            fingers.comes(Activity.Done.class);
            fingers.scan("MUG");
            fingers.comes(Activity.Selling.class);

            fingers.act(Action.STOCK);
            fingers.await("the card", state -> state.activity() instanceof Activity.SeeingStock seeing && seeing.card().isPresent());
            fingers.act(Action.WHY);
            SeeingWhy alone = seeing(fingers.await("the rows, and that nobody answers",
                    state -> state.activity() instanceof SeeingWhy why && why.reckoning().isPresent() && why.word().isPresent())
                    .activity());
            fingers.picture("01-offline");
            fingers.act(Action.NETWORK);
            fingers.await("everything with the centre", state -> state.around().sync().waiting() == 0);
            assertTrue(site.settle());
            fingers.act(Action.WHY);
            SeeingWhy heard = seeing(fingers.await("the centre's rows", state -> state.activity() instanceof SeeingWhy why
                    && why.word().filter(StockWord.Heard.class::isInstance).isPresent() && why.ask() == 0).activity());
            fingers.picture("02-online");
            fingers.act(Action.ENTER);
            Activity.SeeingStock card = assertInstanceOf(Activity.SeeingStock.class,
                    fingers.await("the card", state -> state.activity() instanceof Activity.SeeingStock).activity());

            assertEquals(new StockWord.Unheard(), alone.word().orElseThrow());
            StockReckoning reckoning = alone.reckoning().orElseThrow();
            assertEquals(-3 * Quantity.ONE, reckoning.recorded().rows().stream().mapToLong(StockReckoning.Own::quantity).sum());
            assertEquals(7 * Quantity.ONE, reckoning.shown().orElseThrow().quantity());
            assertEquals(7 * Quantity.ONE, heard.reckoning().flatMap(StockReckoning::shown).orElseThrow().quantity());
            StockStory story = assertInstanceOf(StockWord.Heard.class, heard.word().orElseThrow()).story();
            assertEquals(7 * Quantity.ONE, story.quantity());
            assertEquals(List.of("SALE", "RECEIVE"), story.steps().stream().map(StockStory.Step::type).toList());
            assertEquals("7", card.card().orElseThrow().here().orElseThrow().onHand().text());
            station.close();
            window.close();
        }
    }

    private static SeeingWhy seeing(Activity activity) {
        return assertInstanceOf(SeeingWhy.class, activity);
    }

    private static void define(Office office, Tx tx) {
        office.headOffice().define(tx, VAT);
        for (List<String> setting : List.of(List.of("currency", "GBP"), List.of("zone", "Europe/Dublin"),
                List.of("shop.name", "Corner Shop"), List.of("favourites", "MUG"))) {
            office.headOffice().define(tx, "", setting.getFirst(), setting.getLast());
        }
        office.headOffice().define(tx, MUG);
        Books.record(tx, new EntryId(new UUID(5, 5)), new StockEntry.GoodsMoved(DemoShop.STORE, tx.now().minus(Duration.ofHours(1)),
                new Person("dot", "Dot"), Move.Type.RECEIVE, "D-1", List.of(new StockEntry.Goods(1, Item.of(MUG, VAT),
                        Quantity.of(10, Unit.EACH), Place.SUPPLIER, Place.shelf(DemoShop.STORE), Tracking.NONE, Tracking.NONE, ""))));
    }
}
