package io.evertill.inventory;

import io.evertill.db.Lots;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.lot.Lot;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// Where a batch went, forwards to the customers and backwards to the deliveries (domain 2e, R72).
///
/// @param recalledAt when it was first held back or called back; empty when it never was
/// @param held what is still there, also on the way and held back
/// @param came from whom it came, by document
/// @param sold what customers took and did not bring back
/// @param balances what left for each kind of virtual place, less what came back from it, in ten-thousandths
public record Recall(
        ProductId product,
        String lot,
        Optional<Instant> recalledAt,
        List<Lots.Held> held,
        List<Lots.Traced> came,
        List<Sold> sold,
        Map<Place.Kind, Long> balances) {
    private static final int PAGE = 500;

    /// A sale of the batch.
    ///
    /// @param isAfterRecall whether it happened after the recall: at a till that had not heard of it
    public record Sold(Lots.Traced movement, boolean isAfterRecall) {}

    /// Follows a batch.
    public static Recall of(Tx tx, ProductId product, String lot) {
        Optional<Instant> recalledAt = recalledAt(tx, new Lots.Batch(product, lot));
        List<Lots.Traced> came = new ArrayList<>();
        List<Sold> sold = new ArrayList<>();
        Map<Place.Kind, Long> balances = new TreeMap<>();
        each(after -> tx.lots().movements(product, lot, after, PAGE), movement -> {
            Place.Kind counterpart = movement.counterpart().kind();
            if (!counterpart.isKept()) {
                balances.merge(counterpart, -movement.quantity(), Long::sum);
            }
            if (movement.type() == Move.Type.RECEIVE) {
                came.add(movement);
            }
            if (counterpart == Place.Kind.CUSTOMER) {
                sold.add(new Sold(movement, recalledAt.filter(at -> movement.occurredAt().isAfter(at)).isPresent()));
            }
        });
        return new Recall(product, lot, recalledAt, tx.lots().held(product, lot), came, sold, balances);
    }

    /// When a batch was first held back or called back; empty when it never was.
    public static Optional<Instant> recalledAt(Tx tx, Lots.Batch batch) {
        return tx.lots().decisions(batch.product(), batch.lot()).stream()
                .filter(decision -> decision.state() != Lot.State.ACTIVE)
                .map(Lots.Decision::at)
                .findFirst();
    }

    /// What is here, and what left, add up to what came: nothing of the batch is unaccounted for (I24).
    public boolean addsUp() {
        long here = held.stream().mapToLong(Lots.Held::quantity).sum();
        return here + balances.values().stream().mapToLong(Long::longValue).sum() == 0;
    }

    /// Hands over what may have been of the batch as well: sales of the product of no known batch in branches where the
    /// batch was, from its first arrival there on.
    public void eachExposed(Tx tx, Consumer<Lots.Traced> consumer) {
        each(after -> exposed(tx, new Lots.Batch(product, lot), after, PAGE), consumer);
    }

    /// A page of the same, for a batch.
    public static List<Lots.Traced> exposed(Tx tx, Lots.Batch batch, Lots.After after, int limit) {
        List<Lots.Traced> page = new ArrayList<>();
        tx.lots().firsts(batch, after.branch()).forEach((branch, from) -> {
            if (page.size() < limit) {
                page.addAll(tx.lots().soldUnknown(branch, batch.product(), from, tx.now(), after, limit - page.size()));
            }
        });
        return List.copyOf(page);
    }

    private static void each(Function<Lots.After, List<Lots.Traced>> pages, Consumer<Lots.Traced> consumer) {
        List<Lots.Traced> page = pages.apply(Lots.After.NOTHING);
        while (!page.isEmpty()) {
            page.forEach(consumer);
            page = pages.apply(Lots.After.of(page.getLast()));
        }
    }
}
