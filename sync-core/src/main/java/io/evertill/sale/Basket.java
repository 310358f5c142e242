package io.evertill.sale;

import io.evertill.money.Money;
import io.evertill.price.Price;
import io.evertill.price.Promotions;
import io.evertill.product.ProductId;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.tax.TaxAmount;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// The goods on the counter: immutable, every act makes a new basket.
///
/// @param currency of every price in it
/// @param taxRule how its taxes are rounded
/// @param lines in the order in which they were rung up
/// @param voided lines that were taken out again; they stay on record
/// @param lineNumberLast the highest line number given so far
/// @param rebate what was given on all of it, on top of the discounts of the lines; spread over the lines that sell something,
///     anew whenever the basket changes
/// @param promotions those that apply to it, computed anew whenever it changes; empty when nobody said so yet, and then what
///     promotions took off the lines stays
/// @param isExempt whether what it sells is for a customer who is exempt from taxes; what comes back keeps the tax that was paid
public record Basket(
        Currency currency,
        TaxRule taxRule,
        List<Line> lines,
        List<Line> voided,
        int lineNumberLast,
        Optional<Discount.Cause.OfBasket> rebate,
        Optional<Promotions> promotions,
        boolean isExempt) {
    /// The most lines, so that a sale fits into one entry; the longest invoice of a real retailer has 1,114.
    public static final int LINES_MAX = 3_000;
    /// The most room in bytes that lines may take in an entry ([#isFull]): an entry is never larger than 1 MiB, and what can
    /// be rung up must fit.
    public static final int ROOM_MAX = 960 * 1024;

    private static final int LINE_ROOM_MAX = 6 * 1024;
    private static final int RATE_ROOM = 600;

    /// Applies the promotions, spreads the rebate and frees who is exempt from taxes; refuses line numbers that are used twice or lie
    /// ahead, and lines in another currency.
    public Basket {
        List<Line> priced = Rebate.spread(rebate, Promoting.promote(promotions, Freeing.undone(lines)));
        lines = List.copyOf(isExempt ? Freeing.freed(taxRule, priced) : priced);
        voided = List.copyOf(voided);
        if (lines.size() + voided.size() > LINES_MAX) {
            throw new IllegalArgumentException("a basket has at most " + LINES_MAX + " lines");
        }
        requireOnce(lines, voided);
        for (Line line : lines) {
            if (line.number() > lineNumberLast || !line.total().currency().equals(currency)) {
                throw new IllegalArgumentException("line " + line.number() + " in " + line.total().currency()
                        + " does not belong into a basket in " + currency + " with lines up to " + lineNumberLast);
            }
        }
    }

    /// For a customer who pays taxes.
    public Basket(
            Currency currency,
            TaxRule taxRule,
            List<Line> lines,
            List<Line> voided,
            int lineNumberLast,
            Optional<Discount.Cause.OfBasket> rebate,
            Optional<Promotions> promotions) {
        this(currency, taxRule, lines, voided, lineNumberLast, rebate, promotions, false);
    }

    /// Without a rebate, and without a word about promotions.
    public Basket(Currency currency, TaxRule taxRule, List<Line> lines, List<Line> voided, int lineNumberLast) {
        this(currency, taxRule, lines, voided, lineNumberLast, Optional.empty(), Optional.empty());
    }

    /// Refuses lines of which two have the same number.
    static void requireOnce(List<Line> lines, List<Line> voided) {
        Set<Integer> numbers = HashSet.newHashSet(lines.size() + voided.size());
        Stream.concat(lines.stream(), voided.stream()).forEach(line -> {
            if (!numbers.add(line.number())) {
                throw new IllegalArgumentException("two lines have the number " + line.number());
            }
        });
    }

    /// A basket with nothing in it.
    public static Basket empty(Currency currency, TaxRule taxRule) {
        return new Basket(currency, taxRule, List.of(), List.of(), 0);
    }

    /// Whether there is nothing in it, not even a voided line.
    public boolean isEmpty() {
        return lines.isEmpty() && voided.isEmpty();
    }

    /// Whether another line might not fit, by number or by room. It cannot be added then: the customer pays, and the rest
    /// goes into the next basket.
    public boolean isFull() {
        return lines.size() + voided.size() >= LINES_MAX || room() + LINE_ROOM_MAX > ROOM_MAX;
    }

    /// The most room in bytes that the lines take in an entry.
    public int room() {
        Set<TaxRate> rates = new HashSet<>();
        int room = rebate.map(cause -> Math.multiplyExact(lines.size(), cause.room())).orElse(0);
        for (List<Line> some : List.of(lines, voided)) {
            for (Line line : some) {
                room += line.room() + (rates.add(line.item().tax()) ? RATE_ROOM : 0);
            }
        }
        return room + promotions.map(all -> Promoting.room(all, lines)).orElse(0);
    }

    /// The number for the next line.
    public int lineNumberNext() {
        return lineNumberLast + 1;
    }

    /// The basket with a line more; its number must be [#lineNumberNext].
    ///
    /// @throws IllegalArgumentException for another number or currency, and when the basket is full
    public Basket plus(Line line) {
        return plusIfRoom(line).orElseThrow(() ->
                new IllegalArgumentException("the basket is full, line " + line.number() + " does not fit"));
    }

    /// The same; empty when the basket is full, which takes as long to find out as the basket is.
    ///
    /// @throws IllegalArgumentException for another number or currency
    public Optional<Basket> plusIfRoom(Line line) {
        if (isFull()) {
            return Optional.empty();
        }
        if (line.number() != lineNumberNext()) {
            throw new IllegalArgumentException("line " + line.number() + " where " + lineNumberNext() + " is next");
        }
        List<Line> more = new ArrayList<>(lines);
        more.add(line);
        return Optional.of(new Basket(currency, taxRule, more, voided, line.number(), rebate, promotions, isExempt));
    }

    /// The basket after some of the item was scanned: the last line grows when it sells the same item at the same price,
    /// else a line is added. Weighed goods always get a line of their own, and a discount by hand is for what was there when
    /// it was given.
    ///
    /// @param quantity above zero
    /// @throws IllegalArgumentException when it is not, when the basket is full, or the line would grow out of range
    public Basket ring(Item item, Quantity quantity, Price price) {
        return ring(item, quantity, price, Tracking.NONE);
    }

    /// The same with goods whose batch or number is known: they join only goods of the same batch, and a numbered piece none.
    public Basket ring(Item item, Quantity quantity, Price price, Tracking tracking) {
        return ringIfRoom(item, quantity, price, tracking).orElseThrow(() ->
                new IllegalArgumentException("the basket is full, " + item.sku() + " does not fit"));
    }

    /// The same; empty when a line would be added and the basket is full.
    ///
    /// @throws IllegalArgumentException when the quantity is not above zero, or the line would grow out of range
    public Optional<Basket> ringIfRoom(Item item, Quantity quantity, Price price, Tracking tracking) {
        return ringIfRoom(item, quantity, price, tracking, Optional.empty());
    }

    /// The same with goods that may be sold until a day: they join only goods that may be sold until the same.
    public Optional<Basket> ringIfRoom(Item item, Quantity quantity, Price price, Tracking tracking, Optional<LocalDate> expires) {
        if (!quantity.isPositive()) {
            throw new IllegalArgumentException("cannot ring up " + quantity + " of " + item.sku());
        }
        Optional<Line> same = lines.isEmpty() || item.unit().isMeasured() ? Optional.empty() : Optional.of(lines.getLast())
                .filter(line -> line.returned().isEmpty() && line.serial().isEmpty() && !tracking.isPiece() && line.claim().isEmpty())
                .filter(line -> line.lot().orElse("").equals(tracking.lot()) && line.expires().equals(expires))
                .filter(line -> line.byHand().isEmpty() && line.item().taxed().equals(item.taxed()) && line.price().equals(price));
        return same.map(line -> replace(line.withQuantity(line.quantity().plus(quantity))))
                .or(() -> plusIfRoom(Line.sold(lineNumberNext(), item, quantity, price).tracked(tracking).expiring(expires)));
    }

    /// How much of a reservation the lines collect, in ten-thousandths.
    public long collected(UUID reservation) {
        return lines.stream()
                .filter(line -> line.claim().filter(claim -> claim.reservation().equals(reservation)).isPresent())
                .mapToLong(line -> line.quantity().tenThousandths())
                .reduce(0, Math::addExact);
    }

    /// The basket in which every line that collects a reservation says whether the customer gives up the rest of it.
    public Basket givingUp(UUID reservation, boolean isGivenUp) {
        List<Line> changed = lines.stream()
                .map(line -> line.claim().filter(claim -> claim.reservation().equals(reservation)).isEmpty()
                        ? line
                        : line.claiming(line.claim().map(claim -> claim.givingUp(isGivenUp))))
                .toList();
        return new Basket(currency, taxRule, changed, voided, lineNumberLast, rebate, promotions, isExempt);
    }

    /// The line with a number.
    public Optional<Line> find(int number) {
        return lines.stream().filter(line -> line.number() == number).findFirst();
    }

    /// The basket with another quantity on a line that sells something.
    ///
    /// @throws IllegalArgumentException when there is no such line, it is a return, or the quantity is not above zero
    public Basket withQuantity(int number, Quantity quantity) {
        Line line = requireSold(number);
        if (!quantity.isPositive()) {
            throw new IllegalArgumentException("line " + number + " cannot have quantity " + quantity);
        }
        return replace(line.withQuantity(quantity));
    }

    /// The basket with another price on a line that sells something.
    ///
    /// @throws IllegalArgumentException when there is no such line, it is a return, or the basket is full
    public Basket withPrice(int number, Price price) {
        return roomy(replace(requireSold(number).withPrice(price)));
    }

    /// The basket with this discount by hand on a line that sells something, in place of the one it had.
    ///
    /// @param byHand empty to take it away
    /// @throws IllegalArgumentException when there is no such line, it is a return or costs nothing, or the basket is full
    public Basket discounted(int number, Optional<Discount.Cause.ByHand> byHand) {
        Line line = requireSold(number);
        if (!line.gross().isPositive()) {
            throw new IllegalArgumentException("line " + number + " costs " + line.gross() + ", nothing can be taken off");
        }
        return roomy(replace(line.discounted(byHand)));
    }

    /// The basket with this rebate in place of the one it had.
    ///
    /// @param other empty to take it away
    /// @throws IllegalArgumentException when there is no room for it ([#hasRoomFor])
    public Basket rebated(Optional<Discount.Cause.OfBasket> other) {
        return roomy(new Basket(currency, taxRule, lines, voided, lineNumberLast, other, promotions, isExempt));
    }

    /// The basket under these promotions in place of those that applied to it.
    public Basket under(Promotions others) {
        return new Basket(currency, taxRule, lines, voided, lineNumberLast, rebate, Optional.of(others), isExempt);
    }

    /// The basket at the prices, under the taxes and the promotions of now, in place of those of the moment when it was filled. Prices
    /// that somebody set or that goods carry, and what was given by hand, stay.
    ///
    /// @return the same basket when it keeps its prices, or has no room for others
    public Basket reviewed(Review review) {
        Map<Integer, Review.Offer> offers = new HashMap<>();
        review.findings().forEach(finding -> finding.offer().ifPresent(offer -> offers.put(finding.line(), offer)));
        return review.promotions()
                .map(now -> new Basket(currency, taxRule, lines.stream()
                        .map(line -> Optional.ofNullable(offers.get(line.number())).map(line::offered).orElse(line))
                        .toList(), voided, lineNumberLast, rebate, Optional.of(now), isExempt))
                .filter(basket -> basket.room() <= ROOM_MAX)
                .orElse(this);
    }

    /// The basket for a customer who is exempt from taxes, or who is not.
    ///
    /// @throws IllegalArgumentException when there is no room for it ([#hasRoomToFree])
    public Basket exempted(boolean isFreed) {
        return isFreed == isExempt ? this
                : roomy(new Basket(currency, taxRule, lines, voided, lineNumberLast, rebate, promotions, isFreed));
    }

    /// Whether every line can say that it is exempt and all still fits into one entry.
    public boolean hasRoomToFree() {
        return new Basket(currency, taxRule, lines, voided, lineNumberLast, rebate, promotions, true).room() <= ROOM_MAX;
    }

    /// Whether every line can name this rebate and all still fits into one entry.
    public boolean hasRoomFor(Discount.Cause.OfBasket other) {
        return new Basket(currency, taxRule, lines, voided, lineNumberLast, Optional.of(other), promotions, isExempt).room() <= ROOM_MAX;
    }

    private static Basket roomy(Basket basket) {
        if (basket.room() > ROOM_MAX) {
            throw new IllegalArgumentException("the basket is full, what was given does not fit");
        }
        return basket;
    }

    /// The basket with a line taken out; it stays on record.
    ///
    /// @throws IllegalArgumentException when there is no such line
    public Basket voidLine(int number) {
        return without(require(number), Optional.empty());
    }

    private Basket without(Line line, Optional<String> why) {
        List<Line> fewer = new ArrayList<>(lines);
        fewer.remove(line);
        List<Line> more = new ArrayList<>(voided);
        more.add(line.out(why));
        return new Basket(currency, taxRule, fewer, more, lineNumberLast, rebate, promotions, isExempt);
    }

    /// The basket with so much of a line taken out; that stays on record like a line of its own, what is taken out of the same goods
    /// one after the other as one.
    ///
    /// @param quantity all of it, or above zero and less than what a line has that sells something
    /// @param why empty for the correction of whoever rang it up
    /// @return empty when there is no room to say it
    /// @throws IllegalArgumentException when there is no such line, or it has not so much
    public Optional<Basket> takeOut(int number, Quantity quantity, Optional<String> why) {
        Line line = require(number);
        if (quantity.equals(line.quantity())) {
            return Optional.of(without(line, why)).filter(less -> why.isEmpty() || less.room() <= ROOM_MAX);
        }
        Basket less = withQuantity(number, line.quantity().minus(quantity));
        Line part = line.part(lineNumberNext(), quantity, why);
        List<Line> more = new ArrayList<>(voided);
        if (!more.isEmpty() && more.getLast().isLike(part)) {
            Line joined = more.removeLast();
            more.add(line.part(joined.number(), joined.quantity().plus(quantity), why));
            return Optional.of(new Basket(currency, taxRule, less.lines, more, lineNumberLast, rebate, promotions, isExempt));
        }
        more.add(part);
        return isFull() ? Optional.empty() : Optional.of(
                new Basket(currency, taxRule, less.lines, more, part.number(), rebate, promotions, isExempt));
    }

    /// What was taken out of a product, without discounts on all of the basket.
    public Money takenOut(ProductId product) {
        return voided.stream()
                .filter(line -> line.item().product().equals(product))
                .map(line -> line.total().isNegative() ? line.total().negated() : line.total())
                .reduce(Money.zero(currency), Money::plus);
    }

    /// The taxes, one row a rate.
    public List<TaxAmount> taxes() {
        return taxRule.split(lines.stream().map(Line::taxed).toList());
    }

    /// What the customer owes, or is owed when negative: line totals and the taxes that are added to them.
    public Money total() {
        return total(lines, taxes(), currency);
    }

    static Money total(List<Line> lines, List<TaxAmount> taxes, Currency currency) {
        Money sum = lines.stream().map(Line::total).reduce(Money.zero(currency), Money::plus);
        return taxes.stream()
                .filter(tax -> tax.rate().kind() == TaxRate.Kind.EXCLUSIVE)
                .map(TaxAmount::tax)
                .reduce(sum, Money::plus);
    }

    private Line requireSold(int number) {
        Line line = require(number);
        if (line.returned().isPresent()) {
            throw new IllegalArgumentException("line " + number + " is a return");
        }
        return line;
    }

    private Line require(int number) {
        return find(number).orElseThrow(() -> new IllegalArgumentException("no line " + number));
    }

    private Basket replace(Line line) {
        List<Line> same = lines.stream().map(old -> old.number() == line.number() ? line : old).toList();
        return new Basket(currency, taxRule, same, voided, lineNumberLast, rebate, promotions, isExempt);
    }
}
