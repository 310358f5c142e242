package io.evertill.reserving;

import io.evertill.db.Database;
import io.evertill.db.Dialect;
import io.evertill.db.ReservationEntries.Held;
import io.evertill.db.Shelves.Shelf;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.inventory.Derived;
import io.evertill.reservation.Limits;
import io.evertill.reservation.Order;
import io.evertill.reservation.Reservation;
import io.evertill.reservation.Step;
import io.evertill.stock.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntConsumer;

/// Makes reservations while others do the same (domain 2m).
///
/// It looks first, without a lock, and refuses from what it saw: a key that is sold out costs its many askers a look each. What
/// can be granted is written under the locks of the keys, taken in sorted order; of each key either because nothing was moved
/// or promised since the look (OPTIMISTIC), or after waiting for its lock and looking again (PESSIMISTIC). Both raise the same
/// version, so they can be mixed as anybody likes.
public final class Reserving {
    /// How often it tries before it waits for the locks whatever the modes say.
    public static final int TRIES_MAX = 5;

    private final Database db;
    private final Limits limits;
    private final Modes modes;
    private final IntConsumer pause;

    /// @param pause waits a random while before another try, longer the more there were
    public Reserving(Database db, Limits limits, Modes modes, IntConsumer pause) {
        this.db = db;
        this.limits = limits;
        this.modes = modes;
        this.pause = pause;
    }

    /// Reserves all of an order or nothing. The same order a second time has the same outcome; one that was refused is a new
    /// one, and so is a line that was not there before.
    public Placing reserve(Order order) {
        if (!limits.allows(order.lifetime())) {
            return new Placing.TooLong(limits.lifetimeMax());
        }
        SortedSet<Move.Key> keys = new TreeSet<>();
        order.lines().forEach(line -> keys.add(key(order, line)));
        for (int tries = 1; ; tries++) {
            Set<Move.Key> waiting = waiting(keys, tries);
            try {
                Attempted attempted = db.write(tx -> new Attempting(tx, order, keys).attempt(waiting));
                attempted.met().forEach(modes::note);
                return attempted.placing();
            } catch (Changed changed) {
                modes.note(changed.key, true);
                pause.accept(tries);
            }
        }
    }

    private Set<Move.Key> waiting(Collection<Move.Key> keys, int tries) {
        Set<Move.Key> waiting = new HashSet<>(keys);
        if (tries <= TRIES_MAX && db.dialect() != Dialect.SQLITE) {
            waiting.removeIf(key -> modes.mode(key) == Modes.Mode.OPTIMISTIC);
        }
        return waiting;
    }

    /// @param met for each key that was written whether somebody else had been there since the look
    private record Attempted(Placing placing, Map<Move.Key, Boolean> met) {}

    /// Somebody else was there since the look; the transaction is undone.
    private static final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1;
        @SuppressWarnings("serial") // Never serialized.
        private final Move.Key key;

        Changed(Move.Key key) {
            super(null, null, false, false);
            this.key = key;
        }
    }

    /// One attempt in one transaction.
    private final class Attempting {
        private final Tx tx;
        private final Order order;
        private final SortedSet<Move.Key> keys;
        private final Batches batches;
        private final Map<Move.Key, Shelf> shelves = new HashMap<>();
        private final Map<Move.Key, Boolean> met = new TreeMap<>();

        Attempting(Tx tx, Order order, SortedSet<Move.Key> keys) {
            this.tx = tx;
            this.order = order;
            this.keys = keys;
            this.batches = new Batches(tx, order);
        }

        Attempted attempt(Set<Move.Key> waiting) {
            look(keys);
            Plan plan = plan();
            if (plan.fresh().isEmpty() || plan.refusal().isPresent()) {
                return new Attempted(placing(plan, Instant.EPOCH), Map.of());
            }
            lock(plan, waiting);
            Plan sure = waiting.isEmpty() ? plan : plan();
            return new Attempted(placing(sure, tx.clock()), met);
        }

        private void look(Collection<Move.Key> some) {
            Instant now = tx.clock();
            some.forEach(key -> shelves.put(key, tx.shelves().look(key, order.owner(), now)));
        }

        private void lock(Plan plan, Set<Move.Key> waiting) {
            SortedSet<Move.Key> written = new TreeSet<>();
            plan.fresh().forEach(line -> written.add(key(order, line)));
            for (Move.Key key : written) {
                Shelf seen = shelf(key);
                if (waiting.contains(key)) {
                    tx.shelves().lock(key);
                    look(List.of(key));
                    met.put(key, !seen.isSameBut(shelf(key)));
                } else if (tx.shelves().lockIfSame(seen)) {
                    met.put(key, false);
                } else {
                    throw new Changed(key);
                }
            }
        }

        private Shelf shelf(Move.Key key) {
            return Optional.ofNullable(shelves.get(key)).orElseThrow();
        }

        private Plan plan() {
            List<Held> known = new ArrayList<>();
            List<Order.Line> fresh = new ArrayList<>();
            for (Order.Line line : order.lines()) {
                Optional<Held> before = tx.reservations().find(id(order, line));
                if (before.isPresent() && isSame(before.get(), order, line)) {
                    known.add(before.get());
                } else if (before.isPresent()) {
                    return new Plan(known, fresh, Optional.of(new Placing.Conflict(line.id())));
                } else {
                    Optional<Placing> refusal = refusal(line);
                    if (refusal.isPresent()) {
                        return new Plan(known, fresh, refusal);
                    }
                    fresh.add(line);
                }
            }
            return new Plan(known, fresh, shortage(fresh));
        }

        private Optional<Placing> refusal(Order.Line line) {
            if (Reservations.item(tx, line.product()).isEmpty()) {
                return Optional.of(new Placing.Unknown(line.id()));
            }
            return batches.notForSale(line).map(lot -> new Placing.NotForSale(line.id(), lot));
        }

        private Optional<Placing> shortage(List<Order.Line> fresh) {
            Map<Move.Key, Long> taken = new HashMap<>();
            Map<Order.Line, Quantity> missing = new LinkedHashMap<>();
            for (Order.Line line : fresh) {
                Shelf shelf = shelf(key(order, line));
                long before = taken.getOrDefault(shelf.key(), 0L);
                long after = Math.addExact(before, line.quantity().tenThousandths());
                taken.put(shelf.key(), after);
                if (after > shelf.sellable()) {
                    missing.put(line, new Quantity(Math.max(0, shelf.sellable() - before), line.quantity().unit()));
                } else if (after + shelf.owned() > limits.ownerMax()) {
                    return Optional.of(new Placing.TooManyForOwner(line.id()));
                }
            }
            List<Placing.Missing> lines = new ArrayList<>();
            missing.forEach((line, sellable) -> lines.add(new Placing.Missing(line.id(), sellable, batches.split(line, taken))));
            return lines.isEmpty() ? Optional.empty() : Optional.of(new Placing.Insufficient(lines));
        }

        private Placing placing(Plan plan, Instant now) {
            if (plan.refusal().isPresent()) {
                return plan.refusal().get();
            }
            Map<String, Held> made = new HashMap<>();
            plan.known().forEach(held -> made.put(held.line(), held));
            for (Order.Line line : plan.fresh()) {
                Held held = held(line, now);
                if (!tx.reservations().add(held)) {
                    throw new Changed(key(order, line));
                }
                made.put(line.id(), held);
            }
            return new Placing.Placed(order.lines().stream()
                    .map(line -> Optional.ofNullable(made.get(line.id())).orElseThrow())
                    .toList());
        }

        private Held held(Order.Line line, Instant now) {
            Step first = new Step(Step.Kind.RESERVE, line.quantity().tenThousandths(), now, now.plus(order.lifetime()),
                    "", order.client());
            return new Held(new Reservation(id(order, line), order.shelf(line), line.product(), line.lot(), line.quantity(),
                    order.owner(), List.of(first)), order.client(), order.id(), line.id(), order.lifetime());
        }
    }

    /// What is to be done about an order, as far as one look can tell.
    private record Plan(List<Held> known, List<Order.Line> fresh, Optional<Placing> refusal) {}

    private static boolean isSame(Held before, Order order, Order.Line line) {
        Reservation one = before.reservation();
        return one.product().equals(line.product()) && one.shelf().equals(order.shelf(line)) && one.lot().equals(line.lot())
                && one.quantity().equals(line.quantity()) && one.owner().equals(order.owner())
                && before.lifetime().equals(order.lifetime());
    }

    private static Move.Key key(Order order, Order.Line line) {
        return new Move.Key(line.product(), order.shelf(line), line.lot());
    }

    private static UUID id(Order order, Order.Line line) {
        return Derived.id("reservation", order.branch(), order.client(), order.id(), line.id());
    }
}
