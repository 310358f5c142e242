package io.evertill.sale;

import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.price.Price;
import io.evertill.stock.Quantity;
import java.util.Optional;

/// One line of a basket or sale: so much of an item at a price; a negative quantity comes back from the customer.
///
/// @param number unique in the basket, counted from 1 and never used again
/// @param item what it is
/// @param quantity how much, never zero; negative exactly when `returned` is present
/// @param price what one unit costs, and why
/// @param total what the line costs, in minor units, before taxes that are added
/// @param returned what it brings back, for a return
/// @param lot the batch, when known
/// @param serial the piece, when known; then the quantity is one or minus one
public record Line(
        int number,
        Item item,
        Quantity quantity,
        Price price,
        Money total,
        Optional<ReturnOf> returned,
        Optional<String> lot,
        Optional<String> serial) {
    /// Checks what the parts promise of one another.
    public Line {
        if (number < 1) {
            throw new IllegalArgumentException("line numbers start at 1: " + number);
        }
        if (quantity.isZero() || quantity.isNegative() != returned.isPresent()) {
            throw new IllegalArgumentException("line " + number + " has quantity " + quantity
                    + (returned.isPresent() ? " but is a return" : " but is no return"));
        }
        if (!quantity.unit().equals(item.unit())) {
            throw new IllegalArgumentException("line " + number + " is in " + quantity.unit() + ", its item in " + item.unit());
        }
        if (!total.currency().equals(price.unit().currency())) {
            throw new IllegalArgumentException("line " + number + " mixes currencies");
        }
        if (serial.isPresent() && quantity.absolute().tenThousandths() != Quantity.ONE) {
            throw new IllegalArgumentException("line " + number + " has a serial number and quantity " + quantity);
        }
    }

    /// A line that sells a quantity at a price.
    public static Line sold(int number, Item item, Quantity quantity, Price price) {
        return new Line(number, item, quantity, price, Rounding.HALF_UP.total(price.unit(), quantity),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// A line whose total was given, by a price-embedded code.
    public static Line embedded(int number, Item item, Quantity quantity, Money total) {
        return new Line(number, item, quantity, new Price(io.evertill.money.UnitPrice.of(total), new Price.Source.Embedded()),
                total, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// A line that takes a quantity back.
    ///
    /// @param quantity how much comes back, above zero
    /// @param refund what the customer gets, above or equal to zero in the usual case
    public static Line returned(int number, Item item, Quantity quantity, Price price, Money refund, ReturnOf returned) {
        return new Line(number, item, quantity.negated(), price, refund.negated(),
                Optional.of(returned), Optional.empty(), Optional.empty());
    }

    /// The same line with another quantity, its total computed anew.
    Line withQuantity(Quantity other) {
        return new Line(number, item, other, price, Rounding.HALF_UP.total(price.unit(), other), returned, lot, serial);
    }
}
