package io.evertill.register;

import io.evertill.customer.Customer;
import io.evertill.db.Tx;
import io.evertill.wire.KeptBasket;
import java.util.Optional;

/// A basket that comes back to the counter, and who buys it, as the till's book knows the person now.
///
/// @param kept free of taxes if it was when it began to wait: whether the person still has a certificate is for the till to see
/// @param customer empty for nobody, and for somebody who was forgotten while the basket waited
public record Resumed(KeptBasket kept, Optional<Customer> customer) {
    /// Looks who it is.
    static Resumed of(Tx tx, KeptBasket kept) {
        Optional<Customer> customer = kept.customer().flatMap(tx.customers()::find);
        return new Resumed(kept.of(customer.map(Customer::id), kept.basket().isExempt()), customer);
    }
}
