package io.evertill.entry;

import static io.evertill.entry.Checks.requireBranch;
import static io.evertill.entry.Checks.toMicros;

import io.evertill.ledger.Bytes;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Meta;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.sale.Consent;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.stock.Wording;
import io.evertill.tender.Tender;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a till records at the counter: sales, what became of them, and what it had to do for one.
public sealed interface TillEntry extends Entry {
    /// Goods and money changed hands.
    record Sold(Sale sale) implements TillEntry {
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
    /// @param voided lines that had been taken out before, each as it was
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
            List<Line> voided,
            Money total,
            Money cash,
            String reason)
            implements TillEntry {
        /// Copies the list.
        public Voided {
            requireBranch(branch);
            Wording.allow("the reason of a void", reason, REASON_LENGTH_MAX);
            at = toMicros(at);
            lines = Line.dateless(lines);
            voided = Line.dateless(voided);
        }

        /// From which no line had been taken out before.
        public Voided(
                String branch,
                Instant at,
                Person by,
                UUID shift,
                Optional<UUID> sale,
                List<Line> lines,
                Money total,
                Money cash,
                String reason) {
            this(branch, at, by, shift, sale, lines, List.of(), total, cash, reason);
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

    /// A supervisor agreed to something at the counter. It moves nothing and stands before what it is about, if that came about.
    ///
    /// @param by the supervisor
    /// @param cashier who asked
    /// @param consent to what
    record Approved(String branch, Instant at, Person by, UUID shift, Person cashier, Consent consent) implements TillEntry {
        /// Refuses an agreement nowhere.
        public Approved {
            requireBranch(branch);
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
    /// @param told what the terminal itself said; empty when it was not heard, or a person said what it showed. Of a payment that the
    ///     terminal keeps, the reference by which it is found there, as far as it is known
    record PaymentAttempted(
            String branch,
            Instant at,
            Person by,
            UUID shift,
            UUID attempt,
            Money amount,
            Phase phase,
            List<Line> lines,
            Optional<String> told)
            implements TillEntry {
        /// What is known of an attempt.
        public enum Phase {
            /// The terminal is about to be asked.
            ASKED,
            /// The money was taken.
            APPROVED,
            /// The money was not taken, or it was given back at once.
            DECLINED,
            /// Nobody used a card; the money was not taken.
            TIMED_OUT,
            /// A person went on as if the money had not been taken while the terminal was not heard: it is asked later, and gives
            /// back what it may have taken.
            LEFT_OPEN,
            /// The terminal is about to be asked to give back what it took, before the sale is complete. When it refuses, the attempt
            /// is [#APPROVED] again.
            UNDOING,
            /// The money went back.
            UNDONE,
            /// The money stays with the terminal and no sale holds it: somebody has to pay it back by hand. Nothing asks the terminal
            /// for it any more, so that it is not given back twice.
            KEPT
        }

        /// Copies the list.
        public PaymentAttempted {
            requireBranch(branch);
            at = toMicros(at);
            lines = Line.dateless(lines);
        }

        /// An attempt of which no terminal was heard.
        public PaymentAttempted(
                String branch, Instant at, Person by, UUID shift, UUID attempt, Money amount, Phase phase, List<Line> lines) {
            this(branch, at, by, shift, attempt, amount, phase, lines, Optional.empty());
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.of(amount), Optional.of(shift), lines.size());
        }
    }

    /// The receipt of an earlier sale was written once more. It depends on nothing: it stands though the sale may wait for a person.
    ///
    /// @param sale the sale's entry
    /// @param receipt its number
    /// @param manner as what
    record Copied(String branch, Instant at, Person by, UUID shift, EntryId sale, ReceiptNumber receipt, Manner manner)
            implements TillEntry {
        /// As what a receipt was written once more.
        public enum Manner {
            /// On paper, marked as a copy.
            PAPER,
            /// On paper, without prices.
            GIFT,
            /// As a file, marked as a copy.
            FILE
        }

        /// Refuses a copy nowhere.
        public Copied {
            requireBranch(branch);
            at = toMicros(at);
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.empty(), Optional.of(shift), 0);
        }
    }

    /// A till sold something that the centre had not told it of.
    record ProductMet(String branch, Instant at, Person by, Product product) implements TillEntry {
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
    record HistoryMissed(String branch, Instant at, Person by, StreamId stream, long first, long last) implements TillEntry {
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
