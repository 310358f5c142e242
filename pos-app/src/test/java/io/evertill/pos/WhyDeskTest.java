package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.Centre;
import io.evertill.db.FeedDue;
import io.evertill.db.Tills;
import io.evertill.device.CodePage;
import io.evertill.device.EscPos;
import io.evertill.device.FileDrawer;
import io.evertill.device.FilePrinter;
import io.evertill.device.Speaker;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.feed.Pull;
import io.evertill.inventory.Books;
import io.evertill.inventory.StockFeed;
import io.evertill.journal.StockReckoning;
import io.evertill.journal.StockStory;
import io.evertill.ledger.EntryId;
import io.evertill.money.UnitPrice;
import io.evertill.outbox.Courier;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.Item;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Sale;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.till.Duty;
import io.evertill.till.OpenSale;
import io.evertill.till.StockCard;
import io.evertill.till.StockWord;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import io.evertill.wire.Inquiry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Why there is as much as a card says: the desk of a till, and a real centre over HTTP.
@Exempt(rule = "imports", reason = "a till, its goods and their centre in one place", until = "2028-12-31")
class WhyDeskTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final TaxRate VAT = new TaxRate("STD", "VAT 20%", 200_000, TaxRate.Kind.INCLUSIVE);
    private static final Product MUG = new Product(ProductId.of(Sku.of("MUG")), Sku.of("MUG"), "Mug", Unit.EACH, Product.Kind.GOODS,
            "STD", UnitPrice.parse("2.50", GBP), List.of());
    private static final Item ITEM = Item.of(MUG, VAT);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Centre centre;
    private TillProcess till;
    private Desk desk;
    private Duty duty;

    @BeforeEach
    @Timeout(60)
    void open() {
        centre = Centre.start(io.evertill.central.office.Settings.in(folder.resolve("centre")).withPort(0));
        centre.office().db().run(tx -> {
            centre.office().headOffice().define(tx, VAT);
            centre.office().headOffice().define(tx, "", "currency", "GBP");
            centre.office().headOffice().define(tx, MUG);
            Books.record(tx, new EntryId(new UUID(5, 5)), new StockEntry.GoodsMoved("S1", tx.now(), new Person("bea", "Bea"),
                    Move.Type.RECEIVE, "D-1", List.of(new StockEntry.Goods(1, ITEM, Quantity.of(10, Unit.EACH), Place.SUPPLIER,
                            Place.shelf("S1"), Tracking.NONE, Tracking.NONE, ""))));
        });
        StockFeed stock = new StockFeed(centre.office().db(), centre.office().feed(), Duration.ZERO, Duration.ZERO);
        while (centre.office().db().read(tx -> tx.feedRows().content(FeedDue.LEVEL, "S1", MUG.id().toString())).isEmpty()) {
            stock.step();
        }
        assertTrue(centre.settle(PATIENCE));
        Path data = folder.resolve("T1");
        String code = centre.office().admission().code(new Tills.Seat("S1", "T1"), Duration.ofMinutes(15));
        try (DataFolder held = DataFolderTest.opened(data)) {
            assertInstanceOf(Enrolling.Result.Enrolled.class, new Enrolling(held, Machine.real()).atCentre(centre.url(), code));
        }
        till = assertInstanceOf(TillProcess.Opening.Opened.class,
                TillProcess.open(DataFolderTest.opened(data), Settings.in(data), Machine.real(), _ -> {})).till();
        pull();
        desk = new Desk(till, Cashier.paper(till), new Station.Devices(
                new FilePrinter(data, new EscPos(CodePage.WESTERN)), new FileDrawer(data), Speaker.SILENT));
        duty = assertInstanceOf(TillEvent.SignedIn.class, does(new TillEffect.SignIn(0, new Person("anna", "Anna")))).duty();
    }

    @AfterEach
    void close() {
        till.close();
        centre.close();
    }

    /// A sale is saved between the card and its reason: what is explained is what a card would say now.
    @Test
    void theRowsSumToTheFigureOfTheCardWhateverIsSavedInBetween() {
        StockCard before = card();
        Sale sale = sells(3);
        StockReckoning why = why();
        StockCard after = card();
        deliver();
        StockReckoning delivered = why();

        assertEquals(Quantity.of(10, Unit.EACH), before.here().orElseThrow().onHand());
        assertEquals(10 * Quantity.ONE, why.told().orElseThrow().quantity());
        assertEquals(Quantity.of(7, Unit.EACH), after.here().orElseThrow().onHand());
        assertEquals(7 * Quantity.ONE, why.shown().orElseThrow().quantity());
        assertEquals(List.of(sale.receipt().text()), why.recorded().rows().stream().map(StockReckoning.Own::receipt).toList());
        assertEquals(-3 * Quantity.ONE, why.recorded().quantity());
        assertEquals(7 * Quantity.ONE, delivered.shown().orElseThrow().quantity());
    }

    @Test
    void theCentreSaysWhyAndATillThatIsCutIsNotKeptWaiting() {
        Sale sale = sells(3);
        deliver();

        StockStory here = assertInstanceOf(StockWord.Heard.class, asks("")).story();
        StockWord elsewhere = asks("S2");
        till.network().cut();
        StockWord cut = asks("");
        StockWord unasked = word(new CentreDesk(till, asking(() -> {
            throw new AssertionError("nobody is asked while nobody is there");
        }), PATIENCE));

        assertEquals(7 * Quantity.ONE, here.quantity());
        assertEquals("S1", here.store());
        assertEquals(List.of("SALE " + sale.receipt() + " 7", "RECEIVE D-1 10"), here.steps().stream()
                .map(step -> step.type() + " " + step.document().number() + " " + step.after() / Quantity.ONE).toList());
        assertEquals(List.of("T1"), here.tills().stream().map(StockStory.Heard::till).toList());
        assertEquals(0, assertInstanceOf(StockWord.Heard.class, elsewhere).story().steps().size());
        assertEquals(new StockWord.Unheard(), cut);
        assertEquals(new StockWord.Unheard(), unasked);
    }

    @Test
    void whatTheCentreDoesNotKnowAndWhatFailsIsToldApart() {
        StockWord unknown = new CentreDesk(till).stock(7, ProductId.of(Sku.of("GHOST")), "") instanceof TillEvent.WhyHeard heard
                ? heard.word() : new StockWord.Unheard();
        StockWord failed = word(new CentreDesk(till, asking(() -> new Inquiry.OfStock.Failed("it answered 500.")), PATIENCE));
        StockWord broken = word(new CentreDesk(till, asking(() -> {
            throw new IllegalStateException("a defect");
        }), PATIENCE));

        assertEquals(List.of(new StockWord.Unknown(), new StockWord.Failed(), new StockWord.Failed()), List.of(unknown, failed, broken));
    }

    /// Nothing ends the look-up of a machine's name.
    @Test
    @Timeout(60)
    void aLateAnswerIsNone() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            assertEquals(new StockWord.Unheard(), word(new CentreDesk(till, asking(() -> {
                awaited(never);
                return new Inquiry.OfStock.Unknown();
            }), Duration.ofMillis(1))));
        } finally {
            never.countDown();
        }
    }

    private TillEvent does(TillEffect effect) {
        List<TillEvent> heard = new ArrayList<>();
        desk.take(effect, heard::add);
        return heard.getLast();
    }

    private StockCard card() {
        return assertInstanceOf(TillEvent.StockShown.class, does(new TillEffect.ShowStock(2, ITEM, ""))).card();
    }

    private StockReckoning why() {
        return assertInstanceOf(TillEvent.WhyShown.class, does(new TillEffect.ShowWhy(3, ITEM))).reckoning();
    }

    private StockWord asks(String store) {
        return assertInstanceOf(TillEvent.WhyHeard.class, does(new TillEffect.AskWhy(4, ITEM, store))).word();
    }

    private static StockWord word(CentreDesk asked) {
        return assertInstanceOf(TillEvent.WhyHeard.class, asked.stock(5, MUG.id(), "")).word();
    }

    private Sale sells(int pieces) {
        Basket basket = Basket.empty(GBP, TaxRule.USUAL).ring(ITEM, Quantity.of(pieces, Unit.EACH),
                assertInstanceOf(TillEvent.Found.class, does(new TillEffect.LookUp(6, "MUG"))).article().price());
        Settlement settlement = new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())));
        return assertInstanceOf(TillEvent.Saved.class, does(new TillEffect.Save(1, OpenSale.of(basket), settlement, duty)))
                .completed().sale();
    }

    private void deliver() {
        Courier.Round round = till.courier().round();
        while (!(round instanceof Courier.Round.Delivered delivered && delivered.isAll())) {
            round = till.courier().round();
        }
        assertTrue(centre.settle(PATIENCE));
        pull();
    }

    private void pull() {
        Pull.Step step = till.pull().step();
        while (!(step instanceof Pull.Step.UpToDate)) {
            step = till.pull().step();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Inquiry asking(Supplier<Inquiry.OfStock> answer) {
        return new Inquiry() {
            @Override
            public OfReceipt receipt(ReceiptNumber number) {
                return new OfReceipt.Unknown();
            }

            @Override
            public OfPiece piece(ProductId product, String serial) {
                return new OfPiece.Free();
            }

            @Override
            public OfStock stock(ProductId product, String store) {
                return answer.get();
            }
        };
    }
}
