package io.evertill.audit;

import io.evertill.db.CollectedGoods.Taken;
import io.evertill.db.Postings;
import io.evertill.db.Receipts;
import io.evertill.db.Streams;
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
import io.evertill.shift.Drawer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Counts what a till keeps about its counter again from its entries: receipt numbers, returns, collected goods and drawers.
final class CounterCheck {
    private final Tx tx;
    private final Tally tally;
    private final Map<StreamId, Map<Long, EntryId>> receipts = new HashMap<>();
    private final Map<Receipts.SoldLine, Receipts.Back> returned = new HashMap<>();
    private final Map<StreamId, Map<Long, UUID>> reports = new HashMap<>();
    private final Set<Taken> collected = new LinkedHashSet<>();
    private final Map<UUID, Drawer> drawers = new HashMap<>();

    CounterCheck(Tx tx, Tally tally) {
        this.tx = tx;
        this.tally = tally;
    }

    /// Counts one entry.
    void entry(Postings.Stored stored, Entry entry) {
        switch (entry) {
            case TillEntry.Sold(Sale sale) -> sold(stored, sale);
            case TillEntry.Voided voided -> drawer(voided.shift(), voided.cash().negated(), 0, Money.zero(voided.cash().currency()));
            case ShiftEntry.ShiftOpened opened -> drawers.put(opened.shift().id(), new Drawer(opened.shift().openingFloat(), 0,
                    Money.zero(opened.shift().openingFloat().currency())));
            case ShiftEntry.CashMoved moved -> drawer(moved.shift(), moved.amount(), 0, Money.zero(moved.amount().currency()));
            case ShiftEntry.ShiftClosed closed -> closed.seal().ifPresent(seal -> reports
                    .computeIfAbsent(stored.posting().position().stream(), _ -> new HashMap<>())
                    .put(seal.number().number(), closed.shift()));
            case ShiftEntry.DrawerOpened _, TillEntry.PaymentAttempted _, TillEntry.ProductMet _,
                    TillEntry.Approved _, TillEntry.Copied _, TillEntry.HistoryMissed _, StockEntry _, CountEntry _ -> {}
        }
    }

    /// Compares what was counted with what is stored.
    void whole(List<Streams.Own> streams) {
        streams.forEach(own -> {
            receipts(own.id());
            reports(own.id());
        });
        tx.receipts().eachReturned((line, back) -> {
            if (!Optional.of(back).equals(Optional.ofNullable(returned.remove(line)))) {
                tally.differ("return", "What came back of line " + line.line() + " of sale " + line.sale()
                        + " is not the sum of its returns.");
            }
        });
        returned.forEach((line, _) -> tally.differ("return", "What came back of line " + line.line() + " of sale " + line.sale()
                + " is not noted."));
        tx.collected().each(taken -> {
            tally.count("collections", 1);
            if (!collected.remove(taken)) {
                tally.differ("collection", "What sale " + taken.sale() + " took of reservation " + taken.reservation()
                        + " is not what its lines say.");
            }
        });
        collected.forEach(taken -> tally.differ("collection", "What sale " + taken.sale() + " took of reservation "
                + taken.reservation() + " is not noted."));
        tx.shifts().each((shift, stored) -> {
            tally.count("shifts", 1);
            Optional<Drawer> counted = Optional.ofNullable(drawers.remove(shift));
            if (!counted.equals(Optional.of(stored))) {
                tally.differ("drawer", "The drawer of shift " + shift + " should hold " + stored.cash() + " after "
                        + stored.sales() + " sales of " + stored.total() + "; the entries say "
                        + counted.map(drawer -> drawer.cash() + " after " + drawer.sales() + " sales of " + drawer.total())
                                .orElse("that there is no such shift") + ".");
            }
        });
        drawers.forEach((shift, _) -> tally.differ("drawer", "Shift " + shift + " was opened and is not noted."));
    }

    private void sold(Postings.Stored stored, Sale sale) {
        receipts.computeIfAbsent(stored.posting().position().stream(), _ -> new HashMap<>())
                .put(sale.receipt().number(), stored.posting().fact().id());
        drawer(sale.shift(), sale.cash(), 1, sale.total());
        for (Line line : sale.lines()) {
            Optional<ReturnOf.SoldLine> sold = line.returned().flatMap(ReturnOf::sold);
            sold.ifPresent(of -> returned.merge(new Receipts.SoldLine(of.sale(), of.line()),
                    new Receipts.Back(-line.quantity().tenThousandths(), -line.total().minor()),
                    (one, other) -> new Receipts.Back(
                            one.quantity() + other.quantity(), one.refunded() + other.refunded())));
        }
        Collected.of(sale.lines()).forEach(each -> collected.add(new Taken(
                each.reservation(), stored.posting().fact().id(), each.quantity(), each.isRestGivenUp())));
    }

    private void drawer(UUID shift, Money cash, long sales, Money total) {
        drawers.computeIfPresent(shift, (_, before) -> {
            if (!cash.currency().equals(before.cash().currency())) {
                tally.differ("drawer", "Shift " + shift + " counts " + before.cash().currency() + ", an entry of it is in "
                        + cash.currency() + ".");
                return before;
            }
            return new Drawer(before.cash().plus(cash), before.sales() + sales, before.total().plus(total));
        });
    }

    private void reports(StreamId stream) {
        Map<Long, UUID> counted = reports.getOrDefault(stream, Map.of());
        long[] last = {0};
        tx.zReports().each(stream, (number, shift) -> {
            tally.count("reports", 1);
            if (number != last[0] + 1) {
                tally.differ("report", "Report " + (last[0] + 1) + " of stream " + stream + " is missing.");
            }
            last[0] = number;
            if (!shift.equals(counted.get(number))) {
                tally.differ("report", "Report " + number + " of stream " + stream + " is not that of shift " + shift + ".");
            }
        });
        if (counted.size() != last[0]) {
            tally.differ("report", "Stream " + stream + " has " + counted.size() + " numbered reports and numbers up to " + last[0] + ".");
        }
    }

    private void receipts(StreamId stream) {
        Map<Long, EntryId> counted = receipts.getOrDefault(stream, Map.of());
        long[] last = {0};
        tx.receipts().each(stream, (number, id) -> {
            tally.count("receipts", 1);
            if (number != last[0] + 1) {
                tally.differ("receipt", "Receipt " + (last[0] + 1) + " of stream " + stream + " is missing.");
            }
            last[0] = number;
            if (!id.equals(counted.get(number))) {
                tally.differ("receipt", "Receipt " + number + " of stream " + stream + " is not the sale " + id + ".");
            }
        });
        if (counted.size() != last[0]) {
            tally.differ("receipt", "Stream " + stream + " has " + counted.size() + " sales and receipts up to " + last[0] + ".");
        }
    }
}
