package io.evertill.sale;

import io.evertill.customer.CustomerId;
import io.evertill.customer.Exemption;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.product.Guidance;
import io.evertill.stock.Place;
import io.evertill.stock.Wording;
import io.evertill.tax.TaxAmount;
import io.evertill.tax.TaxRate;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// A completed sale: the fact that goods and money changed hands. Its parts agree with one another or it cannot be made.
///
/// @param receipt its number
/// @param branch the store where it happened
/// @param shift the open shift
/// @param businessDate the shift's date: what the sale counts for, whatever the clock says
/// @param at when it happened, by the till's clock, to the microsecond
/// @param cashier who rang it up
/// @param customer what the receipt calls who bought; 1 to 100 characters
/// @param buyer who bought, when known; nobody is exempt without a certificate
/// @param lines what was sold and taken back, at least one
/// @param voided what was rung up and taken out again before payment
/// @param taxes one row a rate
/// @param total what was owed
/// @param tenders what was paid with; they sum to total, rounding and change
/// @param change what was given back, of cash
/// @param age the proof that the customer is old enough, when some of the goods wanted one
/// @param rounding what was paid more than the total because of the smallest coin, or less when negative; only with cash
public record Sale(
        ReceiptNumber receipt,
        String branch,
        UUID shift,
        LocalDate businessDate,
        Instant at,
        Person cashier,
        Optional<String> customer,
        Optional<Buyer> buyer,
        Optional<AgeCheck> age,
        List<Line> lines,
        List<Line> voided,
        List<TaxAmount> taxes,
        Money total,
        List<Tender> tenders,
        Money change,
        Money rounding) {
    private static final int CUSTOMER_LENGTH_MAX = 100;

    /// Refuses a sale whose lines, taxes, tenders and totals disagree.
    public Sale {
        lines = List.copyOf(lines);
        voided = List.copyOf(voided);
        taxes = List.copyOf(taxes);
        tenders = List.copyOf(tenders);
        at = at.truncatedTo(ChronoUnit.MICROS);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a sale has at least one line");
        }
        if (!Place.isName(branch)) {
            throw new IllegalArgumentException("a sale happens at a branch, not at '" + branch + "'");
        }
        customer.ifPresent(name -> Wording.require("a customer", name, CUSTOMER_LENGTH_MAX));
        if (lines.stream().anyMatch(Line::isExempt) && buyer.flatMap(Buyer::exemption).isEmpty()) {
            throw new IllegalArgumentException("nobody is exempt from taxes without a certificate");
        }
        Basket.requireOnce(lines, voided);
        requireTaxed(lines, taxes);
        Money owed = Basket.total(lines, taxes, total.currency());
        if (!owed.equals(total)) {
            throw new IllegalArgumentException("lines and taxes sum to " + owed + ", the sale says " + total);
        }
        Money paid = tenders.stream().map(Tender::amount).reduce(Money.zero(total.currency()), Money::plus);
        if (!paid.minus(change).equals(total.plus(rounding))) {
            throw new IllegalArgumentException("paid " + paid + " less change " + change + " is not " + total + " and " + rounding);
        }
        boolean hasCash = tenders.stream().anyMatch(Tender.Cash.class::isInstance);
        if (!rounding.isZero() && (!hasCash || Math.abs(rounding.minor()) > Settlement.COIN_MAX / 2)) {
            throw new IllegalArgumentException(total + " paid with " + tenders + " cannot be rounded by " + rounding);
        }
        Settlement settlement = new Settlement(total.plus(rounding), tenders);
        if (!settlement.change().equals(change) || !settlement.isComplete()) {
            throw new IllegalArgumentException("tenders " + tenders + " for " + total + " give no change of " + change);
        }
    }

    /// Without rounding, of goods for everybody.
    public Sale(
            ReceiptNumber receipt,
            String branch,
            UUID shift,
            LocalDate businessDate,
            Instant at,
            Person cashier,
            Optional<String> customer,
            List<Line> lines,
            List<Line> voided,
            List<TaxAmount> taxes,
            Money total,
            List<Tender> tenders,
            Money change) {
        this(receipt, branch, shift, businessDate, at, cashier, customer, Optional.empty(), Optional.empty(), lines, voided, taxes, total,
                tenders, change, Money.zero(total.currency()));
    }

    /// Every rate of the lines has its row, and the row is about exactly their sum.
    private static void requireTaxed(List<Line> lines, List<TaxAmount> taxes) {
        Map<TaxRate, Money> sums = new LinkedHashMap<>();
        lines.forEach(line -> sums.merge(line.item().tax(), line.total(), Money::plus));
        Map<TaxRate, Money> rows = new LinkedHashMap<>();
        taxes.forEach(tax -> rows.merge(tax.rate(), tax.ofLines(), Money::plus));
        if (!sums.equals(rows) || rows.size() != taxes.size()) {
            throw new IllegalArgumentException(
                    "lines come to " + sums.values() + " under their rates, the taxes are on " + rows.values());
        }
    }

    /// Who bought: an id that the book of customers knows, and nothing about the person.
    ///
    /// @param exemption the certificate that counted for this sale; empty when the customer paid taxes
    public record Buyer(CustomerId id, Optional<Exemption> exemption) {}

    /// Somebody made sure that the customer is old enough. When the customer was born is not kept.
    ///
    /// @param years how old at least; 1 to [Guidance#AGE_MAX]
    public record AgeCheck(int years, Manner manner) {
        /// How somebody made sure.
        public enum Manner {
            /// A date of birth was typed, and is that long ago.
            BORN,
            /// The cashier said so.
            SEEN
        }

        /// Checks the range above.
        public AgeCheck {
            Objects.requireNonNull(manner);
            if (years < 1 || years > Guidance.AGE_MAX) {
                throw new IllegalArgumentException("an age is of 1 to " + Guidance.AGE_MAX + " years, not of " + years);
            }
        }
    }

    /// Where, when, by whom and for whom a sale is rung up.
    public record Occasion(
            String branch,
            UUID shift,
            LocalDate businessDate,
            Instant at,
            Person cashier,
            Optional<String> customer,
            Optional<Buyer> buyer,
            Optional<AgeCheck> age) {
        /// For somebody whom the book of customers does not know.
        public Occasion(
                String branch,
                UUID shift,
                LocalDate businessDate,
                Instant at,
                Person cashier,
                Optional<String> customer,
                Optional<AgeCheck> age) {
            this(branch, shift, businessDate, at, cashier, customer, Optional.empty(), age);
        }

        /// Without goods that want an age.
        public Occasion(String branch, UUID shift, LocalDate businessDate, Instant at, Person cashier, Optional<String> customer) {
            this(branch, shift, businessDate, at, cashier, customer, Optional.empty());
        }
    }

    /// The sale of a basket that is paid.
    ///
    /// @throws IllegalArgumentException when something remains to be paid or the settlement is for another amount
    public static Sale of(ReceiptNumber receipt, Occasion occasion, Basket basket, Settlement settlement) {
        if (!settlement.isComplete() || !settlement.due().equals(basket.total())) {
            throw new IllegalArgumentException(
                    "settlement of " + settlement.due() + " with " + settlement.remaining() + " left for " + basket.total());
        }
        return new Sale(receipt, occasion.branch(), occasion.shift(), occasion.businessDate(), occasion.at(),
                occasion.cashier(), occasion.customer(), occasion.buyer(), occasion.age(), basket.lines(), basket.voided(), basket.taxes(),
                basket.total(), settlement.tenders(), settlement.change(), settlement.rounding());
    }

    /// What the drawer holds more (or less, when negative) after this sale: cash handed over less change.
    public Money cash() {
        return tenders.stream()
                .filter(Tender.Cash.class::isInstance)
                .map(Tender::amount)
                .reduce(Money.zero(total.currency()), Money::plus)
                .minus(change);
    }
}
