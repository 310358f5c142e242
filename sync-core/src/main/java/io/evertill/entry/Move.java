package io.evertill.entry;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.evertill.money.UnitPrice;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import io.evertill.stock.Place.Kind;
import io.evertill.stock.Quantity;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A change of stock at one kept place, with the other side of it named (domain 2, vocabulary).
///
/// Every move stands for two rows that sum to zero: `quantity` at `place` and its opposite at `counterpart`. Where both
/// places are kept, an entry gives two moves.
///
/// @param line its number in the entry, counted from 1; (entry, line) is its identity
/// @param product what moves
/// @param place where the stock changes; kept, not virtual
/// @param counterpart where it comes from or goes to
/// @param lot the batch, empty when none is known
/// @param serial the piece, empty when it has no number
/// @param quantity how much more (or less) there is at `place`
/// @param type what kind of event it is
/// @param reference the document and line it belongs to
/// @param reason why, for adjustments; may be empty
/// @param unitCost what one unit cost, where the entry says so: goods from a supplier alone
public record Move(
        int line,
        ProductId product,
        Place place,
        Place counterpart,
        String lot,
        String serial,
        Quantity quantity,
        Type type,
        Reference reference,
        String reason,
        Optional<UnitPrice> unitCost) {
    private static final Set<Kind> REAL =
            Arrays.stream(Kind.values()).filter(Kind::isReal).collect(toUnmodifiableSet());

    /// Kinds of stock events, each with the kinds of places between which it moves goods.
    public enum Type {
        /// Goods came from a supplier.
        RECEIVE(Set.of(Kind.SUPPLIER), Set.of(Kind.AVAILABLE, Kind.INSPECTION, Kind.QUARANTINE)),
        /// Goods went back to a supplier.
        SUPPLIER_RETURN(REAL, Set.of(Kind.SUPPLIER)),
        /// A customer took goods.
        SALE(Set.of(Kind.AVAILABLE, Kind.STAGED), Set.of(Kind.CUSTOMER)),
        /// A sale was taken back as a whole.
        VOID(Set.of(Kind.CUSTOMER), REAL),
        /// A customer brought goods back.
        RETURN(Set.of(Kind.CUSTOMER), REAL),
        /// Stock was corrected, for a reason.
        ADJUSTMENT(Kind.FOUND, Kind.LOSS),
        /// Goods were found broken: held back, or thrown away.
        DAMAGE(REAL, Set.of(Kind.QUARANTINE, Kind.SCRAP)),
        /// Goods were thrown away.
        SCRAP(REAL, Set.of(Kind.SCRAP)),
        /// Goods turned up that nobody knew of.
        FOUND(Set.of(Kind.FOUND), with(Kind.TRANSIT)),
        /// Goods that were held back or came back were looked at.
        INSPECT(Set.of(Kind.INSPECTION, Kind.RETURNED, Kind.QUARANTINE), Set.of(Kind.AVAILABLE, Kind.QUARANTINE, Kind.SCRAP)),
        /// Goods went to another shelf.
        RELOCATE(REAL, REAL),
        /// Goods were picked for an order, or put back from it.
        PICK(Set.of(Kind.AVAILABLE, Kind.STAGED), Set.of(Kind.AVAILABLE, Kind.STAGED)),
        /// Picked goods left for the customer.
        SHIP(Set.of(Kind.STAGED), Set.of(Kind.CUSTOMER)),
        /// Goods left for another branch: what they left.
        TRANSFER_OUT(Set.of(Kind.AVAILABLE), Set.of(Kind.TRANSIT)),
        /// Goods left for another branch: the way they are on.
        TRANSFER_IN(Set.of(Kind.AVAILABLE), Set.of(Kind.TRANSIT)),
        /// Goods on the way arrived, came back, or did not.
        TRANSFER_RECEIVE(Set.of(Kind.TRANSIT), Set.of(Kind.AVAILABLE, Kind.QUARANTINE, Kind.LOSS)),
        /// What was said to have left another branch was corrected.
        DISPATCH_CORRECTION(Set.of(Kind.AVAILABLE, Kind.TRANSIT), Set.of(Kind.AVAILABLE, Kind.TRANSIT)),
        /// A count found more or fewer than there should have been.
        COUNT_ADJUSTMENT(Kind.FOUND, Kind.LOSS),
        /// Takes back what a count had counted already when a movement became known after it (domain 2d).
        COUNT_CORRECTION(Kind.FOUND, Kind.LOSS),
        /// Goods became other goods, such as a case that was opened.
        CONVERSION(Kind.CONVERSION, Kind.CONVERSION),
        /// The batch of goods became known, or was another.
        RELOT(with(Kind.TRANSIT), with(Kind.TRANSIT)),
        /// The number of a piece became known, or was another.
        RESERIAL(REAL, REAL);

        @SuppressWarnings("ImmutableEnumChecker") // A copy that nothing can change.
        private final Set<Kind> from;

        @SuppressWarnings("ImmutableEnumChecker") // A copy that nothing can change.
        private final Set<Kind> to;

        private final boolean isOneSided;

        /// Between real places or virtual ones of these kinds.
        Type(Set<Kind> from, Set<Kind> to) {
            this.from = Set.copyOf(from);
            this.to = Set.copyOf(to);
            this.isOneSided = false;
        }

        /// Out of nothing that is kept, or into it.
        Type(Kind out, Kind into) {
            this.from = Set.copyOf(with(out));
            this.to = Set.copyOf(with(into));
            this.isOneSided = true;
        }

        /// Whether it can move goods between places of these kinds.
        public boolean allows(Kind source, Kind target) {
            return from.contains(source) && to.contains(target) && !(isOneSided && source.isKept() == target.isKept());
        }

        private static Set<Kind> with(Kind virtual) {
            Set<Kind> kinds = EnumSet.copyOf(REAL);
            kinds.add(virtual);
            return kinds;
        }
    }

    /// The document that a move belongs to.
    ///
    /// @param type such as `receipt` or `sale`
    /// @param id the document's number or id; empty when there is none
    /// @param line the line in it; 0 when it has none
    public record Reference(String type, String id, int line) {}

    /// Refuses a virtual place and a quantity of nothing.
    public Move {
        Objects.requireNonNull(product);
        if (!place.kind().isKept()) {
            throw new IllegalArgumentException("a move changes a kept place, not " + place);
        }
        if (quantity.isZero()) {
            throw new IllegalArgumentException("a move of nothing at " + place);
        }
    }

    /// A move whose entry says nothing of costs.
    public Move(
            int line, ProductId product, Place place, Place counterpart, String lot, String serial, Quantity quantity,
            Type type, Reference reference, String reason) {
        this(line, product, place, counterpart, lot, serial, quantity, type, reference, reason, Optional.empty());
    }

    /// The key whose level it changes.
    public Key key() {
        return new Key(product, place, lot);
    }

    /// What a stock level is kept for.
    public record Key(ProductId product, Place place, String lot) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byPlace = place.compareTo(other.place);
            if (byPlace != 0) {
                return byPlace;
            }
            int byProduct = product.compareTo(other.product);
            return byProduct != 0 ? byProduct : lot.compareTo(other.lot);
        }
    }
}
