package io.evertill.inventory;

import io.evertill.db.Balances;
import io.evertill.db.Database;
import io.evertill.db.Incidents;
import io.evertill.db.Repairs;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.product.ProductId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares what is kept about stock with the movements, and the movements with their entries (domain 2i).
///
/// **Drift**, a figure that is not what the movements say, is repaired: the key is rebuilt under its lock and the repair is
/// noted; a second repair of a key is an incident, because the program must have a defect. **Damage** of the movements is
/// never repaired: requests on the key are refused and a person is told, until that person settles the incident.
///
/// It reads one state of the database at a time, so what is in flight never looks like drift.
public final class Reconciliation {
    private static final int PAGE = 500;

    private final Database db;
    private final EntryMoves entries = new EntryMoves();

    /// Reconciles the centre's database. Not thread-safe.
    public Reconciliation(Database db) {
        this.db = db;
    }

    /// What was found among some keys.
    ///
    /// @param keys how many were looked at
    /// @param last where to go on; empty at the end
    public record Page(long keys, List<Finding> findings, Optional<Move.Key> last) {}

    /// Whether requests on a key are refused because its movements are damaged.
    public static boolean isFrozen(Tx tx, Move.Key key) {
        return tx.repairs().isFrozen(key);
    }

    /// Looks at a key and at all its movements; changes nothing.
    public Optional<Finding> look(Move.Key key) {
        return db.read(tx -> KeyCheck.whole(tx, tx.balances().of(key)));
    }

    /// Looks at the next keys, at their movements since the last snapshot and at the sums of all; changes nothing.
    public Page look(Optional<Move.Key> after) {
        return db.read(tx -> {
            Balances.Page page = tx.balances().after(after, PAGE);
            List<Finding> findings = new ArrayList<>();
            page.balances().forEach(balance -> KeyCheck.since(tx, balance, entries).ifPresent(findings::add));
            if (page.last().isEmpty()) {
                entries.clear();
            }
            return new Page(page.balances().size(), List.copyOf(findings), page.last());
        });
    }

    /// Looks at a key again under its lock, and does what is to be done about it.
    ///
    /// @param by who reconciles
    /// @return what was found; drift is then repaired, damage frozen
    public Optional<Finding> mend(Move.Key key, String by) {
        return db.write(tx -> {
            tx.stock().lock(key);
            Optional<Finding> found = KeyCheck.whole(tx, tx.balances().of(key));
            found.ifPresent(finding -> {
                switch (finding) {
                    case Finding.Drift drift -> repair(tx, drift, by);
                    case Finding.Damage damage -> freeze(tx, damage);
                }
            });
            // The lock makes a level where there was none.
            tx.stock().put(tx.stock().level(key));
            return found;
        });
    }

    private static void repair(Tx tx, Finding.Drift drift, String by) {
        Move.Key key = drift.key();
        Rebuild.key(tx, key);
        long occasion = tx.repairs().count(key) + 1;
        tx.repairs().append(new Repairs.Repair(
                occasion, drift.expected(), drift.found(), drift.firstBadKeySeq(), drift.what().name(), by, tx.now()));
        if (occasion > 1) {
            tx.incidents().note(new Incidents.Event(key.place().branch(), "", "DRIFT_AGAIN", about(key, occasion),
                    drift.sentence(name(tx, key)) + " It was repaired, for the " + occasion
                            + ". time. The ledger is whole; tell those who make the program."), tx.now());
        }
    }

    private static void freeze(Tx tx, Finding.Damage damage) {
        Move.Key key = damage.key();
        Incidents.Event incident = new Incidents.Event(key.place().branch(), "", "LEDGER_DAMAGED",
                about(key, damage.keySeq()) + " " + damage.kind(), damage.sentence(name(tx, key))
                        + " Nothing was changed, sales go on, and promises on it are refused. Keep a copy of the database, compare"
                        + " it with a backup, and count the shelf; settle this incident when it is cleared up.");
        tx.incidents().note(incident, tx.now());
        tx.repairs().freeze(key, incident, tx.now());
    }

    private static String about(Move.Key key, long number) {
        return String.join(" ", key.product().toString(), key.place().code(), key.lot(), Long.toString(number));
    }

    private static String name(Tx tx, Move.Key key) {
        return name(tx, key.product());
    }

    /// What people call a product: its SKU, or its id when it is not known any more.
    public static String name(Tx tx, ProductId product) {
        return tx.definitions().sku(product).orElseGet(product::toString);
    }
}
