package io.evertill.db;

import io.evertill.count.Classification;
import io.evertill.count.CountClass;
import io.evertill.product.ProductId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Table `count_class` at the centre: how often a product is counted in a branch, with the figures that say so.
public final class CountClasses {
    private static final String PUT = """
            INSERT INTO count_class (branch, product, class, figured, pin, value, movements, age_days, figured_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (branch, product) DO UPDATE SET class = excluded.class, figured = excluded.figured,
                pin = excluded.pin, value = excluded.value, movements = excluded.movements, age_days = excluded.age_days,
                figured_at = excluded.figured_at
            """;
    private static final String OF = "SELECT product, class, figured, pin FROM count_class WHERE branch = ?";
    private static final String FIGURED_AT = "SELECT max(figured_at) FROM count_class WHERE branch = ?";
    private static final String MOVED = """
            SELECT product, CAST(sum(CASE WHEN type IN ('SALE', 'VOID', 'SHIP', 'TRANSFER_OUT') AND occurred_at >= ?
                    THEN -qty ELSE 0 END) AS BIGINT),
                CAST(sum(CASE WHEN occurred_at >= ? THEN 1 ELSE 0 END) AS BIGINT), min(occurred_at)
            FROM movement WHERE branch = ? AND type NOT IN ('COUNT_ADJUSTMENT', 'COUNT_CORRECTION') GROUP BY product
            """;

    private final Sql sql;

    CountClasses(Sql sql) {
        this.sql = sql;
    }

    /// A product's class as stored.
    public record Known(Classification.Standing standing, Optional<CountClass> pin) {}

    /// What a product did in a branch.
    ///
    /// @param issued how much left the branch since the longer period began, in ten-thousandths of its unit
    /// @param movements how many movements it had since the shorter period began
    /// @param since its first movement
    public record Moved(ProductId product, long issued, long movements, Instant since) {}

    /// Stores a product's class.
    public void put(String branch, Classification.Usage usage, Classification.Standing standing, Instant at) {
        sql.update(PUT, branch, usage.product(), standing.current(), standing.figured(),
                usage.pin().map(CountClass::name).orElse(""), usage.value().toString(), usage.movements(), usage.ageDays(), at);
    }

    /// The classes of a branch.
    public Map<ProductId, Known> of(String branch) {
        Map<ProductId, Known> known = new HashMap<>();
        sql.each(OF, row -> known.put(new ProductId(row.uuid(1)), new Known(
                new Classification.Standing(CountClass.valueOf(row.text(2)), CountClass.valueOf(row.text(3))),
                Optional.of(row.text(4)).filter(pin -> !pin.isEmpty()).map(CountClass::valueOf))), branch);
        return known;
    }

    /// When the classes of a branch were figured last.
    public Optional<Instant> figuredAt(String branch) {
        return sql.find(FIGURED_AT, row -> row.findInstant(1), branch).flatMap(at -> at);
    }

    /// Hands over what every product of a branch did, counts apart. Reads every movement of the branch.
    public void eachMoved(String branch, Instant issuedSince, Instant movedSince, Consumer<Moved> consumer) {
        sql.each(MOVED, row -> consumer.accept(new Moved(
                new ProductId(row.uuid(1)), row.number(2), row.number(3), row.instant(4))), issuedSince, movedSince, branch);
    }
}
