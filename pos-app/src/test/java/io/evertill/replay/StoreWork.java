package io.evertill.replay;

import io.evertill.count.CountClass;
import io.evertill.count.Schedule;
import io.evertill.db.CountLines;
import io.evertill.db.Database;
import io.evertill.db.Stock;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.inventory.Assortment;
import io.evertill.inventory.Books;
import io.evertill.inventory.CountPosting;
import io.evertill.inventory.Counts;
import io.evertill.inventory.Transfers;
import io.evertill.ledger.EntryId;
import io.evertill.person.Person;
import io.evertill.pos.Machine;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.transfer.Action;
import io.evertill.transfer.Load;
import io.evertill.transfer.Route;
import io.evertill.transfer.Step;
import io.evertill.transfer.TransferId;
import io.evertill.transfer.Waybill;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/// What stores do besides selling, which a file of sales does not have: opening stock, transfers and counts, generated from a
/// seed, and recorded at the centre as people there do.
final class StoreWork {
    private static final Person BEA = new Person("bea", "Bea");
    private static final Person IRA = new Person("ira", "Ira");
    private static final Set<String> ALL_TILLS = Set.of("T1");

    private final Database centre;
    private final SplittableRandom random;
    private final Machine machine = Machine.real();
    /// How much more, or less, than the file says each shelf has in the end.
    final Map<Move.Key, Long> added = new TreeMap<>();
    int transfers;
    int adjusted;

    StoreWork(Database centre, long seed) {
        this.centre = centre;
        this.random = new SplittableRandom(seed);
    }

    /// The shelves on which something was sold, by store and product.
    List<Move.Key> shelves() {
        List<Move.Key> shelves = new ArrayList<>();
        centre.run(tx -> tx.stock().eachLevel((Consumer<Stock.Level>) level -> {
            if (level.key().place().kind() == Place.Kind.AVAILABLE) {
                shelves.add(level.key());
            }
        }));
        return shelves;
    }

    private Item item(ProductId product) {
        return centre.read(tx -> {
            Assortment assortment = new Assortment(tx);
            return assortment.item(assortment.require(product));
        });
    }

    private EntryId entryId() {
        return new EntryId(machine.ids().get());
    }

    private void add(Move.Key key, long quantity) {
        added.merge(key, quantity, Math::addExact);
    }

    /// Goods came to some shelves at a moment of the file; told now.
    void receive(List<Move.Key> shelves, Instant at) {
        Map<String, List<Move.Key>> byStore = new TreeMap<>();
        shelves.forEach(key -> byStore.computeIfAbsent(key.place().branch(), _ -> new ArrayList<>()).add(key));
        byStore.forEach((store, keys) -> {
            for (int from = 0; from < keys.size(); from += Entry.LINES_MAX) {
                List<StockEntry.Receipt> lines = new ArrayList<>();
                for (Move.Key key : keys.subList(from, Math.min(keys.size(), from + Entry.LINES_MAX))) {
                    Quantity quantity = Quantity.of(1 + random.nextInt(500), item(key.product()).unit());
                    lines.add(new StockEntry.Receipt(lines.size() + 1, item(key.product()), quantity, Place.Kind.AVAILABLE, ""));
                    add(key, quantity.tenThousandths());
                }
                centre.run(tx -> Books.record(tx, entryId(), new StockEntry.Received(store, at, BEA, "generated", "", lines)));
            }
        });
    }

    /// Some goods go to another store; a few of them break or are lost on the way.
    void transfer(List<Move.Key> shelves, Instant at, List<String> stores) {
        for (Move.Key key : shelves) {
            String source = key.place().branch();
            String target = stores.get((stores.indexOf(source) + 1) % stores.size());
            transfers++;
            TransferId id = new TransferId("G" + transfers);
            Route route = new Route(source, target);
            Item item = item(key.product());
            int sent = 2 + random.nextInt(20);
            int broken = random.nextInt(2);
            int lost = random.nextInt(2);
            handled(id, route, at, Action.DISPATCH, load(item, sent, 0, ""));
            handled(id, route, at.plusSeconds(7_200), Action.RECEIVE, load(item, sent - broken - lost, broken, ""));
            if (lost > 0) {
                handled(id, route, at.plusSeconds(9_000), Action.LOST, load(item, lost, 0, "TRANSIT_LOSS"));
            }
            centre.run(tx -> require(Transfers.take(tx, id, Step.CLOSE, Transfers.Asking.of("Bea", ""))));
            add(key, -sent * Quantity.ONE);
            add(new Move.Key(key.product(), Place.shelf(target), ""), (sent - broken - lost) * Quantity.ONE);
        }
    }

    private static Load load(Item item, int good, int damaged, String reason) {
        return new Load(1, item, Quantity.of(good, item.unit()), Quantity.of(damaged, item.unit()), Tracking.NONE, Tracking.NONE, reason);
    }

    private void handled(TransferId id, Route route, Instant at, Action action, Load load) {
        if (!load.whole().isZero()) {
            centre.run(tx -> require(Transfers.record(tx, new StockEntry.Transferred(action.usualBranch(route), at, BEA,
                    new Waybill(id, route, action.name()), action, "", Optional.empty(), List.of(load)))));
        }
    }

    private static void require(Transfers.Answer answer) {
        if (!(answer instanceof Transfers.Answer.Done)) {
            throw new IllegalStateException("a transfer was refused: " + answer);
        }
    }

    /// Some shelves are counted at a moment of the file, when all that had happened is known; a few pieces were stolen.
    ///
    /// @return the shelves that were counted
    List<Move.Key> count(List<Move.Key> shelves, Instant at) {
        List<Move.Key> posted = new ArrayList<>();
        for (Move.Key key : shelves) {
            long there = centre.read(tx -> tx.stock().sumUpTo(key, at));
            long stolen = random.nextInt(4) * Quantity.ONE;
            if (there >= stolen) {
                UUID line = machine.ids().get();
                Product product = centre.read(tx -> new Assortment(tx).require(key.product()));
                counted(line, key, new Quantity(there - stolen, product.unit()), at);
                CountPosting.Outcome outcome = settle(key, line);
                if (!(outcome instanceof CountPosting.Outcome.Posted)) {
                    centre.run(tx -> tx.countLines().approve(
                            key.place().branch(), line, new CountLines.Approval(IRA, "THEFT", "as counted")));
                    outcome = settle(key, line);
                }
                if (!(outcome instanceof CountPosting.Outcome.Posted)) {
                    throw new IllegalStateException("a count was not posted: " + outcome);
                }
                adjusted += stolen > 0 ? 1 : 0;
                add(key, -stolen);
                posted.add(key);
            }
        }
        return posted;
    }

    private void counted(UUID line, Move.Key key, Quantity counted, Instant at) {
        String store = key.place().branch();
        Counts.Outcome outcome = centre.write(tx -> {
            tx.countLines().add(line, key, CountClass.B, Schedule.Reason.ASKED, tx.now());
            Counts.assign(tx, store, BEA);
            Counts.sheet(tx, store, BEA);
            return Counts.submit(tx, store, entryId(), BEA, List.of(new Counts.Row(Optional.of(line), key, counted, at)));
        });
        if (!(outcome instanceof Counts.Outcome.Done)) {
            throw new IllegalStateException("a count was refused: " + outcome);
        }
    }

    private CountPosting.Outcome settle(Move.Key key, UUID line) {
        return centre.write(tx -> CountPosting.settle(tx, key.place().branch(), line, IRA, ALL_TILLS));
    }

    /// Goods were delivered before a count and are told of only now: who counted has counted them.
    void receiveLate(List<Move.Key> shelves, Instant at) {
        Map<Move.Key, Long> before = new TreeMap<>(added);
        receive(shelves, at);
        added.clear();
        added.putAll(before);
    }

    /// Some of them, by chance.
    List<Move.Key> some(List<Move.Key> shelves, int oneIn) {
        return shelves.stream().filter(_ -> random.nextInt(oneIn) == 0).toList();
    }
}
