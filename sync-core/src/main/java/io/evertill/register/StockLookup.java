package io.evertill.register;

import static java.util.stream.Collectors.toSet;

import io.evertill.availability.Elsewhere;
import io.evertill.availability.Figure;
import io.evertill.availability.Shown;
import io.evertill.db.Database;
import io.evertill.db.FedRows;
import io.evertill.db.FeedDue;
import io.evertill.db.Stock;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.ledger.StreamId;
import io.evertill.product.ProductId;
import io.evertill.wire.StockRows;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How much of a product there is, as far as this till knows: what the centre told, with its age, and for the own branch what
/// the till has recorded since. It reads and never writes, and nothing that is sold waits for it.
public final class StockLookup {
    private static final int PAGE = 100;

    private final Database db;
    private final String branch;

    /// A lookup for a branch.
    public StockLookup(Database db, String branch) {
        this.db = db;
        this.branch = branch;
    }

    /// What stands for sale here; empty when the centre has told nothing of the product.
    public Optional<Shown> here(ProductId product) {
        return db.read(tx -> tx.fed().find(FeedDue.LEVEL, product.toString())
                .map(content -> here(tx, StockRows.figure(content))));
    }

    /// What stands for sale in other branches behind one of them, by branch; start behind an empty one.
    public List<Elsewhere> elsewhere(ProductId product, String after, int limit) {
        return db.read(tx -> tx.fed().of(FeedDue.ELSEWHERE, product, product + "@" + after, limit + 1)).stream()
                .map(row -> StockRows.elsewhere(row.content()))
                .filter(told -> !told.branch().equals(branch))
                .limit(limit)
                .toList();
    }

    private Shown here(Tx tx, Figure figure) {
        long uncovered = uncovered(tx, figure);
        return new Shown(Math.addExact(figure.quantity(), uncovered), uncovered, promised(tx, figure.product()), figure.asOf());
    }

    /// What this till has recorded and the figure does not cover: of each key the newest movements, for the centre takes the
    /// entries of a stream in order.
    private long uncovered(Tx tx, Figure figure) {
        Set<StreamId> own = tx.streams().all().stream()
                .map(stream -> stream.id())
                .filter(figure.through()::containsKey)
                .collect(toSet());
        long[] sum = {0};
        for (Move.Key key : tx.forSale().keys(branch, figure.product())) {
            tx.forSale().eachNewest(key, movement -> {
                boolean isCovered = isCovered(tx, figure, own, movement);
                sum[0] = isCovered ? sum[0] : Math.addExact(sum[0], movement.quantity());
                return isCovered;
            });
        }
        return sum[0];
    }

    /// In the stream where the entry was recorded, or in one into which it was moved.
    private boolean isCovered(Tx tx, Figure figure, Set<StreamId> own, Stock.Movement movement) {
        return figure.covers(movement.stream(), movement.seq())
                || own.stream()
                        .filter(stream -> !stream.equals(movement.stream()))
                        .anyMatch(stream -> tx.postings().find(branch, stream, movement.entry())
                                .filter(position -> figure.covers(stream, position.seq()))
                                .isPresent());
    }

    private static long promised(Tx tx, ProductId product) {
        long sum = 0;
        List<FedRows.Fed> page = tx.fed().of(FeedDue.RESERVATION, product, "", PAGE);
        while (!page.isEmpty()) {
            sum = Math.addExact(sum, page.stream()
                    .map(row -> StockRows.reservation(row.content()))
                    .filter(promise -> promise.isActive(tx.now()))
                    .mapToLong(promise -> Pickups.left(tx, promise))
                    .sum());
            page = tx.fed().of(FeedDue.RESERVATION, product, page.getLast().id(), PAGE);
        }
        return sum;
    }
}
