package io.evertill.sale;

import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.price.Price;
import io.evertill.stock.Quantity;
import java.util.Optional;
import java.util.UUID;

/// A sold line and what of it has come back so far (domain 2k, 2g).
///
/// All partial refunds together are exactly what was paid: a refund is the paid amount's share up to the new running
/// quantity, less what was refunded before.
///
/// @param sale the entry id of the sale
/// @param receipt its receipt number
/// @param line the sold line
/// @param returned how much came back before
/// @param refunded what was paid back for it
public record Returnable(UUID sale, ReceiptNumber receipt, Line line, Quantity returned, Money refunded) {
    /// How much can still come back.
    public Quantity left() {
        Quantity left = line.quantity().minus(returned);
        return left.isNegative() ? Quantity.zero(left.unit()) : left;
    }

    /// What the customer gets for bringing so much back, before taxes that are added.
    ///
    /// @param quantity above zero, at most [#left]
    public Money refund(Quantity quantity) {
        if (!quantity.isPositive() || quantity.compareTo(left()) > 0) {
            throw new IllegalArgumentException("cannot take back " + quantity + " of " + left());
        }
        Quantity upTo = returned.plus(quantity);
        return Rounding.DOWN.share(line.total(), upTo.tenThousandths(), line.quantity().tenThousandths()).minus(refunded);
    }

    /// The return line for a basket.
    public Line take(int number, Quantity quantity, ReturnOf.Condition condition, String reason) {
        ReturnOf of = new ReturnOf(
                Optional.of(new ReturnOf.SoldLine(sale, receipt, line.number())), condition, reason);
        return Line.returned(number, line.item(), quantity, new Price(line.price().unit(), new Price.Source.Paid()),
                refund(quantity), of);
    }
}
