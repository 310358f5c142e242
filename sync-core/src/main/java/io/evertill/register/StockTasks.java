package io.evertill.register;

import io.evertill.availability.Consignment;
import io.evertill.availability.CountOutcome;
import io.evertill.availability.CountTask;
import io.evertill.availability.FrozenLot;
import io.evertill.availability.Promise;
import io.evertill.db.Database;
import io.evertill.db.FeedDue;
import io.evertill.ledger.Bytes;
import io.evertill.product.ProductId;
import io.evertill.wire.CountRows;
import io.evertill.wire.StockRows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// What the centre told this till of goods that somebody has to do something about. It reads and never writes.
///
/// Lists go on behind the last row of the page before.
public final class StockTasks {
    private final Database db;

    /// The tasks in a till's database.
    public StockTasks(Database db) {
        this.db = db;
    }

    /// Whether a batch is not to be sold, and why.
    public Optional<FrozenLot> frozen(ProductId product, String lot) {
        return db.read(tx -> tx.fed().find(FeedDue.LOT, FeedDue.lot(product, lot).subject())).map(StockRows::lot);
    }

    /// Goods on the way to or from this branch, by transfer; start behind an empty name.
    public List<Consignment> onTheWay(String after, int limit) {
        return list(FeedDue.TRANSFER, after, limit, StockRows::transfer);
    }

    /// Goods that somebody collects here, by id, also those whose time is over and whom the centre has not struck off yet
    /// ([Promise#isActive]); start behind the id of zeros.
    public List<Promise> toCollect(UUID after, int limit) {
        return list(FeedDue.RESERVATION, after.toString(), limit, StockRows::reservation);
    }

    /// Goods to count in this branch, by id; start behind the id of zeros.
    public List<CountTask> toCount(UUID after, int limit) {
        return list(FeedDue.COUNT, after.toString(), limit, CountRows::task);
    }

    /// What became of what was counted in this branch, by id; start behind the id of zeros.
    public List<CountOutcome> counted(UUID after, int limit) {
        return list(FeedDue.COUNT_RESULT, after.toString(), limit, CountRows::outcome);
    }

    private <T> List<T> list(String table, String after, int limit, Function<Bytes, T> reader) {
        return db.read(tx -> tx.fed().after(table, after, limit)).stream().map(row -> reader.apply(row.content())).toList();
    }
}
