package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.Centre;
import io.evertill.central.desk.Batches;
import io.evertill.db.Tills;
import io.evertill.device.CodePage;
import io.evertill.device.EscPos;
import io.evertill.device.FileDrawer;
import io.evertill.device.FilePrinter;
import io.evertill.device.Speaker;
import io.evertill.feed.Pull;
import io.evertill.inventory.StockFeed;
import io.evertill.lot.Expiry;
import io.evertill.money.UnitPrice;
import io.evertill.product.Gtin;
import io.evertill.product.Guidance;
import io.evertill.product.Obstacle;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.rule.Exempt;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A batch whose last day somebody says at a real centre, and the desk of a till that hears of it over HTTP.
@Exempt(rule = "imports", reason = "a till and its centre in one place", until = "2028-12-31")
class LotDayTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Product TEA = new Product(ProductId.of(Sku.of("TEA")), Sku.of("TEA"), "Tea", Unit.EACH, Product.Kind.GOODS, "STD",
            UnitPrice.parse("2.50", GBP), List.of(Gtin.of("09506000134352")), Product.Track.LOT, Guidance.NONE);
    private static final String OVER = "2020-01-31";

    @Test
    void aBatchIsRefusedBehindItsDayAlsoWithoutANetworkAndSoldWhenTheDayIsPutOff(@TempDir Path folder) {
        try (Centre centre = Centre.start(io.evertill.central.office.Settings.in(folder.resolve("centre")).withPort(0))) {
            centre.office().db().run(tx -> {
                centre.office().headOffice().define(tx, new TaxRate("STD", "VAT 20%", 200_000, TaxRate.Kind.INCLUSIVE));
                centre.office().headOffice().define(tx, "", "currency", "GBP");
                centre.office().headOffice().define(tx, TEA);
            });
            try (TillProcess till = till(centre, folder.resolve("till"))) {
                Desk desk = new Desk(till, Cashier.paper(till), new Station.Devices(new FilePrinter(folder, new EscPos(CodePage.WESTERN)),
                        new FileDrawer(folder), Speaker.SILENT));
                say(centre, OVER);
                hear(centre, till);
                till.network().cut();
                Optional<Obstacle> scanned = scan(desk).obstacle();
                TillEvent.Found typed = assertInstanceOf(
                        TillEvent.Found.class, does(desk, new TillEffect.LookUpMark(2, TEA.id(), "L-7", false)));
                till.network().restore();
                say(centre, "2999-12-31");
                hear(centre, till);
                Optional<Obstacle> putOff = scan(desk).obstacle();
                say(centre, OVER);
                say(centre, Expiry.NEVER);
                hear(centre, till);

                assertEquals(Optional.of(new Obstacle.Expired(LocalDate.parse(OVER))), scanned);
                assertEquals(scanned, typed.obstacle());
                assertEquals(Optional.empty(), putOff);
                assertEquals(Optional.empty(), scan(desk).obstacle());
            }
        }
    }

    private static TillEvent.Found scan(Desk desk) {
        return assertInstanceOf(TillEvent.Found.class, does(desk, new TillEffect.LookUp(1, "(01)09506000134352(10)L-7")));
    }

    private static TillEvent does(Desk desk, TillEffect effect) {
        List<TillEvent> heard = new ArrayList<>();
        desk.take(effect, heard::add);
        return heard.getLast();
    }

    private static void say(Centre centre, String lastDay) {
        centre.office().db().run(tx -> Batches.define(tx, TEA.id(), "L-7", Optional.of(Expiry.parse(lastDay)), Optional.empty()));
    }

    /// The centre looks at once instead of every five seconds, and the till asks what is new.
    private static void hear(Centre centre, TillProcess till) {
        StockFeed stock = new StockFeed(centre.office().db(), centre.office().feed(), Duration.ZERO, Duration.ZERO);
        for (int looks = 0; looks < 100 && stock.step() > 0; looks++) {
            // Until nothing is marked.
        }
        pull(till);
    }

    private static void pull(TillProcess till) {
        Pull.Step step = till.pull().step();
        while (!(step instanceof Pull.Step.UpToDate)) {
            step = till.pull().step();
        }
    }

    private static TillProcess till(Centre centre, Path data) {
        assertTrue(centre.settle(PATIENCE));
        String code = centre.office().admission().code(new Tills.Seat("S1", "T1"), Duration.ofMinutes(15));
        try (DataFolder held = DataFolderTest.opened(data)) {
            assertInstanceOf(Enrolling.Result.Enrolled.class, new Enrolling(held, Machine.real()).atCentre(centre.url(), code));
        }
        TillProcess till = assertInstanceOf(TillProcess.Opening.Opened.class,
                TillProcess.open(DataFolderTest.opened(data), Settings.in(data), Machine.real(), _ -> {})).till();
        pull(till);
        return till;
    }
}
