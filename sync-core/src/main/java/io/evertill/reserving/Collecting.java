package io.evertill.reserving;

import io.evertill.db.Incidents;
import io.evertill.db.ReservationEntries.Held;
import io.evertill.db.Tx;
import io.evertill.inventory.Books;
import io.evertill.ledger.EntryId;
import io.evertill.reservation.Attempt;
import io.evertill.reservation.Reservation;
import io.evertill.reservation.Verdict;
import io.evertill.sale.Collected;
import io.evertill.sale.Sale;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/// What tills sold of reserved goods: facts, whatever became of the reservations meanwhile (domain 2a, 2b).
///
/// A reservation that still stands is consumed, in the transaction that posts what the sale moved. Where it does not, or not for
/// so much, the sale stands all the same, the reservation keeps the end that it has, and a person is told.
public final class Collecting {
    private static final String KIND = "COLLECTION";

    private final Tx tx;
    private final String branch;
    private final String terminal;
    private final Map<UUID, Held> locked = new HashMap<>();

    private Collecting(Tx tx, String branch, String terminal) {
        this.tx = tx;
        this.branch = branch;
        this.terminal = terminal;
    }

    /// A sale and the entry that it is.
    public record Taken(EntryId entry, Sale sale) {}

    /// Consumes what sales of a till in a branch collected; before the sales' movements lock a shelf.
    public static void settle(Tx tx, String branch, String terminal, List<Taken> sales) {
        TreeSet<UUID> ids = new TreeSet<>();
        sales.forEach(taken -> Collected.of(taken.sale().lines()).forEach(each -> ids.add(each.reservation())));
        if (ids.isEmpty()) {
            return;
        }
        Books.openAndLock(tx, branch);
        Collecting collecting = new Collecting(tx, branch, terminal);
        ids.forEach(id -> tx.reservations().lock(id).ifPresent(held -> collecting.locked.put(id, held)));
        for (Taken taken : sales) {
            Collected.of(taken.sale().lines()).forEach(each -> collecting.settle(taken, each));
        }
    }

    private void settle(Taken taken, Collected collected) {
        Optional<Held> held = Optional.ofNullable(locked.get(collected.reservation()))
                .filter(one -> one.reservation().branch().equals(branch))
                .filter(one -> one.reservation().product().equals(collected.item().product()));
        if (held.isEmpty()) {
            note(taken, collected, "a reservation that this store does not have.");
            return;
        }
        Reservation one = held.get().reservation();
        Attempt attempt = Attempt.ofSale(taken.entry().value(), taken.sale().cashier().id(), tx.clock());
        Quantity wanted = new Quantity(collected.quantity(), one.quantity().unit());
        Verdict verdict = one.consume(attempt, Optional.of(wanted), !collected.isRestGivenUp());
        switch (verdict) {
            case Verdict.Next(var steps) -> locked.put(one.id(), tx.reservations().append(held.get(), steps));
            case Verdict.TooMuch(Quantity open) -> {
                if (one.consume(attempt, Optional.of(open), false) instanceof Verdict.Next(var steps)) {
                    locked.put(one.id(), tx.reservations().append(held.get(), steps));
                }
                note(taken, collected, "a reservation of which only " + open.text() + " was left. Somebody else has collected of it:"
                        + " compare the receipts.");
            }
            case Verdict.Already(Reservation.State state) -> {
                ended(taken, collected, held.get(), state, attempt.at());
            }
            case Verdict.Known _, Verdict.Conflict _ -> {}
        }
    }

    private void ended(Taken taken, Collected collected, Held held, Reservation.State state, Instant now) {
        Reservation one = held.reservation();
        switch (state) {
            case CONSUMED -> note(taken, collected, "a reservation that had been collected or paid for already: the goods may have been"
                    + " given out twice. Compare the receipts, and count the shelf.");
            case RELEASED -> note(taken, collected, "a reservation that had been given back at " + one.steps().getLast().at()
                    + ". Look whether the customer has paid elsewhere, or somebody else was promised the goods.");
            case EXPIRED -> {
                Steps.expire(tx, held, now);
                locked.put(one.id(), tx.reservations().find(one.id()).orElseThrow());
                note(taken, collected, "a reservation that ended at " + one.expiresAt() + ", before the centre heard of the sale of "
                        + taken.sale().at() + ". Look whether somebody else was promised the goods meanwhile.");
            }
            case ACTIVE -> throw new IllegalStateException("a reservation that is active and has ended: " + one.id());
        }
    }

    private void note(Taken taken, Collected collected, String why) {
        tx.incidents().note(new Incidents.Event(branch, terminal, KIND, taken.entry() + ":" + collected.reservation(),
                "Sale " + taken.sale().receipt() + " collected " + Decimals.text(collected.quantity(), Quantity.SCALE) + " "
                        + collected.item().unit().code() + " of " + collected.item().name() + " for order " + collected.order()
                        + ". The sale stands. It names " + why), tx.now());
    }
}
