package io.evertill.ledger;

import io.evertill.lot.PieceDifference;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.sale.Consent;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.shift.Drawer;
import io.evertill.shift.Shift;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Wording;
import io.evertill.tender.Tender;
import io.evertill.transfer.Action;
import io.evertill.transfer.Load;
import io.evertill.transfer.Waybill;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// A business fact: something that happened in a shop and is never changed afterwards.
///
/// What it does to stock follows from it alone ([#moves]), by the same code at the till and at the centre. Moments are kept
/// to the microsecond; texts are printable and short, so that every entry fits into a [Fact].
public sealed interface Entry {
    /// The longest reason.
    int REASON_LENGTH_MAX = 200;
    /// The longest name of a document or a supplier.
    int DOCUMENT_LENGTH_MAX = 100;
    /// The longest serial number.
    int SERIAL_LENGTH_MAX = 64;
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

    /// Goods went from one place to another, or became known under another batch or number: whatever is neither a sale nor
    /// between branches nor a count.
    ///
    /// @param type what happened; one that such an entry may have ([#TYPES])
    /// @param document what it is written down on, at most 100 characters, may be empty
    /// @param lines 1 to 500, each with a number of its own, in the hands of this branch or of nobody
    record GoodsMoved(String branch, Instant at, Person by, Move.Type type, String document, List<Goods> lines)
            implements Entry {
        /// What such an entry can say.
        public static final Set<Move.Type> TYPES = Set.of(
                Move.Type.RECEIVE, Move.Type.SUPPLIER_RETURN, Move.Type.ADJUSTMENT, Move.Type.DAMAGE, Move.Type.SCRAP,
                Move.Type.FOUND, Move.Type.INSPECT, Move.Type.RELOCATE, Move.Type.PICK, Move.Type.SHIP,
                Move.Type.CONVERSION, Move.Type.RELOT, Move.Type.RESERIAL);

        /// Copies the list; refuses places and names that the type cannot have.
        public GoodsMoved {
            requireBranch(branch);
            Wording.allow("a document", document, DOCUMENT_LENGTH_MAX);
            at = toMicros(at);
            lines = List.copyOf(lines);
            requireOnce(lines.stream().map(Goods::number).toList());
            if (lines.isEmpty() || !TYPES.contains(type)) {
                throw new IllegalArgumentException("no goods moved by " + type);
            }
            for (Goods line : lines) {
                if (!line.isBy(type) || !line.isOf(branch)) {
                    throw new IllegalArgumentException(type + " at branch '" + branch + "' cannot move goods from "
                            + line.from() + " to " + line.to() + ": line " + line.number());
                }
            }
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

    /// Goods that moved.
    ///
    /// @param number the line's number, from 1
    /// @param item what
    /// @param quantity how much, above zero; one where a piece has a number
    /// @param from where they were
    /// @param to where they are
    /// @param was which they were said to be
    /// @param is which they are now said to be
    /// @param reason why, at most 200 characters; required for what cannot be explained by the type alone
    /// @param unitCost what one unit cost, not below zero; goods from a supplier alone have it, and nobody need know it
    record Goods(
            int number, Item item, Quantity quantity, Place from, Place to, Tracking was, Tracking is, String reason,
            Optional<UnitPrice> unitCost) {
        private static final Set<Move.Type> EXPLAINED = Set.of(
                Move.Type.ADJUSTMENT, Move.Type.DAMAGE, Move.Type.SCRAP, Move.Type.FOUND, Move.Type.SUPPLIER_RETURN,
                Move.Type.RELOT, Move.Type.RESERIAL);

        /// Goods of which nothing is said of a cost.
        public Goods(
                int number, Item item, Quantity quantity, Place from, Place to, Tracking was, Tracking is, String reason) {
            this(number, item, quantity, from, to, was, is, reason, Optional.empty());
        }

        /// Refuses goods of no quantity, a piece of more than one, and a cost of what was not bought.
        public Goods {
            Wording.allow("the reason why goods moved", reason, REASON_LENGTH_MAX);
            boolean isOne = quantity.tenThousandths() == Quantity.ONE;
            if (number < 1 || !quantity.isPositive() || !quantity.unit().equals(item.unit())
                    || (!isOne && (was.isPiece() || is.isPiece()))) {
                throw new IllegalArgumentException("goods that move are more than none, and one where they have a serial number:"
                        + " line " + number + ", " + quantity + " of " + item.sku());
            }
            if (unitCost.isPresent() && (unitCost.get().tenThousandths() < 0 || from.kind() != Place.Kind.SUPPLIER)) {
                throw new IllegalArgumentException("only goods from a supplier have a cost, not below zero: line " + number + ", "
                        + unitCost.get() + " from " + from);
            }
        }

        /// Whether only what they are called changed.
        public boolean isRenamed() {
            return from.equals(to);
        }

        private boolean isBy(Move.Type type) {
            boolean isRename = type == Move.Type.RELOT || type == Move.Type.RESERIAL;
            boolean isExplained = !reason.isBlank() || !EXPLAINED.contains(type);
            boolean isWhole = from.kind().isKept() || to.kind().isKept();
            boolean isKindKept = type != Move.Type.RELOCATE || from.kind() == to.kind();
            return isWhole && isExplained && isKindKept && isRename == isRenamed() && isRename == !was.equals(is)
                    && type.allows(from.kind(), to.kind());
        }

        private boolean isOf(String branch) {
            return isOf(from, branch) && isOf(to, branch);
        }

        private static boolean isOf(Place place, String branch) {
            return !place.kind().isKept() || (place.kind().isReal() && place.branch().equals(branch));
        }
    }

    /// Goods on their way between two branches were handled at one of them (domain 2c).
    ///
    /// @param waybill which transfer, from where to where, and the paper
    /// @param approvedBy who agreed, at most 64 characters; required where goods appear out of nothing
    /// @param reverses the dispatch that this takes back; empty for everything else
    /// @param loads 1 to 500, each with a number of its own
    record Transferred(
            String branch, Instant at, Person by, Waybill waybill, Action action, String approvedBy,
            Optional<EntryId> reverses, List<Load> loads) implements Entry {
        private static final int NAME_LENGTH_MAX = 64;

        /// Copies the list; refuses what cannot be done at the branch, or to such goods.
        public Transferred {
            requireBranch(branch);
            Wording.allow("who approved", approvedBy, NAME_LENGTH_MAX);
            at = toMicros(at);
            loads = List.copyOf(loads);
            requireOnce(loads.stream().map(Load::number).toList());
            if (loads.isEmpty() || !action.isAt(waybill.route(), branch)
                    || (action.needsApproval() && approvedBy.isBlank())
                    || (reverses.isPresent() && action != Action.DISPATCH_REVERSAL)) {
                throw new IllegalArgumentException(action + " of transfer " + waybill.transfer() + " from " + waybill.route()
                        + " cannot be recorded at '" + branch + "' with " + loads.size() + " loads, approved by '" + approvedBy + "'");
            }
            for (Load load : loads) {
                if (!action.allows(load)) {
                    throw new IllegalArgumentException(action + " cannot handle line " + load.number() + ": " + load.good() + " and "
                            + load.damaged() + " damaged of " + load.item().sku() + ", " + load.was() + " as " + load.is()
                            + ", reason '" + load.reason() + "'");
                }
            }
        }

        @Override
        public List<Move> moves() {
            return Moves.of(this);
        }

        @Override
        public List<EntryId> refs() {
            return reverses.stream().toList();
        }

        @Override
        public Meta.Summary summary() {
            return new Meta.Summary(Optional.empty(), Optional.empty(), loads.size());
        }
    }

    /// A person counted goods. It moves nothing: what follows is decided later ([CountAdjusted]).
    ///
    /// @param lines 1 to 500, each with a number of its own; goods that nobody counted have none, which is not a count of zero
    record Counted(String branch, Instant at, Person by, List<Tally> lines) implements Entry {
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
    /// @param attempt which count of that line it is, from 1
    /// @param item what
    /// @param place where, a real place
    /// @param lot the batch, at most 64 characters; empty for goods of no known batch
    /// @param counted how much there was, perhaps nothing
    /// @param countedAt when, by the centre's clock as far as it is known
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
            implements Entry {
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
            implements Entry {
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

    /// A supervisor agreed to something at the counter. It moves nothing and stands before what it is about, if that came about.
    ///
    /// @param by the supervisor
    /// @param cashier who asked
    /// @param consent to what
    record Approved(String branch, Instant at, Person by, UUID shift, Person cashier, Consent consent) implements Entry {
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
