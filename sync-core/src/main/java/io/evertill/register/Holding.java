package io.evertill.register;

import io.evertill.db.Database;
import io.evertill.db.HeldBaskets;
import io.evertill.db.Tx;
import io.evertill.ledger.Bytes;
import io.evertill.person.Person;
import io.evertill.wire.KeptBasket;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Puts the basket on the counter aside until its customer comes back: durable, and never dropped.
///
/// A basket is on the counter or aside, whenever the power fails: each step is one transaction.
public final class Holding {
    private final Database db;

    /// The held baskets of a till's database.
    public Holding(Database db) {
        this.db = db;
    }

    /// Puts a basket aside and clears the counter; answers the number by which it is called back.
    ///
    /// @param name what the cashier calls it, may be empty
    /// @throws io.evertill.db.StorageFailure when the disk does not take it; the counter is as it was
    public long hold(KeptBasket basket, String name, Person by, LocalDate businessDate) {
        return db.write(tx -> {
            long number = tx.held().next();
            tx.held().hold(new HeldBaskets.Held(number, name, basket.basket().lines().size(), basket.basket().total(), tx.now(),
                    by.name(), businessDate), basket.write());
            tx.counter().clear();
            return number;
        });
    }

    /// All that wait, by number.
    public List<HeldBaskets.Held> all() {
        return db.read(tx -> tx.held().all());
    }

    /// Puts a held basket back on the counter, as old as it is, where no goods and no money may be, for whom it was held if the book
    /// still knows the person.
    ///
    /// @return empty when there is none of this number, or it cannot be understood: then it stays where it is
    public Optional<Resumed> recall(long number) {
        return db.write(tx -> {
            Optional<Bytes> content = tx.held().find(number).filter(_ -> isFree(tx));
            Optional<Resumed> basket = content.flatMap(KeptBasket::read).map(kept -> Resumed.of(tx, kept));
            basket.ifPresent(found -> {
                tx.counter().keep(found.kept().write(), tx.held().heldAt(number).orElseGet(tx::now));
                tx.held().remove(number);
            });
            return basket;
        });
    }

    /// Nothing would be lost with what is on the counter: at most somebody who has chosen nothing yet.
    private static boolean isFree(Tx tx) {
        return tx.counter().basket().filter(kept -> !KeptBasket.read(kept).map(KeptBasket::isEmpty).orElse(false)).isEmpty();
    }
}
