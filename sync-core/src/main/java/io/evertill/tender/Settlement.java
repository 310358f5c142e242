package io.evertill.tender;

import io.evertill.money.Money;
import io.evertill.money.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What has been paid towards an amount, and what is left or comes back.
///
/// Only cash gives change: a card or voucher above the remaining amount is refused before it is added. For an amount below
/// zero (a refund) tenders are negative and nothing is overpaid.
///
/// Where the smallest coin is larger than a minor unit, what is paid in cash is rounded to it, and only that: a card pays exactly. From
/// the first cash on, [#remaining] and [#change] are of the rounded amount.
///
/// @param due what the customer owes, or is owed when negative, before rounding
/// @param tenders so far, in order
/// @param coin the smallest coin in minor units, 1 to 1,000; 1 rounds nothing
public record Settlement(Money due, List<Tender> tenders, long coin) {
    /// The largest coin in minor units that amounts are rounded to.
    public static final long COIN_MAX = 1_000;
    /// The most tenders of one sale.
    public static final int TENDERS_MAX = 20;

    /// What became of a tender that was offered.
    public sealed interface Offer {
        /// It was added.
        record Added(Settlement settlement) implements Offer {}

        /// It was not, because it is more than what remains and cannot give change.
        record TooMuch(Money remaining) implements Offer {}

        /// It was not, because its sign is wrong, it is nothing, or nothing remains to be paid.
        record Pointless() implements Offer {}

        /// It was not, because nobody has such coins.
        record NoSuchCoins(Money coin) implements Offer {}

        /// It was not, because there are [Settlement#TENDERS_MAX] already.
        record TooMany() implements Offer {}
    }

    /// Takes the tenders as they were taken: what is due may have changed since, because the customer added something or
    /// gave something back.
    public Settlement {
        tenders = List.copyOf(tenders);
        if (tenders.size() > TENDERS_MAX) {
            throw new IllegalArgumentException("a sale has at most " + TENDERS_MAX + " tenders: " + tenders.size());
        }
        if (coin < 1 || coin > COIN_MAX) {
            throw new IllegalArgumentException("the smallest coin is of 1 to " + COIN_MAX + " minor units, not of " + coin);
        }
    }

    /// Without rounding.
    public Settlement(Money due, List<Tender> tenders) {
        this(due, tenders, 1);
    }

    /// Nothing paid yet.
    public static Settlement of(Money due) {
        return new Settlement(due, List.of());
    }

    /// The sum of all tenders.
    public Money paid() {
        return tenders.stream().map(Tender::amount).reduce(Money.zero(due.currency()), Money::plus);
    }

    /// What is still to be paid (or paid out, when negative); zero when complete.
    public Money remaining() {
        return rest(due, owed().minus(paid()));
    }

    /// What is still to be paid when the rest is paid in cash.
    public Money remainingInCash() {
        return hasCash() ? remaining() : rest(due, Rounding.HALF_UP.toCoins(due.minus(paid()), coin));
    }

    /// What rounding adds to what is due, or takes off when negative; nothing as long as there is no cash among the tenders.
    public Money rounding() {
        Money inCash = tenders.stream()
                .filter(tender -> !(tender instanceof Tender.Cash))
                .map(Tender::amount)
                .reduce(due, Money::minus);
        return hasCash() ? Rounding.HALF_UP.toCoins(inCash, coin).minus(inCash) : Money.zero(due.currency());
    }

    private boolean hasCash() {
        return tenders.stream().anyMatch(Tender.Cash.class::isInstance);
    }

    private Money owed() {
        return due.plus(rounding());
    }

    private Settlement with(Tender tender) {
        List<Tender> more = new ArrayList<>(tenders);
        more.add(tender);
        return new Settlement(due, more, coin);
    }

    /// What goes back to the customer from the cash handed over; never negative.
    public Money change() {
        return paid().minus(owed()).plus(remaining());
    }

    /// Whether nothing remains to be paid and all change is of cash.
    public boolean isComplete() {
        return remaining().isZero() && change().compareTo(cash()) <= 0;
    }

    private Money cash() {
        return tenders.stream()
                .filter(tender -> tender instanceof Tender.Cash && tender.amount().isPositive())
                .map(Tender::amount)
                .reduce(Money.zero(due.currency()), Money::plus);
    }

    /// Offers a tender.
    public Offer offer(Tender tender) {
        if (tenders.size() >= TENDERS_MAX) {
            return new Offer.TooMany();
        }
        if (tender instanceof Tender.Cash && tender.amount().minor() % coin != 0) {
            return new Offer.NoSuchCoins(new Money(coin, due.currency()));
        }
        boolean isRoundedAway = tender instanceof Tender.Cash && tender.amount().isZero() && !remaining().isZero()
                && remainingInCash().isZero();
        return (isRoundedAway ? Optional.<Offer>empty() : refusal(tender instanceof Tender.Cash ? remainingInCash() : remaining(), tender))
                .orElseGet(() -> new Offer.Added(with(tender)));
    }

    private static Optional<Offer> refusal(Money remaining, Tender tender) {
        if (remaining.isZero() || Long.signum(tender.amount().minor()) != Long.signum(remaining.minor())) {
            return Optional.of(new Offer.Pointless());
        }
        int beyond = tender.amount().compareTo(remaining);
        boolean isMore = remaining.isPositive() ? beyond > 0 : beyond < 0;
        boolean givesChange = tender instanceof Tender.Cash && remaining.isPositive();
        return isMore && !givesChange ? Optional.of(new Offer.TooMuch(remaining)) : Optional.empty();
    }

    /// What is left of an amount to be paid: never less than nothing, because the rest of cash is change.
    private static Money rest(Money due, Money left) {
        return due.isPositive() && left.isNegative() ? Money.zero(due.currency()) : left;
    }
}
