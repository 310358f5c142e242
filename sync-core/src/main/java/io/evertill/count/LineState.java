package io.evertill.count;

import java.util.Set;

/// How far the count of some goods is (domain 2d).
public enum LineState {
    /// It is on the list.
    PLANNED,
    /// A person is to count it.
    ASSIGNED,
    /// That person has the sheet.
    COUNTING,
    /// It was counted, and nobody has looked at the result.
    COUNTED,
    /// Another person is to count it.
    RECOUNT,
    /// Somebody must decide.
    REVIEW,
    /// It may be posted.
    APPROVED,
    /// It is not believed; nothing is posted.
    REJECTED,
    /// The ledger says what was counted.
    POSTED,
    /// It was not counted after all.
    CANCELLED;

    /// Whether a line in this state may be in another next.
    public boolean allows(LineState next) {
        return next().contains(next);
    }

    /// Whether nothing more happens to it.
    public boolean isEnd() {
        return next().isEmpty();
    }

    private Set<LineState> next() {
        return switch (this) {
            case PLANNED -> Set.of(ASSIGNED, CANCELLED);
            case ASSIGNED -> Set.of(COUNTING, CANCELLED);
            case COUNTING -> Set.of(COUNTED, CANCELLED);
            case COUNTED -> Set.of(APPROVED, RECOUNT, REVIEW, CANCELLED);
            case RECOUNT -> Set.of(ASSIGNED, CANCELLED);
            case REVIEW -> Set.of(APPROVED, REJECTED, RECOUNT, CANCELLED);
            case APPROVED -> Set.of(POSTED, CANCELLED);
            case REJECTED, POSTED, CANCELLED -> Set.of();
        };
    }
}
