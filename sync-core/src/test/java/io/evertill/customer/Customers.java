package io.evertill.customer;

import io.evertill.stock.Chance;
import java.time.LocalDate;

/// Customers as chance brings them.
public final class Customers {
    private Customers() {}

    /// Anybody.
    public static Customer any(Chance chance) {
        return new Customer(new CustomerId(chance.id()), chance.words(Customer.NAME_LENGTH_MAX), chance.text(Customer.PHONE_LENGTH_MAX),
                chance.text(Customer.EMAIL_LENGTH_MAX), chance.code(12), chance.maybe(() ->
                        new Exemption(chance.words(64), LocalDate.ofEpochDay(20_000 + chance.below(4_000)))));
    }
}
