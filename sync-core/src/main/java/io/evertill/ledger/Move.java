package io.evertill.ledger;

import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.util.Objects;

/// A change of stock at one real place, with the other side of it named (domain 2, vocabulary).
///
/// Every move stands for two rows that sum to zero: `quantity` at `place` and its opposite at `counterpart`. Where both
/// places are real, an entry gives two moves.
///
/// @param line its number in the entry, counted from 1; (entry, line) is its identity
/// @param product what moves
/// @param place where the stock changes; real
/// @param counterpart where it comes from or goes to
/// @param lot the batch, empty when none is known
/// @param serial the piece, empty when it has no number
/// @param quantity how much more (or less) there is at `place`
/// @param type what kind of event it is
/// @param reference the document and line it belongs to
/// @param reason why, for adjustments; may be empty
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
        String reason) {
    /// Kinds of stock events.
    public enum Type {
        /// Goods came from a supplier.
        RECEIVE,
        /// A customer took goods.
        SALE,
        /// A sale was taken back as a whole.
        VOID,
        /// A customer brought goods back.
        RETURN,
        /// Stock was corrected, for a reason.
        ADJUSTMENT
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
        if (!place.kind().isReal()) {
            throw new IllegalArgumentException("a move changes a real place, not " + place);
        }
        if (quantity.isZero()) {
            throw new IllegalArgumentException("a move of nothing at " + place);
        }
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
