package io.evertill.availability;

import io.evertill.count.LineState;
import io.evertill.count.Tolerance;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What became of what was counted in a branch.
///
/// @param lot the batch; empty for goods without one
/// @param state how far it is
/// @param counts what was counted, the first one first; at least one
/// @param figures what the ledger said; empty as long as somebody is still to count, who must not know
/// @param decided who vouches for it or rejected it; empty before
/// @param refused why the last decision of a till did not count
public record CountOutcome(
        UUID line, ProductId product, Place place, String lot, LineState state, List<Told> counts, Optional<Figures> figures,
        Optional<Decided> decided, Optional<Refused> refused) {
    /// Copies the list; refuses an outcome of nothing.
    public CountOutcome {
        counts = List.copyOf(counts);
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("nothing was counted for line " + line);
        }
    }

    /// What a person counted.
    ///
    /// @param counted in ten-thousandths of the unit
    /// @param at by the centre's clock
    public record Told(Person by, long counted, Instant at) {}

    /// What the ledger said, in ten-thousandths of the unit.
    ///
    /// @param expected what there should have been at the moment of the count
    /// @param before the level when it was judged or posted
    /// @param after the level behind that
    /// @param restated the difference as it is with what became known later
    /// @param worth what the difference was worth
    public record Figures(long counted, long expected, long before, long after, long restated, Money worth) {
        /// How much more (or less) there was than expected.
        public long variance() {
            return counted - expected;
        }

        /// Whether something that became known later has changed the difference.
        public boolean isCorrected() {
            return restated != variance();
        }
    }

    /// Who decided.
    public record Decided(Person by, String cause, String note) {}

    /// Why a decision did not count.
    ///
    /// @param code for programs
    /// @param by the name of the person whose decision it was
    public record Refused(String code, String by) {}

    /// Whether somebody has to decide about it.
    public boolean isToDecide() {
        return state == LineState.REVIEW && figures.isPresent();
    }

    /// Whether a person may believe what was counted: a large difference is not for the one who counted last.
    public boolean isForApproval(Person person) {
        return !counts.getLast().by().id().equals(person.id())
                || figures.filter(each -> Tolerance.needsSecondPerson(each.worth())).isEmpty();
    }

    /// Whether a person counted it.
    public boolean isOf(Person person) {
        return counts.stream().anyMatch(told -> told.by().id().equals(person.id()));
    }
}
