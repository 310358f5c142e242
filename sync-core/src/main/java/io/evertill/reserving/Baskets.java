package io.evertill.reserving;

import io.evertill.db.Database;
import io.evertill.db.ReservationEntries.Held;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.inventory.Books;
import io.evertill.reservation.Attempt;
import io.evertill.reservation.Basket;
import io.evertill.reservation.Limits;
import io.evertill.reservation.Payment;
import io.evertill.stock.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/// What becomes of all that an order reserved, or of some lines of it, in one transaction: with every line that is meant, or with
/// none (domain 2m).
///
/// Locks are taken in the order of [Reservations]: the centre's stream, the reservations by id, the shelves by key. Where no
/// line is named, lines that have ended are passed over.
public final class Baskets {
    private final Database db;
    private final Limits limits;

    /// Baskets in the centre's database.
    public Baskets(Database db, Limits limits) {
        this.db = db;
        this.limits = limits;
    }

    /// Makes lines last longer; how much of each is not asked.
    public Settling renew(Basket basket, String by, Duration lifetime) {
        return settle(basket, false, (tx, held, _, now) -> Steps.renew(tx, held, new Attempt("", by, now), lifetime, limits));
    }

    /// Gives lines back, or parts of them.
    ///
    /// @param request the caller's name for it; the same a second time has the same outcome; parts need one
    public Settling release(Basket basket, String by, String request) {
        return settle(basket, false, (tx, held, some, now) -> Steps.release(tx, held, new Attempt(request, by, now), some));
    }

    /// Takes paid goods from the shelves and ends their reservations. What of it comes late has its own outcome line by line.
    ///
    /// @param payment the money; how much of which line is said by the basket
    public Settling consume(Basket basket, Payment payment) {
        return settle(basket, true, (tx, held, some, now) -> Steps.consume(tx, held, payment.of(some), now));
    }

    /// What is done with a line under all locks.
    private interface Act {
        Taking on(Tx tx, Held held, Optional<Quantity> some, Instant now);
    }

    /// It cannot be done; the transaction is undone.
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
        @SuppressWarnings("serial") // Never serialized.
        private final Settling settling;

        Undone(Settling settling) {
            super(null, null, false, false);
            this.settling = settling;
        }
    }

    private Settling settle(Basket basket, boolean isPosting, Act act) {
        try {
            return db.write(tx -> settle(tx, basket, isPosting, act));
        } catch (Undone undone) {
            return undone.settling;
        }
    }

    private static Settling settle(Tx tx, Basket basket, boolean isPosting, Act act) {
        Map<UUID, Optional<Quantity>> meant = meant(tx, basket);
        if (isPosting) {
            Books.openAndLock(tx, basket.branch());
        }
        List<Held> lines = lock(tx, meant);
        Instant now = tx.clock();
        List<Taking> takings = new ArrayList<>();
        for (Held held : lines) {
            Taking taking = act.on(tx, held, meant.getOrDefault(held.reservation().id(), Optional.empty()), now);
            boolean isDone = taking instanceof Taking.Done || taking instanceof Taking.Late;
            boolean isPassedOver = basket.parts().isEmpty() && taking instanceof Taking.Already;
            if (!isDone && !isPassedOver) {
                throw new Undone(new Settling.Refused(held.line(), taking));
            }
            takings.add(taking);
        }
        if (takings.stream().allMatch(Taking.Already.class::isInstance)) {
            throw new Undone(new Settling.Refused(lines.getFirst().line(), takings.getFirst()));
        }
        return new Settling.Done(takings);
    }

    /// The reservations that a basket means, in the order's order, and how much of each.
    private static Map<UUID, Optional<Quantity>> meant(Tx tx, Basket basket) {
        Map<String, UUID> lines = new LinkedHashMap<>();
        tx.reservations().of(basket.branch(), basket.client(), basket.order())
                .forEach(held -> lines.put(held.line(), held.reservation().id()));
        Map<String, Optional<Quantity>> named = new LinkedHashMap<>();
        for (Basket.Part part : basket.parts()) {
            if (!lines.containsKey(part.line())) {
                throw new Undone(new Settling.Unknown(part.line()));
            }
            named.put(part.line(), part.quantity());
        }
        if (lines.isEmpty()) {
            throw new Undone(new Settling.Unknown(""));
        }
        Map<UUID, Optional<Quantity>> meant = new LinkedHashMap<>();
        lines.forEach((line, id) -> {
            if (named.isEmpty() || named.containsKey(line)) {
                meant.put(id, named.getOrDefault(line, Optional.empty()));
            }
        });
        return meant;
    }

    /// The reservations as they stand under their locks, in the order given; their shelves are locked as well.
    private static List<Held> lock(Tx tx, Map<UUID, Optional<Quantity>> meant) {
        Map<UUID, Held> locked = new LinkedHashMap<>();
        new TreeSet<>(meant.keySet()).forEach(id -> locked.put(id, tx.reservations().lock(id).orElseThrow()));
        TreeSet<Move.Key> keys = new TreeSet<>();
        locked.values().forEach(held -> keys.add(Reservations.key(held.reservation())));
        keys.forEach(tx.shelves()::lock);
        return meant.keySet().stream().map(id -> Optional.ofNullable(locked.get(id)).orElseThrow()).toList();
    }
}
