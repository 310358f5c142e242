package io.evertill.till;

import io.evertill.customer.Customer;
import io.evertill.money.Money;
import io.evertill.sale.Basket;
import io.evertill.sale.Sale;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The sale on the counter, not yet in the ledger: what must survive a crash.
///
/// @param basket the goods
/// @param tenders what the customer has paid so far
/// @param attempt a card payment whose outcome is not known; one that is among the tenders is to be taken back
/// @param coin the smallest coin, as in [Settlement]
/// @param age the proof that the customer is old enough for what wants it
/// @param customer who buys, when known; the basket is exempt from taxes only for one with a certificate
public record OpenSale(
        Basket basket,
        List<Tender> tenders,
        Optional<Attempt> attempt,
        long coin,
        Optional<Sale.AgeCheck> age,
        Optional<Customer> customer) {
    /// A card payment that was recorded and asked for.
    ///
    /// @param id the same in question and answer
    /// @param amount what the card is to pay; negative when it is paid back
    public record Attempt(UUID id, Money amount) {}

    /// Copies the list.
    public OpenSale {
        tenders = List.copyOf(tenders);
    }

    /// Of somebody whom nobody knows.
    public OpenSale(Basket basket, List<Tender> tenders, Optional<Attempt> attempt, long coin, Optional<Sale.AgeCheck> age) {
        this(basket, tenders, attempt, coin, age, Optional.empty());
    }

    /// A sale with this basket and nothing paid.
    public static OpenSale of(Basket basket) {
        return new OpenSale(basket, List.of(), Optional.empty(), 1, Optional.empty(), Optional.empty());
    }

    /// The same where cash is rounded to this coin.
    public OpenSale rounded(long smallest) {
        return new OpenSale(basket, tenders, attempt, smallest, age, customer);
    }

    /// An empty counter for the next customer.
    OpenSale next() {
        return of(Basket.empty(basket.currency(), basket.taxRule())).rounded(coin);
    }

    /// What was paid towards the basket's total.
    public Settlement settlement() {
        return new Settlement(basket.total(), tenders, coin);
    }

    /// Whether no goods and no money would be lost with it.
    public boolean isEmpty() {
        return basket.isEmpty() && tenders.isEmpty() && attempt.isEmpty();
    }

    /// The same with other goods.
    public OpenSale with(Basket other) {
        return new OpenSale(other, tenders, attempt, coin, age, customer);
    }

    /// The same with these tenders.
    public OpenSale with(List<Tender> others) {
        return new OpenSale(basket, others, attempt, coin, age, customer);
    }

    /// The same with a tender more.
    public OpenSale plus(Tender tender) {
        List<Tender> more = new ArrayList<>(tenders);
        more.add(tender);
        return new OpenSale(basket, more, attempt, coin, age, customer);
    }

    /// The same when somebody made sure of the customer's age.
    OpenSale with(Sale.AgeCheck check) {
        return new OpenSale(basket, tenders, attempt, coin, Optional.of(check), customer);
    }

    /// The same for a customer whose age nobody asked for.
    OpenSale ageless() {
        return new OpenSale(basket, tenders, attempt, coin, Optional.empty(), customer);
    }

    /// The same for another customer, or for one whom nobody knows.
    ///
    /// @param isExempt whether what is sold is exempt from taxes
    /// @throws IllegalArgumentException when the basket has no room for that
    OpenSale of(Optional<Customer> other, boolean isExempt) {
        return new OpenSale(basket.exempted(isExempt), tenders, attempt, coin, age, other);
    }

    /// What people call who buys.
    public Optional<String> customerName() {
        return customer.map(Customer::name);
    }

    /// Who the ledger says bought.
    public Optional<Sale.Buyer> buyer() {
        return customer.map(who -> new Sale.Buyer(who.id(), who.exemption().filter(_ -> basket.isExempt())));
    }

    /// The same while a card payment is being asked for.
    public OpenSale asking(Attempt asked) {
        return new OpenSale(basket, tenders, Optional.of(asked), coin, age, customer);
    }

    /// The same when the answer to the card payment is known.
    ///
    /// @param reference what the terminal printed, may be empty
    /// @throws IllegalStateException when no card payment is open
    public OpenSale answered(CardAnswer answer, String reference) {
        Attempt asked = attempt.orElseThrow(() -> new IllegalStateException("no card payment is open"));
        OpenSale closed = new OpenSale(basket, tenders, Optional.empty(), coin, age, customer);
        return switch (answer) {
            case APPROVED -> closed.plus(new Tender.Card(asked.amount(), asked.id(), reference));
            case DECLINED, TIMED_OUT, LEFT_OPEN, STAYS -> closed;
            case UNDONE, KEPT -> closed.with(tenders.stream().filter(tender -> !isOf(tender, asked)).toList());
        };
    }

    /// Whether what the open card payment had paid is to go back.
    public boolean isUndoing() {
        return attempt.filter(asked -> tenders.stream().anyMatch(tender -> isOf(tender, asked))).isPresent();
    }

    private static boolean isOf(Tender tender, Attempt asked) {
        return tender instanceof Tender.Card card && card.attempt().equals(asked.id());
    }
}
