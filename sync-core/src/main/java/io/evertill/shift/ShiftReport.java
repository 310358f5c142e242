package io.evertill.shift;

import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.sale.ReceiptNumber;
import io.evertill.tax.TaxAmount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What happened in a shift: an X report while it is open, the Z report once it is closed.
///
/// It follows from the entries of the shift alone, in whatever order they come, so it can be made again for ever.
///
/// @param branch the store
/// @param till the till's name
/// @param shift what it is about
/// @param closed how it ended; empty while it is open
/// @param sales what was sold and taken back
/// @param taxes one row a rate, by code
/// @param tenders what was paid with
/// @param drawer what the drawer should hold
/// @param moves cash that was put in or taken out apart from sales, in order
/// @param openings the drawer was opened without a sale, in order
/// @param cashiers who rang up what, by id
/// @param cards card payments that the till went on without and that had no answer in this shift, in order
/// @param kept card payments that no sale holds and that stay with the terminal, as was found in this shift, in order
public record ShiftReport(
        String branch,
        String till,
        Shift shift,
        Optional<Closed> closed,
        Sales sales,
        List<TaxAmount> taxes,
        Tenders tenders,
        Drawer drawer,
        List<Moved> moves,
        List<Opened> openings,
        List<Cashier> cashiers,
        List<CardLeft> cards,
        List<CardKept> kept) {
    /// Copies the lists.
    public ShiftReport {
        taxes = List.copyOf(taxes);
        moves = List.copyOf(moves);
        openings = List.copyOf(openings);
        cashiers = List.copyOf(cashiers);
        cards = List.copyOf(cards);
        kept = List.copyOf(kept);
    }

    /// A card payment that had no answer in the shift.
    ///
    /// @param at when the till went on without it
    public record CardLeft(UUID attempt, Instant at, Money amount) {}

    /// A card payment that stays with the terminal and has to be paid back by hand.
    ///
    /// @param at when that was found
    /// @param told the terminal's own word for the payment, its reference; empty when it said none
    public record CardKept(UUID attempt, Instant at, Money amount, String told) {}

    /// How many, and what they come to.
    public record Sum(long count, Money amount) {
        /// Both together.
        public Sum plus(Sum other) {
            return new Sum(count + other.count, amount.plus(other.amount));
        }
    }

    /// The end of a shift.
    ///
    /// @param number the report's number; empty for a shift that was closed without one
    /// @param counted what was in the drawer
    /// @param count by denomination; empty when only the sum was noted
    /// @param digest the first digits of what proves which sales it had; empty where the number is
    public record Closed(
            Instant at, Person by, Optional<ReceiptNumber> number, Money counted, Optional<CashCount> count, String digest) {}

    /// What was sold and taken back.
    ///
    /// @param receipts sales, returns included
    /// @param goods lines that were sold
    /// @param returns lines that came back; their amount is below zero
    /// @param discounts what was taken off
    /// @param givenUp baskets that were never paid
    /// @param takenBack sales that were voided as a whole
    /// @param linesOut lines that were taken out before payment
    /// @param first the first receipt number; empty without a sale
    /// @param last the last one
    public record Sales(
            Sum receipts, Sum goods, Sum returns, Sum discounts, Sum givenUp, Sum takenBack, long linesOut,
            Optional<ReceiptNumber> first, Optional<ReceiptNumber> last) {}

    /// What was paid with: in how many sales, and how much, less change and what was paid out.
    ///
    /// @param rounding what was paid more than the sales come to because of the smallest coin; it is in the cash
    public record Tenders(Sum cash, Sum card, Sum voucher, Sum rounding) {}

    /// Cash put in, or taken out (negative).
    public record Moved(Instant at, Person by, Money amount, String reason) {}

    /// The drawer was opened without a sale.
    public record Opened(Instant at, Person by, String reason) {}

    /// What a person rang up.
    public record Cashier(Person person, Sum sales) {}

    /// How much more (or less) there was than there should have been; empty while nothing is counted.
    public Optional<Money> difference() {
        return closed.map(end -> end.counted().minus(drawer.cash()));
    }
}
