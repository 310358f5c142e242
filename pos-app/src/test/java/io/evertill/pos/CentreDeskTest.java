package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.Centre;
import io.evertill.db.Tills;
import io.evertill.device.CodePage;
import io.evertill.device.EscPos;
import io.evertill.device.FileDrawer;
import io.evertill.device.FilePrinter;
import io.evertill.device.Speaker;
import io.evertill.feed.Pull;
import io.evertill.money.UnitPrice;
import io.evertill.outbox.Courier;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.register.Lookup;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.sale.Sale;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.till.Duty;
import io.evertill.till.OpenSale;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import io.evertill.till.TillEvent.PieceHeard.Word;
import io.evertill.till.TillEvent.ReceiptFound;
import io.evertill.wire.Inquiry;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a cashier hears of a receipt or a piece: desks of two tills, and a real centre over HTTP.
@Exempt(rule = "imports", reason = "two tills and their centre in one place", until = "2028-12-31")
class CentreDeskTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final ProductId MUG = ProductId.of(Sku.of("MUG"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Centre centre;

    @BeforeEach
    void open() {
        centre = Centre.start(io.evertill.central.office.Settings.in(folder.resolve("centre")).withPort(0));
        centre.office().db().run(tx -> {
            centre.office().headOffice().define(tx, new TaxRate("STD", "VAT 20%", 200_000, TaxRate.Kind.INCLUSIVE));
            centre.office().headOffice().define(tx, "", "currency", "GBP");
            centre.office().headOffice().define(tx, new Product(
                    MUG, Sku.of("MUG"), "Mug", Unit.EACH, Product.Kind.GOODS, "STD", UnitPrice.parse("2.50", GBP), List.of()));
        });
        assertTrue(centre.settle(PATIENCE));
    }

    @AfterEach
    void close() {
        centre.close();
    }

    /// A till of the store with somebody at it.
    private record Counter(TillProcess till, Desk desk, Duty duty) implements AutoCloseable {
        TillEvent does(TillEffect effect) {
            List<TillEvent> heard = new ArrayList<>();
            desk.take(effect, heard::add);
            return heard.getLast();
        }

        Sale pays(Basket basket) {
            Settlement settlement = new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())));
            return assertInstanceOf(TillEvent.Saved.class, does(new TillEffect.Save(1, OpenSale.of(basket), settlement, duty)))
                    .completed().sale();
        }

        Sale sells(int pieces, Tracking tracking) {
            Lookup.Article article = assertInstanceOf(Lookup.Meaning.Found.class, till.lookup().find("MUG")).article();
            return pays(Basket.empty(GBP, TaxRule.USUAL).plus(
                    Line.sold(1, article.item(), Quantity.of(pieces, Unit.EACH), article.price()).tracked(tracking)));
        }

        void takesBack(Returnable line) {
            pays(Basket.empty(GBP, TaxRule.USUAL).plus(line.take(1, line.left(), ReturnOf.Condition.RESALABLE, "")));
        }

        TillEvent finds(ReceiptNumber number) {
            return does(new TillEffect.FindReceipt(2, number.text()));
        }

        ReceiptFound asks(ReceiptNumber number) {
            return assertInstanceOf(ReceiptFound.class, does(new TillEffect.AskReceipt(3, number)));
        }

        Word asksAbout(String serial) {
            return assertInstanceOf(TillEvent.PieceHeard.class, does(new TillEffect.AskPiece(4, MUG, serial))).word();
        }

        @Override
        public void close() {
            till.close();
        }
    }

    private Counter counter(String name) {
        Path data = folder.resolve(name);
        String code = centre.office().admission().code(new Tills.Seat("S1", name), Duration.ofMinutes(15));
        try (DataFolder held = DataFolderTest.opened(data)) {
            assertInstanceOf(Enrolling.Result.Enrolled.class, new Enrolling(held, Machine.real()).atCentre(centre.url(), code));
        }
        TillProcess till = assertInstanceOf(TillProcess.Opening.Opened.class,
                TillProcess.open(DataFolderTest.opened(data), Settings.in(data), Machine.real(), _ -> {})).till();
        Pull.Step step = till.pull().step();
        while (!(step instanceof Pull.Step.UpToDate)) {
            step = till.pull().step();
        }
        Desk desk = new Desk(till, Cashier.paper(till), new Station.Devices(
                new FilePrinter(data, new EscPos(CodePage.WESTERN)), new FileDrawer(data), Speaker.SILENT));
        List<TillEvent> heard = new ArrayList<>();
        desk.take(new TillEffect.SignIn(0, new Person("anna", "Anna")), heard::add);
        return new Counter(till, desk, ((TillEvent.SignedIn) heard.getFirst()).duty());
    }

    private void deliver(Counter counter) {
        Courier.Round round = counter.till().courier().round();
        while (!(round instanceof Courier.Round.Delivered delivered && delivered.isAll())) {
            round = counter.till().courier().round();
        }
        assertTrue(centre.settle(PATIENCE));
        // What was applied is heard with the next answer.
        counter.till().courier().round();
    }

    private static List<String> left(ReceiptFound found) {
        return found.lines().stream().map(line -> line.left().text()).toList();
    }

    @Test
    void whatCameBackAtAnotherTillIsNotPaidBackByTheOneThatSoldIt() {
        try (Counter one = counter("T1"); Counter two = counter("T2")) {
            Sale sale = one.sells(2, Tracking.NONE);
            Sale other = one.sells(1, Tracking.NONE);
            deliver(one);
            two.takesBack(two.asks(sale.receipt()).lines().getFirst());
            deliver(two);

            TillEvent found = one.finds(sale.receipt());
            ReceiptFound asked = one.asks(sale.receipt());
            one.till().network().cut();
            ReceiptFound offline = assertInstanceOf(ReceiptFound.class, one.finds(sale.receipt()));
            ReceiptFound unasked = assertInstanceOf(ReceiptFound.class, one.finds(other.receipt()));

            assertInstanceOf(TillEvent.ReceiptElsewhere.class, found);
            assertEquals(ReceiptFound.Centre.HEARD, asked.centre());
            assertEquals(List.of("0"), left(asked));
            assertEquals(new ReceiptFound(2, sale.receipt(), asked.lines(), ReceiptFound.Centre.UNHEARD), offline);
            assertEquals(ReceiptFound.Centre.UNHEARD, unasked.centre());
            assertEquals(List.of("1"), left(unasked));
        }
    }

    @Test
    void aPieceThatCameBackAtAnotherTillIsFreeWhereItWasSold() {
        try (Counter one = counter("T1"); Counter two = counter("T2")) {
            Sale sale = one.sells(1, new Tracking("", "SN-1"));
            Word unknown = one.asksAbout("SN-1");
            deliver(one);
            Word sold = one.asksAbout("SN-1");
            two.takesBack(two.asks(sale.receipt()).lines().getFirst());
            Word back = two.asksAbout("SN-1");
            deliver(two);
            Word free = one.asksAbout("SN-1");
            one.till().network().cut();

            assertEquals(new Word.Unknown(), unknown);
            assertEquals(new Word.Sold(sale.receipt().text()), sold);
            assertEquals(new Word.Free(), back);
            assertEquals(new Word.Free(), free);
            assertEquals(new Word.Unheard(), one.asksAbout("SN-1"));
        }
    }

    @Test
    void thatTheCentreFailsIsSaidOfAnOwnReceiptAndHidesNothing() {
        try (Counter one = counter("T1")) {
            Sale sale = one.sells(1, Tracking.NONE);
            CentreDesk failing = new CentreDesk(one.till(), asking(() -> new Inquiry.OfReceipt.Failed("it answered 500.")), PATIENCE);
            CentreDesk broken = new CentreDesk(one.till(), asking(() -> {
                throw new IllegalStateException("a defect");
            }), PATIENCE);

            ReceiptFound own = assertInstanceOf(ReceiptFound.class, failing.receipt(7, sale.receipt()));
            ReceiptFound defect = assertInstanceOf(ReceiptFound.class, broken.receipt(7, sale.receipt()));

            assertEquals(ReceiptFound.Centre.FAILED, own.centre());
            assertEquals(List.of("1"), left(own));
            assertEquals(own, defect);
            assertEquals(new TillEvent.ReceiptUnheard(7), failing.receipt(7, new ReceiptNumber("S1-T9-0000-1")));
        }
    }

    /// Nothing ends the look-up of a machine's name.
    @Test
    @Timeout(60)
    void aQuestionThatHangsHoldsNobodyUp() {
        CountDownLatch never = new CountDownLatch(1);
        try (Counter one = counter("T1")) {
            Sale sale = one.sells(1, Tracking.NONE);
            CentreDesk hanging = new CentreDesk(one.till(), asking(() -> {
                awaited(never);
                return new Inquiry.OfReceipt.Unknown();
            }), Duration.ofMillis(1));

            ReceiptFound own = assertInstanceOf(ReceiptFound.class, hanging.receipt(7, sale.receipt()));

            assertEquals(ReceiptFound.Centre.UNHEARD, own.centre());
            assertEquals(new TillEvent.ReceiptUnheard(7), hanging.receipt(7, new ReceiptNumber("S1-T9-0000-1")));
            assertEquals(new TillEvent.PieceHeard(7, MUG, "SN-1", new Word.Unheard()), hanging.piece(7, MUG, "SN-1"));
        } finally {
            never.countDown();
        }
    }

    @Test
    void closingTheTillWaitsForAQuestion() throws IOException {
        try (Counter one = counter("T1")) {
            int port = centre.port();
            centre.close();
            List<TillEvent> heard = Collections.synchronizedList(new ArrayList<>());
            try (ServerSocket silent = new ServerSocket(port)) {
                Threads threads = new Threads(one.desk(), Speaker.SILENT, new Threads.Elsewhere() {
                    @Override
                    public void keep(TillEffect.KeepAppearance effect) {}

                    @Override
                    public void askLeftCards() {}

                    @Override
                    public boolean switchNetwork(TillEffect.SwitchNetwork effect) {
                        return false;
                    }
                });
                threads.carryOut(new TillEffect.AskReceipt(7, new ReceiptNumber("S1-T9-0000-1")), heard::add);
                threads.close();
                assertTrue(silent.isBound());
            }

            assertEquals(List.of(new TillEvent.ReceiptUnheard(7)), heard);
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Inquiry asking(Supplier<Inquiry.OfReceipt> answer) {
        return new Inquiry() {
            @Override
            public OfReceipt receipt(ReceiptNumber number) {
                return answer.get();
            }

            @Override
            public OfPiece piece(ProductId product, String serial) {
                OfReceipt waited = answer.get();
                return waited instanceof OfReceipt.Unheard(String cause) ? new OfPiece.Unheard(cause) : new OfPiece.Free();
            }

            @Override
            public OfStock stock(ProductId product, String store) {
                OfReceipt waited = answer.get();
                return waited instanceof OfReceipt.Unheard(String cause) ? new OfStock.Unheard(cause) : new OfStock.Unknown();
            }
        };
    }
}
