package io.evertill.db;

import io.evertill.entry.Move;
import io.evertill.money.UnitPrice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Table `movement`, for adding rows: one statement a row on a file, one for all of them on a server.
final class MovementRows {
    private static final String COLUMNS = """
            branch, product, place, lot, key_seq, qty, counterpart, serial, type, entry_id, line, ref_type, ref_id, ref_line,
                reason, stream, seq, occurred_at, recorded_at, actor
            """;
    private static final String COSTED_COLUMNS = COLUMNS + ", product_seq, unit_cost, cost_currency";
    private static final String APPEND = "INSERT INTO movement (" + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String APPEND_COSTED = "INSERT INTO movement (" + COSTED_COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String APPEND_ALL = "INSERT INTO movement (" + COSTED_COLUMNS + """
            ) SELECT * FROM unnest(?::text[], ?::bytea[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                ?::text[], ?::bytea[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bytea[], ?::bigint[],
                ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
            """;
    private static final String[] TYPES = {
        "text", "bytea", "text", "text", "bigint", "bigint", "text", "text", "text", "bytea", "bigint", "text", "text",
        "bigint", "text", "bytea", "bigint", "bigint", "bigint", "text", "bigint", "bigint", "text"
    };
    private static final int PLAIN = 20;

    private final Sql sql;
    private final Dialect dialect;
    private final Instant recordedAt;

    MovementRows(Sql sql, Dialect dialect, Instant recordedAt) {
        this.sql = sql;
        this.dialect = dialect;
        this.recordedAt = recordedAt;
    }

    /// Adds the moves of entries, numbered within their keys.
    ///
    /// @param changes what they did to each key
    /// @param costed one for each move, in order; empty at a till, which keeps no costs
    void append(List<Stock.Source> sources, List<Stock.Change> changes, Optional<List<Stock.Costed>> costed) {
        Map<Move.Key, Long> next = new HashMap<>();
        changes.forEach(change -> next.put(change.key(), change.keySeqNext()));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Stock.Source source : sources) {
            for (Move move : source.moves()) {
                long keySeq = next.merge(move.key(), 1L, Long::sum) - 1;
                int at = rows.size();
                rows.add(row(source, move, keySeq, costed.map(each -> each.get(at))));
            }
        }
        switch (dialect) {
            case SQLITE -> rows.forEach(row -> sql.update(row.length == PLAIN ? APPEND : APPEND_COSTED, row));
            case POSTGRESQL -> appendAll(rows);
        }
    }

    private void appendAll(List<@Nullable Object[]> rows) {
        Object[] arrays = new Object[TYPES.length];
        for (int column = 0; column < TYPES.length; column++) {
            @Nullable Object[] values = new @Nullable Object[rows.size()];
            for (int at = 0; at < rows.size(); at++) {
                values[at] = rows.get(at)[column];
            }
            arrays[column] = sql.array(TYPES[column], values);
        }
        sql.update(APPEND_ALL, arrays);
    }

    private @Nullable Object[] row(Stock.Source source, Move move, long keySeq, Optional<Stock.Costed> costed) {
        Object[] plain = {
            move.place().branch(),
            Sql.bytes(move.product().value()),
            move.place().code(),
            move.lot(),
            keySeq,
            move.quantity().tenThousandths(),
            move.counterpart().code(),
            move.serial(),
            move.type().name(),
            Sql.bytes(source.entry().value()),
            (long) move.line(),
            move.reference().type(),
            move.reference().id(),
            (long) move.reference().line(),
            move.reason(),
            Sql.bytes(source.position().stream().value()),
            source.position().seq(),
            Micros.of(source.occurredAt()),
            Micros.of(recordedAt),
            source.actor()
        };
        boolean isPlain = costed.isEmpty() && dialect == Dialect.SQLITE;
        return isPlain ? plain : with(plain, costed.orElse(Stock.Costed.NOT));
    }

    private static @Nullable Object[] with(Object[] plain, Stock.Costed costed) {
        @Nullable Object[] row = new @Nullable Object[TYPES.length];
        System.arraycopy(plain, 0, row, 0, PLAIN);
        row[PLAIN] = costed.productSeq();
        row[PLAIN + 1] = costed.unitCost().map(UnitPrice::tenThousandths).orElse(null);
        row[PLAIN + 2] = costed.unitCost().map(cost -> cost.currency().getCurrencyCode()).orElse(null);
        return row;
    }
}
