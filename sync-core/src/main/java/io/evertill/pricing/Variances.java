package io.evertill.pricing;

import io.evertill.db.Sales;
import io.evertill.db.Tx;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.price.PriceHistory;
import io.evertill.price.Variance;
import io.evertill.product.ProductId;
import io.evertill.sale.Line;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which sales were made at another price than the one that applied at their moment, by the book as it is known.
///
/// It is computed when somebody asks: nothing waits for it, and it is as true as the book and its history.
public final class Variances {
    private final Tx tx;
    private final String branch;
    private final Map<ProductId, Optional<PriceHistory>> histories = new HashMap<>();

    private Variances(Tx tx, String branch) {
        this.tx = tx;
        this.branch = branch;
    }

    /// A line of a sale with what differs.
    ///
    /// @param line its number in the sale, from 1
    public record Row(EntryId sale, String receipt, Instant occurredAt, int line, String sku, Variance variance) {}

    /// Some sales.
    ///
    /// @param last behind which sale to go on; empty at the end
    public record Page(List<Row> rows, Optional<EntryId> last) {}

    /// Looks at the sales of a branch behind one of them.
    ///
    /// @param from the first moment
    /// @param to the first moment behind
    /// @param limit how many sales to look at
    public static Page page(Tx tx, String branch, Instant from, Instant to, EntryId after, int limit) {
        Variances variances = new Variances(tx, branch);
        List<Sales.Summary> sales = tx.sales().page(branch, from, to, after, limit);
        List<Row> rows = new ArrayList<>();
        sales.forEach(summary -> variances.add(summary, rows));
        return new Page(List.copyOf(rows), sales.size() < limit ? Optional.empty() : Optional.of(sales.getLast().entry()));
    }

    private static Variance.Judged judge(PriceHistory history, Sales.Summary sale, Instant tillsTime) {
        Instant at = sale.occurredAt();
        return new Variance.Judged(history.effective(at, Instant.MAX), history.effective(tillsTime, Instant.MAX),
                history.effective(at, at));
    }

    private void add(Sales.Summary summary, List<Row> rows) {
        Fact fact = tx.facts().find(branch, summary.entry()).orElseThrow();
        if (Bodies.read(Metas.read(fact.meta()).schema(), fact.body()) instanceof Bodies.Reading.Understood(TillEntry.Sold(var sale))) {
            for (Line line : sale.lines()) {
                histories.computeIfAbsent(line.item().product(), product -> PriceArchive.history(tx, product, branch))
                        .filter(_ -> line.returned().isEmpty())
                        .flatMap(history -> Variance.of(line.price(), judge(history, summary, sale.at())))
                        .ifPresent(variance -> rows.add(new Row(summary.entry(), summary.receipt(), summary.occurredAt(),
                                line.number(), line.item().sku().code(), variance)));
            }
        }
    }
}
