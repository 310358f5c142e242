package io.evertill.tender;

import io.evertill.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What has been paid towards an amount, and what is left or comes back.
///
/// Only cash gives change: a card or voucher above the remaining amount is refused before it is added. For an amount below
/// zero (a refund) tenders are negative and nothing is overpaid.
///
/// @param due what the customer owes, or is owed when negative
/// @param tenders so far, in order
public record Settlement(Money due, List<Tender> tenders) {
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
        return rest(due, due.minus(paid()));
    }

    /// What goes back to the customer from the cash handed over; never negative.
    public Money change() {
        return paid().minus(due).plus(remaining());
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
        return refusal(remaining(), tender).orElseGet(() -> {
            List<Tender> more = new ArrayList<>(tenders);
            more.add(tender);
            return new Offer.Added(new Settlement(due, more));
        });
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
