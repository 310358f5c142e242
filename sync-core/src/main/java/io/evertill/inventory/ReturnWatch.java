package io.evertill.inventory;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.OverReturns;
import io.evertill.db.ReturnLines;
import io.evertill.db.Sales;
import io.evertill.db.Tx;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.StreamId;
import io.evertill.product.ProductId;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.sale.Sale;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.wire.SoldReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Compares what came back of a receipt, at whatever till, with what was sold on it (domain 2k).
///
/// Tills that do not hear of each other can take the same goods back: both facts stand, and a person is told. In what order the
/// sale and its returns become known does not matter.
public final class ReturnWatch {
    private static final int PAGE = 500;
    private static final int PAST = 200;

    private ReturnWatch() {}

    /// Writes down what sales bring back, and compares it with what was sold.
    public static void returned(Tx tx, List<Sales.Sold> sales) {
        SortedMap<String, String> branches = new TreeMap<>();
        List<ReturnLines.Back> backs = sales.stream().flatMap(sold -> backs(sold).stream()).toList();
        backs.forEach(back -> branches.put(back.receipt(), back.branch()));
        // In one order, so that two nodes that do this never wait for each other.
        branches.keySet().forEach(receipt -> tx.returnLines().lock(receipt));
        backs.forEach(back -> tx.returnLines().append(back));
        branches.forEach((receipt, branch) -> look(tx, receipt, branch));
    }

    private static List<ReturnLines.Back> backs(Sales.Sold sold) {
        List<ReturnLines.Back> backs = new ArrayList<>();
        for (Line line : sold.sale().lines()) {
            line.returned().ifPresent(of -> of.receipt().ifPresent(receipt -> backs.add(new ReturnLines.Back(receipt.text(),
                    sold.sale().branch(), sold.entry(), line.number(), sold.terminal(), sold.sale().receipt().text(),
                    of.sold().map(ReturnOf.SoldLine::line).orElse(0), line.item().product(), -line.quantity().tenThousandths(),
                    -line.total().minor(), sold.occurredAt()))));
        }
        return backs;
    }

    /// Looks through some of the sales that were applied before there was anything to write returns down in, as [#returned] does.
    /// Broken off, it goes on where it was.
    ///
    /// @return how many it looked at; 0 when nothing is left to look at
    public static int past(Tx tx) {
        return tx.returnLines().past().map(last -> {
            List<Sales.Summary> page = tx.sales().behind(last.branch(), last.entry(), PAST);
            returned(tx, page.stream().flatMap(summary -> sold(tx, summary).stream()).toList());
            tx.returnLines().past(page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ReturnLines.Past(page.getLast().branch(), page.getLast().entry())));
            return page.size();
        }).orElse(0);
    }

    private static Optional<Sales.Sold> sold(Tx tx, Sales.Summary summary) {
        return Books.find(tx, summary.branch(), summary.entry())
                .filter(TillEntry.Sold.class::isInstance)
                .map(entry -> new Sales.Sold(summary.entry(), summary.terminal(), summary.position(), summary.occurredAt(),
                        ((TillEntry.Sold) entry).sale()));
    }

    /// Looks at receipts whose sale came after what was brought back of it.
    public static void late(Tx tx) {
        List<String> page = tx.returnLines().late("", PAGE);
        while (!page.isEmpty()) {
            for (String receipt : page) {
                tx.returnLines().lock(receipt);
                look(tx, receipt, tx.returnLines().of(receipt).getLast().branch());
            }
            page = tx.returnLines().late(page.getLast(), PAGE);
        }
    }

    private static void look(Tx tx, String receipt, String branch) {
        List<Line> sold = sales(tx, receipt).stream()
                .flatMap(known -> known.sale().lines().stream())
                .filter(line -> line.returned().isEmpty())
                .toList();
        if (!tx.sales().of(receipt).isEmpty()) {
            tx.returnLines().know(receipt);
            List<ReturnLines.Back> backs = tx.returnLines().of(receipt);
            Set<ProductId> products = new TreeSet<>(backs.stream().map(ReturnLines.Back::product).toList());
            for (ProductId product : products) {
                for (OverReturns.Excess excess : excesses(receipt, product, sold, backs)) {
                    if (tx.overReturns().note(excess, branch, tx.now())) {
                        break;
                    }
                }
            }
        }
    }

    /// More of a product than was sold on all lines together, or else each line of which more came back than it sold.
    private static List<OverReturns.Excess> excesses(
            String receipt, ProductId product, List<Line> sold, List<ReturnLines.Back> backs) {
        List<Line> lines = sold.stream().filter(line -> line.item().product().equals(product)).toList();
        List<ReturnLines.Back> these = backs.stream().filter(back -> back.product().equals(product)).toList();
        long soldInAll = sum(lines.stream().mapToLong(line -> line.quantity().tenThousandths()));
        long backInAll = sum(these.stream().mapToLong(ReturnLines.Back::quantity));
        if (backInAll > soldInAll) {
            return List.of(new OverReturns.Excess(receipt, product, 0, soldInAll, backInAll));
        }
        return lines.stream()
                .map(line -> new OverReturns.Excess(receipt, product, line.number(), line.quantity().tenThousandths(),
                        sum(these.stream().filter(back -> back.soldLine() == line.number()).mapToLong(ReturnLines.Back::quantity))))
                .filter(excess -> excess.returned() > excess.sold())
                .toList();
    }

    private static long sum(LongStream quantities) {
        return quantities.reduce(0, Math::addExact);
    }

    /// What a person is told: the receipt, the goods, and everything that was paid back for them.
    public static String sentence(Tx tx, OverReturns.Excess excess) {
        String paid = tx.returnLines().of(excess.receipt()).stream()
                .filter(back -> back.product().equals(excess.product()))
                .filter(back -> excess.soldLine() == 0 || back.soldLine() == excess.soldLine())
                .map(back -> amount(back.quantity()) + " on " + back.back() + " at " + back.occurredAt()
                        + (back.soldLine() == 0 ? " (only the number was noted)" : ""))
                .collect(Collectors.joining(", "));
        return amount(excess.returned()) + " of " + Reconciliation.name(tx, excess.product()) + " came back of receipt "
                + excess.receipt() + (excess.soldLine() == 0 ? "" : ", line " + excess.soldLine()) + ", which sold "
                + amount(excess.sold()) + ": " + paid + ".";
    }

    private static String amount(long tenThousandths) {
        return Decimals.text(tenThousandths, Quantity.SCALE);
    }

    private record Known(Sales.Summary summary, Sale sale) {}

    private static List<Known> sales(Tx tx, String receipt) {
        return tx.sales().of(receipt).stream()
                .flatMap(summary -> sold(tx, summary).stream().map(sold -> new Known(summary, sold.sale())))
                .toList();
    }

    /// What was sold on a receipt, what of it came back at other tills than the one that asks, and what that one took back itself as
    /// far as it is known here; empty when its sale is not here.
    ///
    /// A till knows of returns of its own that are not here yet, and one that was put back to an old copy knows less than this.
    /// Of what came back while only the number was noted nobody knows the line: it is taken off the first lines that have some left.
    ///
    /// @param branch whose till asks
    /// @param terminal who asks
    public static Optional<SoldReceipt> find(Tx tx, ReceiptNumber receipt, String branch, String terminal) {
        // Before the lines: what is applied meanwhile then counts twice for a moment, not never.
        Map<StreamId, Long> applied = tx.acceptedStreams().of(branch, terminal).stream()
                .collect(Collectors.toMap(AcceptedStreams.Held::id, AcceptedStreams.Held::appliedSeq));
        return sales(tx, receipt.text()).stream().findFirst().map(known -> {
            List<ReturnLines.Back> backs = tx.returnLines().of(receipt.text());
            Map<ProductId, Returnable.Back> noted = new TreeMap<>();
            backs.stream().filter(back -> back.soldLine() == 0).forEach(back ->
                    noted.merge(back.product(), new Returnable.Back(back.quantity(), back.refunded()), Returnable.Back::plus));
            UUID sale = known.summary().entry().value();
            List<Returnable> whole = known.sale().lines().stream()
                    .flatMap(line -> Returnable.of(sale, known.sale(), line.number()).stream())
                    .toList();
            List<Returnable> elsewhere = whole.stream().map(line -> elsewhere(line, backs, terminal)).toList();
            return new SoldReceipt(receipt, sale, Returnable.without(elsewhere, noted),
                    whole.stream().map(line -> own(line, backs, terminal)).toList(), Optional.of(applied));
        });
    }

    private static Returnable elsewhere(Returnable whole, List<ReturnLines.Back> backs, String terminal) {
        List<ReturnLines.Back> these = of(whole, backs).filter(back -> !back.terminal().equals(terminal)).toList();
        return whole.plus(sum(these.stream().mapToLong(ReturnLines.Back::quantity)),
                sum(these.stream().mapToLong(ReturnLines.Back::refunded)));
    }

    private static Returnable.Back own(Returnable whole, List<ReturnLines.Back> backs, String terminal) {
        List<ReturnLines.Back> these = of(whole, backs).filter(back -> back.terminal().equals(terminal)).toList();
        return new Returnable.Back(sum(these.stream().mapToLong(ReturnLines.Back::quantity)),
                sum(these.stream().mapToLong(ReturnLines.Back::refunded)));
    }

    private static Stream<ReturnLines.Back> of(Returnable whole, List<ReturnLines.Back> backs) {
        return backs.stream().filter(back -> back.soldLine() == whole.line().number());
    }
}
