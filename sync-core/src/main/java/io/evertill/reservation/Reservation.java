package io.evertill.reservation;

import io.evertill.product.ProductId;
import io.evertill.reservation.Step.Kind;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// A promise of goods to an owner until a moment, with everything that has happened to it.
///
/// What is promised is the sum of its steps, never a number of its own. A step that brings it to nothing is the last one.
///
/// @param id its identity
/// @param shelf the shelf that the goods are on
/// @param product what is promised
/// @param lot the batch, at most 64 characters; empty for goods of no known batch
/// @param quantity how much was promised at first
/// @param owner to whom: a basket, a customer, an order; 1 to 64 characters
/// @param steps what happened, in order; the first one is the promise itself
public record Reservation(
        UUID id, Place shelf, ProductId product, String lot, Quantity quantity, String owner, List<Step> steps) {
    private static final String SWEEPER = "sweeper";

    /// How a reservation stands.
    public enum State {
        /// The goods are kept.
        ACTIVE,
        /// They were taken, or as many of them as were wanted.
        CONSUMED,
        /// The promise was given back.
        RELEASED,
        /// The promise ended by itself.
        EXPIRED
    }

    /// Refuses steps that cannot follow each other.
    public Reservation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(product);
        Wording.allow("a lot", lot, Step.NAME_LENGTH_MAX);
        Wording.require("the owner of a reservation", owner, Step.NAME_LENGTH_MAX);
        steps = List.copyOf(steps);
        if (shelf.kind() != Place.Kind.AVAILABLE || !isHistory(steps, quantity)) {
            throw new IllegalArgumentException("no reservation: " + id + " of " + quantity + " at " + shelf + ": " + steps);
        }
    }

    private static boolean isHistory(List<Step> steps, Quantity quantity) {
        if (steps.isEmpty() || steps.getFirst().kind() != Kind.RESERVE
                || steps.getFirst().change() != quantity.tenThousandths()) {
            return false;
        }
        long open = quantity.tenThousandths();
        for (Step step : steps.subList(1, steps.size())) {
            if (step.kind() == Kind.RESERVE || open == 0 || Math.addExact(open, step.change()) < 0) {
                return false;
            }
            open += step.change();
        }
        return true;
    }

    /// The branch whose shelf the goods are on.
    public String branch() {
        return shelf.branch();
    }

    /// When it was made.
    public Instant madeAt() {
        return steps.getFirst().at();
    }

    /// When it ends by itself; at that moment it is over.
    public Instant expiresAt() {
        return steps.getLast().expiresAt();
    }

    /// How much of it was neither taken nor given back, whatever the time, in ten-thousandths.
    public long open() {
        return steps.stream().mapToLong(Step::change).sum();
    }

    /// How it stands at a moment.
    public State state(Instant now) {
        if (open() > 0) {
            return now.isBefore(expiresAt()) ? State.ACTIVE : State.EXPIRED;
        }
        return switch (steps.getLast().kind()) {
            case CONSUME -> State.CONSUMED;
            case RELEASE -> State.RELEASED;
            case EXPIRE -> State.EXPIRED;
            case RESERVE, RENEW -> throw new IllegalStateException("a reservation that began with nothing: " + id);
        };
    }

    /// How much it keeps back at a moment: nothing once it has ended, written down or not.
    public Quantity reserved(Instant now) {
        return new Quantity(state(now) == State.ACTIVE ? open() : 0, quantity.unit());
    }

    /// How much of it ended by itself, written down or not, at a moment.
    public Quantity lapsed(Instant now) {
        if (state(now) != State.EXPIRED) {
            return Quantity.zero(quantity.unit());
        }
        return new Quantity(open() > 0 ? open() : -steps.getLast().change(), quantity.unit());
    }

    /// How much of it was taken.
    public Quantity consumed() {
        return new Quantity(-sum(Kind.CONSUME), quantity.unit());
    }

    /// The sales at tills that took goods of it, by their entries.
    public List<UUID> sales() {
        return steps.stream()
                .filter(step -> step.kind() == Kind.CONSUME)
                .flatMap(step -> Attempt.sale(step.request()).stream())
                .toList();
    }

    /// The same after more steps.
    public Reservation then(List<Step> more) {
        return new Reservation(id, shelf, product, lot, quantity, owner,
                Stream.concat(steps.stream(), more.stream()).toList());
    }

    /// Makes it last longer, while it is active.
    public Verdict renew(Attempt attempt, Duration lifetime, Limits limits) {
        State state = state(attempt.at());
        if (state != State.ACTIVE) {
            return new Verdict.Already(state);
        }
        Instant until = limits.renewed(this, attempt.at(), lifetime);
        return until.equals(expiresAt())
                ? new Verdict.Known(steps.getLast())
                : new Verdict.Next(List.of(new Step(Kind.RENEW, 0, attempt.at(), until, attempt.request(), attempt.by())));
    }

    /// Takes goods as promised; what is left is given back unless it is to be kept.
    ///
    /// The same name with the same quantity is the same attempt.
    ///
    /// @param wanted how much; empty for all that is left
    public Verdict consume(Attempt attempt, Optional<Quantity> wanted, boolean isRestKept) {
        Optional<Step> known = find(Kind.CONSUME, attempt);
        if (known.isPresent()) {
            long first = -known.get().change();
            boolean isSame = wanted.map(Quantity::tenThousandths).orElse(first) == first;
            return isSame ? new Verdict.Known(known.get()) : new Verdict.Conflict();
        }
        State state = state(attempt.at());
        if (state != State.ACTIVE) {
            return new Verdict.Already(state);
        }
        Quantity taken = wanted.orElseGet(() -> new Quantity(open(), quantity.unit()));
        long rest = open() - taken.tenThousandths();
        if (rest < 0) {
            return new Verdict.TooMuch(new Quantity(open(), quantity.unit()));
        }
        List<Step> next = new ArrayList<>();
        if (rest > 0 && !isRestKept) {
            next.add(step(Kind.RELEASE, rest, attempt));
        }
        next.add(step(Kind.CONSUME, taken.tenThousandths(), attempt));
        return new Verdict.Next(next);
    }

    /// Gives goods back: what is left, or a part of it, and then the rest stays promised.
    ///
    /// The same name with the same quantity is the same attempt, so a part is given back under a name only.
    ///
    /// @param wanted how much; empty for all that is left
    public Verdict release(Attempt attempt, Optional<Quantity> wanted) {
        if (wanted.isPresent() && attempt.request().isEmpty()) {
            throw new IllegalArgumentException("a part is given back under a name");
        }
        Optional<Step> known = find(Kind.CONSUME, attempt).isPresent() ? Optional.empty() : find(Kind.RELEASE, attempt);
        if (known.isPresent()) {
            long first = -known.get().change();
            boolean isSame = wanted.map(Quantity::tenThousandths).orElse(first) == first;
            return isSame ? new Verdict.Known(known.get()) : new Verdict.Conflict();
        }
        State state = state(attempt.at());
        if (state != State.ACTIVE) {
            return new Verdict.Already(state);
        }
        long less = wanted.map(Quantity::tenThousandths).orElse(open());
        return less > open()
                ? new Verdict.TooMuch(new Quantity(open(), quantity.unit()))
                : new Verdict.Next(List.of(step(Kind.RELEASE, less, attempt)));
    }

    /// What is to be written down when it has ended by itself; nothing while it has not, and when that is done.
    public Optional<Step> expire(Instant now) {
        return open() > 0 && state(now) == State.EXPIRED
                ? Optional.of(step(Kind.EXPIRE, open(), new Attempt("", SWEEPER, now)))
                : Optional.empty();
    }

    private Step step(Kind kind, long less, Attempt attempt) {
        return new Step(kind, -less, attempt.at(), expiresAt(), attempt.request(), attempt.by());
    }

    private Optional<Step> find(Kind kind, Attempt attempt) {
        return steps.stream()
                .filter(step -> step.kind() == kind && step.request().equals(attempt.request()))
                .findFirst();
    }

    private long sum(Kind kind) {
        return steps.stream().filter(step -> step.kind() == kind).mapToLong(Step::change).sum();
    }
}
