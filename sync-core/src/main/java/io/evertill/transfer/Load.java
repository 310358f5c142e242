package io.evertill.transfer;

import io.evertill.sale.Item;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Wording;

/// Goods of one kind that were handled.
///
/// @param number the line's number, from 1
/// @param item what
/// @param good how much in good order, at least zero
/// @param damaged how much damaged or refused, at least zero
/// @param was which they were said to be while on the way
/// @param is which they turned out to be
/// @param reason why, at most 200 characters
public record Load(int number, Item item, Quantity good, Quantity damaged, Tracking was, Tracking is, String reason) {
    private static final int REASON_LENGTH_MAX = 200;

    /// Refuses a load of nothing and a piece of more than one.
    public Load {
        Wording.allow("the reason of a transfer", reason, REASON_LENGTH_MAX);
        Quantity whole = good.plus(damaged);
        boolean isOne = whole.tenThousandths() == Quantity.ONE;
        if (number < 1 || good.isNegative() || damaged.isNegative() || whole.isZero() || !whole.unit().equals(item.unit())
                || (!isOne && (was.isPiece() || is.isPiece()))) {
            throw new IllegalArgumentException("a load is more than nothing, and one where it has a serial number: line " + number
                    + ", " + good + " and " + damaged + " damaged of " + item.sku());
        }
    }

    /// How much it is together.
    public Quantity whole() {
        return good.plus(damaged);
    }
}
