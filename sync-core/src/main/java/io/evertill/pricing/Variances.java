package io.evertill.pricing;

import io.evertill.db.Definitions;
import io.evertill.db.Sales;
import io.evertill.db.Tx;
import io.evertill.ledger.Entry;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.price.Price;
import io.evertill.price.PriceBook;
import io.evertill.price.PriceRule;
import io.evertill.price.Variance;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.sale.Line;
import io.evertill.wire.Bodies;
import io.evertill.wire.Json;
import io.evertill.wire.Metas;
import io.evertill.wire.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which sales were made at another price than the one that applied at their moment, by the book as it is known.
///
/// It is computed when somebody asks: nothing waits for it, and it is as true as the book. A product whose base price was
/// changed has no history of its own, so that a sale before the change differs by it.
public final class Variances {
    private final Tx tx;
    private final String branch;
    private final Map<ProductId, Optional<Offer>> offers = new HashMap<>();

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

    /// What a branch could charge for a product, and since when it is defined so.
    private record Offer(Product product, Instant changedAt, PriceBook book, Map<String, Instant> rulesChangedAt) {
        Variance.Judged judge(Sales.Summary sale, Instant tillsTime) {
            Price expected = book.effective(product, sale.occurredAt());
            Instant since = switch (expected.source()) {
                case Price.Source.Rule(String id) -> rulesChangedAt.getOrDefault(id, changedAt);
                case Price.Source.Base _, Price.Source.Embedded _, Price.Source.Paid _, Price.Source.Set _ -> changedAt;
            };
            return new Variance.Judged(expected, book.effective(product, tillsTime), since.isAfter(sale.recordedAt()));
        }
    }

    private void add(Sales.Summary summary, List<Row> rows) {
        Fact fact = tx.facts().find(branch, summary.entry()).orElseThrow();
        if (Bodies.read(Metas.read(fact.meta()).schema(), fact.body()) instanceof Bodies.Reading.Understood(Entry.Sold(var sale))) {
            for (Line line : sale.lines()) {
                offers.computeIfAbsent(line.item().product(), this::offer)
                        .filter(_ -> line.returned().isEmpty())
                        .flatMap(offer -> Variance.of(line.price(), offer.judge(summary, sale.at())))
                        .ifPresent(variance -> rows.add(new Row(summary.entry(), summary.receipt(), summary.occurredAt(),
                                line.number(), line.item().sku().code(), variance)));
            }
        }
    }

    private Optional<Offer> offer(ProductId id) {
        return tx.definitions().defined(id).map(defined -> {
            List<PriceRule> rules = new ArrayList<>();
            Map<String, Instant> changedAt = new HashMap<>();
            for (Definitions.Dated dated : tx.definitions().prices(id, branch)) {
                PriceRule rule = Rows.price(Json.parse(dated.content().content()));
                rules.add(rule);
                changedAt.put(rule.id(), dated.changedAt());
            }
            return new Offer(Rows.product(Json.parse(defined.content().content())), defined.changedAt(), new PriceBook(branch, rules),
                    changedAt);
        });
    }
}
