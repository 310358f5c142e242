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
import io.evertill.stock.Wording;
import io.evertill.tender.Tender;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A business fact: something that happened in a shop and is never changed afterwards.
///
/// What it does to stock follows from it alone ([#moves]), by the same code at the till and at the centre. Moments are kept
/// to the microsecond; texts are printable and short, so that every entry fits into a [Fact].
public sealed interface Entry {
    /// The longest reason.
    int REASON_LENGTH_MAX = 200;
    /// The longest name of a document or a supplier.
    int DOCUMENT_LENGTH_MAX = 100;
    /// The most lines of an adjustment or a delivery; a longer one is several entries.
    int LINES_MAX = 500;

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

    /// What it touches beyond goods and drawer, as a [Meta] names it.
    default List<String> keys() {
        return List.of();
    }

    /// What a report shows of it when nothing else is readable.
    default Meta.Summary summary() {
        return new Meta.Summary(Optional.empty(), Optional.empty(), 0);
    }

    private static Instant toMicros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireBranch(String branch) {
        if (!Place.isName(branch)) {
            throw new IllegalArgumentException("an entry happens at a branch, not at '" + branch + "'");
        }
    }

    private static void requireOnce(List<Integer> numbers) {
        if (numbers.size() > LINES_MAX || Set.copyOf(numbers).size() != numbers.size()) {
            throw new IllegalArgumentException("an entry has at most " + LINES_MAX + " lines, each with a number of its own");
        }
    }

    /// Goods and money changed hands.
    record Sold(Sale sale) implements Entry {
        private static final int KEY_DIGITS = 32;

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
        public List<String> keys() {
            return sale.tenders().stream()
                    .filter(Tender.Voucher.class::isInstance)
                    .map(tender -> key(((Tender.Voucher) tender).code()))
                    .distinct()
                    .toList();
        }

        /// The key of a voucher: by the hash of its code, because the code is money to whoever reads it.
        public static String key(String voucher) {
            return "voucher:" + Bytes.of(voucher).hash().toString().substring(0, KEY_DIGITS);
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
    /// @param reason why, at most 200 characters
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
            requireBranch(branch);
            Wording.allow("the reason of a void", reason, REASON_LENGTH_MAX);
            at = toMicros(at);
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
    ///
    /// @param document what it is written down on, at most 100 characters, may be empty
    /// @param lines at most 500, each with a number of its own
    record Adjusted(String branch, Instant at, Person by, String document, List<Adjustment> lines) implements Entry {
        /// Copies the list.
        public Adjusted {
            requireBranch(branch);
            Wording.allow("a document", document, DOCUMENT_LENGTH_MAX);
            at = toMicros(at);
            lines = List.copyOf(lines);
            requireOnce(lines.stream().map(Adjustment::number).toList());
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
    /// @param kind which kind of place it changes, a real one
    /// @param reason why, 1 to 200 characters
    record Adjustment(int number, Item item, Quantity quantity, Place.Kind kind, String reason) {
        /// Refuses an adjustment of nothing, of nowhere, or without a reason.
        public Adjustment {
            Wording.require("the reason of an adjustment", reason, REASON_LENGTH_MAX);
            if (number < 1 || quantity.isZero() || !kind.isReal() || !quantity.unit().equals(item.unit())) {
                throw new IllegalArgumentException("an adjustment changes something at a real place: line " + number + ", "
                        + quantity + " of " + item.sku() + " at " + kind);
            }
        }
    }

    /// Goods arrived from a supplier.
    ///
    /// @param supplier who brought them, at most 100 characters, may be empty
    /// @param document the delivery note, at most 100 characters, may be empty
    /// @param lines at most 500, each with a number of its own
    record Received(String branch, Instant at, Person by, String supplier, String document, List<Receipt> lines)
            implements Entry {
        /// Copies the list.
        public Received {
            requireBranch(branch);
            Wording.allow("a supplier", supplier, DOCUMENT_LENGTH_MAX);
            Wording.allow("a document", document, DOCUMENT_LENGTH_MAX);
            at = toMicros(at);
            lines = List.copyOf(lines);
            requireOnce(lines.stream().map(Receipt::number).toList());
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
    ///
    /// @param number the line's number, from 1
    /// @param item what
    /// @param quantity how much arrived
    /// @param kind which kind of place it went to, a real one
    /// @param lot the batch, at most 64 characters; empty when none is known
    record Receipt(int number, Item item, Quantity quantity, Place.Kind kind, String lot) {
        private static final int LOT_LENGTH_MAX = 64;

        /// Refuses a delivery of nothing or to nowhere.
        public Receipt {
            Wording.allow("a lot", lot, LOT_LENGTH_MAX);
            if (number < 1 || !quantity.isPositive() || !kind.isReal() || !quantity.unit().equals(item.unit())) {
                throw new IllegalArgumentException("a delivery brings something to a real place: line " + number + ", "
                        + quantity + " of " + item.sku() + " to " + kind);
            }
        }
    }

    /// A shift began.
    record ShiftOpened(String branch, Shift shift) implements Entry {
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
    record ShiftClosed(String branch, Instant at, Person by, UUID shift, Drawer expected, Money counted) implements Entry {
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
    record CashMoved(String branch, Instant at, Person by, UUID shift, Money amount, String reason) implements Entry {
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
    record DrawerOpened(String branch, Instant at, Person by, UUID shift, String reason) implements Entry {
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
            requireBranch(branch);
            at = toMicros(at);
            lines = List.copyOf(lines);
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.of(amount), Optional.of(shift), lines.size());
        }
    }

    /// A till sold something that the centre had not told it of.
    record ProductMet(String branch, Instant at, Person by, Product product) implements Entry {
        /// Refuses a meeting nowhere.
        public ProductMet {
            requireBranch(branch);
            at = toMicros(at);
        }
    }

    /// A till moved to a new stream without the beginning of the old one: the first entry of the new stream says so
    /// (protocol 2.3).
    ///
    /// @param stream the old stream
    /// @param first the first position that is not moved, from 1
    /// @param last the last one
    record HistoryMissed(String branch, Instant at, Person by, StreamId stream, long first, long last) implements Entry {
        /// Refuses a gap of nothing or nowhere.
        public HistoryMissed {
            requireBranch(branch);
            at = toMicros(at);
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("a gap goes from a position to a later one: " + first + " to " + last);
            }
        }
    }
}
