package io.evertill.register;

import io.evertill.availability.Elsewhere;
import io.evertill.availability.Figure;
import io.evertill.availability.Promise;
import io.evertill.availability.Shown;
import io.evertill.db.Database;
import io.evertill.db.FedRows;
import io.evertill.db.FeedDue;
import io.evertill.db.Tx;
import io.evertill.journal.StockReckoning;
import io.evertill.product.ProductId;
import io.evertill.wire.StockRows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        long uncovered = new OwnMovements(tx, branch).since(figure.product(), figure, 0).quantity();
        return new Shown(Math.addExact(figure.quantity(), uncovered), uncovered, promised(tx, figure.product()), figure.asOf());
    }

    /// Why there is as much as [#here] says, all of one moment.
    public StockReckoning why(ProductId product) {
        return db.read(tx -> {
            Freshness freshness = Freshness.read(tx);
            Optional<Figure> figure = tx.fed().find(FeedDue.LEVEL, product.toString()).map(StockRows::figure);
            OwnMovements own = new OwnMovements(tx, branch);
            return new StockReckoning(product,
                    figure.map(told -> new StockReckoning.Told(told.quantity(), told.asOf(), freshness.byOwnClock(told.asOf()),
                            freshness.knownAt(told.asOf(), Duration.ZERO))),
                    own.described(figure.map(told -> own.since(product, told, StockReckoning.ROWS_MAX))
                            .orElseGet(() -> own.ever(product, StockReckoning.ROWS_MAX))),
                    StockReckoning.Sum.of(promises(tx, product).map(promise -> promised(promise, freshness))
                            .sorted(Comparator.comparing(StockReckoning.Promised::until).thenComparing(StockReckoning.Promised::order))
                            .toList(), StockReckoning.Promised::quantity),
                    figure.map(told -> own.aside(product, told))
                            .orElseGet(() -> StockReckoning.Sum.of(List.of(), StockReckoning.Own::quantity)),
                    StockReckoning.Sum.of(coming(tx, product, freshness), StockReckoning.Coming::quantity));
        });
    }

    private static long promised(Tx tx, ProductId product) {
        return promises(tx, product).mapToLong(Promise::quantity).reduce(0, Math::addExact);
    }

    /// What still counts, each with what is left of it.
    private static Stream<Promise> promises(Tx tx, ProductId product) {
        List<Promise> all = new ArrayList<>();
        List<FedRows.Fed> page = tx.fed().of(FeedDue.RESERVATION, product, "", PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .map(row -> StockRows.reservation(row.content()))
                    .filter(promise -> promise.isActive(tx.now()))
                    .map(promise -> promise.left(Pickups.left(tx, promise)))
                    .filter(promise -> promise.quantity() > 0)
                    .forEach(all::add);
            page = tx.fed().of(FeedDue.RESERVATION, product, page.getLast().id(), PAGE);
        }
        return all.stream();
    }

    private static StockReckoning.Promised promised(Promise promise, Freshness freshness) {
        return new StockReckoning.Promised(
                promise.order(), promise.owner(), promise.quantity(), freshness.byOwnClock(promise.expiresAt()), promise.lot());
    }

    private List<StockReckoning.Coming> coming(Tx tx, ProductId product, Freshness freshness) {
        List<StockReckoning.Coming> all = new ArrayList<>();
        List<FedRows.Fed> page = tx.fed().after(FeedDue.TRANSFER, "", PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .map(row -> StockRows.transfer(row.content()))
                    .filter(consignment -> consignment.isBoundFor(branch) && consignment.quantities().containsKey(product))
                    .map(consignment -> new StockReckoning.Coming(consignment.transfer().text(), consignment.from(),
                            consignment.quantities().get(product), consignment.expectedAt().map(freshness::byOwnClock)))
                    .forEach(all::add);
            page = tx.fed().after(FeedDue.TRANSFER, page.getLast().id(), PAGE);
        }
        return all;
    }
}
