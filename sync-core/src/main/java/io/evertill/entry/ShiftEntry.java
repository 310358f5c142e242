package io.evertill.entry;

import static io.evertill.entry.Checks.requireBranch;
import static io.evertill.entry.Checks.toMicros;

import io.evertill.ledger.Hash;
import io.evertill.ledger.Meta;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.sale.ReceiptNumber;
import io.evertill.shift.CashCount;
import io.evertill.shift.Drawer;
import io.evertill.shift.Shift;
import io.evertill.stock.Wording;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a till records of its shifts and its drawer.
public sealed interface ShiftEntry extends Entry {
    private static void requireTotal(Optional<CashCount> count, Money total) {
        count.map(CashCount::total).filter(counted -> !counted.equals(total)).ifPresent(counted -> {
            throw new IllegalArgumentException("a count of " + counted + " for a drawer with " + total);
        });
    }

    /// A shift began.
    ///
    /// @param counted its float by denomination; empty when it was carried over or only the sum was noted
    record ShiftOpened(String branch, Shift shift, Optional<CashCount> counted) implements ShiftEntry {
        /// A shift whose float was not counted by denomination.
        public ShiftOpened(String branch, Shift shift) {
            this(branch, shift, Optional.empty());
        }

        /// Refuses an opening nowhere, and a count of another sum.
        public ShiftOpened {
            requireBranch(branch);
            requireTotal(counted, shift.openingFloat());
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
    /// @param seal what makes it a numbered report; empty when only the sum was noted
    record ShiftClosed(
            String branch, Instant at, Person by, UUID shift, Drawer expected, Money counted, Optional<Seal> seal)
            implements ShiftEntry {
        /// A shift that ends without a numbered report.
        public ShiftClosed(String branch, Instant at, Person by, UUID shift, Drawer expected, Money counted) {
            this(branch, at, by, shift, expected, counted, Optional.empty());
        }

        /// Refuses a closing nowhere, and a count of another sum.
        public ShiftClosed {
            requireBranch(branch);
            at = toMicros(at);
            requireTotal(seal.map(Seal::count), counted);
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.of(expected.total()), Optional.of(shift), 0);
        }
    }

    /// What makes the end of a shift a numbered report.
    ///
    /// @param number the report's, without gaps in its stream
    /// @param count what was in the drawer, by denomination
    /// @param digest proves which sales the shift had
    record Seal(ReceiptNumber number, CashCount count, Hash digest) {}

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
