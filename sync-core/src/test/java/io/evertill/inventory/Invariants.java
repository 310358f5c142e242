package io.evertill.inventory;

import io.evertill.audit.CentreAudit;
import io.evertill.db.Alerts;
import io.evertill.db.Serials;
import io.evertill.db.Stock;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.StreamId;
import io.evertill.lot.Serial;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/// What must be so of a centre's stock after every step (domain 3), looked at from outside: everything is summed anew.
final class Invariants {
    private static final Set<String> PARKED =
            Set.of("UNREADABLE", "UNKNOWN_PRODUCT", "WAITS_FOR", "DOCUMENT_KNOWN", "TRANSFER_ENDED");

    /// How often snapshots are looked at: each costs two questions a key.
    private static final int EVERY = 6;

    private final World world;
    private Map<List<Object>, Stock.Movement> before = Map.of();
    private int looks;

    Invariants(World world) {
        this.world = world;
    }

    /// Looks at everything that must be so at any time.
    void check() {
        Map<Move.Key, List<Stock.Movement>> byKey = new TreeMap<>();
        Map<List<Object>, Stock.Movement> all = new HashMap<>();
        world.centre.db().read(tx -> {
            tx.stock().eachMovement((Consumer<Stock.Movement>) movement -> {
                byKey.computeIfAbsent(movement.key(), _ -> new ArrayList<>()).add(movement);
                all.put(List.of(movement.entry(), movement.line(), movement.key().place().branch()), movement);
            });
            appended(all);
            even(all.values());
            Kept kept = Kept.of(tx);
            byKey.forEach((key, movements) -> key(kept, key, movements));
            kept.levels().keySet().forEach(key -> world.require(byKey.containsKey(key), "I4: a level without movements: " + key));
            looks++;
            if (looks % EVERY == 0) {
                byKey.forEach((key, movements) -> snapshots(tx, key, movements));
            }
            Conservation.check(tx, sentence -> world.require(false, "I2, I19: " + sentence));
            tx.parked().after("", new StreamId(new UUID(0, 0)), 0, Integer.MAX_VALUE).forEach(waiting ->
                    world.require(PARKED.contains(waiting.code()), "I12: " + waiting.code() + ": " + waiting.cause()));
            return 0;
        });
        before = all;
    }

    private void appended(Map<List<Object>, Stock.Movement> all) {
        before.forEach((id, movement) ->
                world.require(movement.equals(all.get(id)), "I1: a movement was changed: " + movement + " is " + all.get(id)));
    }

    /// Rows about two kept places come in pairs, and goods on the way are for sale nowhere (I2, I20).
    private void even(Iterable<Stock.Movement> movements) {
        Map<List<Object>, Long> sums = new HashMap<>();
        for (Stock.Movement movement : movements) {
            Place.Kind kind = movement.key().place().kind();
            Place other = Place.parse(movement.key().place().branch(), movement.counterpart());
            if (other.kind().isKept()) {
                sums.merge(List.of(movement.entry(), movement.key().product(), movement.key().lot(), movement.serial()),
                        movement.quantity(), Math::addExact);
            }
            world.require(!movement.type().equals(Move.Type.TRANSFER_IN.name()) || kind == Place.Kind.TRANSIT,
                    "I20: goods of transfer " + movement.reference().id() + " are at " + movement.key().place() + " before a receipt");
            world.require(!movement.actor().isEmpty() && !movement.reference().type().isEmpty(), "I9: " + movement);
            long step = World.product(movement.key().product()).unit().step();
            world.require(movement.quantity() % step == 0, "I8: " + movement.quantity() + " of " + movement.key());
        }
        sums.forEach((group, sum) -> world.require(sum == 0, "I2: " + group + " sums to " + sum));
    }

    private void key(Kept kept, Move.Key key, List<Stock.Movement> movements) {
        movements.sort((one, other) -> Long.compare(one.keySeq(), other.keySeq()));
        long sum = 0;
        for (int at = 0; at < movements.size(); at++) {
            Stock.Movement movement = movements.get(at);
            sum = Math.addExact(sum, movement.quantity());
            world.require(movement.keySeq() == at + 1L, "I5: movement " + (at + 1) + " of " + key + " has number " + movement.keySeq());
            world.require(at == 0 || !movement.recordedAt().isBefore(movements.get(at - 1).recordedAt()), "I5: times of " + key);
        }
        Stock.Level expected = new Stock.Level(key, sum, movements.size());
        Optional<Stock.Level> level = Optional.ofNullable(kept.levels().get(key));
        world.require(level.equals(Optional.of(expected)), "I4: " + level + " should be " + expected);
        boolean isShort = key.place().kind() == Place.Kind.AVAILABLE && sum < 0;
        Optional<Long> shortBy = Optional.ofNullable(kept.oversold().get(key));
        world.require(shortBy.equals(isShort ? Optional.of(sum) : Optional.empty()),
                "I14: " + key + " is at " + sum + " and its exception says " + shortBy);
    }

    private void snapshots(Tx tx, Move.Key key, List<Stock.Movement> movements) {
        tx.stockSnapshots().of(key).forEach(taken -> world.require(taken.quantity() == sum(movements, taken.through()),
                "I6: " + taken + " of " + key + " should be " + sum(movements, taken.through())));
        long all = sum(movements, movements.size());
        world.require(tx.stockSnapshots().current(key) == all, "I6: snapshot and delta of " + key + " are not " + all);
    }

    private static long sum(List<Stock.Movement> movements, long through) {
        return movements.stream().filter(movement -> movement.keySeq() <= through).mapToLong(Stock.Movement::quantity).sum();
    }

    /// What is kept beside the movements.
    private record Kept(Map<Move.Key, Stock.Level> levels, Map<Move.Key, Long> oversold) {
        static Kept of(Tx tx) {
            Kept kept = new Kept(new TreeMap<>(), new TreeMap<>());
            tx.stock().eachLevel((Consumer<Stock.Level>) level -> kept.levels().put(level.key(), level));
            tx.stockExceptions().openAfter("", new UUID(0, 0), Integer.MAX_VALUE)
                    .forEach(raised -> kept.oversold().put(raised.key(), raised.shortBy()));
            return kept;
        }
    }

    /// Notes what occurred.
    void see() {
        world.centre.db().run(tx -> {
            tx.stock().eachMovement((Consumer<Stock.Movement>) movement -> {
                world.seen.add("movement " + movement.type());
                tx.stockExceptions().of(movement.key()).forEach(raised -> world.seen.add("oversold "
                        + raised.cure().map(cure -> cure.isLate() ? "cured late" : "cured").orElse("open")));
            });
            tx.parked().after("", new StreamId(new UUID(0, 0)), 0, Integer.MAX_VALUE)
                    .forEach(waiting -> world.seen.add("parked " + waiting.code()));
            tx.serials().open(new UUID(0, 0), Integer.MAX_VALUE).forEach(conflict -> world.seen.add("serial " + conflict.kind()));
            Transfers.after(tx, "", Integer.MAX_VALUE).forEach(dossier -> {
                world.seen.add("transfer " + dossier.transfer().state());
                dossier.facts().forEach(handled -> world.seen.add("action " + handled.entry().action()));
            });
        });
    }

    /// What must be so when everything is known: nothing was lost, nothing is double, and all that is computed can be computed
    /// anew.
    void checkAtRest() {
        looks = EVERY - 1;
        check();
        whole();
        serials();
        lots();
        cards();
        rebuilt();
        for (String sentence : CentreAudit.of(world.centre.db()).differences().stream().map(each -> each.sentence()).toList()) {
            world.require(false, "I11: " + sentence);
        }
        List<Finding> findings = new Reconciliation(world.centre.db()).look(Optional.empty()).findings();
        world.require(findings.isEmpty(), "I36: " + findings);
    }

    /// Every fact of every till is in the ledger once, posted or waiting for a person (I10, I11).
    private void whole() {
        world.centre.db().run(tx -> {
            Set<EntryId> told = new HashSet<>();
            Set<StreamId> streams = new HashSet<>();
            for (LocalTill till : world.tills) {
                streams.addAll(till.streams());
                Set<EntryId> waiting = new HashSet<>();
                till.streams().forEach(stream -> tx.parked().list(till.seat.branch(), stream, Integer.MAX_VALUE)
                        .forEach(parked -> waiting.add(parked.entry())));
                for (int number = 1; number <= till.size(); number++) {
                    EntryId id = till.id(number);
                    told.add(id);
                    int moves = waiting.contains(id) ? 0 : till.moves(number).size();
                    world.require(tx.stock().of(till.seat.branch(), id).size() == moves,
                            "I11: fact " + number + " of till " + till.seat.terminal() + " is not in the ledger once");
                }
                long accepted = tx.acceptedStreams().find(till.seat.branch(), till.streams().getLast())
                        .map(held -> held.accepted().seq()).orElse(0L);
                world.require(accepted == till.size(), "I11: till " + till.seat.terminal() + " has " + till.size()
                        + " facts, the centre took " + accepted);
            }
            tx.stock().eachMovement((Consumer<Stock.Movement>) movement ->
                    world.require(!streams.contains(movement.stream()) || told.contains(movement.entry()),
                            "I10: no till told of entry " + movement.entry()));
        });
    }

    /// A piece is in one place or none, and what cannot be is noted (I23).
    private void serials() {
        world.centre.db().run(tx -> {
            Map<String, Set<List<Object>>> open = new TreeMap<>();
            tx.serials().open(new UUID(0, 0), Integer.MAX_VALUE).forEach(conflict -> open
                    .computeIfAbsent(conflict.serial(), _ -> new HashSet<>()).add(List.of(conflict.entry(), conflict.line())));
            Map<String, Long> kept = new TreeMap<>();
            tx.stock().eachMovement((Consumer<Stock.Movement>) movement -> {
                if (!movement.serial().isEmpty()) {
                    kept.merge(movement.serial(), movement.quantity() / Quantity.ONE, Long::sum);
                }
            });
            kept.forEach((serial, pieces) -> {
                List<Serials.Event> events = tx.serials().history(World.PHONE.id(), serial);
                Serial folded = Serial.of(events.stream().map(Serials.Event::step).toList());
                Set<List<Object>> wrong = new HashSet<>();
                folded.conflicts().forEach(conflict ->
                        wrong.add(List.of(events.get(conflict.step()).entry(), events.get(conflict.step()).line())));
                world.require(wrong.equals(open.getOrDefault(serial, Set.of())), "I23: conflicts of " + serial);
                world.require(!wrong.isEmpty() || pieces == (folded.isKept() ? 1 : 0), "I23: there are " + pieces + " of " + serial);
            });
        });
    }

    /// Batches add up (I22, I24).
    private void lots() {
        world.centre.db().run(tx -> {
            for (String lot : List.of("L1", "L2")) {
                world.require(Recall.of(tx, World.MILK.id(), lot).addsUp(), "I24: batch " + lot + " does not add up");
            }
        });
    }

    /// There is one open card for each thing that is low, and none for anything else (I33).
    void cards() {
        world.centre.db().run(tx -> {
            Review.run(tx);
            Review.run(tx);
            List<String> low = new ArrayList<>();
            for (String branch : World.BRANCHES) {
                long available = 0;
                for (Place place : List.of(Place.shelf(branch), new Place(branch, "BACK", Place.Kind.AVAILABLE))) {
                    available += tx.shelves().look(new Move.Key(Warehouse.TEA.id(), place, ""), "", tx.now()).level();
                }
                available -= tx.shelves().look(new Move.Key(Warehouse.TEA.id(), Place.shelf(branch), ""), "", tx.now()).reserved();
                if (available < World.TEA_MINIMUM) {
                    low.add(branch);
                }
            }
            List<String> shown = tx.alerts().open("", new UUID(0, 0), Integer.MAX_VALUE).stream()
                    .map(Alerts.Card::finding)
                    .filter(finding -> finding.kind() == io.evertill.alert.Finding.Kind.LOW_STOCK)
                    .map(io.evertill.alert.Finding::branch)
                    .sorted()
                    .toList();
            world.require(shown.equals(low), "I33: cards of low stock in " + shown + ", low are " + low);
        });
    }

    /// Without its levels the centre computes the same levels anew (I7).
    private void rebuilt() {
        List<Stock.Level> levels = levels();
        world.centre.db().run(tx -> levels.forEach(level -> tx.stock().put(new Stock.Level(level.key(), 0, 0))));
        world.require(levels().isEmpty(), "I7: the levels could not be taken away");
        Rebuild.of(world.centre.db(), _ -> true);
        world.require(levels().equals(levels), "I7: the levels that were computed anew are others");
    }

    /// How much there is of every key, and what of it is below zero with an exception.
    List<Map<Move.Key, Long>> balances() {
        Map<Move.Key, Long> quantities = new TreeMap<>();
        levels().forEach(level -> quantities.put(level.key(), level.quantity()));
        return List.of(quantities, world.centre.db().read(Kept::of).oversold());
    }

    private List<Stock.Level> levels() {
        List<Stock.Level> levels = new ArrayList<>();
        world.centre.db().run(tx -> tx.stock().eachLevel((Consumer<Stock.Level>) levels::add));
        return levels;
    }
}
