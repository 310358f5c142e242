package io.evertill.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.reservation.Reservation.State;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A reservation ends exactly once, at its moment, and what was promised is accounted for (I16 to I18).
class ReservationTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Instant END = START.plus(TEN_MINUTES);

    @Test
    void itIsActiveUntilItsMomentAndNotAtIt() {
        Reservation reservation = made(3);

        assertEquals(State.ACTIVE, reservation.state(END.minusNanos(1_000)));
        assertEquals(each(3), reservation.reserved(END.minusNanos(1_000)));
        assertEquals(State.EXPIRED, reservation.state(END));
        assertEquals(each(0), reservation.reserved(END));
        assertEquals(new Verdict.Already(State.EXPIRED), reservation.consume(at(END, "pay"), Optional.of(each(3)), false));
        assertEquals(new Verdict.Already(State.EXPIRED), reservation.renew(at(END, ""), TEN_MINUTES, Limits.USUAL));
    }

    @Test
    void onlyASaleOfATillIsTakenForOne() {
        Attempt sold = Attempt.ofSale(new UUID(7, 8), "anna", START);
        Reservation reservation = made(3);

        for (Attempt attempt : List.of(at(START, "sale:of a web shop"), sold)) {
            Verdict.Next next = assertInstanceOf(Verdict.Next.class, reservation.consume(attempt, Optional.of(each(1)), true));
            reservation = reservation.then(next.steps());
        }

        assertEquals(List.of(new UUID(7, 8)), reservation.sales());
    }

    @Test
    void itMayBeSweptFromItsMomentOnAndOnce() {
        Reservation reservation = made(3);

        Reservation swept = reservation.then(List.of(reservation.expire(END).orElseThrow()));

        assertTrue(reservation.expire(END.minusNanos(1_000)).isEmpty());
        assertTrue(swept.expire(END.plusSeconds(9)).isEmpty());
        assertEquals(State.EXPIRED, swept.state(END));
        assertEquals(reservation.lapsed(END), swept.lapsed(END));
    }

    @Test
    void takingLessGivesTheRestBack() {
        Reservation taken = next(made(5), made(5).consume(at(START, "pay"), Optional.of(each(2)), false));

        assertEquals(State.CONSUMED, taken.state(START));
        assertEquals(each(2), taken.consumed());
        assertEquals(0, taken.open());
        assertEquals(List.of(Step.Kind.RESERVE, Step.Kind.RELEASE, Step.Kind.CONSUME),
                taken.steps().stream().map(Step::kind).toList());
    }

    @Test
    void theRestStaysWhenItIsWanted() {
        Reservation taken = next(made(5), made(5).consume(at(START, "pay 1"), Optional.of(each(2)), true));

        assertEquals(each(3), taken.reserved(START));
        assertEquals(new Verdict.TooMuch(each(3)), taken.consume(at(START, "pay 2"), Optional.of(each(4)), true));
        assertEquals(State.CONSUMED, next(taken, taken.consume(at(START, "pay 2"), Optional.of(each(3)), true)).state(START));
    }

    @Test
    void theSameAttemptHasTheFirstOutcomeAndAnotherIsTooLate() {
        Reservation taken = next(made(5), made(5).consume(at(START, "pay"), Optional.of(each(5)), false));
        Reservation released = next(made(5), made(5).release(at(START, ""), Optional.empty()));

        assertEquals(new Verdict.Known(taken.steps().getLast()), taken.consume(at(END, "pay"), Optional.of(each(5)), false));
        assertEquals(new Verdict.Conflict(), taken.consume(at(END, "pay"), Optional.of(each(4)), false));
        assertEquals(new Verdict.Already(State.CONSUMED), taken.consume(at(START, "again"), Optional.of(each(5)), false));
        assertEquals(new Verdict.Already(State.CONSUMED), taken.release(at(START, ""), Optional.empty()));
        assertEquals(new Verdict.Known(released.steps().getLast()), released.release(at(END, ""), Optional.empty()));
        assertEquals(new Verdict.Already(State.RELEASED), released.release(at(END, "other"), Optional.empty()));
        assertEquals(new Verdict.Already(State.RELEASED), released.consume(at(START, "pay"), Optional.of(each(5)), false));
    }

    @Test
    void renewingIsCappedByTheLongestLife() {
        Limits limits = new Limits(Duration.ofMinutes(15), Quantity.ONE);
        Reservation renewed = next(made(1), made(1).renew(at(START.plusSeconds(60), ""), TEN_MINUTES, limits));
        Instant later = START.plusSeconds(600);

        Reservation last = next(renewed, renewed.renew(at(later, ""), TEN_MINUTES, limits));

        assertEquals(START.plusSeconds(660), renewed.expiresAt());
        assertEquals(START.plus(limits.lifetimeMax()), last.expiresAt());
        assertEquals(new Verdict.Known(last.steps().getLast()), last.renew(at(later, ""), TEN_MINUTES, limits));
        assertEquals(State.EXPIRED, last.state(START.plus(limits.lifetimeMax())));
    }

    @Test
    void aShorterRenewalTakesNothingAway() {
        assertInstanceOf(Verdict.Known.class, made(1).renew(at(START, ""), Duration.ofSeconds(1), Limits.USUAL));
    }

    @Test
    void nothingFollowsAnEnd() {
        Reservation released = next(made(5), made(5).release(at(START, ""), Optional.empty()));

        assertThrows(IllegalArgumentException.class, () -> released.then(
                List.of(new Step(Step.Kind.RENEW, 0, START, END.plusSeconds(1), "", "web"))));
        assertThrows(IllegalArgumentException.class, () -> made(5).then(
                List.of(new Step(Step.Kind.CONSUME, -6 * Quantity.ONE, START, END, "", "web"))));
    }

    /// The same attempts, swept at every chance or never: the same answers at every moment.
    @RandomTest
    void sweepingChangesNoAnswer(Chance chance) {
        Reservation lazy = made(1 + chance.below(9));
        Reservation swept = lazy;
        Instant now = START;
        for (int turn = 0; turn < 30; turn++) {
            now = now.plusSeconds(chance.below(120));
            Instant at = now;
            Reservation before = swept;
            swept = before.expire(at).map(step -> before.then(List.of(step))).orElse(before);
            assertEquals(lazy.state(at), swept.state(at));
            assertEquals(lazy.reserved(at), swept.reserved(at));
            assertEquals(lazy.lapsed(at), swept.lapsed(at));
            Attempt attempt = at(at, chance.pick("", "a", "b", "c"));
            int choice = chance.below(3);
            Quantity some = each(1 + chance.below(4));
            boolean isRestKept = chance.flip();
            Verdict onLazy = attempt(lazy, choice, attempt, some, isRestKept);

            assertEquals(onLazy, attempt(swept, choice, attempt, some, isRestKept));
            lazy = next(lazy, onLazy);
            swept = next(swept, onLazy);
        }
        Instant end = now.plus(Limits.USUAL.lifetimeMax());
        Reservation over = lazy.expire(end).map(List::of).map(lazy::then).orElse(lazy);
        assertEquals(0, over.open());
        assertEquals(over.quantity().tenThousandths(),
                -over.steps().stream().skip(1).mapToLong(Step::change).sum());
        assertEquals(lazy.state(end), over.state(end));
    }

    private static Verdict attempt(
            Reservation reservation, int choice, Attempt attempt, Quantity some, boolean isRestKept) {
        return switch (choice) {
            case 0 -> reservation.consume(attempt, Optional.of(some), isRestKept);
            case 1 -> reservation.renew(attempt, TEN_MINUTES, Limits.USUAL);
            default -> attempt.request().equals("c") ? reservation.release(attempt, Optional.empty())
                    : reservation.consume(attempt, Optional.of(some), isRestKept);
        };
    }

    private static Reservation next(Reservation reservation, Verdict verdict) {
        return verdict instanceof Verdict.Next(List<Step> steps) ? reservation.then(steps) : reservation;
    }

    private static Reservation made(int count) {
        return new Reservation(new UUID(1, 2), Place.shelf("S1"), ProductId.of(Sku.of("TEA")), "", each(count), "basket 1",
                List.of(new Step(Step.Kind.RESERVE, count * Quantity.ONE, START, END, "line 1", "web")));
    }

    private static Attempt at(Instant at, String request) {
        return new Attempt(request, "web", at);
    }

    private static Quantity each(long count) {
        return Quantity.of(count, Unit.EACH);
    }
}
