package io.evertill.transfer;

import java.util.Set;

/// Where a transfer stands.
public enum State {
    /// Nobody asked for it, and nothing was handled.
    DRAFT,
    /// Asked for.
    REQUESTED,
    /// Agreed to.
    APPROVED,
    /// Being picked at the source.
    PICKING,
    /// On the way, and nothing of it accounted for.
    IN_TRANSIT,
    /// Some of it is accounted for.
    PARTIALLY_RECEIVED,
    /// Nothing is on the way any more.
    RECEIVED,
    /// Cancelled while it was on the way; the goods are to come back.
    RETURNING,
    /// Accounted for to the last piece, and ended.
    CLOSED,
    /// Ended before anything was handled.
    CANCELLED,
    /// Not agreed to.
    REJECTED;

    /// Whether no goods can be handled under it any more.
    public boolean isEnded() {
        return compareTo(CLOSED) >= 0;
    }

    /// The states into which a step can lead from here; none when the step cannot be taken.
    public Set<State> by(Step step) {
        return switch (step) {
            case REQUEST -> this == DRAFT ? Set.of(REQUESTED) : Set.of();
            case APPROVE -> this == REQUESTED ? Set.of(APPROVED) : Set.of();
            case REJECT -> this == REQUESTED ? Set.of(REJECTED) : Set.of();
            case PICK -> this == APPROVED ? Set.of(PICKING) : Set.of();
            case CANCEL -> this == REQUESTED || this == APPROVED || this == PICKING ? Set.of(CANCELLED) : Set.of();
            case RECALL -> this == IN_TRANSIT || this == PARTIALLY_RECEIVED ? Set.of(RETURNING) : Set.of();
            case CLOSE -> this == RECEIVED || this == RETURNING ? Set.of(CLOSED) : Set.of();
        };
    }

    /// The states into which goods that were handled can lead from here.
    ///
    /// Facts are never refused, so goods can be on the way that nobody asked for, arrive before it is known that they left,
    /// and turn out never to have left.
    public Set<State> byGoods() {
        return switch (this) {
            case DRAFT, REQUESTED, APPROVED, PICKING, IN_TRANSIT, PARTIALLY_RECEIVED, RECEIVED ->
                Set.of(DRAFT, REQUESTED, APPROVED, PICKING, IN_TRANSIT, PARTIALLY_RECEIVED, RECEIVED);
            case RETURNING -> Set.of(RETURNING);
            case CLOSED, CANCELLED, REJECTED -> Set.of();
        };
    }
}
