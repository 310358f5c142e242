package io.evertill.db;

import io.evertill.product.ProductId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Table `over_return` at the centre: more came back of a receipt than was sold on it.
///
/// One matter is open per receipt and product at a time. Nothing deletes a row; a person settles it.
public final class OverReturns {
    private static final String COLUMNS =
            "matter, receipt, product, sold_line, sold, returned, branch, noticed_at, settled_at, settled_by, note";
    private static final String NOTE = """
            INSERT INTO over_return (matter, receipt, product, sold_line, sold, returned, branch, noticed_at, settled_at, settled_by, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, '', '')
            ON CONFLICT (receipt, product) WHERE settled_at IS NULL
            DO UPDATE SET sold_line = excluded.sold_line, sold = excluded.sold, returned = excluded.returned, branch = excluded.branch
            """;
    private static final String SETTLED = """
            SELECT coalesce(max(returned - sold), 0) FROM over_return
            WHERE receipt = ? AND product = ? AND sold_line = ? AND settled_at IS NOT NULL
            """;
    private static final String SETTLE = """
            UPDATE over_return SET settled_at = ?, settled_by = ?, note = ? WHERE matter = ? AND settled_at IS NULL
            """;
    private static final String OPEN =
            "SELECT " + COLUMNS + " FROM over_return WHERE settled_at IS NULL AND matter > ? ORDER BY matter LIMIT ?";
    private static final String OF =
            "SELECT " + COLUMNS + " FROM over_return WHERE receipt = ? ORDER BY noticed_at, matter";

    private final Sql sql;

    OverReturns(Sql sql) {
        this.sql = sql;
    }

    /// By how much.
    ///
    /// @param soldLine the line of which more came back, from 1; 0 for all lines of the product together
    /// @param sold in ten-thousandths; 0 where the receipt has none of it
    /// @param returned more than that
    public record Excess(String receipt, ProductId product, int soldLine, long sold, long returned) {}

    /// A matter for a person.
    ///
    /// @param branch where the last of it came back
    /// @param settled who found out what, and when; empty while it is open
    public record Matter(UUID id, Excess excess, String branch, Instant noticedAt, Optional<Incidents.Settled> settled) {}

    /// Opens a matter, or brings the open one up to date; what a person has settled is no matter again unless still more came back.
    /// Answers whether it is one.
    public boolean note(Excess excess, String branch, Instant at) {
        long settled = sql.number(SETTLED, excess.receipt(), excess.product(), (long) excess.soldLine());
        if (excess.returned() - excess.sold() <= settled) {
            return false;
        }
        UUID id = UUID.nameUUIDFromBytes(String.join("\n", "over return", excess.receipt(), excess.product().toString(),
                        String.valueOf(excess.soldLine()), String.valueOf(excess.returned()))
                .getBytes(StandardCharsets.UTF_8));
        sql.update(NOTE, id, excess.receipt(), excess.product(), (long) excess.soldLine(), excess.sold(), excess.returned(), branch, at);
        return true;
    }

    /// Ends a matter; answers false when there is no such open one.
    public boolean settle(UUID matter, Incidents.Settled settled) {
        return sql.update(SETTLE, settled.at(), settled.by(), settled.note(), matter) == 1;
    }

    /// Open matters behind one of them; start behind the nil id.
    public List<Matter> open(UUID after, int limit) {
        return sql.list(OPEN, OverReturns::matter, after, limit);
    }

    /// The matters of a receipt, the oldest first.
    public List<Matter> of(String receipt) {
        return sql.list(OF, OverReturns::matter, receipt);
    }

    private static Matter matter(Row row) {
        return new Matter(row.uuid(1),
                new Excess(row.text(2), new ProductId(row.uuid(3)), (int) row.number(4), row.number(5), row.number(6)),
                row.text(7), row.instant(8),
                row.findInstant(9).map(at -> new Incidents.Settled(at, row.text(10), row.text(11))));
    }
}
