package io.evertill.sale;

import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.price.Price;
import io.evertill.product.ProductId;
import io.evertill.stock.Quantity;
import io.evertill.tax.TaxRate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
/// @param tax the tax that was added to this line; empty where the price contains it, and where it is not known: then it is
///     computed anew on what comes back
public record Returnable(
        UUID sale, ReceiptNumber receipt, Line line, Quantity returned, Money refunded, Optional<Money> tax) {
    /// Refuses a line that sold nothing, and amounts in several currencies or units.
    public Returnable {
        if (line.returned().isPresent()) {
            throw new IllegalArgumentException("line " + line.number() + " of " + receipt + " is a return itself");
        }
        Currency currency = line.total().currency();
        boolean isOneCurrency = refunded.currency().equals(currency)
                && tax.map(Money::currency).map(currency::equals).orElse(true);
        if (!isOneCurrency || !returned.unit().equals(line.quantity().unit())) {
            throw new IllegalArgumentException("line " + line.number() + " of " + receipt + " mixes currencies or units");
        }
    }

    /// With a tax that is part of the price or not known.
    public Returnable(UUID sale, ReceiptNumber receipt, Line line, Quantity returned, Money refunded) {
        this(sale, receipt, line, returned, refunded, Optional.empty());
    }

    /// A line of a sale of which nothing has come back.
    ///
    /// @param entry the sale's entry id
    /// @param number the line's number in it
    /// @return empty when the sale has no such line or it is a return itself
    public static Optional<Returnable> of(UUID entry, Sale sale, int number) {
        return sale.lines().stream()
                .filter(line -> line.number() == number && line.returned().isEmpty())
                .findFirst()
                .map(line -> new Returnable(entry, sale.receipt(), line, Quantity.zero(line.quantity().unit()),
                        Money.zero(sale.total().currency()), taxAdded(sale, line)));
    }

    /// The same line after so much in all came back.
    ///
    /// @param returnedInAll how much
    /// @param refundedInAll what was paid back for it, before taxes that were added
    public Returnable after(Quantity returnedInAll, Money refundedInAll) {
        return new Returnable(sale, receipt, line, returnedInAll, refundedInAll, tax);
    }

    /// The same line after so much more came back.
    ///
    /// @param tenThousandths how much, in ten-thousandths of its unit, not below zero
    /// @param minor what was paid back for it in minor units, before taxes that were added
    public Returnable plus(long tenThousandths, long minor) {
        return after(returned.plus(new Quantity(tenThousandths, returned.unit())),
                refunded.plus(new Money(minor, refunded.currency())));
    }

    /// What came back.
    ///
    /// @param quantity in ten-thousandths, not below zero
    /// @param refunded what was paid back for it, in minor units
    public record Back(long quantity, long refunded) {
        /// With more of the same goods.
        public Back plus(Back more) {
            return new Back(Math.addExact(quantity, more.quantity), Math.addExact(refunded, more.refunded));
        }
    }

    /// The lines of a receipt without what came back while only its number was noted. Nobody knows of which lines: it is taken off
    /// the first ones of its goods that have some left, and counts for what was paid, or for what the line would have paid when
    /// that is more.
    public static List<Returnable> without(List<Returnable> lines, Map<ProductId, Back> noted) {
        Map<ProductId, Back> left = new HashMap<>(noted);
        return lines.stream().map(line -> line.without(left)).toList();
    }

    private Returnable without(Map<ProductId, Back> noted) {
        Back here = noted.getOrDefault(line.item().product(), new Back(0, 0));
        long taken = Math.min(left().tenThousandths(), here.quantity());
        if (taken == 0) {
            return this;
        }
        long paid = Rounding.DOWN.share(new Money(here.refunded(), refunded.currency()), taken, here.quantity()).minor();
        noted.put(line.item().product(), new Back(here.quantity() - taken, here.refunded() - paid));
        return plus(taken, Math.max(paid, refund(new Quantity(taken, returned.unit())).minor()));
    }

    /// The line's part of the tax that was added for its rate, so that the parts of all lines sum to that tax: the
    /// difference of two rounded running shares.
    private static Optional<Money> taxAdded(Sale sale, Line line) {
        TaxRate rate = line.item().tax();
        Money zero = Money.zero(sale.total().currency());
        if (rate.kind() != TaxRate.Kind.EXCLUSIVE) {
            return Optional.empty();
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
        return Optional.of(share(tax, upTo, whole).minus(share(tax, before, whole)));
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
        requireLeft(quantity);
        Money next = share(line.total(), returned.plus(quantity)).minus(refunded);
        // Somebody may have paid back more before: then this is nothing, never a charge.
        return next.isNegative() == line.total().isNegative() ? next : Money.zero(next.currency());
    }

    /// What the customer gets of the tax that was added, when it is known.
    ///
    /// @param quantity above zero, at most [#left]
    public Optional<Money> taxRefund(Quantity quantity) {
        requireLeft(quantity);
        return tax.map(whole -> share(whole, returned.plus(quantity)).minus(share(whole, returned)));
    }

    /// The return line for a basket; it keeps the lot and the serial number that were sold.
    ///
    /// @param quantity above zero, at most [#left]
    public Line take(int number, Quantity quantity, ReturnOf.Condition condition, String reason) {
        ReturnOf of = new ReturnOf(
                Optional.of(new ReturnOf.SoldLine(sale, receipt, line.number())), condition, reason, taxRefund(quantity));
        return new Line(number, line.item(), quantity.negated(), new Price(line.price().unit(), new Price.Source.Paid()),
                refund(quantity).negated(), Optional.of(of), line.lot(), line.serial());
    }

    private void requireLeft(Quantity quantity) {
        if (!quantity.isPositive() || quantity.compareTo(left()) > 0) {
            throw new IllegalArgumentException("cannot take back " + quantity + " of " + left());
        }
    }

    private Money share(Money whole, Quantity part) {
        return Rounding.DOWN.share(whole, part.tenThousandths(), line.quantity().tenThousandths());
    }
}
