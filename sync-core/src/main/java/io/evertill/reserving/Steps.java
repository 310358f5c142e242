package io.evertill.reserving;

import io.evertill.db.LatePayments;
import io.evertill.db.ReservationEntries.Held;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.inventory.Books;
import io.evertill.inventory.Derived;
import io.evertill.ledger.EntryId;
import io.evertill.person.Person;
import io.evertill.reservation.Attempt;
import io.evertill.reservation.Limits;
import io.evertill.reservation.Payment;
import io.evertill.reservation.Reservation;
import io.evertill.reservation.Verdict;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The steps of one reservation, in a transaction that has its lock and, but for giving back, its shelf's and the books'.
final class Steps {
    private Steps() {}

    static Taking renew(Tx tx, Held held, Attempt attempt, Duration lifetime, Limits limits) {
        return outcome(tx, held, held.reservation().renew(attempt, lifetime, limits));
    }

    static Taking release(Tx tx, Held held, Attempt attempt, Optional<Quantity> wanted) {
        return outcome(tx, held, held.reservation().release(attempt, wanted));
    }

    static Taking consume(Tx tx, Held held, Payment payment, Instant now) {
        Verdict verdict = held.reservation()
                .consume(new Attempt(payment.id(), payment.by(), now), payment.wanted(), payment.isRestKept());
        if (verdict instanceof Verdict.Already(Reservation.State state) && state == Reservation.State.EXPIRED) {
            return late(tx, held, payment, now);
        }
        Taking taking = outcome(tx, held, verdict);
        if (verdict instanceof Verdict.Next next && taking instanceof Taking.Done(Held after)) {
            pick(tx, after, payment, -next.steps().getLast().change());
        }
        return taking;
    }

    static void expire(Tx tx, Held held, Instant now) {
        held.reservation().expire(now).ifPresent(step -> tx.reservations().append(held, List.of(step)));
    }

    private static Taking outcome(Tx tx, Held held, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Next(var steps) -> new Taking.Done(tx.reservations().append(held, steps));
            case Verdict.Known _ -> new Taking.Done(held);
            case Verdict.Conflict _ -> new Taking.Conflict();
            case Verdict.Already(var state) -> new Taking.Already(held, state);
            case Verdict.TooMuch(var open) -> new Taking.TooMuch(open);
        };
    }

    private static Taking late(Tx tx, Held held, Payment payment, Instant now) {
        Reservation one = held.reservation();
        Unit unit = one.quantity().unit();
        Optional<LatePayments.Late> first = tx.latePayments().find(one.branch(), one.id());
        if (first.isPresent()) {
            boolean isSame = first.get().request().equals(payment.id())
                    && payment.wanted().map(Quantity::tenThousandths).orElse(first.get().quantity())
                            == first.get().quantity();
            return isSame
                    ? new Taking.Late(held, first.get().outcome(), new Quantity(first.get().sellable(), unit))
                    : new Taking.Already(held, Reservation.State.EXPIRED);
        }
        Quantity lapsed = one.lapsed(now);
        Quantity taken = payment.wanted().orElse(lapsed);
        if (taken.compareTo(lapsed) > 0) {
            return new Taking.TooMuch(lapsed);
        }
        long sellable = tx.shelves().look(Reservations.key(one), "", now).sellable();
        LatePayments.Outcome outcome = outcome(taken.tenThousandths() <= sellable, payment.late());
        expire(tx, held, now);
        tx.latePayments().add(one.branch(), one.id(), new LatePayments.Late(
                outcome, taken.tenThousandths(), sellable, now, payment.id(), payment.by()));
        if (outcome != LatePayments.Outcome.REFUND) {
            pick(tx, held, payment, taken.tenThousandths());
        }
        return new Taking.Late(tx.reservations().find(one.id()).orElseThrow(), outcome, new Quantity(sellable, unit));
    }

    private static LatePayments.Outcome outcome(boolean isThere, Payment.Late late) {
        if (isThere) {
            return LatePayments.Outcome.TAKEN;
        }
        return switch (late) {
            case OVERSELL_AND_FLAG -> LatePayments.Outcome.OVERSOLD;
            case REFUND -> LatePayments.Outcome.REFUND;
        };
    }

    private static void pick(Tx tx, Held held, Payment payment, long quantity) {
        Reservation one = held.reservation();
        Tracking tracking = Tracking.lot(one.lot());
        StockEntry.Goods goods = new StockEntry.Goods(1, Reservations.item(tx, one.product()).orElseThrow(),
                new Quantity(quantity, one.quantity().unit()), one.shelf(),
                Place.at(one.branch(), Place.Kind.STAGED), tracking, tracking, "");
        Entry fact = new StockEntry.GoodsMoved(one.branch(), tx.now(), new Person(payment.by(), payment.by()), Move.Type.PICK,
                held.order(), List.of(goods));
        EntryId id = new EntryId(Derived.id("picked for a payment", one.id().toString(), payment.id()));
        Books.Recorded recorded = Books.record(tx, id, fact);
        if (!(recorded instanceof Books.Recorded.Posted)) {
            throw new IllegalStateException("goods of reservation " + one.id() + " were picked before, without its knowing: "
                    + recorded);
        }
    }
}
