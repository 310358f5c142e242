package io.evertill.inventory;

import io.evertill.db.BatchStock;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.ledger.EntryId;
import io.evertill.lot.Fefo;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Goods that left or came without their batch, although their product comes in batches (domain 2e).
///
/// They stand in the ledger as goods of no known batch, below zero where they left. That balance is the task, and is over when
/// it is zero: nothing else is kept of it. A person who says which batch it was names the goods anew by an entry; no movement
/// is changed.
public final class LotResolution {
    private static final int PAGE = 500;

    private LotResolution() {}

    /// What a person says of goods of no known batch.
    ///
    /// @param lot which batch they are of
    /// @param quantity how much of them, above zero, in the product's unit
    /// @param reason how that is known, 1 to 200 characters
    /// @param at when they moved; empty for the last time at which goods moved there without a batch, so that a count after that
    ///     is corrected
    public record Asking(
            Product product, Place place, String lot, Quantity quantity, Person by, String reason, Optional<Instant> at) {
        private Move.Key key() {
            return new Move.Key(product.id(), place, "");
        }
    }

    /// What became of it.
    public sealed interface Outcome {
        /// It is in the ledger, now or by the same request before.
        ///
        /// @param left what is still of no known batch there, in ten-thousandths
        record Resolved(long left) implements Outcome {}

        /// It cannot be; nothing was done.
        ///
        /// @param code for programs
        record Refused(String code, String sentence) implements Outcome {}
    }

    /// Says which batch goods are of.
    ///
    /// @param id of the entry: the same a second time records nothing
    /// @throws IllegalArgumentException when it makes no entry, as without a reason
    public static Outcome resolve(Tx tx, EntryId id, Asking asking) {
        boolean isApplied = isApplied(tx, asking.place().branch());
        Optional<Entry> known = Books.find(tx, asking.place().branch(), id);
        if (known.isPresent()) {
            return isSame(known.get(), asking)
                    ? new Outcome.Resolved(tx.stock().level(asking.key()).quantity())
                    : new Outcome.Refused("REQUEST_KNOWN", "Something else was recorded under this name. Use another one.");
        }
        if (!isApplied) {
            return new Outcome.Refused("NOT_APPLIED", "The centre has not applied its own entries yet. Ask again in a moment.");
        }
        if (!tx.batchStock().isKnown(asking.product().id(), asking.lot())) {
            return new Outcome.Refused("UNKNOWN_LOT", "Nothing is known of lot " + asking.lot() + " of " + asking.product().sku()
                    + ". Check the number, or define it: evertill-central lot " + asking.product().sku() + " " + asking.lot());
        }
        long balance = tx.stock().lock(asking.key()).quantity();
        Outcome outcome = Math.abs(balance) < asking.quantity().tenThousandths()
                ? new Outcome.Refused("NOT_UNASSIGNED", "At " + asking.place().code() + " of store " + asking.place().branch()
                        + ", " + new Quantity(Math.abs(balance), asking.product().unit()) + " of " + asking.product().sku()
                        + " are of no known batch, not " + asking.quantity() + ".")
                : record(tx, id, asking, balance < 0);
        tx.stock().forget(asking.key());
        return outcome;
    }

    private static boolean isApplied(Tx tx, String branch) {
        var books = Books.openAndLock(tx, branch);
        return books.appliedSeq() == books.accepted().seq();
    }

    private static Outcome record(Tx tx, EntryId id, Asking asking, boolean isGone) {
        Entry entry = new StockEntry.GoodsMoved(asking.place().branch(), moment(tx, asking), asking.by(), Move.Type.RELOT, "",
                List.of(goods(tx, asking, isGone)));
        Optional<String> mistake = Typed.refusal(tx, id, entry);
        if (mistake.isPresent()) {
            return new Outcome.Refused("NOT_OPEN", mistake.get());
        }
        Books.record(tx, id, entry);
        return new Outcome.Resolved(tx.stock().level(asking.key()).quantity());
    }

    /// Goods that left were of the batch, so what is there of it is less; goods that are there are of the batch.
    private static StockEntry.Goods goods(Tx tx, Asking asking, boolean isGone) {
        Tracking batch = Tracking.lot(asking.lot());
        return new StockEntry.Goods(1, new Assortment(tx).item(asking.product()), asking.quantity(), asking.place(), asking.place(),
                isGone ? batch : Tracking.NONE, isGone ? Tracking.NONE : batch, asking.reason());
    }

    private static Instant moment(Tx tx, Asking asking) {
        return asking.at().or(() -> tx.batchStock().unassigned(asking.product().id(), asking.place())
                        .map(BatchStock.Unassigned::movedAt)
                        .filter(at -> LateEntries.refusal(tx, asking.place().branch(), at).isEmpty()))
                .orElse(tx.now());
    }

    private static boolean isSame(Entry known, Asking asking) {
        return known instanceof StockEntry.GoodsMoved moved && moved.type() == Move.Type.RELOT && moved.by().equals(asking.by())
                && moved.lines().stream().allMatch(line -> line.item().product().equals(asking.product().id())
                        && line.from().equals(asking.place()) && line.quantity().equals(asking.quantity())
                        && line.reason().equals(asking.reason())
                        && (line.was().lot().equals(asking.lot()) || line.is().lot().equals(asking.lot())));
    }

    /// The id of what a person asks for under a name.
    public static EntryId request(String branch, Person by, String name) {
        return new EntryId(Derived.id("lot resolution", branch, by.id(), name));
    }

    /// Which batches to take from a place: first expired, first out.
    ///
    /// @param wanted how much, above zero
    /// @param day the business date of the branch
    /// @param shelfDaysMin how many days each must be good after it
    public static Fefo.Suggestion suggest(
            Tx tx, Product product, Place place, Quantity wanted, LocalDate day, int shelfDaysMin) {
        List<Fefo.Candidate> candidates = tx.shelves().batches(product.id(), place, tx.now()).stream()
                .map(batch -> new Fefo.Candidate(batch.lot(), new Quantity(batch.available(), product.unit()), batch.firstAt()))
                .toList();
        return Fefo.suggest(candidates, wanted, day, shelfDaysMin);
    }

    /// The keys of a branch where nothing is missing but a batch: counting them would find goods that are there as a batch.
    static Set<Move.Key> nameless(Tx tx, String branch) {
        Set<Move.Key> keys = new HashSet<>();
        List<BatchStock.Unassigned> page =
                tx.batchStock().unassignedOf(branch, new ProductId(new UUID(0, 0)), "", PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(task -> task.quantity() < 0 && task.isCovered()).map(BatchStock.Unassigned::key).forEach(keys::add);
            Move.Key last = page.getLast().key();
            page = tx.batchStock().unassignedOf(branch, last.product(), last.place().code(), PAGE);
        }
        return keys;
    }
}
