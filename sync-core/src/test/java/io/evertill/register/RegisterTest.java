package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.Database;
import io.evertill.db.Migrated;
import io.evertill.db.FaultyDisk;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.ShiftEntry;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.Meta;
import io.evertill.ledger.Position;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import io.evertill.outbox.Shop;
import io.evertill.sale.Basket;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.sale.Sale;
import io.evertill.shift.Drawer;
import io.evertill.shift.Shift;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Tender;
import io.evertill.wire.KeptBasket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    Path folder;

    private final FaultyDisk disk = new FaultyDisk();
    private Database till;
    private Register register;
    private Checkouts checkouts;
    private long id;

    @BeforeEach
    void open() throws SQLException {
        till = disk.till(folder.resolve("till.db"), () -> NOW);
        register = new Register(till,
                at -> new Meta.Stamp(at.toEpochMilli(), 0, new UUID(1, 1), Optional.empty()), () -> new UUID(7, ++id));
        checkouts = new Checkouts(register);
        register.enrol(new Terminals.Identity("t-1", "S1", "T1", ""));
        register.openShift(new Shift(new UUID(5, 5), LocalDate.parse("2026-01-05"), NOW, Shop.ANNA, Money.of(50_00, "GBP")));
    }

    @AfterEach
    void close() {
        till.close();
    }

    @Test
    void aSaleIsEntryMovementLevelDrawerAndReceiptAtOnce() {
        Outcome outcome = register.sell(checkouts.cash("MUG", 3));

        Outcome.Saved saved = assertInstanceOf(Outcome.Saved.class, outcome);
        Sale sale = ((TillEntry.Sold) saved.entry()).sale();
        assertEquals(2, saved.position().seq());
        assertEquals(1, sale.receipt().number());
        assertEquals(new State(2, -30_000, 1, 1, new Drawer(Money.of(57_50, "GBP"), 1, Money.of(7_50, "GBP"))), state());
    }

    @Test
    void aFullDiskAtTheCommitLeavesNothingAndTheNextSaleGoesOn() {
        State before = state();
        disk.next(FaultyDisk.Fault.FULL);

        Outcome outcome = register.sell(checkouts.cash("MUG", 3));

        assertInstanceOf(Outcome.NotSaved.class, outcome);
        assertEquals(before, state());
        assertEquals(1, ((TillEntry.Sold) assertInstanceOf(Outcome.Saved.class, register.sell(checkouts.cash("MUG", 1))).entry())
                .sale().receipt().number());
    }

    @Test
    void aFullDiskInTheMiddleOfTheTransactionLeavesNothing() {
        State before = state();
        disk.next(FaultyDisk.Fault.FULL_BEFORE_COMMIT);
        Basket large = Basket.empty(Shop.GBP, TaxRule.USUAL);
        for (int line = 1; line <= 400; line++) {
            Item item = Checkouts.item("BULK" + line);
            large = large.ring(item, Quantity.of(1, Unit.EACH), Checkouts.price());
        }
        Outcome outcome = register.sell(new Register.Checkout(
                register.entryId(), Shop.ANNA, Optional.empty(), large, Checkouts.paid(large)));

        Outcome.NotSaved notSaved = assertInstanceOf(Outcome.NotSaved.class, outcome);
        assertTrue(notSaved.sentence().contains("disk is full"), notSaved.sentence());
        assertEquals(before, state());
        assertInstanceOf(Outcome.Saved.class, register.sell(checkouts.cash("MUG", 1)));
    }

    @Test
    void aCommitThatFailedAfterAllIsFoundToBeThere() {
        disk.next(FaultyDisk.Fault.ERROR_AFTER_COMMIT);

        Outcome outcome = register.sell(checkouts.cash("MUG", 3));

        assertInstanceOf(Outcome.Saved.class, outcome);
        assertEquals(2, state().seq());
    }

    @Test
    void theSameIdASecondTimeRecordsNothing() {
        Register.Checkout checkout = checkouts.cash("MUG", 3);
        register.sell(checkout);
        State once = state();

        Outcome again = register.sell(checkout);

        assertEquals(new Outcome.Known(checkout.id()), again);
        assertEquals(once, state());
    }

    @Test
    void withoutAShiftNothingIsSold() {
        till.run(tx -> tx.shifts().close(new UUID(5, 5), tx.now(), Money.of(0, "GBP")));

        Outcome outcome = register.sell(checkouts.cash("MUG", 1));

        assertEquals(new Outcome.NotSaved(Outcome.Why.SHIFT, "No shift is open. Open one first; the basket is kept."), outcome);
    }

    @Test
    void aDrawerTakesNoOtherCurrencyAndNoCardIsAskedForIt() {
        till.run(tx -> tx.shifts().close(new UUID(5, 5), tx.now(), Money.of(0, "GBP")));
        register.openShift(new Shift(new UUID(5, 6), LocalDate.parse("2026-01-05"), NOW, Shop.ANNA, Money.of(0, "EUR")));

        Outcome sale = register.sell(checkouts.cash("MUG", 1));
        Outcome asked = register.record(register.entryId(), (tx, branch) -> attempt(tx, branch, TillEntry.PaymentAttempted.Phase.ASKED));
        Outcome answered =
                register.record(register.entryId(), (tx, branch) -> attempt(tx, branch, TillEntry.PaymentAttempted.Phase.APPROVED));

        Outcome refused = new Outcome.NotSaved(Outcome.Why.CONTENT, "The shift counts EUR, this is in GBP. Nothing was saved."
                + " Close the shift and open another; then ring this up again.");
        assertEquals(List.of(refused, refused), List.of(sale, asked));
        assertInstanceOf(Outcome.Saved.class, answered);
        assertEquals(Optional.of(new Drawer(Money.of(0, "EUR"), 0, Money.of(0, "EUR"))),
                till.read(tx -> tx.shifts().drawer(new UUID(5, 6))));
    }

    private static Entry attempt(Tx tx, String branch, TillEntry.PaymentAttempted.Phase phase) {
        return new TillEntry.PaymentAttempted(
                branch, tx.now(), Shop.ANNA, new UUID(5, 6), new UUID(3, 3), Money.of(2_50, "GBP"), phase, List.of());
    }

    @Test
    void aReturnGoesBackToTheShelfAndNeverMoreThanWasSold() {
        Sale sale = Checkouts.sold(register.sell(checkouts.cash("MUG", 3)));
        Returnable line = register.find(sale.receipt()).orElseThrow().getFirst();
        register.sell(checkouts.refund(line, 2));
        Returnable rest = register.find(sale.receipt()).orElseThrow().getFirst();

        Outcome tooMuch = register.sell(checkouts.refund(line, 2));
        Outcome right = register.sell(checkouts.refund(rest, 1));

        assertEquals(Quantity.of(1, Unit.EACH), rest.left());
        assertInstanceOf(Outcome.NotSaved.class, tooMuch);
        assertInstanceOf(Outcome.Saved.class, right);
        assertEquals(0, state().level());
        assertEquals(Money.of(50_00, "GBP"), state().drawer().cash());
    }

    @Test
    void oneBasketDoesNotBringASoldLineBackTwice() {
        Sale sale = Checkouts.sold(register.sell(checkouts.cash("MUG", 3)));
        Returnable line = register.find(sale.receipt()).orElseThrow().getFirst();
        Basket twice = checkouts.refund(line, 2).basket().plus(line.take(2, Quantity.of(2, Unit.EACH), ReturnOf.Condition.RESALABLE, ""));

        Outcome outcome = register.sell(new Register.Checkout(register.entryId(), Shop.ANNA, Optional.empty(), twice,
                Checkouts.paid(twice)));

        assertEquals(Outcome.Why.CONTENT, assertInstanceOf(Outcome.NotSaved.class, outcome).why());
    }

    @Test
    void aReceiptOfAnotherTillIsNotKnownHere() {
        register.sell(checkouts.cash("MUG", 3));

        assertEquals(Optional.empty(), register.find(new ReceiptNumber("S1-T2-0000-1")));
    }

    @Test
    void theOpenBasketSurvivesARestartAndASaleClearsIt() {
        KeptBasket kept = new KeptBasket(checkouts.cash("MUG", 2).basket(), List.of(new Tender.Cash(Money.of(1_00, "GBP"))),
                Optional.of(new KeptBasket.Attempt(new UUID(3, 4), Money.of(4_00, "GBP"))));
        register.keep(kept);
        till.close();
        till = Migrated.till(folder.resolve("till.db"), () -> NOW);

        Optional<KeptBasket> found = till.read(tx -> tx.counter().basket()).flatMap(KeptBasket::read);
        register = new Register(till,
                at -> new Meta.Stamp(at.toEpochMilli(), 0, new UUID(1, 1), Optional.empty()), () -> new UUID(7, ++id));
        register.sell(checkouts.cash("MUG", 2));

        assertEquals(Optional.of(kept), found);
        assertEquals(Optional.empty(), till.read(tx -> tx.counter().basket()));
    }

    @Test
    void anAskedCardPaymentStaysOpenUntilItsAnswer() {
        UUID attempt = new UUID(3, 3);
        register.record(register.entryId(), (tx, branch) -> attempted(tx, branch, attempt, TillEntry.PaymentAttempted.Phase.ASKED));
        int open = till.read(tx -> tx.counter().openAttempts()).size();

        register.record(register.entryId(),
                (tx, branch) -> attempted(tx, branch, attempt, TillEntry.PaymentAttempted.Phase.DECLINED));

        assertEquals(1, open);
        assertEquals(List.of(), till.read(tx -> tx.counter().openAttempts()));
    }

    @Test
    void aCardPaymentThatIsToBeTakenBackIsOpenAgainUntilItsAnswer() {
        UUID attempt = new UUID(3, 3);
        List<Integer> open = new ArrayList<>();
        for (TillEntry.PaymentAttempted.Phase phase : List.of(TillEntry.PaymentAttempted.Phase.ASKED,
                TillEntry.PaymentAttempted.Phase.APPROVED, TillEntry.PaymentAttempted.Phase.UNDOING,
                TillEntry.PaymentAttempted.Phase.UNDONE, TillEntry.PaymentAttempted.Phase.UNDOING,
                TillEntry.PaymentAttempted.Phase.KEPT)) {
            register.record(register.entryId(), (tx, branch) -> attempted(tx, branch, attempt, phase));
            open.add(till.read(tx -> tx.counter().openAttempts()).size());
        }

        assertEquals(List.of(1, 0, 1, 0, 1, 0), open);
    }

    @Test
    void theLastSaleIsFoundWithItsPlaceInTheLedger() {
        register.sell(checkouts.cash("MUG", 1));
        Outcome.Saved saved = (Outcome.Saved) register.sell(checkouts.cash("MUG", 2));
        register.record(register.entryId(), (tx, branch) ->
                new ShiftEntry.DrawerOpened(branch, tx.now(), Shop.ANNA, new UUID(5, 5), "change"));

        Optional<Register.Recorded> last = register.last();

        assertEquals(Optional.of(new Register.Recorded(Checkouts.sold(saved), saved.position())), last);
    }

    @Test
    void theLongestInvoiceOfARealRetailerIsOneSale() {
        Outcome outcome = register.sell(large(1_114, "RETROSPOT HEART HOT WATER BOTTLE, RED"));

        assertInstanceOf(Outcome.Saved.class, outcome);
    }

    @Test
    void whatFitsIntoNoEntryIsRefusedInWordsAndLeavesNothing() {
        State before = state();

        Outcome outcome = register.sell(large(Basket.LINES_MAX, "名".repeat(200)));

        Outcome.NotSaved notSaved = assertInstanceOf(Outcome.NotSaved.class, outcome);
        assertTrue(notSaved.sentence().contains("too many lines"), notSaved.sentence());
        assertEquals(before, state());
    }

    private Register.Checkout large(int lines, String name) {
        List<Line> all = IntStream.rangeClosed(1, lines)
                .mapToObj(number -> Line.sold(number, Item.of(Shop.product("BULK" + number, name, "2.50"), Shop.VAT),
                        Quantity.of(1, Unit.EACH), Checkouts.price()))
                .toList();
        Basket basket = new Basket(Shop.GBP, TaxRule.USUAL, all, List.of(), lines);
        return new Register.Checkout(register.entryId(), Shop.ANNA, Optional.empty(), basket, Checkouts.paid(basket));
    }

    private Entry attempted(Tx tx, String branch, UUID attempt, TillEntry.PaymentAttempted.Phase phase) {
        return new TillEntry.PaymentAttempted(
                branch, tx.now(), Shop.ANNA, new UUID(5, 5), attempt, Money.of(5_00, "GBP"), phase, List.of());
    }

    private record State(long seq, long level, long receipt, long movements, Drawer drawer) {}

    private State state() {
        return till.read(tx -> {
            StreamId stream = tx.streams().open().orElseThrow().id();
            Move.Key key = new Move.Key(Checkouts.item("MUG").product(), Place.shelf("S1"), "");
            return new State(
                    tx.postings().head("S1", stream).map(Position::seq).orElse(0L),
                    tx.stock().level(key).quantity(),
                    tx.receipts().last(stream),
                    tx.stock().count(),
                    tx.shifts().drawer(new UUID(5, 5)).orElseThrow());
        });
    }
}
