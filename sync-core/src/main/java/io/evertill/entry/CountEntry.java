package io.evertill.entry;

import static io.evertill.entry.Checks.requireBranch;
import static io.evertill.entry.Checks.requireOnce;
import static io.evertill.entry.Checks.toMicros;

import io.evertill.ledger.EntryId;
import io.evertill.ledger.Meta;
import io.evertill.lot.PieceDifference;
import io.evertill.person.Person;
import io.evertill.product.ProductId;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// What was counted, and what followed from it (domain 2d).
public sealed interface CountEntry extends Entry {
    /// A person counted goods. It moves nothing: what follows is decided later ([CountAdjusted]).
    ///
    /// @param lines 1 to 500, each with a number of its own; goods that nobody counted have none, which is not a count of zero
    record Counted(String branch, Instant at, Person by, List<Tally> lines) implements CountEntry {
        /// Copies the list.
        public Counted {
            requireBranch(branch);
            at = toMicros(at);
            lines = List.copyOf(lines);
            requireOnce(lines.stream().map(Tally::number).toList());
            if (lines.isEmpty() || lines.stream().anyMatch(line -> !line.place().branch().equals(branch))) {
                throw new IllegalArgumentException("a count is of something at branch '" + branch + "'");
            }
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.empty(), Optional.empty(), lines.size());
        }
    }

    /// What a person counted of one item at one place.
    ///
    /// @param number the line's number, from 1
    /// @param count the line of the count list
    /// @param attempt which count of that line it is, from 1; of a till always 1: it cannot know, and the centre numbers them
    /// @param item what
    /// @param place where, a real place
    /// @param lot the batch, at most 64 characters; empty for goods of no known batch
    /// @param counted how much there was, perhaps nothing
    /// @param countedAt when: of a till by the till's clock, like the entry's own moment, otherwise by the centre's
    /// @param pieces the numbers of the pieces among them, each once; empty when nobody looked at numbers
    record Tally(
            int number, UUID count, int attempt, Item item, Place place, String lot, Quantity counted, Instant countedAt,
            Optional<List<String>> pieces) {
        /// A count of goods without numbers.
        public Tally(
                int number, UUID count, int attempt, Item item, Place place, String lot, Quantity counted, Instant countedAt) {
            this(number, count, attempt, item, place, lot, counted, countedAt, Optional.empty());
        }

        /// Refuses a count below zero or of no real place, and more pieces than there are goods.
        public Tally {
            Tracking.lot(lot);
            countedAt = toMicros(countedAt);
            pieces = pieces.map(List::copyOf);
            List<String> numbers = pieces.orElse(List.of());
            numbers.forEach(piece -> Wording.require("a serial number", piece, SERIAL_LENGTH_MAX));
            if (number < 1 || attempt < 1 || counted.isNegative() || !place.kind().isReal()
                    || !counted.unit().equals(item.unit()) || Set.copyOf(numbers).size() != numbers.size()
                    || counted.tenThousandths() < numbers.size() * Quantity.ONE) {
                throw new IllegalArgumentException("a person counts nothing or more at a real place, and each piece once: line "
                        + number + ", " + counted + " of " + item.sku() + " at " + place + ", " + numbers.size() + " by number");
            }
        }
    }

    /// The ledger was brought to what was counted (domain 2d, R80). Its moment is that of the count.
    ///
    /// @param by who posted it
    /// @param count the line of the count list
    /// @param item what
    /// @param place where, a real place
    /// @param difference what was counted and what the ledger said
    /// @param pieces which pieces were missing and found; empty when nobody looked at numbers
    /// @param approval who vouches for it
    record CountAdjusted(
            String branch, Instant at, Person by, UUID count, Item item, Place place, String lot, Difference difference,
            Optional<PieceDifference> pieces, Approval approval)
            implements CountEntry {
        /// A count of goods without numbers.
        public CountAdjusted(
                String branch, Instant at, Person by, UUID count, Item item, Place place, String lot, Difference difference,
                Approval approval) {
            this(branch, at, by, count, item, place, lot, difference, Optional.empty(), approval);
        }

        /// Refuses another branch's place, and quantities in another unit.
        public CountAdjusted {
            requireBranch(branch);
            pieces.ifPresent(each -> Stream.concat(each.missing().stream(), each.found().stream())
                    .forEach(piece -> Wording.require("a serial number", piece, SERIAL_LENGTH_MAX)));
            Tracking.lot(lot);
            at = toMicros(at);
            if (!place.kind().isReal() || !place.branch().equals(branch)
                    || !difference.counted().unit().equals(item.unit())) {
                throw new IllegalArgumentException("a count adjusts a real place of branch '" + branch + "', not " + place);
            }
        }

        @Override
        public List<Move> moves() {
            return Moves.of(this);
        }

        @Override
        public List<EntryId> refs() {
            return List.of(approval.counted());
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.empty(), Optional.empty(), 1);
        }
    }

    /// What somebody decides about a count that waits for a decision.
    enum Ruling {
        /// It is believed.
        APPROVE,
        /// It is not believed; nothing is posted.
        REJECT,
        /// Somebody who has not counted it counts once more.
        RECOUNT
    }

    /// A person decided at a till about a count that waited for it. It moves nothing: the centre posts what is believed, or says why the
    /// decision does not count.
    ///
    /// @param by who decided
    /// @param count the line of the count list
    /// @param attempt which count of that line was shown, from 1: of one that nobody has seen nothing is decided
    /// @param cause what is held to be the cause, at most 64 characters, may be empty where nothing is believed
    /// @param note at most 200 characters, may be empty
    record CountRuled(
            String branch, Instant at, Person by, UUID count, int attempt, Ruling ruling, String cause, String note)
            implements CountEntry {
        /// Checks the ranges above.
        public CountRuled {
            requireBranch(branch);
            at = toMicros(at);
            Wording.allow("the reason of a difference", cause, Approval.CODE_LENGTH_MAX);
            Wording.allow("the note to a difference", note, REASON_LENGTH_MAX);
            if (attempt < 1 || (ruling == Ruling.APPROVE && cause.isBlank())) {
                throw new IllegalArgumentException(
                        "a decision is about a count, and says why it is believed: count " + attempt + ", '" + cause + "'");
            }
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.empty(), Optional.empty(), 1);
        }
    }

    /// What was counted, and what the ledger said.
    ///
    /// @param counted how much there was, perhaps nothing
    /// @param expected what the key's movements up to the count summed to, as known when this was posted
    /// @param before the key's level when this was posted
    /// @param after the level behind it: not what was counted, when goods had moved since
    record Difference(Quantity counted, Quantity expected, Quantity before, Quantity after) {
        /// Refuses figures that do not agree.
        public Difference {
            if (counted.isNegative() || after.minus(before).compareTo(counted.minus(expected)) != 0) {
                throw new IllegalArgumentException("a count changes the level by what was counted less what was expected: counted "
                        + counted + ", expected " + expected + ", before " + before + ", after " + after);
            }
        }

        /// How much more (or less) there was than expected: what is posted.
        public Quantity variance() {
            return counted.minus(expected);
        }
    }

    /// Who vouches for a count.
    ///
    /// @param counted the entry that says what was counted
    /// @param counter who counted
    /// @param by who approved it; the centre itself where the difference was within the tolerance
    /// @param reason what is held to be the cause, at most 64 characters, may be empty
    /// @param note at most 200 characters, may be empty
    record Approval(EntryId counted, Person counter, Person by, String reason, String note) {
        private static final int CODE_LENGTH_MAX = 64;

        /// Checks the range above.
        public Approval {
            Wording.allow("the reason of a difference", reason, CODE_LENGTH_MAX);
            Wording.allow("the note to a difference", note, REASON_LENGTH_MAX);
        }
    }

    /// A movement became known that a posted count had counted already: its effect is taken back once, at that count
    /// (domain 2d, the late rule). Its moment is that of the count.
    ///
    /// @param count the line of the count list
    /// @param late the entry that came late
    /// @param lateLine its line in the ledger, from 1
    /// @param product what
    /// @param place where, a real place
    /// @param goods the batch and the piece; no piece where the count did not look at numbers
    /// @param quantity the opposite of what the late movement did
    record CountCorrected(
            String branch, Instant at, Person by, UUID count, EntryId late, int lateLine, ProductId product, Place place,
            Tracking goods, Quantity quantity)
            implements CountEntry {
        /// Refuses a correction of nothing, and another branch's place.
        public CountCorrected {
            requireBranch(branch);
            at = toMicros(at);
            if (lateLine < 1 || quantity.isZero() || !place.kind().isReal() || !place.branch().equals(branch)) {
                throw new IllegalArgumentException("a correction changes a real place of branch '" + branch + "', not " + place
                        + " by " + quantity);
            }
        }

        @Override
        public List<Move> moves() {
            return Moves.of(this);
        }

        @Override
        public List<EntryId> refs() {
            return List.of(late);
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.empty(), Optional.empty(), 1);
        }
    }
}
