package io.evertill.pos;

import io.evertill.db.Database;
import io.evertill.entry.Entry;
import io.evertill.entry.ShiftEntry;
import io.evertill.outbox.SalesOnTheWay;
import io.evertill.person.Person;
import io.evertill.receipt.Mark;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.register.ShiftBook;
import io.evertill.shift.DrawerRules;
import io.evertill.shift.Shift;
import io.evertill.shift.ShiftReport;
import io.evertill.till.DrawerAct;
import io.evertill.till.DrawerDeed;
import io.evertill.till.Duty;
import io.evertill.till.ShiftSheet;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import java.util.Optional;

/// The drawer and the shift, for the [Desk]: what is recorded, and the reports that are made of it.
final class ShiftDesk {
    private final TillProcess till;
    private final Database db;
    private final ShiftBook book;
    private final Desk.Paper paper;

    ShiftDesk(TillProcess till, Desk.Paper paper) {
        this.till = till;
        this.db = till.database();
        this.book = new ShiftBook(db);
        this.paper = paper;
    }

    /// What has to be done before somebody begins, or that nothing has; empty when a shift is to be opened first.
    Optional<TillEvent> begin(TillEffect.SignIn wanted) {
        DrawerRules rules = till.store().drawer();
        Optional<Shift> open = till.register().shift();
        if (open.isPresent()) {
            Duty duty = new Duty(wanted.cashier(), open.get());
            boolean isTaken = rules.sharing() == DrawerRules.Sharing.OWN
                    && !open.get().openedBy().id().equals(wanted.cashier().id());
            return Optional.of(isTaken
                    ? new TillEvent.DrawerTaken(wanted.ask(), duty)
                    : new TillEvent.SignedIn(wanted.ask(), duty));
        }
        return rules.opening() == DrawerRules.Opening.COUNTED
                ? Optional.of(new TillEvent.FloatWanted(wanted.ask(), wanted.cashier()))
                : Optional.empty();
    }

    /// What the till hears when a shift was opened.
    static TillEvent begun(long ask, Person cashier, Outcome.Saved saved) {
        return new TillEvent.SignedIn(ask, new Duty(cashier, ((ShiftEntry.ShiftOpened) saved.entry()).shift()));
    }

    /// Writes what was done.
    static Outcome record(Register to, TillEffect.RecordDrawer wanted) {
        Duty duty = wanted.duty();
        return switch (wanted.deed()) {
            case DrawerDeed.Moved(var amount, var reason) -> to.record(to.entryId(), (tx, branch) -> new ShiftEntry.CashMoved(
                    branch, tx.now(), duty.cashier(), duty.shift().id(), amount, reason.name()));
            case DrawerDeed.Opened(var reason) -> to.record(to.entryId(), (tx, branch) -> new ShiftEntry.DrawerOpened(
                    branch, tx.now(), duty.cashier(), duty.shift().id(), reason.name()));
            case DrawerDeed.Closed(var count) -> to.closeShift(duty.cashier(), count);
        };
    }

    /// What the till hears when it is written.
    TillEvent recorded(long ask, Entry entry) {
        return entry instanceof ShiftEntry.ShiftClosed closed
                ? new TillEvent.ShiftSealed(ask, closed.by(), sheet(book.report(closed.shift()).orElseThrow()))
                : new TillEvent.DrawerRecorded(ask);
    }

    TillEvent report(TillEffect.ReadReport wanted) {
        Optional<ShiftReport> report = wanted.which() == DrawerAct.X_REPORT ? book.open() : book.last();
        return new TillEvent.ReportRead(wanted.ask(), report.map(this::sheet));
    }

    private ShiftSheet sheet(ShiftReport report) {
        return new ShiftSheet(report, paper.write(report, Mark.ORIGINAL), SalesOnTheWay.count(db, report.shift().id()),
                book.centre(report));
    }
}
