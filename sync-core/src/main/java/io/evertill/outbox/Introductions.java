package io.evertill.outbox;

import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.db.Database;
import io.evertill.wire.CustomerRows;
import io.evertill.wire.Link;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells the centre of customers whom this till met, beside the entries: what is known of a person must not stand in a ledger, from
/// which nothing is ever taken.
///
/// Told twice changes nothing: a customer has an id of the till's. Nobody is dropped before the centre has answered.
public final class Introductions {
    private final Database db;
    private final Link link;

    /// Introductions of a till.
    public Introductions(Database db, Link link) {
        this.db = db;
        this.link = link;
    }

    /// Tells of all who are new, as far as the centre answers.
    ///
    /// @throws io.evertill.db.StorageFailure when the till's disk fails; the centre is told again then
    public void send() {
        List<Customer> some = next();
        while (!some.isEmpty()) {
            Optional<Set<CustomerId>> gone = link.introduce(some);
            if (gone.isEmpty()) {
                return;
            }
            List<Customer> told = some;
            db.run(tx -> told.forEach(customer -> {
                if (gone.get().contains(customer.id())) {
                    tx.customers().removeOwn(customer.id());
                } else {
                    tx.customers().sent(customer.id());
                }
            }));
            some = next();
        }
    }

    private List<Customer> next() {
        return db.read(tx -> tx.customers().toSend(CustomerRows.COUNT_MAX));
    }
}
