package io.evertill.sale;

import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.price.Price;
import io.evertill.stock.Quantity;
import io.evertill.tax.TaxRate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A sold line and what of it has come back so far (domain 2k, 2g).
///
/// All partial refunds together are exactly what was paid: a refund is the paid amount's share up to the new running
/// quantity, less what was refunded before. A tax that was added to the price comes back by the same rule.
///
/// @param sale the entry id of the sale
/// @param receipt its receipt number
/// @param line the sold line
/// @param returned how much came back before
/// @param refunded what was paid back for it, before taxes that were added
/// @param tax the tax that was added to this line, nothing where prices contain tax
/// @param taxRefunded what was paid back of that
public record Returnable(
        UUID sale, ReceiptNumber receipt, Line line, Quantity returned, Money refunded, Money tax, Money taxRefunded) {
    /// Refuses a line that sold nothing, and amounts in several currencies.
    public Returnable {
        if (line.returned().isPresent()) {
            throw new IllegalArgumentException("line " + line.number() + " of " + receipt + " is a return itself");
        }
        Currency currency = line.total().currency();
        if (!List.of(currency, currency, currency).equals(List.of(refunded.currency(), tax.currency(), taxRefunded.currency()))
                || !returned.unit().equals(line.quantity().unit())) {
            throw new IllegalArgumentException("line " + line.number() + " of " + receipt + " mixes currencies or units");
        }
    }

    /// Of a line whose price contains its tax.
    public Returnable(UUID sale, ReceiptNumber receipt, Line line, Quantity returned, Money refunded) {
        this(sale, receipt, line, returned, refunded, Money.zero(refunded.currency()), Money.zero(refunded.currency()));
    }

    /// A line of a sale, after the returns of that line that are known.
    ///
    /// @param entry the sale's entry id
    /// @param number the line's number in it
    /// @param returns return lines; those of other lines and sales are ignored
    /// @return empty when the sale has no such line or it is a return itself
    public static Optional<Returnable> of(UUID entry, Sale sale, int number, List<Line> returns) {
        return sale.lines().stream()
                .filter(line -> line.number() == number && line.returned().isEmpty())
                .findFirst()
                .map(line -> of(entry, sale, line, returns));
    }

    private static Returnable of(UUID entry, Sale sale, Line line, List<Line> returns) {
        ReturnOf.SoldLine sold = new ReturnOf.SoldLine(entry, sale.receipt(), line.number());
        Money zero = Money.zero(sale.total().currency());
        Quantity returned = Quantity.zero(line.quantity().unit());
        Money refunded = zero;
        Money taxRefunded = zero;
        for (Line back : returns) {
            Optional<ReturnOf> of = back.returned().filter(one -> one.sold().equals(Optional.of(sold)));
            if (of.isPresent()) {
                returned = returned.minus(back.quantity());
                refunded = refunded.minus(back.total());
                taxRefunded = taxRefunded.plus(of.get().tax().orElse(zero));
            }
        }
        return new Returnable(entry, sale.receipt(), line, returned, refunded, taxAdded(sale, line), taxRefunded);
    }

    /// The line's part of the tax that was added for its rate, so that the parts of all lines sum to that tax: the
    /// difference of two rounded running shares.
    private static Money taxAdded(Sale sale, Line line) {
        TaxRate rate = line.item().tax();
        Money zero = Money.zero(sale.total().currency());
        if (rate.kind() == TaxRate.Kind.INCLUSIVE) {
            return zero;
        }
        Money tax = sale.taxes().stream().filter(row -> row.rate().equals(rate)).findFirst().orElseThrow().tax();
        Money before = zero;
        Money upTo = zero;
        Money whole = zero;
        for (Line other : sale.lines()) {
            Optional<Money> paidBack = other.returned().flatMap(ReturnOf::tax);
            if (other.item().tax().equals(rate)) {
                tax = tax.plus(paidBack.orElse(zero));
            }
            if (other.item().tax().equals(rate) && paidBack.isEmpty()) {
                whole = whole.plus(other.total());
                before = other.number() < line.number() ? before.plus(other.total()) : before;
                upTo = other.number() <= line.number() ? upTo.plus(other.total()) : upTo;
            }
        }
        return share(tax, upTo, whole).minus(share(tax, before, whole));
    }

    private static Money share(Money tax, Money part, Money whole) {
        if (whole.isZero()) {
            return Money.zero(tax.currency());
        }
        Money share = Rounding.HALF_UP.share(tax, Math.absExact(part.minor()), Math.absExact(whole.minor()));
        return part.isNegative() == whole.isNegative() ? share : share.negated();
    }

    /// How much can still come back.
    public Quantity left() {
        Quantity left = line.quantity().minus(returned);
        return left.isNegative() ? Quantity.zero(left.unit()) : left;
    }

    /// What the customer gets for bringing so much back, before taxes that are added.
    ///
    /// @param quantity above zero, at most [#left]
    public Money refund(Quantity quantity) {
        return next(line.total(), refunded, quantity);
    }

    /// What the customer gets of the tax that was added.
    ///
    /// @param quantity above zero, at most [#left]
    public Money taxRefund(Quantity quantity) {
        return next(tax, taxRefunded, quantity);
    }

    /// The return line for a basket; it keeps the lot and the serial number that were sold.
    ///
    /// @param quantity above zero, at most [#left]
    public Line take(int number, Quantity quantity, ReturnOf.Condition condition, String reason) {
        Optional<Money> taxBack = line.item().tax().kind() == TaxRate.Kind.EXCLUSIVE
                ? Optional.of(taxRefund(quantity))
                : Optional.empty();
        ReturnOf of = new ReturnOf(
                Optional.of(new ReturnOf.SoldLine(sale, receipt, line.number())), condition, reason, taxBack);
        return new Line(number, line.item(), quantity.negated(), new Price(line.price().unit(), new Price.Source.Paid()),
                refund(quantity).negated(), Optional.of(of), line.lot(), line.serial());
    }

    private Money next(Money paid, Money paidBack, Quantity quantity) {
        if (!quantity.isPositive() || quantity.compareTo(left()) > 0) {
            throw new IllegalArgumentException("cannot take back " + quantity + " of " + left());
        }
        Quantity upTo = returned.plus(quantity);
        Money next = Rounding.DOWN
                .share(paid, upTo.tenThousandths(), line.quantity().tenThousandths())
                .minus(paidBack);
        // Somebody may have paid back more before: then this is nothing, never a charge.
        return next.isNegative() == paid.isNegative() ? next : Money.zero(paid.currency());
    }
}
