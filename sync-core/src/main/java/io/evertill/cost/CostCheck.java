package io.evertill.cost;

import io.evertill.db.Database;
import io.evertill.db.Incidents;
import io.evertill.db.Tx;
import io.evertill.db.UnitCosts;
import io.evertill.db.UnitCosts.Held;
import io.evertill.db.UnitCosts.Holding;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.money.UnitPrice;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Compares the averages with the movements, and what movements cost with the averages (domain 2i).
///
/// An average that is not what the movements say is computed anew under its lock, and a person is told. A movement whose cost or
/// number is not what the movements before it say is damage: nothing is changed, and a person is told.
public final class CostCheck {
    private static final int PAGE = 200;

    private CostCheck() {}

    /// What is wrong with a holding.
    ///
    /// @param expected what its movements say
    /// @param found what is kept
    /// @param firstBad the number of its first movement with another number or cost than it must have; empty when only what is
    ///     kept is wrong
    public record Uneven(Holding holding, Held expected, Held found, Optional<Long> firstBad) {
        /// For a person.
        ///
        /// @param product what people call the product
        public String sentence(String product) {
            String of = "Product " + product + " at " + holding.branch() + ": ";
            return firstBad.map(number -> of + "movement " + number + " of it carries another number or unit cost than those before"
                            + " it say.")
                    .orElseGet(() -> of + "the average is " + text(found) + "; the movements say " + text(expected) + ".");
        }

        private static String text(Held held) {
            return held.average().unitCost().map(UnitPrice::toString).orElse("unknown") + " for "
                    + Decimals.text(held.average().quantity(), Quantity.SCALE) + " after " + held.productSeq() + " movements";
        }
    }

    /// What was found among some holdings.
    ///
    /// @param last where to go on; empty at the end
    public record Page(List<Uneven> found, Optional<Holding> last) {}

    /// Looks at the next holdings and all their movements; changes nothing.
    public static Page look(Database db, Optional<Holding> after) {
        return db.read(tx -> {
            List<Holding> holdings = tx.unitCosts().after(after, PAGE);
            List<Uneven> found = new ArrayList<>();
            holdings.forEach(holding -> look(tx, holding).ifPresent(found::add));
            return new Page(List.copyOf(found),
                    holdings.size() < PAGE ? Optional.empty() : Optional.of(holdings.getLast()));
        });
    }

    /// Looks at a holding and all its movements.
    public static Optional<Uneven> look(Tx tx, Holding holding) {
        return compare(tx, holding, tx.unitCosts().find(holding));
    }

    /// Computes the average of a holding anew from its movements, under its lock.
    ///
    /// @return whether it was wrong
    public static boolean rebuild(Tx tx, Holding holding) {
        Optional<Uneven> found = compare(tx, holding, tx.unitCosts().lock(holding));
        found.ifPresent(uneven -> tx.unitCosts().put(holding, uneven.expected()));
        return found.filter(uneven -> !uneven.expected().equals(uneven.found())).isPresent();
    }

    /// Looks at a holding again under its lock; puts an average right, and tells a person of whatever is wrong.
    ///
    /// Where the movements of one of its keys are damaged nothing is done, because nothing follows from them.
    ///
    /// @param product what people call the product
    public static Optional<Uneven> mend(Tx tx, Holding holding, String product) {
        Optional<Uneven> found = compare(tx, holding, tx.unitCosts().lock(holding));
        found.filter(_ -> !tx.repairs().hasFrozen(holding)).ifPresent(uneven -> {
            boolean isDamage = uneven.firstBad().isPresent();
            if (!isDamage) {
                tx.unitCosts().put(holding, uneven.expected());
            }
            tx.incidents().note(new Incidents.Event(holding.branch(), "", isDamage ? "COST_DAMAGED" : "COST_DRIFT",
                    holding.product() + " " + uneven.firstBad().orElse(uneven.expected().productSeq()), uneven.sentence(product)
                            + (isDamage
                                    ? " Nothing was changed, and sales go on. Compare the database with a backup."
                                    : " It was computed anew. The ledger is whole; tell those who make the program.")), tx.now());
        });
        return found;
    }

    /// Looks at every holding; what is wrong is told as a sentence.
    public static void whole(Tx tx, Consumer<String> finding) {
        List<Holding> page = tx.unitCosts().after(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            page.forEach(holding -> look(tx, holding)
                    .ifPresent(uneven -> finding.accept(uneven.sentence(holding.product().toString()))));
            page = tx.unitCosts().after(Optional.of(page.getLast()), PAGE);
        }
    }

    /// Compares what an entry says of the cost of goods from a supplier with what stands on their movements.
    public static void entry(Tx tx, EntryId id, Entry entry, Consumer<String> finding) {
        List<Move> bought = entry.moves().stream().filter(move -> move.type() == Move.Type.RECEIVE).toList();
        if (bought.isEmpty()) {
            return;
        }
        Map<Integer, Optional<UnitPrice>> stored = tx.unitCosts().of(entry.branch(), id);
        for (Move move : bought) {
            Optional<UnitPrice> found = stored.getOrDefault(move.line(), Optional.empty());
            if (!found.equals(move.unitCost())) {
                finding.accept("Line " + move.line() + " of entry " + id + " cost " + text(move.unitCost())
                        + " each; the movement stored says " + text(found) + ".");
            }
        }
    }

    private static String text(Optional<UnitPrice> cost) {
        return cost.map(UnitPrice::toString).orElse("what nobody knows");
    }

    private static Optional<Uneven> compare(Tx tx, Holding holding, Held found) {
        Walk walk = new Walk();
        tx.unitCosts().each(holding, walk::add);
        Held expected = walk.fold.held();
        return walk.firstBad.isEmpty() && expected.equals(found)
                ? Optional.empty()
                : Optional.of(new Uneven(holding, expected, found, walk.firstBad));
    }

    /// A holding's movements, one after the other.
    private static final class Walk {
        private final CostFold fold = new CostFold(Held.NOTHING);
        private Optional<Long> firstBad = Optional.empty();

        void add(UnitCosts.Costed movement) {
            boolean isBefore = movement.productSeq() == 0;
            boolean isRight = isBefore
                    ? movement.unitCost().isEmpty()
                    : movement.productSeq() == fold.next()
                            && movement.unitCost().equals(fold.unitCost(movement.type(), movement.unitCost()));
            if (!isRight && firstBad.isEmpty()) {
                firstBad = Optional.of(movement.productSeq());
            }
            fold.add(movement, movement.unitCost());
        }
    }
}
