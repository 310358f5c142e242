package io.evertill.entry;

import static io.evertill.entry.Checks.requireBranch;
import static io.evertill.entry.Checks.requireOnce;
import static io.evertill.entry.Checks.toMicros;

import io.evertill.ledger.EntryId;
import io.evertill.ledger.Meta;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Wording;
import io.evertill.transfer.Action;
import io.evertill.transfer.Load;
import io.evertill.transfer.Waybill;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What happened to goods beside sales and counts: deliveries, moves within a branch and between branches, corrections.
public sealed interface StockEntry extends Entry {
    /// Stock was found to be different, or was written off, for a reason.
    ///
    /// @param document what it is written down on, at most 100 characters, may be empty
    /// @param lines at most 500, each with a number of its own
    record Adjusted(String branch, Instant at, Person by, String document, List<Adjustment> lines) implements StockEntry {
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
            implements StockEntry {
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
            implements StockEntry {
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
            Optional<EntryId> reverses, List<Load> loads) implements StockEntry {
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
}
