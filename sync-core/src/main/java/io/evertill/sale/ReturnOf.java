package io.evertill.sale;

import io.evertill.money.Money;
import io.evertill.stock.Place;
import io.evertill.stock.Wording;
import java.util.Optional;
import java.util.UUID;

/// What a return line brings back.
///
/// @param sold the line that sold it; empty for a return without a receipt
/// @param condition decides where the goods go (domain 2k)
/// @param reason why, in the cashier's words or a code, at most 200 characters; may be empty with a receipt, never without
///     one
/// @param tax what is paid back of a tax that was added to the price; empty without a receipt and where prices contain tax
/// @param noted the number of a receipt that was shown while nobody could say what is on it; empty where [#sold] says it
public record ReturnOf(
        Optional<SoldLine> sold, Condition condition, String reason, Optional<Money> tax, Optional<ReceiptNumber> noted) {
    /// What the reason begins with where the whole sale was taken back before its customer had left.
    public static final String VOID_LAST = "VOID_LAST ";

    static final int REASON_LENGTH_MAX = 200;

    /// A line of an earlier sale.
    ///
    /// @param sale the entry id of that sale
    /// @param receipt its receipt number
    /// @param line the line's number in it
    public record SoldLine(UUID sale, ReceiptNumber receipt, int line) {
        /// Refuses a line before the first.
        public SoldLine {
            if (line < 1) {
                throw new IllegalArgumentException("line numbers start at 1: " + line);
            }
        }
    }

    /// Why goods come back without a receipt, when a cashier chooses: the name goes into the ledger. Receipts translate these
    /// names and print any other reason as it stands.
    public enum Reason {
        /// The customer does not want them.
        NOT_WANTED,
        /// They do not work, or are not as they should be.
        DEFECTIVE,
        /// They were mistaken for something else.
        WRONG_GOODS,
        /// They were given to somebody who has no receipt.
        GIFT
    }

    /// What state the goods came back in.
    public enum Condition {
        /// As new: back on the shelf.
        RESALABLE(Place.Kind.AVAILABLE),
        /// Opened, or nobody looked: set aside.
        UNKNOWN(Place.Kind.RETURNED),
        /// Broken: held back.
        DAMAGED(Place.Kind.QUARANTINE),
        /// Out of date: thrown away.
        EXPIRED(Place.Kind.SCRAP);

        private final Place.Kind goesTo;

        Condition(Place.Kind goesTo) {
            this.goesTo = goesTo;
        }

        /// The place where goods in this condition go at a branch.
        public Place place(String branch) {
            return goesTo.isReal() ? Place.at(branch, goesTo) : new Place("", "", goesTo);
        }
    }

    /// Refuses a return without a receipt and without a reason.
    public ReturnOf {
        if (sold.isEmpty() && reason.isBlank()) {
            throw new IllegalArgumentException("a return without a receipt needs a reason");
        }
        if (sold.isEmpty() && tax.isPresent()) {
            throw new IllegalArgumentException("without a receipt nobody knows the tax that was paid");
        }
        if (sold.isPresent() && noted.isPresent()) {
            throw new IllegalArgumentException("the sold line names its receipt itself: " + noted.get());
        }
        Wording.allow("the reason of a return", reason, REASON_LENGTH_MAX);
    }

    /// Without a tax to be paid back apart from the price.
    public ReturnOf(Optional<SoldLine> sold, Condition condition, String reason) {
        this(sold, condition, reason, Optional.empty());
    }

    /// Of a receipt that is known, or of none.
    public ReturnOf(Optional<SoldLine> sold, Condition condition, String reason, Optional<Money> tax) {
        this(sold, condition, reason, tax, Optional.empty());
    }

    /// Without a receipt that is known, and with the number that was shown, if one was.
    public ReturnOf(Condition condition, String reason, Optional<ReceiptNumber> noted) {
        this(Optional.empty(), condition, reason, Optional.empty(), noted);
    }

    /// The receipt that the goods came back for, known or only noted.
    public Optional<ReceiptNumber> receipt() {
        return sold.map(SoldLine::receipt).or(() -> noted);
    }
}
