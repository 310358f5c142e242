package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.availability.StockPolicy;
import io.evertill.device.Speaker;
import io.evertill.entry.Entry;
import io.evertill.entry.ShiftEntry;
import io.evertill.entry.TillEntry;
import io.evertill.key.Scanner;
import io.evertill.key.Stroke;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.price.BookAge;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.receipt.ReceiptLanguage;
import io.evertill.register.Outcome;
import io.evertill.register.ShiftBook;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.DiscountLimits;
import io.evertill.sale.Sale;
import io.evertill.shift.Shift;
import io.evertill.shift.ShiftReport;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import io.evertill.till.Activity;
import io.evertill.till.Appearance;
import io.evertill.till.Duty;
import io.evertill.till.Keymap;
import io.evertill.till.Lane;
import io.evertill.till.Notice;
import io.evertill.till.OpenSale;
import io.evertill.till.SyncStatus;
import io.evertill.till.Till;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import io.evertill.till.Trouble;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Somebody at a till without a screen: reducer, desk and ledger on disk, one effect after the other. It can die between any
/// two of them, and starts again from the folder.
@Exempt(rule = "imports", reason = "joins the screen's decisions, the desk and the ledger, as the window does", until = "2028-12-31")
final class Cashier implements AutoCloseable {
    static final Currency EUR = Currency.getInstance("EUR");
    private static final TaxRate VAT = new TaxRate("STD", "VAT 20%", 200_000, TaxRate.Kind.INCLUSIVE);
    private static final Person ANNA = new Person("anna", "Anna");
    private static final int POSTINGS_MAX = 10_000;

    private final Path folder;
    private final Station.Devices devices;
    private final Deque<TillEffect> wanted = new ArrayDeque<>();
    private TillProcess till;
    private Desk desk;
    private TillState state;
    private final List<Trouble> heardOf = new ArrayList<>();
    private final List<Trouble> unheard = new ArrayList<>();
    private Queue<TillEvent> besides = new ConcurrentLinkedQueue<>();
    private Executor beside = Runnable::run;
    private Consumer<TillState> watching = _ -> {};
    private long moments = Long.MAX_VALUE;

    /// The till died.
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    Cashier(Path folder, Station.Devices devices) {
        this.folder = folder;
        this.devices = devices;
        Machine machine = Machine.real();
        try (DataFolder held = DataFolderTest.opened(folder)) {
            new Enrolling(held, machine).alone("S1", "T1");
        }
        open();
        stock(till);
    }

    /// A tax and some goods.
    static void stock(TillProcess till) {
        till.database().run(tx -> {
            tx.terms().put(VAT, Optional.empty());
            tx.catalogue().put(product("MUG", "2.50"), Optional.empty());
            tx.catalogue().put(product("JUG", "8.99"), Optional.empty());
            tx.catalogue().put(new Product(ProductId.of(Sku.of("PEARS")), Sku.of("PEARS"), "Pears", Unit.KILOGRAM, Product.Kind.GOODS,
                    VAT.code(), UnitPrice.parse("3.10", EUR), List.of()), Optional.empty());
        });
    }

    private static Product product(String sku, String price) {
        return new Product(ProductId.of(Sku.of(sku)), Sku.of(sku), "A " + sku, Unit.EACH, Product.Kind.GOODS, VAT.code(),
                UnitPrice.parse(price, EUR), List.of());
    }

    private void open() {
        till = assertInstanceOf(TillProcess.Opening.Opened.class, TillProcess.open(
                DataFolderTest.opened(folder), Settings.in(folder), Machine.real(), _ -> {})).till();
        desk = new Desk(till, paper(till), devices);
        Lane lane = new Lane("S1", "T1", till.identity().terminal(), ZoneId.of("UTC"), TaxRule.USUAL, Money.of(100_000, "EUR"),
                List.of(ANNA), List.of(ANNA),
                StockPolicy.WARN, BookAge.USUAL, DiscountLimits.USUAL, till.store().limits(), till.store().drawer(), 1,
                Keymap.USUAL, Scanner.USUAL, false, devices.equipment());
        state = TillState.starting(lane, Appearance.USUAL, SyncStatus.calm(Money.zero(EUR)), Machine.real().clock().instant());
    }

    /// The paper of a till's store, in English.
    static Desk.Paper paper(TillProcess till) {
        return StorePaper.of(till.store(), ReceiptLanguage.EN);
    }

    /// Opens the shift if none is open, and takes up what was on the counter.
    void begin() {
        TillEvent.Opened opened = (TillEvent.Opened) desk.opened(OpenSale.of(Basket.empty(EUR, TaxRule.USUAL)));
        tell(new TillEvent.Opened(opened.kept(), Optional.of(duty(till)), opened.last(), opened.unprinted()));
    }

    /// Anna in the open shift of a till, which begins if there is none.
    static Duty duty(TillProcess till) {
        Shift shift = till.register().shift().orElseGet(() -> {
            Outcome.Saved saved = (Outcome.Saved) till.keep(to -> to.openShift(ANNA)).join();
            return ((ShiftEntry.ShiftOpened) saved.entry()).shift();
        });
        return new Duty(ANNA, shift);
    }

    /// From now on so many moments pass until the till dies: before each effect, and between it and its answer.
    void dieAfter(long count) {
        moments = count;
    }

    /// Printer and drawer are asked by others from now on, as the till's threads do; what they say is heard with the next thing done.
    void besides(Executor others) {
        beside = others;
    }

    /// Somebody sees every state from now on.
    void watched(Consumer<TillState> by) {
        watching = by;
        by.accept(state);
    }

    /// The troubles with devices that were said to the cashier, in order.
    List<Trouble> heardOf() {
        return List.copyOf(heardOf);
    }

    /// What others have said meanwhile is heard.
    void listen() {
        for (Optional<TillEvent> next = Optional.ofNullable(besides.poll()); next.isPresent(); next = Optional.ofNullable(besides.poll())) {
            step(next.get());
        }
    }

    /// The troubles that were said to a till that died before it heard them.
    List<Trouble> unheard() {
        return List.copyOf(unheard);
    }

    /// The power is back; what was said to the till that died is not heard.
    void restart() {
        besides.forEach(event -> {
            if (event instanceof TillEvent.DeviceFailed(Trouble trouble, String _)) {
                unheard.add(trouble);
            }
        });
        besides = new ConcurrentLinkedQueue<>();
        moments = Long.MAX_VALUE;
        wanted.clear();
        till.close();
        open();
        begin();
    }

    void scan(String code) {
        tell(new TillEvent.Scanned(code));
    }

    void press(String key) {
        tell(new TillEvent.Struck(Stroke.parse(key)));
    }

    /// A row is touched.
    void choose(int row) {
        tell(new TillEvent.ChoiceTapped(row));
    }

    /// The banner shows the card payments without an answer, as the station tells them.
    void cardsLeft() {
        tell(new TillEvent.Synced(new SyncStatus(Optional.empty(), 0, Money.zero(EUR), Optional.empty(), Optional.empty(), 0,
                Station.cards(till), List.of())));
    }

    /// What the open shift's report says.
    ShiftReport report() {
        return new ShiftBook(till.database()).open().orElseThrow();
    }

    void type(String text) {
        text.chars().forEach(character -> tell(new TillEvent.Typed(character)));
    }

    Activity doing() {
        return state.activity();
    }

    TillState state() {
        return state;
    }

    TillProcess till() {
        return till;
    }

    private void tell(TillEvent event) {
        listen();
        step(event);
        while (!wanted.isEmpty()) {
            pass();
            Deque<TillEvent> answers = new ArrayDeque<>();
            TillEffect effect = wanted.removeFirst();
            switch (effect) {
                case TillEffect.Play _ -> {}
                case TillEffect.Print _, TillEffect.PrintAgain _, TillEffect.OpenDrawer _ -> {
                    Desk asked = desk;
                    Queue<TillEvent> heard = besides;
                    beside.execute(() -> asked.take(effect, heard::add));
                }
                case TillEffect _ -> desk.take(effect, answers::add);
            }
            pass();
            answers.forEach(this::step);
            listen();
        }
    }

    private void step(TillEvent event) {
        Till.Step step = Till.step(state, event);
        state = step.state();
        wanted.addAll(step.effects());
        watching.accept(state);
        if (event instanceof TillEvent.DeviceFailed(Trouble trouble, String detail)) {
            assertEquals(Optional.of(new Notice.Problem(trouble, detail, 0)), state.notice());
            heardOf.add(trouble);
        }
    }

    private void pass() {
        if (moments-- == 0) {
            throw new Died();
        }
    }

    /// Everything in the ledger, in order.
    List<Entry> ledger() {
        return till.database().read(tx -> tx.postings()
                .after("S1", tx.streams().open().orElseThrow().id(), 0, POSTINGS_MAX).stream()
                .map(stored -> stored.posting().fact())
                .map(fact -> Bodies.read(Metas.read(fact.meta()).schema(), fact.body()))
                .map(reading -> ((Bodies.Reading.Understood) reading).entry())
                .toList());
    }

    List<Sale> sales() {
        return of(TillEntry.Sold.class).map(TillEntry.Sold::sale).toList();
    }

    <T extends Entry> Stream<T> of(Class<T> kind) {
        return ledger().stream().filter(kind::isInstance).map(kind::cast);
    }

    static Speaker silent() {
        return Speaker.SILENT;
    }

    @Override
    public void close() {
        till.close();
    }
}
