package io.evertill.transfer;

import io.evertill.product.ProductId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A transfer: the fold of the steps that were taken and the goods that were handled.
///
/// Steps are in the order in which they were taken; facts fold to the same transfer in any order, also before and after
/// them.
///
/// @param route from where to where; empty while nothing is known of it
/// @param desk where it stands on paper: the state as if no goods had been handled
/// @param requested how much of each product was asked for, in ten-thousandths
/// @param approved how much was agreed to
/// @param figures what happened to the goods
public record Transfer(
        TransferId id,
        Optional<Route> route,
        State desk,
        Map<ProductId, Long> requested,
        Map<ProductId, Long> approved,
        SortedMap<Consigned, Figures> figures) {
    /// Copies the maps.
    public Transfer {
        requested = Map.copyOf(requested);
        approved = Map.copyOf(approved);
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }

    /// What is not on the way as it should be.
    public enum Flag {
        /// It arrived, and it is not known yet that it left: the order in which tills reported.
        ORDERING,
        /// More arrived than left.
        OVER,
        /// It arrived under another batch or number than it left.
        MIXED
    }

    /// A transfer of which nothing is known.
    public static Transfer unknown(TransferId id) {
        return new Transfer(id, Optional.empty(), State.DRAFT, Map.of(), Map.of(), new TreeMap<>());
    }

    /// The transfer of all these events.
    public static Transfer of(TransferId id, Iterable<Event> events) {
        Transfer transfer = unknown(id);
        for (Event event : events) {
            transfer = transfer.after(event);
        }
        return transfer;
    }

    /// The transfer after one more event.
    public Transfer after(Event event) {
        Optional<Route> way = route.or(() -> Optional.of(event.route()));
        return switch (event) {
            case Event.Stepped(_, Step step, Map<ProductId, Long> quantities) -> new Transfer(id, way, desk(step),
                    step == Step.REQUEST ? quantities : requested, step == Step.APPROVE ? quantities : approved, figures);
            case Event.Handled handled -> {
                SortedMap<Consigned, Figures> sums = new TreeMap<>(figures);
                for (Load load : handled.loads()) {
                    Figures.of(handled.action(), load).forEach((goods, each) -> sums.merge(goods, each, Figures::plus));
                }
                yield new Transfer(id, way, desk, requested, approved, sums);
            }
        };
    }

    private static State desk(Step step) {
        return switch (step) {
            case REQUEST -> State.REQUESTED;
            case APPROVE -> State.APPROVED;
            case REJECT -> State.REJECTED;
            case PICK -> State.PICKING;
            case CANCEL -> State.CANCELLED;
            case RECALL -> State.RETURNING;
            case CLOSE -> State.CLOSED;
        };
    }

    /// Where it stands.
    public State state() {
        return switch (desk) {
            case RETURNING, CLOSED, CANCELLED, REJECTED -> desk;
            case DRAFT, REQUESTED, APPROVED, PICKING, IN_TRANSIT, PARTIALLY_RECEIVED, RECEIVED -> {
                if (hasArrived()) {
                    yield isSettled() ? State.RECEIVED : State.PARTIALLY_RECEIVED;
                }
                yield isSettled() ? desk : State.IN_TRANSIT;
            }
        };
    }

    /// What is on the way, without what is not; below zero where more arrived than is known to have left.
    public SortedMap<Consigned, Long> transit() {
        SortedMap<Consigned, Long> transit = new TreeMap<>();
        figures.forEach((goods, each) -> transit.put(goods, each.transit()));
        transit.values().removeIf(balance -> balance == 0);
        return transit;
    }

    /// Whether nothing is on the way, of any product, batch and number.
    public boolean isSettled() {
        return transit().isEmpty();
    }

    /// How much of a product is on the way, of all batches and numbers.
    public long transit(ProductId product) {
        return sum(product).transit();
    }

    /// Whether it is known that something of a product left the source.
    public boolean hasLeft(ProductId product) {
        return sum(product).dispatched() != 0;
    }

    /// What is wrong with goods that arrived without having been on the way.
    public SortedMap<Consigned, Flag> flags() {
        SortedMap<Consigned, Flag> flags = new TreeMap<>();
        transit().forEach((goods, balance) -> {
            if (balance < 0) {
                flags.put(goods, flag(goods.product()));
            }
        });
        return flags;
    }

    /// Answers a step: why it cannot be taken, or nothing when it can.
    public Optional<Refusal> refusal(Step step) {
        State state = state();
        if (step == Step.CLOSE && !isSettled()) {
            return Optional.of(new Refusal("STILL_IN_TRANSIT", "Transfer " + id + " has goods on the way, or more arrived than is"
                    + " known to have left. Record what became of them, then close it."));
        }
        if (state.by(step).isEmpty()) {
            return Optional.of(new Refusal("WRONG_STATE", "Transfer " + id + " is " + state + "; " + step + " is not possible."));
        }
        return Optional.empty();
    }

    /// Why a step cannot be taken.
    ///
    /// @param code for programs
    /// @param sentence for a person
    public record Refusal(String code, String sentence) {}

    private Flag flag(ProductId product) {
        if (!hasLeft(product)) {
            return Flag.ORDERING;
        }
        return transit(product) < 0 ? Flag.OVER : Flag.MIXED;
    }

    /// Whether something of it is accounted for: arrived, came back or was lost.
    public boolean hasArrived() {
        return figures.values().stream().anyMatch(Figures::hasArrived);
    }

    private Figures sum(ProductId product) {
        return figures.entrySet().stream()
                .filter(each -> each.getKey().product().equals(product))
                .map(Map.Entry::getValue)
                .reduce(Figures.NONE, Figures::plus);
    }
}
