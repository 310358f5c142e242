package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.availability.Elsewhere;
import io.evertill.availability.Figure;
import io.evertill.availability.Promise;
import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.db.CommitUnknown;
import io.evertill.db.FedRows;
import io.evertill.db.StorageFailure;
import io.evertill.db.Tx;
import io.evertill.device.CodePage;
import io.evertill.device.EscPos;
import io.evertill.device.FileDrawer;
import io.evertill.device.FilePrinter;
import io.evertill.device.Speaker;
import io.evertill.entry.TillEntry;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.price.Price;
import io.evertill.product.Guidance;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.Claim;
import io.evertill.sale.Consent;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.Sale;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.till.Completed;
import io.evertill.till.Duty;
import io.evertill.till.HeldBasket;
import io.evertill.till.OpenSale;
import io.evertill.till.Reserved;
import io.evertill.till.Sighting;
import io.evertill.till.StockCard;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import io.evertill.till.Trouble;
import io.evertill.wire.Bodies;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Json;
import io.evertill.wire.StockRows;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Exempt(rule = "imports", reason = "a till and everything that its desk does", until = "2028-12-31")
final class DeskTest {
    private static final TaxRate VAT = new TaxRate("STD", "VAT 20%", 200_000, TaxRate.Kind.INCLUSIVE);
    private static final TillEffect UNASKED = new TillEffect.OpenDrawer();
    private static final TillEffect ASKED = new TillEffect.LookUp(7, "MILK");

    @Test
    void aDiskThatIsFullAtTheCommitIsAFullDiskToTheCashier() {
        TillEvent heard = failed(UNASKED, new CommitUnknown(StorageFailure.Kind.DISK_FULL, new IllegalStateException()));

        assertEquals(new TillEvent.DeviceFailed(Trouble.DISK_FULL, ""), heard);
    }

    @Test
    void whoAskedHearsWhatTheDiskSays() {
        StorageFailure broken = new StorageFailure(StorageFailure.Kind.INPUT_OUTPUT, "The disk does not answer.");

        assertEquals(new TillEvent.Failed(7, Trouble.STORAGE, "The disk does not answer."), failed(ASKED, broken));
    }

    @Test
    void aDefectIsNoTroubleWithTheDisk() {
        assertThrows(CompletionException.class, () -> failed(UNASKED, new IllegalStateException()));
    }

    /// The program dies between the customer and the payment; nothing about the person is in the ledger.
    @Test
    void aNewCustomerAndWhoBuysAreThereAfterACrash(@TempDir Path folder) {
        List<TillEvent> heard = new ArrayList<>();
        Customer met = new Customer(new CustomerId(new UUID(0, 0)), "Anne Weber", "0151 2345678", "", "CARD-1", Optional.empty());
        OpenSale sale = OpenSale.of(Basket.empty(Currency.getInstance("GBP"), TaxRule.USUAL));
        try (TillProcess till = alone(folder)) {
            Desk desk = desk(till, folder);
            desk.take(new TillEffect.AddCustomer(1, met), heard::add);
            Customer known = ((TillEvent.CustomerMet) heard.getFirst()).customer();
            desk.take(new TillEffect.KeepBasket(new OpenSale(sale.basket(), List.of(), Optional.empty(), 1, Optional.empty(),
                    Optional.of(known))), heard::add);
        }
        try (TillProcess till = alone(folder)) {
            Desk desk = desk(till, folder);
            desk.take(new TillEffect.FindCustomers(2, "345 web"), heard::add);
            desk.take(new TillEffect.LookUp(3, "card-1"), heard::add);
            TillEvent.Opened opened = assertInstanceOf(TillEvent.Opened.class, desk.opened(sale));

            Customer known = ((TillEvent.CustomerMet) heard.getFirst()).customer();
            assertEquals(List.of(new TillEvent.CustomerMet(1, known), new TillEvent.CustomersFound(2, List.of(known), false),
                    new TillEvent.CardKnown(3, known)), heard);
            assertEquals(Optional.of(known), opened.kept().customer());
        }
    }

    /// What is scanned is on the counter, so only what people choose from says how much there is.
    @Test
    void whatIsFoundSaysHowMuchThereIsAsFarAsThisTillKnows(@TempDir Path folder) {
        Product mug = product("MUG1");
        Product jug = product("MUG2");
        List<TillEvent> heard = new ArrayList<>();
        try (TillProcess till = alone(folder)) {
            till.database().run(tx -> {
                tx.terms().put(VAT, Optional.empty());
                tx.catalogue().put(mug, Optional.empty());
                tx.catalogue().put(jug, Optional.empty());
                tx.fed().put("level", new FedRows.Fed(mug.id().toString(), Json.canonical(StockRows.figure(
                        new Figure(mug.id(), -7 * Quantity.ONE, Instant.EPOCH, Map.of())))), Optional.of(mug.id()), 1);
            });
            Desk desk = desk(till, folder);

            desk.take(new TillEffect.Search(1, "MUG"), heard::add);
        }

        TillEvent.Results results = assertInstanceOf(TillEvent.Results.class, heard.getFirst());
        assertEquals(List.of(Optional.of(Quantity.of(-7, Unit.EACH)), Optional.empty()),
                results.articles().stream().map(article -> article.onHand()).toList());
    }

    /// One is promised; the other store's figure does not fit the article's unit.
    @Test
    void whatCanBeSoldIsWithoutWhatIsPromisedAndAsOldAsTheLastAnswer(@TempDir Path folder) {
        Product mug = product("MUG1");
        Item item = Item.of(mug, VAT);
        Instant told = Instant.parse("2026-01-05T09:00:00Z");
        Instant heard = told.plusSeconds(7_200);
        List<TillEvent> events = new ArrayList<>();
        try (TillProcess till = alone(folder)) {
            till.database().run(tx -> {
                tx.feedState().advance(new FeedPage.Cursor(new UUID(1, 1), 7), heard);
                tx.feedState().confirm(heard);
                fed(tx, "level", mug.id().toString(), mug, StockRows.figure(
                        new Figure(mug.id(), 4 * Quantity.ONE, told, Map.of())));
                fed(tx, "reservation", new UUID(1, 2).toString(), mug, StockRows.reservation(new Promise(
                        new UUID(1, 2), mug.id(), "", Quantity.ONE, "Mia", "W-1", Instant.parse("2999-01-01T00:00:00Z"))));
                fed(tx, "elsewhere", mug.id() + "@S2", mug, StockRows.elsewhere(
                        new Elsewhere(mug.id(), "S2", 9 * Quantity.ONE, told)));
                fed(tx, "elsewhere", mug.id() + "@S3", mug, StockRows.elsewhere(new Elsewhere(mug.id(), "S3", 5, told)));
            });
            Desk desk = desk(till, folder);

            desk.take(new TillEffect.CheckStock(1, item), events::add);
            desk.take(new TillEffect.CheckStock(2, Item.of(product("MUG2"), VAT)), events::add);
            desk.take(new TillEffect.ShowStock(3, item, ""), events::add);
        }

        Quantity three = Quantity.of(3, Unit.EACH);
        assertEquals(List.of(
                new TillEvent.StockSeen(1, mug.id(), Optional.of(new Sighting(three, heard))),
                new TillEvent.StockSeen(2, product("MUG2").id(), Optional.empty()),
                new TillEvent.StockShown(3, new StockCard(
                        Optional.of(new StockCard.Here(Quantity.of(4, Unit.EACH), Quantity.of(1, Unit.EACH), heard)),
                        List.of(new StockCard.Elsewhere("S2", Quantity.of(9, Unit.EACH), heard.minusSeconds(900))),
                        Optional.empty()))), events);
    }

    /// The order's number is what a scanner reads from the customer's telephone.
    @Test
    void whatIsReservedIsFoundByItsNumberAndIsGoneWhenItIsSold(@TempDir Path folder) {
        Product mug = product("MUG1");
        Currency euro = Currency.getInstance("EUR");
        UUID reservation = new UUID(1, 2);
        Instant until = Instant.parse("2999-01-01T00:00:00Z");
        List<TillEvent> events = new ArrayList<>();
        try (TillProcess till = alone(folder)) {
            till.database().run(tx -> {
                tx.terms().put(VAT, Optional.empty());
                tx.catalogue().put(mug, Optional.empty());
                fed(tx, "reservation", reservation.toString(), mug, StockRows.reservation(
                        new Promise(reservation, mug.id(), "", 2 * Quantity.ONE, "Mia", "W-1", until)));
            });
            Desk desk = desk(till, folder);
            desk.take(new TillEffect.SignIn(1, new Person("anna", "Anna")), events::add);
            Duty duty = ((TillEvent.SignedIn) events.getFirst()).duty();

            desk.take(new TillEffect.FindReserved(2, "mia"), events::add);
            desk.take(new TillEffect.LookUp(3, "W-1"), events::add);
            desk.take(new TillEffect.LookUp(4, "W-"), events::add);
            Line line = Line.sold(1, Item.of(mug, VAT), Quantity.of(2, Unit.EACH),
                            new Price(UnitPrice.parse("2.50", euro), new Price.Source.Base()))
                    .claiming(Optional.of(new Claim(reservation, "W-1", Quantity.of(2, Unit.EACH), false)));
            OpenSale sale = OpenSale.of(Basket.empty(euro, TaxRule.USUAL).plus(line));
            desk.take(new TillEffect.KeepBasket(sale), events::add);
            events.add(desk.opened(OpenSale.of(Basket.empty(euro, TaxRule.USUAL))));
            desk.take(new TillEffect.Save(5, sale, new Settlement(sale.basket().total(), List.of(new Tender.Cash(sale.basket().total()))),
                    duty), events::add);
            desk.take(new TillEffect.FindReserved(6, ""), events::add);
        }

        Reserved order = ((TillEvent.ReservedFound) events.get(1)).orders().getFirst();
        assertEquals(List.of("W-1", "Mia", until, false), List.of(order.order(), order.owner(), order.expiresAt(), order.isExpired()));
        assertEquals(Quantity.of(2, Unit.EACH), order.goods().getFirst().quantity());
        assertEquals(new TillEvent.ReservedFound(3, List.of(order), false), events.get(2));
        assertEquals(new TillEvent.Unknown(4), events.get(3));
        assertEquals(Optional.of(reservation), ((TillEvent.Opened) events.get(4)).kept().basket().lines().getFirst().claim()
                .map(Claim::reservation), "kept for after a crash");
        assertInstanceOf(TillEvent.Saved.class, events.get(5));
        assertEquals(new TillEvent.ReservedFound(6, List.of(), false), events.get(6));
    }

    @Test
    void whatASupervisorAgreedToIsInTheLedger(@TempDir Path folder) {
        Person anna = new Person("anna", "Anna");
        Person bea = new Person("bea", "Bea");
        Consent consent = new Consent.BeyondStock(product("MUG1").id(), Quantity.of(2, Unit.EACH), Quantity.of(1, Unit.EACH),
                Instant.parse("2026-01-05T09:00:00Z"));
        List<TillEvent> events = new ArrayList<>();
        Bodies.Reading kept;
        try (TillProcess till = alone(folder)) {
            Desk desk = desk(till, folder);
            desk.take(new TillEffect.SignIn(1, anna), events::add);
            Duty duty = ((TillEvent.SignedIn) events.getFirst()).duty();

            desk.take(new TillEffect.RecordApproval(2, bea, consent, duty), events::add);

            kept = till.database().read(tx -> Bodies.read("approval/1", tx.postings()
                    .after("S1", tx.streams().open().orElseThrow().id(), 1, 1).getFirst().posting().fact().body()));
        }

        assertEquals(new TillEvent.ApprovalRecorded(2), events.getLast());
        TillEntry.Approved approved = (TillEntry.Approved) assertInstanceOf(Bodies.Reading.Understood.class, kept).entry();
        assertEquals(List.of(bea, anna, consent), List.of(approved.by(), approved.cashier(), approved.consent()));
    }

    @Test
    void aBasketThatWaitsIsCalledBackOnceAlsoAfterARestart(@TempDir Path folder) {
        Currency euro = Currency.getInstance("EUR");
        OpenSale sale = OpenSale.of(Basket.empty(euro, TaxRule.USUAL).ring(Item.of(product("MUG1"), VAT), Quantity.of(2, Unit.EACH),
                new Price(UnitPrice.parse("2.50", euro), new Price.Source.Base()))).rounded(5);
        List<TillEvent> events = new ArrayList<>();
        try (TillProcess till = alone(folder)) {
            Desk desk = desk(till, folder);
            desk.take(new TillEffect.SignIn(1, new Person("anna", "Anna")), events::add);
            Duty duty = ((TillEvent.SignedIn) events.getFirst()).duty();
            desk.take(new TillEffect.KeepBasket(sale), events::add);
            desk.take(new TillEffect.Hold(2, sale, "Smith", duty), events::add);
            events.add(desk.opened(OpenSale.of(Basket.empty(euro, TaxRule.USUAL))));
            desk.take(new TillEffect.ListHeld(3), events::add);
            desk.take(new TillEffect.Recall(4, 1), events::add);
            events.add(desk.opened(OpenSale.of(Basket.empty(euro, TaxRule.USUAL))));
            desk.take(new TillEffect.Recall(5, 1), events::add);
        }

        HeldBasket held = ((TillEvent.HeldListed) events.get(3)).held().getFirst();
        assertEquals(List.of(1L, "Smith", 1, "Anna"), List.of(held.number(), held.name(), held.lines(), held.by()));
        assertEquals(List.of(
                new TillEvent.BasketHeld(2, 1),
                new TillEvent.Opened(OpenSale.of(Basket.empty(euro, TaxRule.USUAL)), Optional.empty(), Optional.empty()),
                new TillEvent.Recalled(4, Optional.of(sale)),
                new TillEvent.Opened(sale, Optional.empty(), Optional.empty()),
                new TillEvent.Recalled(5, Optional.empty())),
                List.of(events.get(1), events.get(2), events.get(4), events.get(5), events.get(6)));
    }

    @Test
    void theAgeThatWasCheckedIsKeptWithTheBasketAndRecordedWithTheSale(@TempDir Path folder) {
        Currency euro = Currency.getInstance("EUR");
        Product rum = product("RUM").guided(new Guidance(Optional.of(18), Optional.empty()));
        Basket basket = Basket.empty(euro, TaxRule.USUAL).ring(Item.of(rum, VAT), Quantity.of(1, Unit.EACH),
                new Price(UnitPrice.parse("2.50", euro), new Price.Source.Base()));
        OpenSale sale = new OpenSale(basket, List.of(new Tender.Cash(basket.total())), Optional.empty(), 1,
                Optional.of(new Sale.AgeCheck(18, Sale.AgeCheck.Manner.SEEN)));
        List<TillEvent> events = new ArrayList<>();
        try (TillProcess till = alone(folder)) {
            till.database().run(tx -> {
                tx.terms().put(VAT, Optional.empty());
                tx.catalogue().put(rum, Optional.empty());
            });
            Desk desk = desk(till, folder);
            desk.take(new TillEffect.SignIn(1, new Person("anna", "Anna")), events::add);
            desk.take(new TillEffect.LookUp(2, "RUM"), events::add);
            desk.take(new TillEffect.KeepBasket(sale), events::add);
            events.add(desk.opened(OpenSale.of(Basket.empty(euro, TaxRule.USUAL))));
            desk.take(new TillEffect.Save(3, sale, sale.settlement(), ((TillEvent.SignedIn) events.getFirst()).duty()), events::add);
        }

        assertEquals(rum.guidance(), ((TillEvent.Found) events.get(1)).article().guidance());
        assertEquals(sale, ((TillEvent.Opened) events.get(2)).kept());
        Completed completed = ((TillEvent.Saved) events.get(3)).completed();
        assertEquals(sale.age(), completed.sale().age());
        assertTrue(completed.receipt().text().contains("Age checked 18"), completed.receipt().text());
    }

    private static void fed(Tx tx, String table, String id, Product product, ObjectNode row) {
        tx.fed().put(table, new FedRows.Fed(id, Json.canonical(row)), Optional.of(product.id()), 1);
    }

    private static Desk desk(TillProcess till, Path folder) {
        return new Desk(till, Cashier.paper(till), devices(folder));
    }

    private static Station.Devices devices(Path folder) {
        return new Station.Devices(new FilePrinter(folder, new EscPos(CodePage.WESTERN)), new FileDrawer(folder), Speaker.SILENT);
    }

    private static Product product(String sku) {
        return new Product(ProductId.of(Sku.of(sku)), Sku.of(sku), "Mug " + sku, Unit.EACH, Product.Kind.GOODS, VAT.code(),
                UnitPrice.parse("2.50", Currency.getInstance("EUR")), List.of());
    }

    private static TillProcess alone(Path folder) {
        Machine machine = Machine.real();
        try (DataFolder held = DataFolderTest.opened(folder)) {
            new Enrolling(held, machine).alone("S1", "T1");
        }
        return assertInstanceOf(TillProcess.Opening.Opened.class,
                TillProcess.open(DataFolderTest.opened(folder), Settings.in(folder), machine, _ -> {})).till();
    }

    private static TillEvent failed(TillEffect effect, RuntimeException cause) {
        return Desk.failed(effect, new CompletionException(cause));
    }
}
