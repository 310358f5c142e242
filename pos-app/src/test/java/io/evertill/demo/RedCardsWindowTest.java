package io.evertill.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.alert.Facts;
import io.evertill.alert.RedCard;
import io.evertill.central.office.Office;
import io.evertill.db.FeedDue;
import io.evertill.db.Tx;
import io.evertill.device.Speaker;
import io.evertill.inventory.Review;
import io.evertill.money.UnitPrice;
import io.evertill.pos.Station;
import io.evertill.pos.Window;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.rule.Exempt;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.till.Action;
import io.evertill.till.Activity;
import io.evertill.till.TillState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A red card from the centre's database, over the network, to the window of a till, and away again. Pictures are in
/// `target/screenshots/cards`, to be looked at.
@Exempt(rule = "imports", reason = "a store with a till and its centre", until = "2028-12-31")
final class RedCardsWindowTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final TaxRate VAT = new TaxRate("STD", "VAT", 200_000, TaxRate.Kind.INCLUSIVE);
    private static final Product MUG = new Product(ProductId.of(Sku.of("MUG")), Sku.of("MUG"), "A mug with a cat", Unit.EACH,
            Product.Kind.GOODS, "STD", UnitPrice.parse("2.50", GBP), List.of());
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private static List<Facts> shown(TillState state) {
        return state.around().cards().worst().stream().map(RedCard::facts).toList();
    }

    @Test
    void aCardIsShownStaysWhileTheNetworkIsCutAndGoesWithItsCause() throws Exception {
        Window.startToolkit();
        try (Site site = new Site(folder, Speaker.SILENT)) {
            Office office = site.centre().office();
            office.db().run(tx -> define(office, tx));
            assertTrue(site.centre().settle(PATIENCE));
            site.enrol("T1");
            // News of the centre are looked for as often as a till may.
            Files.writeString(folder.resolve("till").resolve("till.properties"), "pull.seconds = 5\n");
            Station station = site.open("T1", false);
            Window window = Window.open(station, site.machine().clock());
            Fingers fingers = new Fingers.Keys(station, window,
                    new Hand(window.content(), station.loop(), Path.of("target", "screenshots", "cards")));
            fingers.await("the names", state -> state.activity() instanceof Activity.SigningIn);
            fingers.act(Action.ENTER);
            fingers.comes(Activity.Selling.class);

            wants(office, 3);
            fingers.await("the card", state -> !shown(state).isEmpty());
            fingers.act(Action.RED_CARDS);
            fingers.comes(Activity.SeeingCards.class);
            List<Facts> open = shown(station.loop().state());
            fingers.picture("01-low-stock");
            fingers.act(Action.NETWORK);
            fingers.await("no network", state -> state.around().isNetworkCut());
            wants(office, 0);
            fingers.await("the centre telling no card any more", _ -> told(office) == 0);
            List<Facts> alone = shown(station.loop().state());
            fingers.picture("02-alone");
            fingers.act(Action.NETWORK);
            fingers.await("the card gone", state -> shown(state).isEmpty());
            fingers.picture("03-none");
            fingers.act(Action.BACK);
            fingers.comes(Activity.Selling.class);

            Facts low = new Facts.LowStock(new Facts.Goods("MUG", "A mug with a cat", Unit.EACH), 0, 0, 0, 3 * Quantity.ONE, "");
            assertEquals(List.of(low), open);
            assertEquals(List.of(low), alone);
            station.close();
            window.close();
        }
    }

    private static long told(Office office) {
        return office.db().read(tx -> tx.alerts().all(DemoShop.STORE, new UUID(0, 0), 10).stream()
                .filter(card -> tx.feedRows().content(FeedDue.ALERT, DemoShop.STORE, card.id().toString()).isPresent())
                .count());
    }

    private static void wants(Office office, long pieces) {
        office.db().run(tx -> {
            tx.minimums().put(DemoShop.STORE, MUG.id(), pieces * Quantity.ONE, tx.now());
            Review.run(tx);
        });
    }

    private static void define(Office office, Tx tx) {
        office.headOffice().define(tx, VAT);
        office.headOffice().define(tx, "", "currency", "GBP");
        office.headOffice().define(tx, "", "zone", "Europe/Dublin");
        office.headOffice().define(tx, MUG);
    }
}
