package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.CentreOn;
import io.evertill.db.Stock;
import io.evertill.db.StockSnapshots;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.product.Product;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Tracking;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/// Whatever happens in whatever order, with snapshots and reconciliations at any time: I2, I4, I5, I6, I7 and I36.
class LedgerOverTimeTest {
    private static final List<Product> PRODUCTS = List.of(Warehouse.TEA, Warehouse.RICE);
    private static final Place BACK = new Place("S1", "BACK", Place.Kind.AVAILABLE);
    private static final Place HELD = Place.at("S1", Place.Kind.QUARANTINE);
    private static final Place STAGED = Place.at("S1", Place.Kind.STAGED);
    private static final List<Place> PLACES = List.of(Warehouse.SHELF, BACK, HELD, STAGED);

    @TempDir
    Path folder;

    @RandomTest(seeds = 12)
    void everythingKeptFollowsFromTheMovementsOnSqlite(Chance chance) {
        history(CentreOn.SQLITE, chance);
    }

    @RandomTest(seeds = 3)
    void everythingKeptFollowsFromTheMovementsOnPostgresql(Chance chance) {
        history(CentreOn.POSTGRESQL, chance);
    }

    private void history(CentreOn on, Chance chance) {
        try (Warehouse house = new Warehouse(on, folder)) {
            BackDoor door = BackDoor.of(on, folder);
            List<Entry> late = new ArrayList<>();
            for (int step = 1; step <= 60; step++) {
                house.tick(Duration.ofMinutes(chance.below(200)));
                switch (chance.below(10)) {
                    case 0 -> new Snapshots(house.db).all();
                    case 1 -> assertEquals(List.of(), look(house));
                    case 2, 3, 4 -> late.add(goods(house, chance));
                    case 5, 6 -> arrive(house, late, chance);
                    default -> record(house, goods(house, chance));
                }
            }
            while (!late.isEmpty()) {
                arrive(house, late, chance);
            }

            assertWhole(house, door);
            assertRebuilt(house, door);
            assertDriftIsRepaired(house, door, chance);
            assertDamageIsNot(house, door, chance);
        }
    }

    private static void arrive(Warehouse house, List<Entry> late, Chance chance) {
        if (!late.isEmpty()) {
            record(house, late.remove(chance.below(late.size())));
        }
    }

    private static void record(Warehouse house, Entry entry) {
        house.db.write(tx -> Books.record(tx, house.entryId(), entry));
    }

    private static Entry goods(Warehouse house, Chance chance) {
        Product product = chance.pick(PRODUCTS);
        Tracking lot = Tracking.lot(chance.pick("", "", "L1"));
        String amount = product.equals(Warehouse.TEA) ? Integer.toString(1 + chance.below(9)) : "0.00" + (1 + chance.below(9));
        Place place = chance.pick(PLACES);
        return switch (chance.below(8)) {
            case 0, 1 -> house.moved(Move.Type.RECEIVE, product, amount, Place.SUPPLIER, Warehouse.SHELF, lot);
            case 2 -> house.moved(Move.Type.SUPPLIER_RETURN, product, amount, place, Place.SUPPLIER, lot);
            case 3 -> house.moved(Move.Type.SHIP, product, amount, STAGED, Place.CUSTOMER, lot);
            case 4 -> house.moved(Move.Type.FOUND, product, amount, Place.FOUND, place, lot);
            case 5 -> house.moved(Move.Type.RELOCATE, product, amount, Warehouse.SHELF, BACK, lot);
            case 6 -> house.moved(Move.Type.PICK, product, amount, chance.pick(Warehouse.SHELF, BACK), STAGED, lot);
            default -> house.moved(Move.Type.INSPECT, product, amount, HELD, chance.pick(Warehouse.SHELF, Place.SCRAP), lot);
        };
    }

    private static void assertWhole(Warehouse house, BackDoor door) {
        Map<Move.Key, List<Stock.Movement>> movements = new HashMap<>();
        house.db.read(tx -> {
            tx.stock().eachMovement((Consumer<Stock.Movement>) movement ->
                    movements.computeIfAbsent(movement.key(), _ -> new ArrayList<>()).add(movement));
            return 0;
        });
        movements.forEach((key, those) -> {
            those.sort((one, other) -> Long.compare(one.keySeq(), other.keySeq()));
            long sum = 0;
            Map<Long, Long> sums = new HashMap<>(Map.of(0L, 0L));
            for (int at = 0; at < those.size(); at++) {
                sum += those.get(at).quantity();
                assertEquals(at + 1, those.get(at).keySeq(), "I5 " + key);
                assertEquals(false, at > 0 && those.get(at).recordedAt().isBefore(those.get(at - 1).recordedAt()), "I5 " + key);
                sums.put(at + 1L, sum);
            }
            long total = sum;
            assertEquals(new Stock.Level(key, total, those.size()), house.db.read(tx -> tx.stock().level(key)), "I4");
            for (StockSnapshots.Taken taken : house.db.read(tx -> tx.stockSnapshots().of(key))) {
                assertEquals(sums.get(taken.through()), taken.quantity(), "I6 " + key);
            }
            for (long keySeq = 0; keySeq <= those.size(); keySeq++) {
                long at = keySeq;
                assertEquals(sums.get(at), house.db.read(tx -> tx.stockSnapshots().at(key, at)), "I6 " + key);
            }
            assertEquals(sums.get((long) those.size()), house.db.read(tx -> tx.stockSnapshots().current(key)), "I6 " + key);
        });
        assertEquals(List.of(), door.rows("""
                SELECT entry_id, product, lot, serial FROM movement WHERE counterpart LIKE '%/%'
                GROUP BY branch, entry_id, product, lot, serial HAVING sum(qty) <> 0
                """), "I2");
        assertEquals(List.of(), house.differences());
        assertEquals(List.of(), look(house), "I36");
    }

    private static void assertRebuilt(Warehouse house, BackDoor door) {
        List<String> before = door.computed();
        door.change("DELETE FROM level");
        door.change("DELETE FROM stock_exception WHERE resolved_at IS NULL");
        Rebuild.of(house.db, _ -> true);
        assertEquals(before, door.computed(), "I7");
    }

    private static void assertDriftIsRepaired(Warehouse house, BackDoor door, Chance chance) {
        List<String> before = door.computed();
        Stock.Level level = chance.pick(levels(house));
        String cell = chance.pick("qty = qty + 1", "qty = -qty - 1", "key_seq = key_seq + 1", "key_seq = key_seq - 1");
        assertEquals(1, door.change("UPDATE level SET " + cell + where(door, level.key(), level.keySeq())));

        List<Finding> found = look(house);
        found.forEach(finding -> new Reconciliation(house.db).mend(finding.key(), "test"));

        assertEquals(List.of(level.key()), found.stream().map(Finding::key).distinct().toList(), "I36");
        assertEquals(true, found.stream().allMatch(Finding.Drift.class::isInstance), "I36 " + found);
        assertEquals(before, door.computed(), "I36");
    }

    private static void assertDamageIsNot(Warehouse house, BackDoor door, Chance chance) {
        Stock.Level level = chance.pick(levels(house));
        long keySeq = 1L + chance.below((int) level.keySeq());
        assertEquals(1, door.change("UPDATE movement SET qty = qty + 1" + where(door, level.key(), keySeq)));
        List<String> before = door.rows("SELECT * FROM movement ORDER BY branch, product, place, lot, key_seq");
        before.addAll(door.computed());

        List<Finding> found = look(house);
        found.forEach(finding -> new Reconciliation(house.db).mend(finding.key(), "test"));

        assertEquals(true, found.contains(new Finding.Damage(level.key(), Finding.Kind.DIFFERENT, keySeq)), "I36 " + found);
        assertEquals(true, found.stream().allMatch(Finding.Damage.class::isInstance), "I36 " + found);
        assertEquals(true, house.db.read(tx -> Reconciliation.isFrozen(tx, level.key())), "I36");
        List<String> after = door.rows("SELECT * FROM movement ORDER BY branch, product, place, lot, key_seq");
        after.addAll(door.computed());
        assertEquals(before, after, "I36");
    }

    private static List<Stock.Level> levels(Warehouse house) {
        List<Stock.Level> levels = new ArrayList<>();
        house.db.read(tx -> {
            tx.stock().eachLevel((Consumer<Stock.Level>) levels::add);
            return 0;
        });
        return levels;
    }

    private static String where(BackDoor door, Move.Key key, long keySeq) {
        String hex = key.product().value().toString().replace("-", "");
        return " WHERE product = " + (door.url().startsWith("jdbc:sqlite:") ? "x'" + hex + "'" : "decode('" + hex + "', 'hex')")
                + " AND place = '" + key.place().code() + "' AND lot = '" + key.lot() + "' AND key_seq = " + keySeq;
    }

    private static List<Finding> look(Warehouse house) {
        return new Reconciliation(house.db).look(Optional.empty()).findings();
    }
}
