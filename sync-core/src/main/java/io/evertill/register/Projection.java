package io.evertill.register;

import io.evertill.db.Counter;
import io.evertill.db.Receipts;
import io.evertill.db.Tx;
import io.evertill.entry.CountEntry;
import io.evertill.entry.Entry;
import io.evertill.entry.ShiftEntry;
import io.evertill.entry.StockEntry;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import io.evertill.sale.Collected;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.tender.Tender;
import java.util.Optional;

/// What an entry changes at the till besides stock: drawer, receipt numbers, returns, the counter.
final class Projection {
    private Projection() {}

    static void apply(Tx tx, EntryId id, StreamId stream, Entry entry) {
        switch (entry) {
            case TillEntry.Sold(Sale sale) -> sold(tx, id, stream, sale);
            case TillEntry.Voided voided -> {
                tx.shifts().add(voided.shift(), voided.cash().negated(), 0, Money.zero(voided.cash().currency()));
                tx.counter().clear();
            }
            case ShiftEntry.ShiftOpened opened -> tx.shifts().open(opened.shift());
            case ShiftEntry.ShiftClosed closed -> ShiftBook.close(tx, stream, closed);
            case ShiftEntry.CashMoved moved ->
                    tx.shifts().add(moved.shift(), moved.amount(), 0, Money.zero(moved.amount().currency()));
            case TillEntry.PaymentAttempted attempted -> {
                switch (attempted.phase()) {
                    case ASKED, UNDOING -> tx.counter().ask(new Counter.OpenAttempt(
                            attempted.attempt(), attempted.amount(), attempted.at()));
                    case APPROVED, DECLINED, TIMED_OUT, UNDONE, KEPT -> tx.counter().answer(attempted.attempt());
                    case LEFT_OPEN -> {}
                }
            }
            case TillEntry.ProductMet met -> {
                if (tx.catalogue().find(met.product().id()).isEmpty()) {
                    tx.catalogue().put(met.product(), Optional.empty());
                }
            }
            case TillEntry.Approved _, TillEntry.Copied _, TillEntry.HistoryMissed _, ShiftEntry.DrawerOpened _, StockEntry _,
                    CountEntry _ -> {}
        }
    }

    private static void sold(Tx tx, EntryId id, StreamId stream, Sale sale) {
        tx.receipts().put(stream, sale.receipt().number(), id);
        tx.shifts().add(sale.shift(), sale.cash(), 1, sale.total());
        for (Line line : sale.lines()) {
            Optional<ReturnOf.SoldLine> sold = line.returned().flatMap(ReturnOf::sold);
            sold.ifPresent(of -> tx.receipts().addReturned(of.sale(), of.line(),
                    new Receipts.Back(-line.quantity().tenThousandths(), -line.total().minor())));
        }
        tx.collected().add(id, Collected.of(sale.lines()));
        for (Tender tender : sale.tenders()) {
            if (tender instanceof Tender.Card card) {
                tx.counter().answer(card.attempt());
            }
        }
        tx.counter().clear();
    }
}
