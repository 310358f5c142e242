package io.evertill.alert;

import io.evertill.stock.Unit;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What stands behind a card, in figures and moments: whoever shows it says it in another language and time zone.
///
/// Amounts are in ten-thousandths of the unit of their goods. Moments are by the centre's clock until somebody sets them to another.
public sealed interface Facts {
    /// The same by another clock.
    ///
    /// @param clock what it shows at a moment of the present one
    Facts by(UnaryOperator<Instant> clock);

    /// What goods are called.
    ///
    /// @param sku what the shop calls them; the id where the centre does not know them any more
    record Goods(String sku, String name, Unit unit) {}

    /// Nothing but the sentence of the card.
    record None() implements Facts {
        @Override
        public Facts by(UnaryOperator<Instant> clock) {
            return this;
        }
    }

    /// Less is there than the store wants.
    ///
    /// @param available on the shelves and not promised
    /// @param onHand everything in the store's hands
    /// @param inbound on the way to it
    /// @param minimum what the store wants at the least
    /// @param transfer in which the first of that left; empty when none is on the way
    record LowStock(Goods goods, long available, long onHand, long inbound, long minimum, String transfer) implements Facts {
        @Override
        public Facts by(UnaryOperator<Instant> clock) {
            return this;
        }
    }

    /// More left a shelf than was known to be there.
    ///
    /// @param place the code of the place
    /// @param lot the batch; empty where none is known
    /// @param balance below zero
    record Oversold(Goods goods, String place, String lot, long balance, Instant since) implements Facts {
        @Override
        public Facts by(UnaryOperator<Instant> clock) {
            return new Oversold(goods, place, lot, balance, clock.apply(since));
        }
    }

    /// Goods left or came without their batch.
    ///
    /// @param place the code of the place
    /// @param quantity below zero where they left, above it where they came
    /// @param movedAt when the last of them did
    record Unassigned(Goods goods, String place, long quantity, Instant movedAt) implements Facts {
        @Override
        public Facts by(UnaryOperator<Instant> clock) {
            return new Unassigned(goods, place, quantity, clock.apply(movedAt));
        }
    }

    /// Goods were not counted for long.
    ///
    /// @param goods how many
    /// @param days for how many days, at the least
    /// @param oldest since when the first of them was not
    record Uncounted(long goods, long days, Instant oldest) implements Facts {
        @Override
        public Facts by(UnaryOperator<Instant> clock) {
            return new Uncounted(goods, days, clock.apply(oldest));
        }
    }

    /// Entries of a till wait for a person.
    ///
    /// @param till what people call it
    /// @param terminal which one of all that were ever called so
    record Parked(String till, String terminal, long entries) implements Facts {
        @Override
        public Facts by(UnaryOperator<Instant> clock) {
            return this;
        }
    }

    /// A till with an open shift was not heard.
    ///
    /// @param till what people call it
    /// @param terminal which one of all that were ever called so
    record Silent(String till, String terminal, Instant heardAt) implements Facts {
        @Override
        public Facts by(UnaryOperator<Instant> clock) {
            return new Silent(till, terminal, clock.apply(heardAt));
        }
    }

    /// Goods should have arrived long ago.
    ///
    /// @param source the store that they left
    record Underway(String transfer, String source, Instant since, Optional<Instant> expectedAt) implements Facts {
        @Override
        public Facts by(UnaryOperator<Instant> clock) {
            return new Underway(transfer, source, clock.apply(since), expectedAt.map(clock));
        }
    }
}
