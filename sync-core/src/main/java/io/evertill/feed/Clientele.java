package io.evertill.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.db.CustomerBook;
import io.evertill.db.Tx;
import io.evertill.feed.HeadOffice.Change;
import io.evertill.ledger.Bytes;
import io.evertill.wire.CustomerRows;
import io.evertill.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The book of customers, as the centre keeps it for the tills of all stores: each written together with the row for the feed.
///
/// What is known of a person stands here and in the feed alone, and in no entry of a ledger, so that it can be forgotten.
public final class Clientele {
    private final Feed feed;

    /// A book that tells the tills through a feed.
    public Clientele(Feed feed) {
        this.feed = feed;
    }

    /// Defines a customer.
    ///
    /// @throws IllegalArgumentException when the loyalty number is somebody else's, or the customer is gone
    public Change define(Tx tx, Customer customer) {
        boolean isTaken = tx.customerBook().byCard(customer.card()).stream().anyMatch(other -> !other.id().equals(customer.id()));
        if (isTaken) {
            throw new IllegalArgumentException("the loyalty number belongs to another customer");
        }
        Optional<CustomerBook.Known> known = tx.customerBook().find(customer.id());
        if (known.isPresent() && known.get().definition().isEmpty()) {
            throw new IllegalArgumentException("the customer was forgotten or merged");
        }
        ObjectNode row = CustomerRows.write(customer);
        if (known.flatMap(CustomerBook.Known::definition).filter(Json.canonical(row)::equals).isPresent()) {
            return Change.SAME;
        }
        put(tx, customer, row);
        return known.isEmpty() ? Change.ADDED : Change.CHANGED;
    }

    private void put(Tx tx, Customer customer, ObjectNode row) {
        tx.customerBook().put(customer.id(), customer.card(), Json.canonical(row), tx.now());
        feed.put(tx, Feed.CUSTOMER, "", customer.id().toString(), row);
    }

    /// Takes in whom a till met. One who is known stays as the centre knows the person, and no till frees anybody from taxes. Two
    /// tills may have met one person, or given one loyalty number twice: both are kept.
    ///
    /// @return those who are gone from the book
    public List<CustomerId> meet(Tx tx, List<Customer> customers) {
        List<CustomerId> gone = new ArrayList<>();
        for (Customer customer : customers) {
            Optional<CustomerBook.Known> known = tx.customerBook().find(customer.id());
            if (known.isEmpty()) {
                put(tx, customer.taxed(), CustomerRows.write(customer.taxed()));
            } else if (known.get().definition().isEmpty()) {
                gone.add(customer.id());
            }
        }
        return List.copyOf(gone);
    }

    /// Forgets everything that is known of a customer, here and at the tills. The id stays in sales and says nothing any more.
    ///
    /// @return whether there was anything to forget
    public boolean forget(Tx tx, CustomerId id) {
        return drop(tx, id, Optional.empty());
    }

    /// Says that two customers are one person: what is known of the first is forgotten, and whoever looks for the first finds the
    /// second.
    ///
    /// @throws IllegalArgumentException when they are one customer, or one of them is not in the book
    public void merge(Tx tx, CustomerId id, CustomerId into) {
        if (id.equals(into) || resolve(tx, into).filter(same -> same.id().equals(into)).isEmpty() || !drop(tx, id, Optional.of(into))) {
            throw new IllegalArgumentException("two different customers of the book can be merged, no others");
        }
    }

    private boolean drop(Tx tx, CustomerId id, Optional<CustomerId> into) {
        boolean isKnown = tx.customerBook().find(id).flatMap(CustomerBook.Known::definition).isPresent();
        if (isKnown) {
            tx.customerBook().drop(id, into, tx.now());
            feed.remove(tx, Feed.CUSTOMER, "", id.toString());
        }
        return isKnown;
    }

    /// What is known of a customer whom a sale names: of the same person, when two were merged.
    ///
    /// @return empty when nothing is known, or nothing any more
    public static Optional<Customer> resolve(Tx tx, CustomerId id) {
        Optional<CustomerBook.Known> known = tx.customerBook().find(id);
        Optional<CustomerBook.Known> same = known.flatMap(CustomerBook.Known::into).flatMap(tx.customerBook()::find).or(() -> known);
        return same.flatMap(CustomerBook.Known::definition).map(Clientele::read);
    }

    /// The customer with a loyalty number; the first, when tills gave it to several.
    public static Optional<CustomerId> byCard(Tx tx, String card) {
        return tx.customerBook().byCard(Customer.card(card)).stream().map(CustomerBook.Known::id).findFirst();
    }

    /// Customers behind an id, in order; start behind the id of zeros.
    public static List<Customer> after(Tx tx, CustomerId id, int limit) {
        return tx.customerBook().after(id, limit).stream()
                .flatMap(known -> known.definition().stream())
                .map(Clientele::read)
                .toList();
    }

    private static Customer read(Bytes definition) {
        return CustomerRows.read(Json.parse(definition.content()));
    }
}
