package io.evertill.closing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.closing.Closing.Outcome;
import io.evertill.db.CentreOn;
import io.evertill.db.Periods;
import io.evertill.db.Tills;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.feed.HeadOffice;
import io.evertill.inventory.BackDoor;
import io.evertill.inventory.Books;
import io.evertill.inventory.LateEntries;
import io.evertill.inventory.Told;
import io.evertill.inventory.Warehouse;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Hash;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Tracking;
import io.evertill.transfer.Action;
import io.evertill.transfer.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A closed period stays as it was closed, whatever becomes known later (domain 2j, I34).
class ClosingTest {
    private static final LocalDate MARCH_2 = LocalDate.of(2026, 3, 2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aFactThatArrivesLateIsPostedAndCountsOnTheFirstOpenDay(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.buy(Warehouse.TEA, "10", Optional.of("2"));
            Instant at = house.now();
            house.tick(Duration.ofDays(1));
            Periods.Lock lock = closed(house, MARCH_2);

            EntryId late = Told.tell(house, Told.sale(at, 3, Told.BASE), 0);

            assertEquals("7", house.level(Warehouse.TEA, Warehouse.SHELF));
            assertEquals(List.of(new Periods.Late(late, at, MARCH_2.plusDays(1), house.now())),
                    house.db.read(tx -> tx.periods().late(lock, new EntryId(new UUID(0, 0)), 10)));
            assertEquals(List.of("TEA 100000 70000 2"), restated(house, lock));
            assertEquals(List.of(), house.db.read(tx -> tx.periods().sales(lock)));
            assertEquals(List.of(new Periods.Sold(1, gbp(750), gbp(125))), house.db.read(tx -> tx.periods().salesHappened(lock)));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLateForOnePeriodCountsInTheNext(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Instant at = house.now();
            house.tick(Duration.ofDays(1));
            closed(house, MARCH_2);
            Told.tell(house, Told.sale(at, 3, Told.BASE), 0);
            house.tick(Duration.ofDays(1));

            Periods.Lock next = closed(house, MARCH_2.plusDays(1));

            assertEquals(List.of("TEA -30000 -30000 unknown"), restated(house, next));
            assertEquals(List.of(new Periods.Sold(1, gbp(750), gbp(125))), house.db.read(tx -> tx.periods().sales(next)));
            assertEquals(List.of(), house.db.read(tx -> tx.periods().salesHappened(next)));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDayEndsWhereTheBranchIs(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.db.run(tx -> new HeadOffice(house.feed).define(tx, "S1", "zone", "America/New_York"));
            house.tick(Duration.ofHours(20));
            Outcome early = close(house, order(MARCH_2));
            house.tick(Duration.ofHours(1));

            Periods.Lock lock = closed(house, MARCH_2);

            assertEquals(List.of("2026-03-02 ends at 2026-03-03T05:00:00Z in store S1 (America/New_York), which is not over."),
                    refused(early));
            assertEquals(Instant.parse("2026-03-03T05:00:00Z"), lock.endsAt());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTillThatWasNotHeardSinceHoldsTheClosingUpUnlessItIsWaivedByName(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.db.run(tx -> tx.tills().enrol("t1", new Tills.Seat("S1", "T1"), Bytes.of("k"), Hash.sha256(new byte[1]), tx.now()));
            house.tick(Duration.ofDays(1));

            List<String> reasons = refused(close(house, order(MARCH_2)));
            Outcome waived = close(house, new Closing.Order("S1", MARCH_2, "Bea", Set.of("T1"), false, "it was stolen"));

            assertEquals(1, reasons.size());
            assertTrue(reasons.getFirst().contains("2026-03-03T00:00:00Z: T1."), reasons.getFirst());
            assertEquals("T1", assertInstanceOf(Outcome.Closed.class, waived).lock().waived());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTillThatWasHeardBehindTheEndHoldsNothingUp(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.db.run(tx -> tx.tills().enrol("t1", new Tills.Seat("S1", "T1"), Bytes.of("k"), Hash.sha256(new byte[1]), tx.now()));
            house.tick(Duration.ofDays(1));
            house.db.run(tx -> tx.tills().heard("t1", 0, 0, tx.now()));

            assertInstanceOf(Outcome.Closed.class, close(house, order(MARCH_2)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void goodsOnTheWayAreReviewedFirst(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.buy(Warehouse.TEA, "10", Optional.empty());
            house.carry(Action.DISPATCH, "T1", new Route("S1", "S2"), "4");
            house.tick(Duration.ofDays(1));

            List<String> reasons = refused(close(house, order(MARCH_2)));
            Outcome reviewed = close(house, new Closing.Order("S1", MARCH_2, "Bea", Set.of(), true, ""));

            assertEquals(List.of("Goods of these transfers are on the way: T1. Review them, and say that they are reviewed."), reasons);
            assertInstanceOf(Outcome.Closed.class, reviewed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClosedDayIsNotClosedAgainAndNothingIsDatedInIt(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Instant at = house.now();
            house.tick(Duration.ofDays(1));
            closed(house, MARCH_2);

            assertEquals(List.of("Store S1 is closed through 2026-03-02 already."), refused(close(house, order(MARCH_2.minusDays(1)))));
            assertEquals(Optional.of("Store S1 is closed through 2026-03-02 (Z), and " + at + " is before its end."
                    + " Date it 2026-03-03 or later."), house.db.write(tx -> LateEntries.refusal(tx, "S1", at)));
            assertEquals(Optional.empty(), house.db.write(tx -> LateEntries.refusal(tx, "S1", house.now())));
            assertEquals(Optional.empty(), house.db.write(tx -> LateEntries.refusal(tx, "S2", at)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClosedFigureThatIsChangedBehindTheProgramsBackIsFound(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.buy(Warehouse.TEA, "10", Optional.of("2"));
            house.tick(Duration.ofDays(1));
            closed(house, MARCH_2);
            BackDoor.of(on, folder).change("UPDATE period_stock SET unit_cost = 1");

            assertEquals(List.of("Period of store S1 through 2026-03-02: the figures are not those that were closed."),
                    house.differences());
        }
    }

    @Test
    void whoClosesWaitsForThoseWhoPost() {
        try (Warehouse house = new Warehouse(CentreOn.POSTGRESQL, folder)) {
            Entry scrapped = house.moved(Move.Type.SCRAP, Warehouse.TEA, "1", Warehouse.SHELF, Place.SCRAP, Tracking.NONE);
            EntryId id = house.entryId();
            house.tick(Duration.ofDays(1));
            BackDoor door = BackDoor.of(CentreOn.POSTGRESQL, folder);

            CompletableFuture<Outcome> closing = house.db.write(tx -> {
                Books.record(tx, id, scrapped);
                CompletableFuture<Outcome> begun = CompletableFuture.supplyAsync(() -> close(house, order(MARCH_2)));
                while (!begun.isDone() && door.rows("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted").isEmpty()) {
                    Thread.onSpinWait();
                }
                return begun;
            });

            Periods.Lock lock = assertInstanceOf(Outcome.Closed.class, closing.join()).lock();
            assertEquals(List.of("TEA -10000 -10000 unknown"), restated(house, lock));
            assertEquals(List.of(), house.differences());
        }
    }

    @RandomTest(seeds = 6)
    void closedFiguresNeverChangeOnSqlite(Chance chance) {
        history(CentreOn.SQLITE, chance);
    }

    @RandomTest(seeds = 2)
    void closedFiguresNeverChangeOnPostgresql(Chance chance) {
        history(CentreOn.POSTGRESQL, chance);
    }

    /// Tills that are offline for days, deliveries at the centre, and a closing now and then.
    private void history(CentreOn on, Chance chance) {
        try (Warehouse house = new Warehouse(on, folder)) {
            BackDoor door = BackDoor.of(on, folder);
            List<Entry> late = new ArrayList<>();
            List<String> closed = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                house.tick(Duration.ofHours(chance.below(8)));
                switch (chance.below(6)) {
                    case 0 -> house.buy(Warehouse.TEA, "5", chance.maybe(() -> "1." + chance.below(100)));
                    case 1, 2 -> late.add(Told.sale(house.now(), 1 + chance.below(3), Told.BASE));
                    case 3 -> late.add(house.moved(Move.Type.SCRAP, Warehouse.TEA, "1", Warehouse.SHELF, Place.SCRAP, Tracking.NONE));
                    case 4 -> arrive(house, late, chance);
                    default -> close(house, order(LocalDate.ofInstant(house.now(), ZoneOffset.UTC).minusDays(1)));
                }
                List<String> figures = figures(door);
                assertEquals(closed, figures.subList(0, closed.size()), "I34");
                closed = figures;
            }
            while (!late.isEmpty()) {
                arrive(house, late, chance);
            }

            assertEquals(closed, figures(door), "I34");
            assertEquals(List.of(), house.differences());
        }
    }

    private static void arrive(Warehouse house, List<Entry> late, Chance chance) {
        if (!late.isEmpty()) {
            Told.tell(house, late.remove(chance.below(late.size())), 0);
        }
    }

    private static List<String> figures(BackDoor door) {
        List<String> figures = new ArrayList<>();
        for (String lock : door.rows("SELECT locked_through FROM period_lock ORDER BY locked_through")) {
            figures.addAll(door.rows("SELECT * FROM period_lock WHERE locked_through = '" + lock + "'"));
            figures.addAll(door.rows("SELECT * FROM period_stock WHERE locked_through = '" + lock + "' ORDER BY product"));
            figures.addAll(door.rows("SELECT * FROM period_sales WHERE locked_through = '" + lock + "' ORDER BY currency"));
        }
        return figures;
    }

    private static Closing.Order order(LocalDate through) {
        return new Closing.Order("S1", through, "Bea", Set.of(), false, "");
    }

    private static Outcome close(Warehouse house, Closing.Order order) {
        return house.db.write(tx -> Closing.close(tx, order));
    }

    private static Periods.Lock closed(Warehouse house, LocalDate through) {
        return assertInstanceOf(Outcome.Closed.class, close(house, order(through))).lock();
    }

    private static List<String> refused(Outcome outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).sentences();
    }

    private static List<String> restated(Warehouse house, Periods.Lock lock) {
        return house.db.read(tx -> tx.periods().restated(lock, "", 10)).stream()
                .map(each -> each.sku() + " " + each.closed() + " " + each.happened() + " "
                        + each.unitCost().map(UnitPrice::text).orElse("unknown"))
                .toList();
    }

    private static Money gbp(long minor) {
        return new Money(minor, Warehouse.GBP);
    }
}
