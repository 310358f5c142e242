package io.evertill.tender;

import io.evertill.money.Money;
import io.evertill.stock.Wording;
import java.util.UUID;

/// One means of payment in a sale. A negative amount is paid out to the customer.
public sealed interface Tender {
    /// What it contributes.
    Money amount();

    /// Notes and coins as handed over, before change.
    record Cash(Money amount) implements Tender {}

    /// A card payment, taken on a terminal.
    ///
    /// @param attempt the id under which the attempt was recorded before the terminal was asked
    /// @param reference what the terminal printed, at most 100 characters, may be empty; never a card number
    record Card(Money amount, UUID attempt, String reference) implements Tender {
        private static final int REFERENCE_LENGTH_MAX = 100;

        /// Checks the range above.
        public Card {
            Wording.allow("the reference of a card payment", reference, REFERENCE_LENGTH_MAX);
        }
    }

    /// A voucher that the shop accepts.
    ///
    /// @param code names it, 1 to 64 characters
    record Voucher(Money amount, String code) implements Tender {
        private static final int CODE_LENGTH_MAX = 64;

        /// Checks the range above.
        public Voucher {
            Wording.require("the code of a voucher", code, CODE_LENGTH_MAX);
        }
    }
}
