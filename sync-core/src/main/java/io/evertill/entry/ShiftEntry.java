package io.evertill.entry;

import static io.evertill.entry.Checks.requireBranch;
import static io.evertill.entry.Checks.toMicros;

import io.evertill.ledger.Meta;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.shift.Drawer;
import io.evertill.shift.Shift;
import io.evertill.stock.Wording;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a till records of its shifts and its drawer.
public sealed interface ShiftEntry extends Entry {
    /// A shift began.
    record ShiftOpened(String branch, Shift shift) implements ShiftEntry {
        /// Refuses an opening nowhere.
        public ShiftOpened {
            requireBranch(branch);
        }

        @Override
        public Instant at() {
            return shift.openedAt();
        }

        @Override
        public Person by() {
            return shift.openedBy();
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.of(shift.openingFloat()), Optional.of(shift.id()), 0);
        }
    }

    /// A shift ended.
    ///
    /// @param expected what the drawer should have held and what went through the till
    /// @param counted what was in the drawer
    record ShiftClosed(String branch, Instant at, Person by, UUID shift, Drawer expected, Money counted) implements ShiftEntry {
        /// Refuses a closing nowhere.
        public ShiftClosed {
            requireBranch(branch);
            at = toMicros(at);
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.of(expected.total()), Optional.of(shift), 0);
        }
    }

    /// Cash was put into the drawer or taken out (negative), apart from a sale.
    ///
    /// @param reason why, at most 200 characters
    record CashMoved(String branch, Instant at, Person by, UUID shift, Money amount, String reason) implements ShiftEntry {
        /// Checks the range above.
        public CashMoved {
            requireBranch(branch);
            Wording.allow("the reason of moved cash", reason, REASON_LENGTH_MAX);
            at = toMicros(at);
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.of(amount), Optional.of(shift), 0);
        }
    }

    /// The drawer was opened without a sale.
    ///
    /// @param reason why, at most 200 characters
    record DrawerOpened(String branch, Instant at, Person by, UUID shift, String reason) implements ShiftEntry {
        /// Checks the range above.
        public DrawerOpened {
            requireBranch(branch);
            Wording.allow("the reason of an opened drawer", reason, REASON_LENGTH_MAX);
            at = toMicros(at);
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.empty(), Optional.of(shift), 0);
        }
    }
}
