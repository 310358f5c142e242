package io.evertill.db;

import io.evertill.ledger.EntryId;
import io.evertill.product.ProductId;
import io.evertill.transfer.Action;
import io.evertill.transfer.Route;
import io.evertill.transfer.Step;
import io.evertill.transfer.TransferId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Tables `transfer`, `transfer_step`, `transfer_step_line` and `transfer_fact` at the centre: of what transfers are the fold.
///
/// A transfer has a row under each branch that has to do with it, so that a fact locks nothing but a row of its own branch.
public final class TransferRows {
    private static final String OPEN_AND_LOCK = """
            INSERT INTO transfer (branch, transfer, source, target, first_at, ended_at) VALUES (?, ?, ?, ?, ?, NULL)
            ON CONFLICT (branch, transfer) DO UPDATE SET source = transfer.source
            RETURNING branch, transfer, source, target, first_at, ended_at
            """;
    private static final String END = "UPDATE transfer SET ended_at = ? WHERE transfer = ? AND ended_at IS NULL";
    private static final String OF =
            "SELECT branch, transfer, source, target, first_at, ended_at FROM transfer WHERE transfer = ? ORDER BY branch";
    private static final String AFTER = """
            SELECT DISTINCT transfer FROM transfer WHERE transfer > ? ORDER BY transfer LIMIT ?
            """;
    private static final String OPEN_AFTER = """
            SELECT DISTINCT transfer FROM transfer WHERE transfer > ? AND ended_at IS NULL ORDER BY transfer LIMIT ?
            """;
    private static final String PUT_STEP = """
            INSERT INTO transfer_step (branch, transfer, number, target, step, taken_at, taken_by, note, expected_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String PUT_STEP_LINE =
            "INSERT INTO transfer_step_line (branch, transfer, number, product, qty) VALUES (?, ?, ?, ?, ?)";
    private static final String STEPS = """
            SELECT branch, target, number, step, taken_at, taken_by, note, expected_at FROM transfer_step
            WHERE branch = ? AND transfer = ? ORDER BY number
            """;
    private static final String STEP_LINES =
            "SELECT product, qty FROM transfer_step_line WHERE branch = ? AND transfer = ? AND number = ? ORDER BY product";
    private static final String PUT_FACT = """
            INSERT INTO transfer_fact (branch, entry_id, transfer, action, document, occurred_at) VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String OF_DOCUMENT = """
            SELECT branch, entry_id, transfer, action, document, occurred_at FROM transfer_fact
            WHERE branch = ? AND transfer = ? AND action = ? AND document = ?
            """;
    private static final String FACTS = """
            SELECT branch, entry_id, transfer, action, document, occurred_at FROM transfer_fact
            WHERE branch = ? AND transfer = ? ORDER BY occurred_at, entry_id
            """;
    private static final String FACT = """
            SELECT branch, entry_id, transfer, action, document, occurred_at FROM transfer_fact
            WHERE branch = ? AND entry_id = ?
            """;
    private static final String COUNT_FACTS = "SELECT count(*) FROM transfer_fact";
    private static final String WITHOUT_ROW = """
            SELECT f.branch, f.transfer FROM transfer_fact f WHERE NOT EXISTS (
                SELECT 1 FROM transfer t WHERE t.branch = f.branch AND t.transfer = f.transfer)
            ORDER BY 1, 2
            """;

    private final Sql sql;

    TransferRows(Sql sql) {
        this.sql = sql;
    }

    /// A transfer as one branch has to do with it.
    ///
    /// @param firstAt when the centre first heard of it
    /// @param endedAt when it was closed, cancelled or rejected; empty while goods can be handled under it
    public record Held(String branch, TransferId transfer, Route route, Instant firstAt, Optional<Instant> endedAt) {}

    /// A step as it was taken.
    ///
    /// @param quantities how much of each product, in ten-thousandths; empty for most steps
    /// @param expectedAt when the goods should arrive; only with a request, and not always
    public record Taken(
            Route route, long number, Step step, Instant at, String by, String note, Optional<Instant> expectedAt,
            Map<ProductId, Long> quantities) {
        /// Copies the map.
        public Taken {
            quantities = Map.copyOf(quantities);
        }
    }

    /// An applied entry about a transfer.
    public record FactOf(
            String branch, EntryId entry, TransferId transfer, Action action, String document, Instant occurredAt) {}

    /// The transfer at a branch, made when it is new, its row locked until the transaction ends.
    public Held openAndLock(String branch, TransferId transfer, Route route, Instant at) {
        return sql.find(OPEN_AND_LOCK, TransferRows::held, branch, transfer.text(), route.source(), route.target(), at).orElseThrow();
    }

    /// Ends a transfer at every branch; only under the locks of all.
    public void end(TransferId transfer, Instant at) {
        sql.update(END, at, transfer.text());
    }

    /// A transfer at every branch that has to do with it, by branch; none when nothing is known of it.
    public List<Held> of(TransferId transfer) {
        return sql.list(OF, TransferRows::held, transfer.text());
    }

    /// The names of transfers behind one; start behind an empty text.
    public List<TransferId> after(String transfer, int limit) {
        return sql.list(AFTER, row -> new TransferId(row.text(1)), transfer, limit);
    }

    /// The names of transfers that have not ended, behind one; start behind an empty text.
    public List<TransferId> openAfter(String transfer, int limit) {
        return sql.list(OPEN_AFTER, row -> new TransferId(row.text(1)), transfer, limit);
    }

    /// Adds a step; only under the lock of the source's row.
    public void take(TransferId transfer, Taken step) {
        String branch = step.route().source();
        sql.update(PUT_STEP, branch, transfer.text(), step.number(), step.route().target(), step.step(), step.at(), step.by(),
                step.note(), step.expectedAt());
        step.quantities().forEach((product, quantity) ->
                sql.update(PUT_STEP_LINE, branch, transfer.text(), step.number(), product, quantity));
    }

    /// The steps that were taken under a source, in order.
    public List<Taken> steps(String source, TransferId transfer) {
        return sql.list(STEPS, row -> new Taken(new Route(row.text(1), row.text(2)), row.number(3), Step.valueOf(row.text(4)),
                        row.instant(5), row.text(6), row.text(7), row.findInstant(8), Map.of()), source, transfer.text())
                .stream()
                .map(step -> new Taken(step.route(), step.number(), step.step(), step.at(), step.by(), step.note(),
                        step.expectedAt(), quantities(source, transfer, step.number())))
                .toList();
    }

    private Map<ProductId, Long> quantities(String source, TransferId transfer, long number) {
        Map<ProductId, Long> quantities = new TreeMap<>();
        sql.each(STEP_LINES, row -> quantities.put(new ProductId(row.uuid(1)), row.number(2)), source, transfer.text(), number);
        return quantities;
    }

    /// Notes an applied entry; only under the lock of its branch's row, and only when its document is new.
    public void note(FactOf fact) {
        sql.update(PUT_FACT, fact.branch(), fact.entry(), fact.transfer().text(), fact.action(), fact.document(), fact.occurredAt());
    }

    /// The entry in which a document counts for an action at a branch.
    public Optional<FactOf> ofDocument(String branch, TransferId transfer, Action action, String document) {
        return sql.find(OF_DOCUMENT, TransferRows::fact, branch, transfer.text(), action, document);
    }

    /// The applied entries of a branch about a transfer, as they happened.
    public List<FactOf> facts(String branch, TransferId transfer) {
        return sql.list(FACTS, TransferRows::fact, branch, transfer.text());
    }

    /// What is noted of an entry.
    public Optional<FactOf> fact(String branch, EntryId entry) {
        return sql.find(FACT, TransferRows::fact, branch, entry);
    }

    /// How many entries are noted.
    public long factCount() {
        return sql.number(COUNT_FACTS);
    }

    /// Hands over every branch and transfer with a noted entry and no row of its own.
    public void eachWithoutRow(BiConsumer<String, String> consumer) {
        sql.each(WITHOUT_ROW, row -> consumer.accept(row.text(1), row.text(2)));
    }

    private static Held held(Row row) {
        return new Held(row.text(1), new TransferId(row.text(2)), new Route(row.text(3), row.text(4)), row.instant(5),
                row.findInstant(6));
    }

    private static FactOf fact(Row row) {
        return new FactOf(row.text(1), new EntryId(row.uuid(2)), new TransferId(row.text(3)), Action.valueOf(row.text(4)),
                row.text(5), row.instant(6));
    }
}
