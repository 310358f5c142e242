package io.evertill.ledger;

import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.shift.Drawer;
import io.evertill.shift.Shift;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A business fact: something that happened in a shop and is never changed afterwards.
///
/// What it does to stock follows from it alone ([#moves]), by the same code at the till and at the centre.
public sealed interface Entry {
    /// The store where it happened.
    String branch();

    /// When, by the till's clock.
    Instant at();

    /// Who did it.
    Person by();

    /// The changes of stock that follow from it, numbered from 1.
    default List<Move> moves() {
        return List.of();
    }

    /// The entries it depends on.
    default List<EntryId> refs() {
        return List.of();
    }

    /// What a report shows of it when nothing else is readable.
    default Meta.Summary summary() {
        return new Meta.Summary(Optional.empty(), Optional.empty(), 0);
    }

    /// Goods and money changed hands.
    record Sold(Sale sale) implements Entry {
        @Override
        public String branch() {
            return sale.branch();
        }

        @Override
        public Instant at() {
            return sale.at();
        }

        @Override
        public Person by() {
            return sale.cashier();
        }

        @Override
        public List<Move> moves() {
            return Moves.of(sale);
        }

        @Override
        public List<EntryId> refs() {
            return sale.lines().stream()
                    .flatMap(line -> line.returned().flatMap(ReturnOf::sold).stream())
                    .map(sold -> new EntryId(sold.sale()))
                    .distinct()
                    .limit(Meta.REFS_MAX)
                    .toList();
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.of(sale.total()), Optional.of(sale.shift()), sale.lines().size());
        }
    }

    /// A basket was given up before payment, or a completed sale was taken back as a whole.
    ///
    /// @param sale the entry id of the completed sale; empty for a basket that was never paid, which moves nothing
    /// @param lines what was in it
    /// @param total what it came to
    /// @param cash what was paid back from the drawer
    record Voided(
            String branch,
            Instant at,
            Person by,
            UUID shift,
            Optional<UUID> sale,
            List<Line> lines,
            Money total,
            Money cash,
            String reason)
            implements Entry {
        /// Copies the list.
        public Voided {
            lines = List.copyOf(lines);
        }

        @Override
        public List<Move> moves() {
            return sale.map(id -> Moves.of(this, id)).orElse(List.of());
        }

        @Override
        public List<EntryId> refs() {
            return sale.map(id -> List.of(new EntryId(id))).orElse(List.of());
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.of(total), Optional.of(shift), lines.size());
        }
    }

    /// Stock was found to be different, or was written off, for a reason.
    record Adjusted(String branch, Instant at, Person by, String document, List<Adjustment> lines) implements Entry {
        /// Copies the list.
        public Adjusted {
            lines = List.copyOf(lines);
        }

        @Override
        public List<Move> moves() {
            return Moves.of(this);
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.empty(), Optional.empty(), lines.size());
        }
    }

    /// One item of an adjustment.
    ///
    /// @param number the line's number, from 1
    /// @param item what
    /// @param quantity how much more (or less) there is
    /// @param kind which kind of place it changes
    /// @param reason why, 1 to 200 characters
    record Adjustment(int number, Item item, Quantity quantity, Place.Kind kind, String reason) {
        /// Refuses an adjustment of nothing or without a reason.
        public Adjustment {
            if (quantity.isZero() || reason.isBlank() || reason.length() > 200) {
                throw new IllegalArgumentException("an adjustment changes something for a reason of 1 to 200 characters: "
                        + quantity + " '" + reason + "'");
            }
        }
    }

    /// Goods arrived from a supplier.
    record Received(String branch, Instant at, Person by, String supplier, String document, List<Receipt> lines)
            implements Entry {
        /// Copies the list.
        public Received {
            lines = List.copyOf(lines);
        }

        @Override
        public List<Move> moves() {
            return Moves.of(this);
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.empty(), Optional.empty(), lines.size());
        }
    }

    /// One item of a delivery.
    record Receipt(int number, Item item, Quantity quantity, Place.Kind kind, String lot) {
        /// Refuses a delivery of nothing.
        public Receipt {
            if (!quantity.isPositive()) {
                throw new IllegalArgumentException("a delivery brings something: " + quantity);
            }
        }
    }

    /// A shift began.
    record ShiftOpened(String branch, Shift shift) implements Entry {
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
    record ShiftClosed(String branch, Instant at, Person by, UUID shift, Drawer expected, Money counted) implements Entry {
        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.of(expected.total()), Optional.of(shift), 0);
        }
    }

    /// Cash was put into the drawer or taken out (negative), apart from a sale.
    record CashMoved(String branch, Instant at, Person by, UUID shift, Money amount, String reason) implements Entry {
        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.of(amount), Optional.of(shift), 0);
        }
    }

    /// The drawer was opened without a sale.
    record DrawerOpened(String branch, Instant at, Person by, UUID shift, String reason) implements Entry {
        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.empty(), Optional.of(shift), 0);
        }
    }

    /// A card payment was asked for, or its answer became known (protocol 2.2).
    ///
    /// @param attempt the attempt's id, the same in question and answer
    /// @param amount what the card is to pay
    /// @param phase what is known
    /// @param lines the basket at that moment
    record PaymentAttempted(
            String branch, Instant at, Person by, UUID shift, UUID attempt, Money amount, Phase phase, List<Line> lines)
            implements Entry {
        /// What is known of an attempt.
        public enum Phase {
            /// The terminal is about to be asked.
            ASKED,
            /// The money was taken.
            APPROVED,
            /// The money was not taken.
            DECLINED
        }

        /// Copies the list.
        public PaymentAttempted {
            lines = List.copyOf(lines);
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.of(amount), Optional.of(shift), lines.size());
        }
    }

    /// A till sold something that the centre had not told it of.
    record ProductMet(String branch, Instant at, Person by, Product product) implements Entry {}
}
