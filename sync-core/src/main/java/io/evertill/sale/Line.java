package io.evertill.sale;

import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.price.Price;
import io.evertill.price.Promotions;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Wording;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One line of a basket or sale: so much of an item at a price; a negative quantity comes back from the customer.
///
/// @param number unique in the basket, counted from 1 and never used again
/// @param item what it is
/// @param quantity how much, never zero; negative exactly when `returned` is present
/// @param price what one unit costs, and why
/// @param total what the line costs after its discounts, in minor units, before taxes that are added
/// @param discounts what it costs less than its price, in the order in which they were taken off; only where it sells
///     something, and then the total is not below zero; at most [#DISCOUNTS_MAX]
/// @param returned what it brings back, for a return
/// @param lot the batch, when known; 1 to 64 characters
/// @param serial the piece, when known, 1 to 64 characters; then the quantity is one or minus one
/// @param claim the reservation that it collects; only where it sells something
/// @param expires the last day on which these very goods may be sold, as far as it is known; only where it sells something
/// @param out why it was taken out; empty while it is in the basket, and for the correction of whoever rang it up
public record Line(
        int number,
        Item item,
        Quantity quantity,
        Price price,
        Money total,
        List<Discount> discounts,
        Optional<ReturnOf> returned,
        Optional<String> lot,
        Optional<String> serial,
        Optional<Claim> claim,
        Optional<LocalDate> expires,
        Optional<String> out) {
    /// The most discounts on one line.
    public static final int DISCOUNTS_MAX = Promotions.LINE_MAX + 3;

    private static final int LOT_LENGTH_MAX = 64;
    private static final int SERIAL_LENGTH_MAX = 64;
    private static final int JSON_BYTES = 320;
    private static final int RETURN_JSON_BYTES = 400;
    private static final int EXPIRY_JSON_BYTES = 24;
    private static final int CLAIM_JSON_BYTES = 160;
    private static final int OUT_JSON_BYTES = 10;

    /// Checks what the parts promise of one another.
    public Line {
        discounts = List.copyOf(discounts);
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
        boolean isOneCurrency = total.currency().equals(price.unit().currency())
                && returned.flatMap(ReturnOf::tax).map(tax -> tax.currency().equals(total.currency())).orElse(true);
        if (!isOneCurrency || !discounts.stream().allMatch(less -> less.amount().currency().equals(total.currency()))) {
            throw new IllegalArgumentException("line " + number + " mixes currencies");
        }
        requireDiscounts(number, total, discounts, returned);
        if (returned.flatMap(ReturnOf::tax).isPresent() && item.tax().kind() != TaxRate.Kind.EXCLUSIVE) {
            throw new IllegalArgumentException("line " + number + " pays back a tax that was not added to its price");
        }
        lot.ifPresent(text -> Wording.require("a lot", text, LOT_LENGTH_MAX));
        serial.ifPresent(text -> Wording.require("a serial number", text, SERIAL_LENGTH_MAX));
        if (serial.isPresent() && quantity.absolute().tenThousandths() != Quantity.ONE) {
            throw new IllegalArgumentException("line " + number + " has a serial number and quantity " + quantity);
        }
        out.ifPresent(text -> Wording.require("the reason of a line that was taken out", text, Discount.TEXT_LENGTH_MAX));
        boolean isClaimed = claim.filter(of -> returned.isPresent() || !of.promised().unit().equals(quantity.unit())).isEmpty();
        if (!isClaimed) {
            throw new IllegalArgumentException("line " + number + " of " + quantity + " cannot collect " + claim);
        }
        if (returned.isPresent() && expires.isPresent()) {
            throw new IllegalArgumentException("line " + number + " comes back and is not sold until " + expires);
        }
    }

    /// Of goods of which nobody knows how long they may be sold.
    public Line(
            int number,
            Item item,
            Quantity quantity,
            Price price,
            Money total,
            List<Discount> discounts,
            Optional<ReturnOf> returned,
            Optional<String> lot,
            Optional<String> serial,
            Optional<Claim> claim) {
        this(number, item, quantity, price, total, discounts, returned, lot, serial, claim, Optional.empty());
    }

    /// Of which nobody said why it was taken out.
    public Line(
            int number,
            Item item,
            Quantity quantity,
            Price price,
            Money total,
            List<Discount> discounts,
            Optional<ReturnOf> returned,
            Optional<String> lot,
            Optional<String> serial,
            Optional<Claim> claim,
            Optional<LocalDate> expires) {
        this(number, item, quantity, price, total, discounts, returned, lot, serial, claim, expires, Optional.empty());
    }

    /// Of goods that nobody had reserved.
    public Line(
            int number,
            Item item,
            Quantity quantity,
            Price price,
            Money total,
            List<Discount> discounts,
            Optional<ReturnOf> returned,
            Optional<String> lot,
            Optional<String> serial) {
        this(number, item, quantity, price, total, discounts, returned, lot, serial, Optional.empty());
    }

    /// Without a discount.
    public Line(
            int number,
            Item item,
            Quantity quantity,
            Price price,
            Money total,
            Optional<ReturnOf> returned,
            Optional<String> lot,
            Optional<String> serial) {
        this(number, item, quantity, price, total, List.of(), returned, lot, serial);
    }

    private static void requireDiscounts(int number, Money total, List<Discount> discounts, Optional<ReturnOf> returned) {
        boolean isRight = discounts.isEmpty() || (returned.isEmpty() && !total.isNegative());
        if (!isRight || discounts.size() > DISCOUNTS_MAX) {
            throw new IllegalArgumentException("line " + number + " of " + total + " cannot have the discounts " + discounts);
        }
    }

    /// A line that sells a quantity at a price.
    public static Line sold(int number, Item item, Quantity quantity, Price price) {
        return new Line(number, item, quantity, price, Rounding.HALF_UP.total(price.unit(), quantity),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// A line whose total was given, by a price-embedded code; what one unit costs follows from it.
    ///
    /// @throws IllegalArgumentException when a unit would cost more than a unit price can say
    public static Line embedded(int number, Item item, Quantity quantity, Money total) {
        return new Line(number, item, quantity, new Price(Rounding.HALF_UP.each(total, quantity), new Price.Source.Embedded()),
                total, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The same line of goods whose batch, or whose number, is known.
    public Line tracked(Tracking tracking) {
        return new Line(
                number, item, quantity, price, total, discounts, returned, known(tracking.lot()), known(tracking.serial()), claim,
                expires);
    }

    /// The same line of goods that somebody had reserved.
    public Line claiming(Optional<Claim> other) {
        return new Line(number, item, quantity, price, total, discounts, returned, lot, serial, other, expires);
    }

    /// The same line of goods that may be sold until a day.
    public Line expiring(Optional<LocalDate> lastDay) {
        return new Line(number, item, quantity, price, total, discounts, returned, lot, serial, claim, lastDay, out);
    }

    /// Some lines without what they say of how long their goods may be sold: what was not sold, and other tills, have no use for it.
    public static List<Line> dateless(List<Line> lines) {
        return lines.stream().map(line -> line.expires().isEmpty() ? line : line.expiring(Optional.empty())).toList();
    }

    /// The same line when it is taken out.
    ///
    /// @param why empty for the correction of whoever rang it up
    Line out(Optional<String> why) {
        Line bare = taxedAgain().promoted(List.of()).withoutShare();
        return new Line(bare.number, bare.item, bare.quantity, bare.price, bare.total, bare.discounts, bare.returned, bare.lot,
                bare.serial, bare.claim, bare.expires, why);
    }

    /// A part of a line that is taken out, at its price.
    Line part(int part, Quantity some, Optional<String> why) {
        return new Line(part, item.taxed(), some, price, Rounding.HALF_UP.total(price.unit(), some), List.of(), returned, lot, serial,
                Optional.empty(), expires, why);
    }

    /// Whether another part of the same goods, taken out for the same reason, says nothing but how much more it is.
    boolean isLike(Line part) {
        return returned.isEmpty() && item.equals(part.item) && part.part(number, quantity, out).equals(this) && out.equals(part.out);
    }

    private static Optional<String> known(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    /// A line that takes a quantity back.
    ///
    /// @param quantity how much comes back, above zero
    /// @param refund what the customer gets, above or equal to zero in the usual case
    public static Line returned(int number, Item item, Quantity quantity, Price price, Money refund, ReturnOf returned) {
        return new Line(number, item, quantity.negated(), price, refund.negated(),
                Optional.of(returned), Optional.empty(), Optional.empty());
    }

    /// What the line would cost without its discounts, before taxes that are added.
    public Money gross() {
        return discounts.stream().map(Discount::amount).reduce(total, Money::plus);
    }

    /// What the line costs after promotions, before anything that was given by hand.
    public Money beforeHand() {
        return discounts.stream()
                .filter(Line::isPromotion)
                .map(Discount::amount)
                .reduce(gross(), Money::minus);
    }

    /// The discount that somebody gave on this line.
    public Optional<Discount.Cause.ByHand> byHand() {
        return discounts.stream()
                .map(Discount::cause)
                .filter(Discount.Cause.ByHand.class::isInstance)
                .map(Discount.Cause.ByHand.class::cast)
                .findFirst();
    }

    /// Whether it has a share of what was given on the whole basket.
    boolean hasShare() {
        return discounts.stream().anyMatch(Line::isShare);
    }

    /// The same line without such a share.
    Line withoutShare() {
        return hasShare() ? with(discounts.stream().filter(less -> !isShare(less)).toList()) : this;
    }

    /// What promotions take off it.
    List<Discount> promotions() {
        return discounts.stream().filter(Line::isPromotion).toList();
    }

    /// The same line with these promotions in place of those that it had, and the discount by hand computed anew; its share of
    /// what was given on the whole basket is gone if anything changed.
    Line promoted(List<Discount> others) {
        if (others.equals(promotions())) {
            return this;
        }
        Line promoted = with(others);
        return byHand().map(cause -> promoted.plus(new Discount(cause.cut().of(promoted.total), cause))).orElse(promoted);
    }

    private static boolean isPromotion(Discount discount) {
        return discount.cause() instanceof Discount.Cause.Promotion;
    }

    private static boolean isShare(Discount discount) {
        return discount.cause() instanceof Discount.Cause.OfBasket;
    }

    /// Whether it sells something to a customer who is exempt from its tax.
    public boolean isExempt() {
        return returned.isEmpty() && item.tax().isExempt();
    }

    /// The tax in its price that is not charged because the customer is exempt.
    public Money taxNotCharged() {
        return discounts.stream()
                .filter(less -> less.cause() instanceof Discount.Cause.TaxExempt)
                .map(Discount::amount)
                .reduce(Money.zero(total.currency()), Money::plus);
    }

    /// The same line for a customer who is exempt.
    ///
    /// @param contained the tax in what it costs; zero where prices contain none
    Line exempt(Money contained) {
        Line freed = new Line(number, item.under(item.tax().exempt()), quantity, price, total, discounts, returned, lot, serial, claim,
                expires);
        return contained.isZero() ? freed : freed.plus(new Discount(contained, new Discount.Cause.TaxExempt()));
    }

    /// The same line for everybody else.
    Line taxedAgain() {
        if (!isExempt()) {
            return this;
        }
        List<Discount> others =
                discounts.stream().filter(less -> !(less.cause() instanceof Discount.Cause.TaxExempt)).toList();
        Line full = with(others);
        return new Line(number, item.taxed(), quantity, price, full.total, others, returned, lot, serial, claim, expires);
    }

    /// The same line with a discount more.
    Line plus(Discount discount) {
        return with(Stream.concat(discounts.stream(), Stream.of(discount)).toList());
    }

    /// The same line with this discount by hand in place of the one it had, after promotions; its share of what was given on
    /// the whole basket is gone.
    Line discounted(Optional<Discount.Cause.ByHand> byHand) {
        Line promoted = with(promotions());
        return byHand.map(cause -> promoted.plus(new Discount(cause.cut().of(promoted.total), cause))).orElse(promoted);
    }

    private Line with(List<Discount> others) {
        Money net = others.stream().map(Discount::amount).reduce(gross(), Money::minus);
        return new Line(number, item, quantity, price, net, others, returned, lot, serial, claim, expires);
    }

    /// The line as its tax is computed.
    TaxRule.Taxed taxed() {
        return new TaxRule.Taxed(item.tax(), total, returned.flatMap(ReturnOf::tax).map(Money::negated));
    }

    /// The most room that it takes in an entry, in bytes, but for its share of what was given on the whole basket.
    int room() {
        String why = switch (price.source()) {
            case Price.Source.Base _, Price.Source.Embedded _, Price.Source.Paid _ -> "";
            case Price.Source.Rule(String id) -> id;
            case Price.Source.Set(String reason) -> reason;
        };
        return JSON_BYTES
                + item.room()
                + Wording.jsonBytes(why)
                + Wording.jsonBytes(lot.orElse(""))
                + Wording.jsonBytes(serial.orElse(""))
                + discounts.stream().filter(less -> !isShare(less)).mapToInt(less -> less.cause().room()).sum()
                + out.map(text -> OUT_JSON_BYTES + Wording.jsonBytes(text)).orElse(0)
                + returned.map(of -> RETURN_JSON_BYTES + Wording.jsonBytes(of.reason())).orElse(0)
                + expires.map(_ -> EXPIRY_JSON_BYTES).orElse(0)
                + claim.map(of -> CLAIM_JSON_BYTES + Wording.jsonBytes(of.order())).orElse(0);
    }

    /// The same line with another quantity, its total and the discount by hand computed anew.
    Line withQuantity(Quantity other) {
        return new Line(number, item, other, price, Rounding.HALF_UP.total(price.unit(), other), returned, lot, serial)
                .claiming(claim)
                .expiring(expires)
                .discounted(byHand());
    }

    /// The same line at another price, its total and the discount by hand computed anew.
    Line withPrice(Price other) {
        return new Line(number, item, quantity, other, Rounding.HALF_UP.total(other.unit(), quantity), returned, lot, serial)
                .claiming(claim)
                .expiring(expires)
                .discounted(byHand());
    }

    /// The same line as its product is offered now: at another price where the shop says it, under another tax; the discount by hand
    /// is computed anew. What comes back, and what is offered in another currency, stays as it is.
    Line offered(Review.Offer offer) {
        boolean isShops = price.source() instanceof Price.Source.Base || price.source() instanceof Price.Source.Rule;
        Price charged = isShops ? offer.price() : price;
        Item taxed = item.taxed().under(offer.tax());
        boolean isSame = charged.equals(price) && taxed.equals(item.taxed());
        if (isSame || returned.isPresent() || !charged.unit().currency().equals(total.currency())) {
            return this;
        }
        Money gross = isShops ? Rounding.HALF_UP.total(charged.unit(), quantity) : gross();
        return new Line(number, taxed, quantity, charged, gross, returned, lot, serial)
                .claiming(claim)
                .expiring(expires)
                .discounted(byHand());
    }
}
