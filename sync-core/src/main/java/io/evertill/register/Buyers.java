package io.evertill.register;

import io.evertill.customer.Customer;
import io.evertill.db.Database;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.ledger.EntryId;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import java.util.List;
import java.util.Optional;

/// The customers that a till knows, and which of them a sale names.
public final class Buyers {
    private final Database db;

    /// The customers in a till's database.
    public Buyers(Database db) {
        this.db = db;
    }

    /// The customers of whom each word of a text begins a word of name, e-mail address, phone or loyalty number.
    public List<Customer> search(String text, int limit) {
        return db.read(tx -> tx.customers().search(text, limit));
    }

    /// Takes in somebody whom this till met, beside the ledger, from which nothing could be forgotten. A known id changes nothing.
    ///
    /// @throws io.evertill.db.StorageFailure when the disk does not take it
    public void meet(Customer customer) {
        db.run(tx -> tx.customers().add(customer));
    }

    /// What the receipt calls who buys: somebody of the book only where the store wants that.
    static Optional<String> named(Tx tx, Register.Checkout checkout) {
        return checkout.customer().filter(_ -> checkout.buyer().isEmpty() || Store.isCustomerNamed(tx.terms()::setting));
    }

    /// Who buys; else who bought what comes back, as far as this till knows, without a certificate, which nobody showed now.
    static Optional<Sale.Buyer> of(Tx tx, Terminals.Identity identity, Register.Checkout checkout) {
        return checkout.buyer().or(() -> checkout.basket().lines().stream()
                .flatMap(line -> line.returned().flatMap(ReturnOf::sold).stream())
                .map(ReturnOf.SoldLine::sale)
                .distinct()
                .flatMap(sale -> Register.sale(tx, identity, new EntryId(sale)).flatMap(Sale::buyer).stream())
                .findFirst()
                .map(buyer -> new Sale.Buyer(buyer.id(), Optional.empty())));
    }
}
