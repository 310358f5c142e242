package io.evertill.db;

import io.evertill.ledger.EntryId;
import io.evertill.sale.Collected;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Table `collected` at the till: what its own sales took of goods that customers had reserved.
public final class CollectedGoods {
    private static final String ADD = "INSERT INTO collected (reservation, sale, qty, is_rest_given_up) VALUES (?, ?, ?, ?)";
    private static final String OF =
            "SELECT reservation, sale, qty, is_rest_given_up FROM collected WHERE reservation = ? ORDER BY sale";
    private static final String ALL =
            "SELECT reservation, sale, qty, is_rest_given_up FROM collected ORDER BY reservation, sale";

    private final Sql sql;

    CollectedGoods(Sql sql) {
        this.sql = sql;
    }

    /// What a sale took of a reservation.
    ///
    /// @param quantity in ten-thousandths
    /// @param isRestGivenUp whether the customer did not want the rest
    public record Taken(UUID reservation, EntryId sale, long quantity, boolean isRestGivenUp) {}

    /// Notes what a sale took.
    public void add(EntryId sale, List<Collected> collected) {
        collected.forEach(each -> sql.update(ADD, each.reservation(), sale, each.quantity(), each.isRestGivenUp()));
    }

    /// What was taken of a reservation here.
    public List<Taken> of(UUID reservation) {
        return sql.list(OF, CollectedGoods::taken, reservation);
    }

    /// Hands over all that was taken.
    public void each(Consumer<Taken> consumer) {
        sql.each(ALL, row -> consumer.accept(taken(row)));
    }

    private static Taken taken(Row row) {
        return new Taken(row.uuid(1), new EntryId(row.uuid(2)), row.number(3), row.number(4) == 1);
    }
}
