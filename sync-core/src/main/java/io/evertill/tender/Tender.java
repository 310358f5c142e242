package io.evertill.tender;

import io.evertill.money.Money;
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
    /// @param reference what the terminal printed, may be empty; never a card number
    record Card(Money amount, UUID attempt, String reference) implements Tender {}

    /// A voucher that the shop accepts.
    record Voucher(Money amount, String code) implements Tender {}
}
