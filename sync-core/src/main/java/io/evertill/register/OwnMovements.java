package io.evertill.register;

import static java.util.stream.Collectors.toSet;

import io.evertill.availability.Figure;
import io.evertill.db.ForSale;
import io.evertill.db.Stock;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.TillEntry;
import io.evertill.journal.StockReckoning.Own;
import io.evertill.journal.StockReckoning.Sum;
import io.evertill.journal.Stage;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.StreamId;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import io.evertill.stock.Tracking;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/// What a till has recorded of a product's shelves and the centre's figure does not cover: what it comes to, and what it is made of.
/// Both come from one walk, so that they cannot differ.
final class OwnMovements {
    private static final Comparator<Stock.Movement> OLDEST_FIRST = Comparator.comparing(Stock.Movement::occurredAt)
            .thenComparingLong(Stock.Movement::seq)
            .thenComparingInt(Stock.Movement::line);

    private final Tx tx;
    private final String branch;

    OwnMovements(Tx tx, String branch) {
        this.tx = tx;
        this.branch = branch;
    }

    /// What a walk found.
    ///
    /// @param newest so many as were wanted, the newest first
    /// @param count how many there are
    /// @param quantity what all of them come to, in ten-thousandths
    record Found(List<Stock.Movement> newest, long count, long quantity) {}

    /// Walks each key from its newest movement to the first one that the figure covers, for the centre takes the entries of a stream in
    /// order.
    ///
    /// @param limit how many movements are handed over; the others are counted and summed
    Found since(ProductId product, Figure figure, int limit) {
        Gathering gathering = new Gathering(limit);
        Set<StreamId> own = tx.streams().all().stream().map(stream -> stream.id()).filter(figure.through()::containsKey).collect(toSet());
        for (Move.Key key : tx.forSale().keys(branch, product)) {
            tx.forSale().eachNewest(key, movement -> {
                boolean isCovered = isCovered(figure, own, movement);
                if (!isCovered) {
                    gathering.add(movement);
                }
                return isCovered;
            });
        }
        return gathering.found();
    }

    /// Everything of a product that was ever recorded here. Its levels have the sum and the number, for at a till they hold its own
    /// movements only: of each key no more is read than is handed over.
    ///
    /// @param limit how many movements are handed over, at least 1
    Found ever(ProductId product, int limit) {
        List<Stock.Movement> newest = new ArrayList<>();
        long count = 0;
        long quantity = 0;
        for (ForSale.Head head : tx.forSale().heads(branch, product)) {
            Stock.Movement last = head.newest();
            count = Math.addExact(count, last.keySeq());
            quantity = Math.addExact(quantity, head.level());
            newest.add(last);
            newest.addAll(tx.forSale().before(last.key(), last.keySeq(), limit - 1));
        }
        return new Found(newest.stream().sorted(OLDEST_FIRST.reversed()).limit(limit).toList(), count, quantity);
    }

    /// In the stream where the entry was recorded, or in one into which it was moved.
    private boolean isCovered(Figure figure, Set<StreamId> own, Stock.Movement movement) {
        return figure.covers(movement.stream(), movement.seq())
                || own.stream()
                        .filter(stream -> !stream.equals(movement.stream()))
                        .anyMatch(stream -> tx.postings().find(branch, stream, movement.entry())
                                .filter(position -> figure.covers(stream, position.seq()))
                                .isPresent());
    }

    private static final class Gathering {
        private final PriorityQueue<Stock.Movement> newest = new PriorityQueue<>(OLDEST_FIRST);
        private final int limit;
        private long count;
        private long quantity;

        Gathering(int limit) {
            this.limit = limit;
        }

        void add(Stock.Movement movement) {
            count++;
            quantity = Math.addExact(quantity, movement.quantity());
            newest.add(movement);
            if (newest.size() > limit) {
                newest.remove();
            }
        }

        Found found() {
            return new Found(newest.stream().sorted(OLDEST_FIRST.reversed()).toList(), count, quantity);
        }
    }

    /// What a walk found, as a person reads it.
    Sum<Own> described(Found found) {
        List<Own> rows = described(found.newest());
        long listed = rows.stream().mapToLong(Own::quantity).reduce(0, Math::addExact);
        return new Sum<>(rows, found.count() - rows.size(), Math.subtractExact(found.quantity(), listed), found.quantity());
    }

    /// What the centre has set aside of a product's shelves, as far as this till has heard, and no figure has therefore.
    ///
    /// @param figure what covers an entry that is set aside without having it
    Sum<Own> aside(ProductId product, Figure figure) {
        Set<StreamId> own = tx.streams().all().stream().map(stream -> stream.id()).filter(figure.through()::containsKey).collect(toSet());
        List<Stock.Movement> all = new ArrayList<>();
        tx.streams().open().ifPresent(open -> tx.deliveries().aside(open.id(), 0).forEach(aside ->
                tx.stock().of(branch, aside.entry()).stream()
                        .filter(movement -> movement.key().product().equals(product) && isForSale(movement))
                        .filter(movement -> isCovered(figure, own, movement))
                        .forEach(all::add)));
        Sum<Stock.Movement> sum = Sum.of(all.stream().sorted(OLDEST_FIRST.reversed()).toList(), Stock.Movement::quantity);
        return new Sum<>(described(sum.rows()), sum.others(), sum.othersQuantity(), sum.quantity());
    }

    private static boolean isForSale(Stock.Movement movement) {
        return movement.key().place().kind() == Place.Kind.AVAILABLE;
    }

    private List<Own> described(List<Stock.Movement> movements) {
        if (movements.isEmpty()) {
            return List.of();
        }
        Function<EntryId, Stage> stages = SalesJournal.stages(tx);
        Map<EntryId, Optional<Entry>> entries = new HashMap<>();
        return movements.stream().map(movement -> {
            Optional<Entry> entry = entries.computeIfAbsent(movement.entry(), this::entry);
            return new Own(movement.entry(), movement.occurredAt(),
                    Own.Kind.of(movement.type(), movement.reference().line(), entry), receipt(movement),
                    new Tracking(movement.key().lot(), movement.serial()), movement.quantity(),
                    entry.map(read -> read.by().name()).orElse(movement.actor()), stages.apply(movement.entry()));
        }).toList();
    }

    private Optional<Entry> entry(EntryId id) {
        return tx.facts().find(branch, id).flatMap(fact ->
                Bodies.read(Metas.read(fact.meta()).schema(), fact.body()) instanceof Bodies.Reading.Understood(Entry entry)
                        ? Optional.of(entry)
                        : Optional.empty());
    }

    /// A void of an older program names the sale by its id.
    private String receipt(Stock.Movement movement) {
        Move.Reference of = movement.reference();
        return of.type().equals("sale")
                ? entry(EntryId.parse(of.id())).filter(TillEntry.Sold.class::isInstance).map(TillEntry.Sold.class::cast)
                        .map(sold -> sold.sale().receipt().text()).orElse("")
                : of.id();
    }
}
