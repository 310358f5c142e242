package io.evertill.sale;

import io.evertill.product.ProductId;
import io.evertill.stock.Quantity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What a supervisor agreed to at the counter: one act, and no more than it says.
public sealed interface Consent {
    /// More of a product is sold than should be there.
    ///
    /// @param wanted up to how much, of all lines of the sale, above zero
    /// @param known how much could be sold, as far as the till knew; below zero when more was promised than is there
    /// @param asOf when that was so, by the till's clock, to the microsecond
    record BeyondStock(ProductId product, Quantity wanted, Quantity known, Instant asOf) implements Consent {
        /// Refuses what needs no consent.
        public BeyondStock {
            asOf = asOf.truncatedTo(ChronoUnit.MICROS);
            if (!wanted.isPositive() || !wanted.unit().equals(known.unit()) || wanted.compareTo(known) <= 0) {
                throw new IllegalArgumentException("nobody has to agree to " + wanted + " where there are " + known);
            }
        }
    }

    /// Goods are sold at prices that were not confirmed by the centre for long.
    ///
    /// @param asOf when they were last confirmed, by the till's clock, to the microsecond
    record OldPrices(Instant asOf) implements Consent {
        /// Cuts the moment to the microsecond.
        public OldPrices {
            asOf = asOf.truncatedTo(ChronoUnit.MICROS);
        }
    }
}
