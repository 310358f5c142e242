package io.evertill.replay;

import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.money.UnitPrice;
import io.evertill.product.Sku;
import io.evertill.stock.Quantity;
import java.time.LocalDateTime;
import java.util.Optional;

/// One row of a file of sales, as it stands there.
///
/// @param line its line in the file, from 1 with the header
/// @param invoice the invoice's number
/// @param sku the code, trimmed and in upper case
/// @param description may be empty
/// @param quantity negative for what comes back or is written off; never zero
/// @param at local time of the shop
/// @param price of one unit; may be zero, or negative in accounting rows
/// @param customer who bought, when known
record Row(
        long line,
        String invoice,
        Sku sku,
        String description,
        Quantity quantity,
        LocalDateTime at,
        UnitPrice price,
        Optional<String> customer) {
    /// What becomes of a row at a till.
    enum Kind {
        /// Goods or a service are sold, also at price 0.
        SOLD,
        /// Goods come back, or a service is taken back.
        RETURNED,
        /// Stock is written off.
        WRITTEN_OFF
    }

    Kind kind() {
        if (!quantity.isNegative()) {
            return Kind.SOLD;
        }
        return price.isZero() && !invoice.startsWith("C") ? Kind.WRITTEN_OFF : Kind.RETURNED;
    }

    /// What the row comes to: rounded to minor units, halves away from zero.
    Money total() {
        return Rounding.HALF_UP.total(price, quantity);
    }
}
