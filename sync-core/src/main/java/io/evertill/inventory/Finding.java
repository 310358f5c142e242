package io.evertill.inventory;

import io.evertill.db.Stock;
import io.evertill.entry.Move;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;

/// Something wrong with a key of stock (domain 2i).
public sealed interface Finding {
    /// The key.
    Move.Key key();

    /// What is wrong, for a person.
    ///
    /// @param product what people call the product
    String sentence(String product);

    /// What is kept beside the movements is not what they say; it can be computed again.
    ///
    /// @param expected what the movements say
    /// @param found the level that is kept
    /// @param firstBadKeySeq the first movement after which what is kept is not known to have been right, from 1
    record Drift(What what, Stock.Level expected, Stock.Level found, long firstBadKeySeq) implements Finding {
        @Override
        public Move.Key key() {
            return expected.key();
        }

        @Override
        public String sentence(String product) {
            return name(product, key()) + switch (what) {
                case LEVEL -> "the level is " + text(found.quantity()) + " after " + found.keySeq()
                        + " movements; the movements are " + expected.keySeq() + " and sum to " + text(expected.quantity())
                        + ". What was kept was right up to movement " + (firstBadKeySeq - 1) + ".";
                case SNAPSHOT -> "a snapshot is not what the movements up to it sum to; the first that can be wrong is movement "
                        + firstBadKeySeq + ".";
                case EXCEPTION -> "the shelf is at " + text(expected.quantity())
                        + ", and its open exception says something else, or there is none.";
            };
        }
    }

    /// The movements themselves are damaged. No program repairs that: a person finds out what happened.
    ///
    /// @param keySeq the first movement that is not as it must be, from 1
    record Damage(Move.Key key, Kind kind, long keySeq) implements Finding {
        @Override
        public String sentence(String product) {
            return name(product, key) + switch (kind) {
                case GAP -> "movement " + keySeq + " is missing from its ledger.";
                case DIFFERENT -> "movement " + keySeq + " is not what its entry says.";
                case MISSING -> "an entry moves it and has no movement; it would be about number " + keySeq + ".";
                case UNBALANCED -> "movement " + keySeq + " and its other side do not sum to zero.";
            };
        }
    }

    /// Which figure drifted.
    enum What {
        /// The level.
        LEVEL,
        /// The latest snapshot.
        SNAPSHOT,
        /// The open exception of a shelf below zero.
        EXCEPTION
    }

    /// How a ledger can be damaged.
    enum Kind {
        /// A number is missing.
        GAP,
        /// A movement is not the one that its entry made.
        DIFFERENT,
        /// An entry that was applied has no movement.
        MISSING,
        /// Goods left a place and did not arrive at the other, or the reverse.
        UNBALANCED
    }

    private static String name(String product, Move.Key key) {
        return "Product " + product + " at " + key.place().branch() + " " + key.place().code()
                + (key.lot().isEmpty() ? "" : " lot " + key.lot()) + ": ";
    }

    private static String text(long quantity) {
        return Decimals.text(quantity, Quantity.SCALE);
    }
}
