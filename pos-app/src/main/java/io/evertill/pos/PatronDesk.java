package io.evertill.pos;

import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.register.Buyers;
import io.evertill.till.TillEvent;
import java.util.List;
import java.util.Optional;

/// The till's book of customers, as the window asks for it.
final class PatronDesk {
    private final TillProcess till;
    private final Buyers buyers;

    PatronDesk(TillProcess till) {
        this.till = till;
        this.buyers = new Buyers(till.database());
    }

    /// The customers that a text means.
    TillEvent find(long ask, String text, int max) {
        List<Customer> found = buyers.search(text, max + 1);
        return new TillEvent.CustomersFound(ask, found.stream().limit(max).toList(), found.size() > max);
    }

    /// A new customer gets an id and is told to the centre as soon as it is heard.
    Customer meet(Customer met) {
        CustomerId id = new CustomerId(till.register().entryId().value());
        Customer customer = new Customer(id, met.name(), met.phone(), met.email(), met.card(), Optional.empty());
        return till.tell(_ -> {
            buyers.meet(customer);
            return customer;
        }).join();
    }
}
