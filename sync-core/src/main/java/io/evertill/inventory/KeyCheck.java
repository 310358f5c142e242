package io.evertill.inventory;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Balances.Balance;
import io.evertill.db.Postings;
import io.evertill.db.Stock;
import io.evertill.db.StockExceptions;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.stock.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides whether a key is as it must be, and if not, whether what is kept about it drifted or its movements are damaged.
///
/// The movements are right when each is what its entry says, none is missing and both sides of a group agree; then, and only
/// then, everything else follows from them.
final class KeyCheck {
    private static final int PAGE = 500;

    private final Tx tx;
    private final Balance balance;
    private final Move.Key key;
    private final EntryMoves entries;

    private KeyCheck(Tx tx, Balance balance, EntryMoves entries) {
        this.tx = tx;
        this.balance = balance;
        this.entries = entries;
        this.key = balance.key();
    }

    /// Checks a key: movements that its latest snapshot vouches for are read again only when something is wrong with it.
    ///
    /// @param entries that were read before, of other keys
    static Optional<Finding> since(Tx tx, Balance balance, EntryMoves entries) {
        KeyCheck check = new KeyCheck(tx, balance, entries);
        return check.isSuspect() ? check.whole() : check.damage(balance.through()).or(check::exception);
    }

    /// Checks a key and all its movements.
    static Optional<Finding> whole(Tx tx, Balance balance) {
        return new KeyCheck(tx, balance, new EntryMoves()).whole();
    }

    private boolean isSuspect() {
        return !balance.isEven() || !balance.isGapless() || balance.unbalanced() > 0;
    }

    private Optional<Finding> whole() {
        Optional<Finding> damage = damage(0);
        if (damage.isPresent()) {
            return damage;
        }
        if (balance.unbalanced() > 0) {
            return Optional.of(new Finding.Damage(key, Finding.Kind.UNBALANCED, balance.unbalanced()));
        }
        if (!balance.isEven()) {
            return missing().or(() -> Optional.of(drift(isLevelRight() ? Finding.What.SNAPSHOT : Finding.What.LEVEL)));
        }
        return exception();
    }

    private boolean isLevelRight() {
        return balance.level().equals(expected());
    }

    private Stock.Level expected() {
        return new Stock.Level(key, balance.sum().quantity(), balance.sum().count());
    }

    private Finding drift(Finding.What what) {
        return new Finding.Drift(what, expected(), balance.level(), tx.stockSnapshots().lastRight(key) + 1);
    }

    private Optional<Finding> exception() {
        if (key.place().kind() != Place.Kind.AVAILABLE) {
            return Optional.empty();
        }
        long expected = Math.min(0, balance.sum().quantity());
        long found = tx.stockExceptions().open(StockExceptions.Kind.OVERSOLD, key)
                .map(StockExceptions.Raised::shortBy).orElse(0L);
        return expected == found ? Optional.empty() : Optional.of(drift(Finding.What.EXCEPTION));
    }

    /// Looks at the movements behind a number: they follow one another, and each is what its entry says.
    private Optional<Finding> damage(long after) {
        long last = after;
        List<Stock.Movement> page;
        do {
            page = tx.stockHistory().of(key, last, PAGE);
            for (Stock.Movement movement : page) {
                last++;
                if (movement.keySeq() != last) {
                    return Optional.of(new Finding.Damage(key, Finding.Kind.GAP, last));
                }
                if (!entries.has(tx, movement)) {
                    return Optional.of(new Finding.Damage(key, Finding.Kind.DIFFERENT, last));
                }
            }
        } while (page.size() == PAGE);
        return Optional.empty();
    }

    /// What names a movement.
    private record Part(EntryId entry, int line) {}

    /// Looks through everything that was applied in the branch for a move of this key that has no movement.
    private Optional<Finding> missing() {
        Set<Part> stored = new HashSet<>();
        tx.stock().eachMovement(key, movement -> stored.add(new Part(movement.entry(), movement.line())));
        boolean isMissing = tx.acceptedStreams().all().stream()
                .filter(held -> held.branch().equals(key.place().branch()))
                .anyMatch(held -> isMissing(held, stored));
        return isMissing
                ? Optional.of(new Finding.Damage(key, Finding.Kind.MISSING, balance.sum().count() + 1))
                : Optional.empty();
    }

    private boolean isMissing(AcceptedStreams.Held held, Set<Part> stored) {
        Set<Long> unposted = tx.parked().unposted(held.branch(), held.id());
        long last = 0;
        List<Postings.Stored> page;
        do {
            page = tx.postings().after(held.branch(), held.id(), last, PAGE);
            for (Postings.Stored posting : page) {
                last = posting.posting().seq();
                boolean isApplied = posting.state() == Postings.State.FIRST && last <= held.appliedSeq() && !unposted.contains(last);
                if (isApplied && isMissing(posting, stored)) {
                    return true;
                }
            }
        } while (page.size() == PAGE);
        return false;
    }

    private boolean isMissing(Postings.Stored posting, Set<Part> stored) {
        return EntryMoves.read(posting).stream()
                .flatMap(entry -> entry.moves().stream())
                .anyMatch(move -> move.key().equals(key)
                        && !stored.contains(new Part(posting.posting().fact().id(), move.line())));
    }
}
