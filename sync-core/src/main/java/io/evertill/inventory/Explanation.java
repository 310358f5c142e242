package io.evertill.inventory;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.ForSale;
import io.evertill.db.Stock;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.journal.StockReckoning.Own;
import io.evertill.journal.StockStory;
import io.evertill.journal.StockStory.Document;
import io.evertill.journal.StockStory.Heard;
import io.evertill.journal.StockStory.Step;
import io.evertill.ledger.EntryId;
import io.evertill.product.ProductId;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// Why a store has as much of a product for sale as it has, for whoever asks at a till: the newest movements of all its shelves and
/// batches, in the order in which they became known, and how far its tills' entries are in the figure.
///
/// It reads one row for each batch and shelf, and of those that moved last at most as many rows as are told: nothing grows with the
/// history.
public final class Explanation {
    private static final Comparator<Stock.Movement> OLDEST_FIRST = Comparator.comparing(Stock.Movement::recordedAt)
            .thenComparing(Stock.Movement::entry)
            .thenComparingInt(Stock.Movement::line);

    private Explanation() {}

    /// The story of a product in a branch. A branch that never had any of it has nothing, and a story without steps.
    ///
    /// @param limit the most steps
    public static StockStory of(Tx tx, String branch, ProductId product, int limit) {
        // How far the tills are is read first: what it says is in the figure then, on either database.
        List<Heard> tills = tills(tx, branch);
        List<ForSale.Head> heads = tx.forSale().heads(branch, product);
        long quantity = heads.stream().mapToLong(ForSale.Head::level).reduce(0, Math::addExact);
        List<Stock.Movement> newest = newest(tx, heads, limit + 1);
        return new StockStory(branch, quantity, tx.now(), tills, steps(tx, newest.subList(0, Math.min(limit, newest.size())), quantity),
                newest.size() > limit);
    }

    /// The newest of all keys; those of one key stay in their order, whatever a clock said.
    private static List<Stock.Movement> newest(Tx tx, List<ForSale.Head> heads, int limit) {
        PriorityQueue<Trail> trails = new PriorityQueue<>(Comparator.comparing(Trail::head, OLDEST_FIRST).reversed());
        heads.forEach(head -> trails.add(new Trail(head.newest())));
        List<Stock.Movement> newest = new ArrayList<>();
        while (newest.size() < limit && !trails.isEmpty()) {
            Trail trail = trails.remove();
            newest.add(trail.take());
            if (trail.goesOn(tx, limit - newest.size())) {
                trails.add(trail);
            }
        }
        return newest;
    }

    /// The movements of one key, backwards.
    private static final class Trail {
        private List<Stock.Movement> rows;
        private boolean isRead;
        private int at;

        Trail(Stock.Movement newest) {
            this.rows = List.of(newest);
        }

        Stock.Movement head() {
            return rows.get(at);
        }

        Stock.Movement take() {
            return rows.get(at++);
        }

        /// Reads those before the newest when they are needed, no more than are still wanted.
        boolean goesOn(Tx tx, int wanted) {
            if (at == rows.size() && !isRead && wanted > 0) {
                Stock.Movement last = rows.getLast();
                rows = tx.forSale().before(last.key(), last.keySeq(), wanted);
                at = 0;
                isRead = true;
            }
            return at < rows.size();
        }
    }

    private static List<Step> steps(Tx tx, List<Stock.Movement> newest, long quantity) {
        Map<EntryId, Optional<Entry>> entries = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        long after = quantity;
        for (Stock.Movement movement : newest) {
            Optional<Entry> entry = entries.computeIfAbsent(movement.entry(), id -> entry(tx, movement.key().place().branch(), id));
            steps.add(new Step(movement.occurredAt(), movement.type(), kind(movement, entry), movement.quantity(), after,
                    movement.key().place().code(), movement.key().lot(), movement.serial(), document(movement),
                    entry.map(read -> read.by().name()).orElse(movement.actor()), reason(movement)));
            after = Math.subtractExact(after, movement.quantity());
        }
        return steps;
    }

    private static String kind(Stock.Movement movement, Optional<Entry> entry) {
        return switch (Own.Kind.of(movement.type(), movement.reference().line(), entry)) {
            case COLLECTED -> Own.Kind.COLLECTED.name();
            case VOID -> Own.Kind.VOID.name();
            case SALE, RETURN, OTHER -> "";
        };
    }

    /// Which entry a count was corrected for is named by an id.
    private static String reason(Stock.Movement movement) {
        return movement.type().equals(Move.Type.COUNT_CORRECTION.name()) ? "" : movement.reason();
    }

    /// An id that no person knows a document by is left out.
    private static Document document(Stock.Movement movement) {
        boolean isNamed = !movement.reference().type().equals("count") && !movement.reference().type().equals("sale");
        return new Document(movement.reference().type(), isNamed ? movement.reference().id() : "");
    }

    private static Optional<Entry> entry(Tx tx, String branch, EntryId id) {
        return tx.facts().find(branch, id).flatMap(fact ->
                Bodies.read(Metas.read(fact.meta()).schema(), fact.body()) instanceof Bodies.Reading.Understood(Entry entry)
                        ? Optional.of(entry)
                        : Optional.empty());
    }

    /// A till that was revoked counts as long as it has something to hand over, or something of it is set aside.
    private static List<Heard> tills(Tx tx, String branch) {
        return tx.tills().all().stream()
                .filter(till -> till.branch().equals(branch))
                .map(till -> Map.entry(till, heard(tx, till)))
                .filter(each -> each.getKey().revokedAt().isEmpty() || each.getValue().waiting() > 0 || each.getValue().aside() > 0)
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Heard heard(Tx tx, Tills.Till till) {
        List<AcceptedStreams.Held> streams = tx.acceptedStreams().of(till.branch(), till.terminal());
        long through = streams.isEmpty() ? 0 : streams.getLast().appliedSeq();
        long known = Math.max(till.headSeq(), streams.isEmpty() ? 0 : streams.getLast().accepted().seq());
        long aside = streams.stream().mapToLong(stream -> tx.parked().count(stream.branch(), stream.id())).sum();
        boolean wasHeard = till.heardAt().isAfter(Instant.EPOCH);
        boolean isSilent = wasHeard && till.isOpen() && till.revokedAt().isEmpty()
                && till.heardAt().plus(Review.SILENT_AFTER).isBefore(tx.now());
        return new Heard(till.name(), wasHeard ? Optional.of(till.heardAt()) : Optional.empty(), through,
                Math.max(0, known - through), aside, isSilent);
    }
}
