package io.evertill.inventory;

import io.evertill.count.CountClass;
import io.evertill.count.Shrinkage;
import io.evertill.db.CountLines;
import io.evertill.db.Tx;
import io.evertill.money.Money;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// What counts found to be missing or too much in a branch, as restated by what became known later (domain R81, R82).
public final class ShrinkageReport {
    private static final int PAGE = 500;

    private ShrinkageReport() {}

    /// The posted counts of one item that have the same cause and counter.
    ///
    /// @param cause what is held to be the cause; empty where nobody said
    /// @param quantity the sum of the differences, in ten-thousandths of the item's unit
    /// @param value what it is worth at the base price: there is no cost yet
    public record Row(Product product, String cause, String counter, long counts, long quantity, Money value) {}

    /// A report.
    ///
    /// @param rows by SKU, cause and counter
    /// @param signs items whose counts tell of more than chance
    public record Report(List<Row> rows, Map<Product, Set<Shrinkage.Sign>> signs) {}

    private record Group(Product product, String cause, String counter) {}

    /// The report of a branch over the goods that were counted in a time.
    ///
    /// @param from the first moment
    /// @param to the first moment behind it
    public static Report of(Tx tx, String branch, Instant from, Instant to) {
        Assortment assortment = new Assortment(tx);
        Map<Group, Row> rows = new LinkedHashMap<>();
        Map<ProductId, List<Shrinkage.Variance>> variances = new TreeMap<>();
        Map<ProductId, CountClass> classes = new TreeMap<>();
        for (CountLines.Line line : posted(tx, branch, from, to)) {
            CountLines.Posting posting = line.posting().orElseThrow();
            Product product = assortment.require(line.key().product());
            Money value = assortment.value(branch, product, posting.restated());
            Group group = new Group(product, line.approval().map(CountLines.Approval::cause).orElse(""), posting.counter());
            rows.merge(group, new Row(product, group.cause(), group.counter(), 1, posting.restated(), value),
                    (one, other) -> new Row(product, one.cause(), one.counter(), one.counts() + other.counts(),
                            one.quantity() + other.quantity(), one.value().plus(other.value())));
            variances.computeIfAbsent(product.id(), _ -> new ArrayList<>())
                    .add(new Shrinkage.Variance(posting.restated(), value.minor()));
            classes.put(product.id(), line.countClass());
        }
        Map<Product, Set<Shrinkage.Sign>> signs = new LinkedHashMap<>();
        variances.forEach((id, all) -> {
            CountClass countClass = classes.getOrDefault(id, CountClass.B);
            Set<Shrinkage.Sign> found = Shrinkage.signs(all, Shrinkage.Allowed.of(countClass));
            if (!found.isEmpty()) {
                signs.put(assortment.require(id), found);
            }
        });
        return new Report(rows.values().stream()
                .sorted(Comparator.comparing((Row row) -> row.product().sku().code())
                        .thenComparing(Row::cause)
                        .thenComparing(Row::counter))
                .toList(), signs);
    }

    private static List<CountLines.Line> posted(Tx tx, String branch, Instant from, Instant to) {
        List<CountLines.Line> all = new ArrayList<>();
        Instant at = from;
        UUID line = new UUID(0, 0);
        List<CountLines.Line> page = tx.countLines().postedAfter(branch, at, line, to, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            at = page.getLast().posting().orElseThrow().finding().countedAt();
            line = page.getLast().id();
            page = tx.countLines().postedAfter(branch, at, line, to, PAGE);
        }
        return all;
    }
}
