package io.evertill.inventory;

import io.evertill.db.Database;
import io.evertill.db.Stock;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.ledger.StreamId;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Some writers that post movements of one key at the same time.
final class KeyRace {
    private static final int WRITERS = 4;
    private static final int POSTS = 25;
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Move.Key KEY = new Move.Key(Warehouse.TEA.id(), Warehouse.SHELF, "");

    private KeyRace() {}

    /// Runs it on an empty database; answers what was not as it must be.
    static List<String> run(String url) {
        List<String> broken = new ArrayList<>();
        try (Database db = Database.centre(url, InstantSource.fixed(NOW));
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int writer = 1; writer <= WRITERS; writer++) {
                int number = writer;
                writers.add(() -> post(db, number));
            }
            for (Future<Integer> future : threads.invokeAll(writers)) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    broken.add("I12: a fact was refused: " + e.getCause());
                }
            }
            List<Long> numbers = new ArrayList<>();
            db.run(tx -> tx.stock().eachMovement(KEY, movement -> numbers.add(movement.keySeq())));
            for (int at = 0; at < numbers.size(); at++) {
                if (numbers.get(at) != at + 1L) {
                    broken.add("I5: the numbers are " + numbers);
                }
            }
            Stock.Level expected = new Stock.Level(KEY, WRITERS * POSTS * Quantity.ONE, WRITERS * POSTS);
            if (!db.read(tx -> tx.stock().level(KEY)).equals(expected)) {
                broken.add("I4: the level should be " + expected);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return broken;
    }

    private static int post(Database db, int writer) {
        for (int number = 1; number <= POSTS; number++) {
            Move move = new Move(1, KEY.product(), KEY.place(), Place.FOUND, "", "", Quantity.of(1, Warehouse.TEA.unit()),
                    Move.Type.FOUND, new Move.Reference("goods", "", 1), "");
            Stock.Source source = new Stock.Source(new EntryId(new UUID(writer, number)),
                    new Position(new StreamId(new UUID(writer, 0)), number, Hash.ZERO), NOW, "bea", List.of(move));
            db.run(tx -> StockPosting.post(tx, List.of(source)));
        }
        return POSTS;
    }
}
