package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.CentreOn;
import io.evertill.db.Incidents;
import io.evertill.db.Stock;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Tracking;
import io.evertill.transfer.Action;
import io.evertill.transfer.Load;
import io.evertill.transfer.State;
import io.evertill.transfer.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Random transfers: partial, damaged, short, over, cancelled on their way, received before they left, received twice, told by
/// two branches in any order (I2, I3, I19, I20, I21).
class ConservationTest {
    private static final List<Tracking> TRACKINGS = List.of(Tracking.NONE, Tracking.lot("A"), new Tracking("", "SN1"));

    @TempDir
    Path folder;

    @TempDir
    Path otherFolder;

    @RandomTest(seeds = 25)
    void goodsAreConservedOnSqlite(Chance chance) {
        conserved(CentreOn.SQLITE, chance);
    }

    @RandomTest(seeds = 5)
    void goodsAreConservedOnPostgresql(Chance chance) {
        conserved(CentreOn.POSTGRESQL, chance);
    }

    @RandomTest(seeds = 12)
    void theOrderInWhichBranchesReportChangesNothingOnSqlite(Chance chance) {
        converges(CentreOn.SQLITE, chance);
    }

    @RandomTest(seeds = 3)
    void theOrderInWhichBranchesReportChangesNothingOnPostgresql(Chance chance) {
        converges(CentreOn.POSTGRESQL, chance);
    }

    @ParameterizedTest
    @EnumSource
    void goodsThatLeaveAPlaceAndArriveNowhereAreNamed(CentreOn on) {
        try (Haulage haulage = new Haulage(on, folder)) {
            haulage.record(haulage.fact(Action.DISPATCH, "DN1", Haulage.tea("5", "0", Tracking.NONE, Tracking.NONE, "")));
            haulage.record(haulage.fact(Action.RECEIVE, "RN1", Haulage.tea("5", "0", Tracking.NONE, Tracking.NONE, "")));
            haulage.take(Step.CLOSE);
            Place transit = Place.transit("S2", Haulage.ID.text());
            Move half = new Move(1, Warehouse.TEA.id(), transit, Place.shelf("S2"), "", "", Warehouse.of(Warehouse.TEA, "-2"),
                    Move.Type.TRANSFER_RECEIVE, new Move.Reference("transfer", Haulage.ID.text(), 1), "");
            haulage.house.db.run(tx -> tx.stock().post(List.of(new Stock.Source(haulage.house.entryId(),
                    tx.acceptedStreams().of("S2", Books.TERMINAL).getFirst().accepted(), tx.now(), "bea", List.of(half))), tx.now()));

            List<String> findings = new ArrayList<>();
            haulage.house.db.run(tx -> Conservation.check(tx, findings::add));

            assertEquals(3, findings.size(), findings.toString());
            assertTrue(findings.get(0).contains("does not sum to zero: -2 of product"), findings.toString());
            assertTrue(findings.get(1).startsWith("Transfer T1 has ended and -2 of product"), findings.toString());
            assertEquals("Transfer T1 has other goods on the way than its movements say.", findings.get(2));

            Nightly nightly = new Nightly(haulage.house.db, new UUID(0, 1));
            while (nightly.step() > 0) {
                haulage.house.tick(Duration.ofSeconds(1));
            }
            List<String> incidents = haulage.house.db.read(tx -> tx.incidents().all()).stream()
                    .filter(incident -> incident.kind().equals("TRANSFER_DAMAGED"))
                    .map(Incidents.Incident::sentence)
                    .toList();
            assertEquals(1, incidents.size(), incidents.toString());
            assertTrue(incidents.getFirst().startsWith(findings.get(2)), incidents.toString());
        }
    }

    private void conserved(CentreOn on, Chance chance) {
        try (Haulage haulage = new Haulage(on, folder)) {
            for (int length = 1 + chance.below(14); length > 0; length--) {
                Map<Move.Key, Long> before = haulage.levels();
                State state = haulage.transfer().state();
                boolean wasReceived = act(haulage, chance);
                Map<Move.Key, Long> after = haulage.levels();

                List<String> findings = new ArrayList<>();
                haulage.house.db.run(tx -> Conservation.check(tx, findings::add));
                assertEquals(List.of(), findings);
                assertTrue(wasReceived || shelf(before).equals(shelf(after)), "the target's shelf changed without a receipt");
                assertTrue(!state.isEnded() || before.equals(after), "goods moved under a transfer that is " + state);
                assertEquals(haulage.transfer().transit(), haulage.house.db.read(tx -> tx.transits().of(Haulage.ID)));
            }
            assertEquals(List.of(), haulage.house.differences());
            assertEquals(kept(haulage.levels()), fromOutside(haulage));
        }
    }

    /// One thing that people or tills do; answers whether the target received something.
    private static boolean act(Haulage haulage, Chance chance) {
        haulage.house.tick(Duration.ofMinutes(1));
        if (chance.oneIn(4)) {
            switch (chance.below(4)) {
                case 0 -> haulage.request("9");
                case 1 -> haulage.approve("");
                default -> haulage.take(chance.pick(Step.PICK, Step.CANCEL, Step.CLOSE, Step.REJECT));
            }
            return false;
        }
        StockEntry.Transferred fact = fact(haulage, chance);
        if (chance.flip()) {
            haulage.record(fact);
        } else {
            haulage.report(fact);
            haulage.applyAll();
        }
        return fact.action() == Action.RECEIVE || fact.action() == Action.UNEXPLAINED_GAIN;
    }

    private void converges(CentreOn on, Chance chance) {
        List<StockEntry.Transferred> facts = new ArrayList<>();
        try (Haulage one = new Haulage(on, folder); Haulage other = new Haulage(on, otherFolder)) {
            for (int length = 2 + chance.below(8); length > 0; length--) {
                facts.add(fact(one, chance));
            }
            facts.addAll(facts.subList(0, chance.below(facts.size())));
            for (StockEntry.Transferred fact : facts) {
                one.report(fact);
                if (chance.flip()) {
                    one.applyAll();
                }
            }
            one.applyAll();
            boolean isSourceFirst = chance.flip();
            for (StockEntry.Transferred fact : sorted(facts, isSourceFirst)) {
                other.report(fact);
            }
            other.applyAll();

            assertEquals(one.transfer(), other.transfer());
            assertEquals(one.levels(), other.levels());
            assertEquals(List.of(), one.house.differences());
            assertEquals(List.of(), other.house.differences());
        }
    }

    /// First everything of one branch, then everything of the other; each branch keeps its own order.
    private static List<StockEntry.Transferred> sorted(List<StockEntry.Transferred> facts, boolean isSourceFirst) {
        List<StockEntry.Transferred> sorted = new ArrayList<>();
        facts.stream().filter(fact -> fact.branch().equals("S1") == isSourceFirst).forEach(sorted::add);
        facts.stream().filter(fact -> fact.branch().equals("S1") != isSourceFirst).forEach(sorted::add);
        return sorted;
    }

    private static StockEntry.Transferred fact(Haulage haulage, Chance chance) {
        Action action = chance.oneIn(3) ? Action.DISPATCH : chance.pick(Action.values());
        boolean isRelot = action == Action.RELOT || (action == Action.RECEIVE && chance.oneIn(4));
        boolean isDamaged = action == Action.RECEIVE || action == Action.RETURNED;
        Tracking was = chance.pick(TRACKINGS);
        Tracking is = isRelot ? TRACKINGS.get((TRACKINGS.indexOf(was) + 1) % TRACKINGS.size()) : was;
        boolean isPiece = was.isPiece() || is.isPiece();
        String good = isPiece ? "1" : String.valueOf(1 + chance.below(4));
        String damaged = isPiece || !isDamaged ? "0" : String.valueOf(chance.below(3));
        Load load = Haulage.tea(good, damaged, was, is, action == Action.LOST ? "THEFT" : "");
        return haulage.fact(action, "D" + chance.below(6), load);
    }

    private static Map<Move.Key, Long> shelf(Map<Move.Key, Long> levels) {
        Map<Move.Key, Long> shelf = new TreeMap<>(levels);
        shelf.keySet().removeIf(key -> !key.place().equals(Place.shelf("S2")));
        return shelf;
    }

    private static long kept(Map<Move.Key, Long> levels) {
        return levels.values().stream().mapToLong(Long::longValue).sum();
    }

    /// What came from outside: all movements whose other side is a virtual place.
    private static long fromOutside(Haulage haulage) {
        long[] sum = {0};
        haulage.house.db.run(tx -> tx.stock().eachMovement(movement -> {
            if (Place.parse("S", movement.counterpart()).kind().compareTo(Place.Kind.TRANSIT) > 0) {
                sum[0] += movement.quantity();
            }
        }));
        return sum[0];
    }
}
