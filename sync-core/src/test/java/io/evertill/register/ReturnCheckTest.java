package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.db.Database;
import io.evertill.db.Migrated;
import io.evertill.db.Terminals;
import io.evertill.ledger.Meta;
import io.evertill.money.Money;
import io.evertill.outbox.Shop;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Returnable;
import io.evertill.sale.Sale;
import io.evertill.shift.Shift;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.wire.SoldReceipt;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can still come back by what the centre told and what the till knows.
class ReturnCheckTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    Path folder;

    private Database till;
    private Register register;
    private Checkouts checkouts;
    private long id;

    @BeforeEach
    void open() {
        till = Migrated.till(folder.resolve("till.db"), () -> NOW);
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
    void whatAnotherTillSoldComesBackOnceAlsoInTwoBaskets() {
        Sale sale = Checkouts.sold(register.sell(checkouts.cash("MUG", 3)));
        Returnable here = register.find(sale.receipt()).orElseThrow().getFirst();
        Returnable elsewhere = new Returnable(new UUID(77, 1), new ReceiptNumber("S1-T2-0000-1"), here.line(),
                Quantity.of(1, Unit.EACH), Money.of(2_50, "GBP"));

        Returnable first = told(elsewhere, 0, 0);
        Outcome all = register.sell(checkouts.refund(first, 2));
        Outcome more = register.sell(checkouts.refund(first, 1));
        Returnable after = told(elsewhere, 0, 0);

        assertInstanceOf(Outcome.Saved.class, all);
        assertEquals(Outcome.Why.CONTENT, assertInstanceOf(Outcome.NotSaved.class, more).why());
        assertEquals(Quantity.of(0, Unit.EACH), after.left());
    }

    @Test
    void whatCameBackElsewhereOfAnOwnReceiptDoesNotComeBackHere() {
        Sale sale = Checkouts.sold(register.sell(checkouts.cash("MUG", 3)));
        Returnable own = register.find(sale.receipt()).orElseThrow().getFirst();

        Returnable asked = told(own.plus(2_0000, 5_00), 0, 0);
        Outcome tooMuch = register.sell(checkouts.refund(own, 2));
        Outcome rest = register.sell(checkouts.refund(asked, 1));
        Returnable unasked = register.find(sale.receipt()).orElseThrow().getFirst();

        assertEquals(Quantity.of(1, Unit.EACH), asked.left());
        assertEquals(Outcome.Why.CONTENT, assertInstanceOf(Outcome.NotSaved.class, tooMuch).why());
        assertInstanceOf(Outcome.Saved.class, rest);
        assertEquals(Quantity.of(0, Unit.EACH), unasked.left());
    }

    /// What the centre tells of a line, and what this till took back of it itself as far as the centre knows.
    private Returnable told(Returnable line, long ownQuantity, long ownRefunded) {
        SoldReceipt receipt = new SoldReceipt(line.receipt(), line.sale(), List.of(line),
                List.of(new Returnable.Back(ownQuantity, ownRefunded)), Optional.empty());
        return register.elsewhere(receipt, List.of()).getFirst();
    }

    @Test
    void noMoreIsPaidBackThanWasPaidLessWhatWasPaidBackElsewhere() {
        Sale sale = Checkouts.sold(register.sell(checkouts.cash("MUG", 3)));
        Returnable own = register.find(sale.receipt()).orElseThrow().getFirst();

        Returnable asked = told(own.plus(2_0000, 6_00), 0, 0);
        Returnable unasked = register.find(sale.receipt()).orElseThrow().getFirst();

        assertEquals(Money.of(7_50, "GBP"), own.line().total());
        assertEquals(Money.of(1_50, "GBP"), asked.refund(asked.left()));
        assertEquals(asked, unasked);
    }

    /// The till was put back to an old copy: the centre remembers what it took back.
    @Test
    void whatTheTillForgotItTookBackDoesNotComeBackAgain() {
        Sale sale = Checkouts.sold(register.sell(checkouts.cash("MUG", 3)));
        Returnable own = register.find(sale.receipt()).orElseThrow().getFirst();

        Returnable asked = told(own, 2_0000, 5_00);
        Outcome tooMuch = register.sell(checkouts.refund(own, 2));
        Outcome rest = register.sell(checkouts.refund(asked, 1));
        Returnable unasked = register.find(sale.receipt()).orElseThrow().getFirst();
        Returnable again = told(own, 2_0000, 5_00);

        assertEquals(Quantity.of(1, Unit.EACH), asked.left());
        assertEquals(Outcome.Why.CONTENT, assertInstanceOf(Outcome.NotSaved.class, tooMuch).why());
        assertInstanceOf(Outcome.Saved.class, rest);
        assertEquals(Quantity.of(0, Unit.EACH), unasked.left());
        assertEquals(Money.of(7_50, "GBP"), unasked.refunded());
        assertEquals(Quantity.of(1, Unit.EACH), again.left(), "what a centre that does not say how far it applied tells");
    }
}
