package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.device.CodePage;
import io.evertill.device.EscPos;
import io.evertill.device.FileDrawer;
import io.evertill.device.FilePrinter;
import io.evertill.device.Speaker;
import io.evertill.entry.TillEntry;
import io.evertill.journal.JournalLine;
import io.evertill.journal.JournalPage;
import io.evertill.journal.Stage;
import io.evertill.journal.Story;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.price.Price;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.receipt.Mark;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.Item;
import io.evertill.shift.CashCount;
import io.evertill.shift.DrawerReason;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Tender;
import io.evertill.till.Completed;
import io.evertill.till.DrawerDeed;
import io.evertill.till.Duty;
import io.evertill.till.OpenSale;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import io.evertill.till.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Exempt(rule = "imports", reason = "a till that sells, and what is told of it", until = "2028-12-31")
final class JournalDeskTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final TaxRate VAT = new TaxRate("STD", "VAT 20%", 200_000, TaxRate.Kind.INCLUSIVE);
    private static final Product MUG = new Product(ProductId.of(Sku.of("MUG")), Sku.of("MUG"), "Mug", Unit.EACH, Product.Kind.GOODS,
            VAT.code(), UnitPrice.parse("2.50", EUR), List.of());

    @TempDir
    Path folder;

    private final List<TillEvent> events = new ArrayList<>();
    private TillProcess till;
    private Desk desk;
    private Duty duty;
    private Completed sold;

    @BeforeEach
    void sell() throws IOException {
        Path paper = Files.createDirectory(folder.resolve("paper"));
        Machine machine = Machine.real();
        try (DataFolder held = DataFolderTest.opened(folder.resolve("till"))) {
            new Enrolling(held, machine).alone("S1", "T1");
        }
        till = assertInstanceOf(TillProcess.Opening.Opened.class, TillProcess.open(
                DataFolderTest.opened(folder.resolve("till")), Settings.in(folder.resolve("till")), machine, _ -> {})).till();
        till.database().run(tx -> {
            tx.terms().put(VAT, Optional.empty());
            tx.catalogue().put(MUG, Optional.empty());
        });
        desk = new Desk(till, Cashier.paper(till), new Station.Devices(
                new FilePrinter(paper, new EscPos(CodePage.WESTERN)), new FileDrawer(paper), Speaker.SILENT), folder.resolve("files"));
        duty = assertInstanceOf(TillEvent.SignedIn.class, done(new TillEffect.SignIn(1, new Person("anna", "Anna")))).duty();
        Basket basket = Basket.empty(EUR, TaxRule.USUAL).ring(Item.of(MUG, VAT), Quantity.of(1, Unit.EACH),
                new Price(UnitPrice.parse("2.50", EUR), new Price.Source.Base()));
        OpenSale sale = OpenSale.of(basket).with(List.of(new Tender.Cash(basket.total())));
        sold = assertInstanceOf(TillEvent.Saved.class, done(new TillEffect.Save(2, sale, sale.settlement(), duty))).completed();
    }

    @AfterEach
    void close() {
        till.close();
    }

    @Test
    void whatWasSoldIsListedAndTold() {
        List<JournalLine> lines = page("2.50");

        TillEvent.StoryRead read = story(lines.getFirst());

        assertEquals(1, lines.size());
        assertEquals(9, read.ask());
        assertEquals(Stage.SAVED, read.story().orElseThrow().line().stage());
        assertEquals(Optional.of(sold), read.completed());
    }

    @Test
    void whatHasNoReceiptIsToldWithoutOne() {
        done(new TillEffect.RecordDrawer(3, new DrawerDeed.Opened(DrawerReason.CHECK), duty));

        TillEvent.StoryRead read = story(page("").getFirst());

        assertEquals(JournalLine.Kind.NO_SALE, read.story().orElseThrow().line().kind());
        assertEquals(Optional.empty(), read.completed());
    }

    @Test
    void aPageBeginsWhereTheOneBeforeEnded() {
        for (int times = 0; times < 40; times++) {
            done(new TillEffect.RecordDrawer(3, new DrawerDeed.Opened(DrawerReason.CHECK), duty));
        }

        TillEvent.JournalRead first = read(5, Optional.empty());
        TillEvent.JournalRead second = read(6, first.page().next());

        assertEquals(List.of(5L, 6L), List.of(first.ask(), second.ask()));
        assertEquals(40, first.page().lines().size());
        assertEquals(List.of(JournalLine.Kind.SALE, JournalLine.Kind.SHIFT_OPEN),
                second.page().lines().stream().map(JournalLine::kind).toList());
    }

    @Test
    void aCopyIsInTheLedgerBeforeItIsPrinted() throws IOException {
        desk.take(new TillEffect.PrintAgain(sold, Mark.COPY, duty), events::add);
        desk.take(new TillEffect.PrintAgain(sold, Mark.GIFT, duty), events::add);

        assertEquals(List.of(TillEntry.Copied.Manner.PAPER, TillEntry.Copied.Manner.GIFT), copies());
        assertEquals(2, printed());
        assertEquals(List.of(JournalLine.Kind.COPY, JournalLine.Kind.COPY, JournalLine.Kind.SALE, JournalLine.Kind.SHIFT_OPEN),
                page("").stream().map(JournalLine::kind).toList());
        assertEquals(4, page(duty.shift().businessDate().toString()).size(), "copies are of the shift in which they were made");
        assertEquals(List.of(duty.cashier(), duty.cashier()),
                story(page("1").getFirst()).story().orElseThrow().copies().stream().map(Story.Copy::by).toList());
    }

    @Test
    void whatTheLedgerDoesNotTakeIsNeitherPrintedNorWritten() throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("till").resolve("till.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TRIGGER full BEFORE INSERT ON fact BEGIN SELECT RAISE(ABORT, 'no'); END");
        }

        List<TillEvent> heard = List.of(done(new TillEffect.SavePdf(sold, duty)), done(new TillEffect.PrintAgain(sold, Mark.COPY, duty)));

        assertEquals(List.of(Trouble.STORAGE, Trouble.STORAGE), heard.stream()
                .map(event -> assertInstanceOf(TillEvent.DeviceFailed.class, event).trouble())
                .toList());
        assertEquals(0, printed());
        assertFalse(Files.exists(folder.resolve("files")));
        assertEquals(List.of(), copies());
    }

    @Test
    void aSecondFileStandsInPlaceOfTheFirstAsAWhole() throws IOException {
        Path file = Path.of(assertInstanceOf(TillEvent.PdfSaved.class, done(new TillEffect.SavePdf(sold, duty))).file());
        Path before = Files.createLink(folder.resolve("before.pdf"), file);
        Files.writeString(before, "of another time");

        assertEquals(new TillEvent.PdfSaved(file.toString()), done(new TillEffect.SavePdf(sold, duty)));

        assertEquals("of another time", Files.readString(before));
        assertEquals("%PDF", new String(Files.readAllBytes(file), 0, 4, StandardCharsets.ISO_8859_1));
    }

    @Test
    void aFileThatCannotBeReplacedLeavesNothingBehind() throws IOException {
        Path inTheWay = folder.resolve("files").resolve(sold.sale().receipt().text() + ".pdf").resolve("full");
        Files.createDirectories(inTheWay);

        TillEvent heard = done(new TillEffect.SavePdf(sold, duty));

        assertEquals(Trouble.FILE, assertInstanceOf(TillEvent.DeviceFailed.class, heard).trouble());
        try (Stream<Path> all = Files.list(folder.resolve("files"))) {
            assertEquals(1, all.count());
        }
    }

    @Test
    void aFileIsACopyToo() throws IOException {
        TillEvent saved = done(new TillEffect.SavePdf(sold, duty));

        Path file = folder.resolve("files").resolve(sold.sale().receipt().text() + ".pdf");
        assertEquals(new TillEvent.PdfSaved(file.toString()), saved);
        assertEquals("%PDF", new String(Files.readAllBytes(file), 0, 4, StandardCharsets.ISO_8859_1));
        assertEquals(List.of(TillEntry.Copied.Manner.FILE), copies());
        try (Stream<Path> all = Files.list(folder.resolve("files"))) {
            assertEquals(1, all.count(), "nothing is left lying about");
        }
    }

    @Test
    void aFolderThatTakesNoFileIsSaid() throws IOException {
        Files.writeString(folder.resolve("files"), "in the way");

        TillEvent heard = done(new TillEffect.SavePdf(sold, duty));

        assertEquals(Trouble.FILE, assertInstanceOf(TillEvent.DeviceFailed.class, heard).trouble());
    }

    @Test
    void theReportOfAShiftIsAFileUnderItsNumber() throws IOException {
        TillEvent.ShiftSealed sealed = assertInstanceOf(TillEvent.ShiftSealed.class, done(
                new TillEffect.RecordDrawer(4, new DrawerDeed.Closed(new CashCount(EUR, List.of())), duty)));

        TillEvent.PdfSaved saved = assertInstanceOf(TillEvent.PdfSaved.class, done(new TillEffect.SaveReport(sealed.sheet())));

        assertTrue(saved.file().matches(".*Z-S1-T1-[0-9a-f]{4}-1[.]pdf"), saved::file);
        assertEquals("%PDF", new String(Files.readAllBytes(Path.of(saved.file())), 0, 4, StandardCharsets.ISO_8859_1));
    }

    private TillEvent done(TillEffect effect) {
        desk.take(effect, events::add);
        return events.getLast();
    }

    private TillEvent.JournalRead read(long ask, Optional<JournalPage.Place> from) {
        return assertInstanceOf(TillEvent.JournalRead.class, done(new TillEffect.ReadJournal(ask, "", from)));
    }

    private List<JournalLine> page(String text) {
        return assertInstanceOf(TillEvent.JournalRead.class, done(new TillEffect.ReadJournal(8, text, Optional.empty()))).page().lines();
    }

    private TillEvent.StoryRead story(JournalLine line) {
        return assertInstanceOf(TillEvent.StoryRead.class, done(new TillEffect.ReadStory(9, line.entry())));
    }

    private List<TillEntry.Copied.Manner> copies() {
        return story(page("1").getFirst()).story().orElseThrow().copies().stream().map(Story.Copy::manner).toList();
    }

    private long printed() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("paper"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".txt")).count();
        }
    }
}
