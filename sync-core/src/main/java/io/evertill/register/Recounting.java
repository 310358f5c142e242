package io.evertill.register;

import io.evertill.db.Postings;
import io.evertill.db.Receipts;
import io.evertill.db.Stock;
import io.evertill.db.Streams;
import io.evertill.db.Tx;
import io.evertill.entry.CountEntry;
import io.evertill.entry.Entry;
import io.evertill.entry.ShiftEntry;
import io.evertill.entry.StockEntry;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import io.evertill.sale.Collected;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.util.List;
import java.util.UUID;

/// Computes anew what a till keeps beside its entries: movements and levels, receipt numbers, returns and drawers.
///
/// The entries are read and never changed. The open basket and a payment without an answer stay as they are, and so does what
/// the centre fed: they do not follow from the entries alone.
public final class Recounting {
    private final Tx tx;
    private long entries;

    private Recounting(Tx tx) {
        this.tx = tx;
    }

    /// Computes all of it, in the caller's transaction.
    ///
    /// @return from how many entries
    /// @throws IllegalArgumentException when an entry cannot be read: then nothing may be kept of it
    public static long run(Tx tx) {
        Recounting recounting = new Recounting(tx);
        tx.computed().clear();
        String branch = tx.terminal().identity().orElseThrow().branch();
        for (Streams.Own own : tx.streams().all()) {
            tx.postings().each(branch, own.id(), recounting::count);
        }
        return recounting.entries;
    }

    private void count(Postings.Stored stored) {
        if (stored.state() != Postings.State.FIRST) {
            return;
        }
        Fact fact = stored.posting().fact();
        Entry entry = read(fact);
        tx.stock().post(List.of(new Stock.Source(fact.id(), stored.posting().position(), entry.at(), entry.by().id(),
                entry.moves())), stored.recordedAt());
        counter(fact.id(), stored.posting().position().stream(), entry);
        entries++;
    }

    private static Entry read(Fact fact) {
        return switch (Bodies.read(Metas.read(fact.meta()).schema(), fact.body())) {
            case Bodies.Reading.Understood(Entry entry) -> entry;
            case Bodies.Reading.Unread(_, String cause) ->
                throw new IllegalArgumentException("entry " + fact.id() + " cannot be read: " + cause);
        };
    }

    private void counter(EntryId id, StreamId stream, Entry entry) {
        switch (entry) {
            case TillEntry.Sold(Sale sale) -> sold(id, stream, sale);
            case TillEntry.Voided voided -> drawer(voided.shift(), voided.cash().negated(), 0, Money.zero(voided.cash().currency()));
            case ShiftEntry.ShiftOpened opened -> tx.shifts().open(opened.shift());
            case ShiftEntry.ShiftClosed closed -> ShiftBook.close(tx, stream, closed);
            case ShiftEntry.CashMoved moved -> drawer(moved.shift(), moved.amount(), 0, Money.zero(moved.amount().currency()));
            case TillEntry.PaymentAttempted _, TillEntry.Approved _, TillEntry.Copied _, TillEntry.ProductMet _, TillEntry.HistoryMissed _,
                    ShiftEntry.DrawerOpened _, StockEntry _, CountEntry _ -> {}
        }
    }

    private void sold(EntryId id, StreamId stream, Sale sale) {
        tx.receipts().put(stream, sale.receipt().number(), id);
        drawer(sale.shift(), sale.cash(), 1, sale.total());
        for (Line line : sale.lines()) {
            line.returned().flatMap(ReturnOf::sold).ifPresent(of -> tx.receipts().addReturned(of.sale(), of.line(),
                    new Receipts.Back(-line.quantity().tenThousandths(), -line.total().minor())));
        }
        tx.collected().add(id, Collected.of(sale.lines()));
    }

    /// A shift that no entry opened has no drawer.
    private void drawer(UUID shift, Money cash, int sales, Money total) {
        if (tx.shifts().drawer(shift).isPresent()) {
            tx.shifts().add(shift, cash, sales, total);
        }
    }
}
