package io.evertill.journal;

import io.evertill.ledger.EntryId;
import io.evertill.ledger.Position;
import io.evertill.money.Money;
import io.evertill.person.Person;
import java.time.Instant;
import java.util.Optional;

/// One thing that happened at the till.
///
/// @param position where in the ledger it stands, here and at the centre
/// @param number of the receipt or the report; empty for what has none
/// @param at when, by the till's clock
/// @param amount what it comes to
/// @param lines how many lines it has, 0 for what has none
/// @param about why it was done, as the ledger has it; may be empty
public record JournalLine(
        EntryId entry,
        Position position,
        Kind kind,
        String number,
        Instant at,
        Person by,
        Optional<Money> amount,
        int lines,
        String about,
        Stage stage) {
    /// What happened.
    public enum Kind {
        /// Goods were sold.
        SALE,
        /// More came back than was sold.
        RETURN,
        /// A basket was given up, or a sale was taken back as a whole.
        VOID,
        /// Cash was put in.
        CASH_IN,
        /// Cash was taken out.
        CASH_OUT,
        /// The drawer was opened without a sale.
        NO_SALE,
        /// A shift began.
        SHIFT_OPEN,
        /// A shift ended.
        SHIFT_CLOSE,
        /// A receipt was written once more.
        COPY,
        /// A card payment that no sale holds stays with the terminal: somebody pays it back by hand.
        CARD_KEPT
    }

    /// Whether it has a receipt.
    public boolean isSale() {
        return kind == Kind.SALE || kind == Kind.RETURN;
    }
}
