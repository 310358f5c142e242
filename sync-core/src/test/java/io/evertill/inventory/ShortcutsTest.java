package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.evertill.ingest.Accept;
import io.evertill.ingest.Comparison;
import io.evertill.stock.Chance;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each shortcut that others take with stock breaks an invariant that the random histories look at (domain 3).
class ShortcutsTest {
    private static final int SEEDS_MAX = 60;
    private static final byte[] EMPTY = RunningCentre.empty();

    /// A shortcut.
    enum Shortcut {
        /// A snapshot is cut by a time.
        SNAPSHOT_CUT_BY_TIME("I6", 1) {
            @Override
            Mutant mutant() {
                return Mutant.text("db.StockSnapshots", "AND key_seq > ? AND", """
                        AND occurred_at > coalesce((SELECT s.taken_at FROM snapshot s WHERE s.branch = movement.branch
                            AND s.product = movement.product AND s.place = movement.place AND s.lot = movement.lot
                            AND s.through_key_seq = ?), -1) AND""");
            }
        },
        /// What would be below zero is zero.
        CLAMP_AT_ZERO("I4", 1) {
            @Override
            Mutant mutant() {
                return Mutant.text("db.Stock", "SET qty = level.qty + excluded.qty", "SET qty = max(0, level.qty + excluded.qty)");
            }
        },
        /// A count is compared with what was there when it was put on the list.
        VARIANCE_FROM_OPENING("I26", 2) {
            @Override
            Mutant mutant() {
                return Mutant.result("inventory.CountPosting", "finding", "atOpening");
            }
        },
        /// A count is compared with what was there when it was posted.
        VARIANCE_FROM_POSTING("I26", 3) {
            @Override
            Mutant mutant() {
                return Mutant.result("inventory.CountPosting", "finding", "atPosting");
            }
        },
        /// Nothing is corrected when something comes late.
        NO_LATE_CORRECTION("I26", 4) {
            @Override
            Mutant mutant() {
                return Mutant.result("inventory.CountCorrections", "isCorrected", "notLate");
            }
        },
        /// Goods that leave are at once for sale at the target.
        TRANSFER_WITHOUT_TRANSIT("I20", 1) {
            @Override
            Mutant mutant() {
                return Mutant.result("entry.Moves", "of", "atOnce");
            }
        },
        /// Damaged goods are counted at the target and on the way.
        REJECTED_STAYS_IN_TRANSIT("I2", 8) {
            @Override
            Mutant mutant() {
                return Mutant.result("entry.Moves", "of", "stillOnTheWay");
            }
        },
        /// The head of a reservation is changed without an entry.
        RESERVATION_WITHOUT_ENTRY("I17", 1) {
            @Override
            Mutant mutant() {
                return Mutant.text("db.ReservationEntries", "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\n",
                        "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 WHERE ?3 = 1\n");
            }
        };

        private final String breaks;
        private final long from;

        Shortcut(String breaks, long from) {
            this.breaks = breaks;
            this.from = from;
        }

        abstract Mutant mutant();
    }

    /// The search begins at a seed that is known to catch it, so that it ends soon.
    @ParameterizedTest
    @EnumSource
    void everyShortcutIsCaught(Shortcut shortcut) {
        Mutant mutant = shortcut.mutant();

        assertCaught(shortcut.breaks, shortcut.from, seed -> {
            if (mutant.call(EveryCommand.class, "broken", seed, EMPTY) instanceof List<?> broken) {
                return broken.stream().map(String::valueOf).toList();
            }
            throw new AssertionError("a history answers what was broken");
        });
    }

    @Test
    void anIdThatTheCentreIssuesIsCaught() {
        Accept.Parts parts = new Accept.Parts(Comparison.USUAL, Wrong::idOfTheCentre);

        assertCaught("I10", 1, seed -> EveryCommand.play(new Chance(seed), EMPTY, parts).broken());
    }

    private static void assertCaught(String breaks, long from, LongFunction<List<String>> history) {
        for (long seed = from; seed < from + SEEDS_MAX; seed++) {
            List<String> broken = history.apply(seed);
            if (!broken.isEmpty()) {
                assertTrue(broken.stream().anyMatch(each -> each.startsWith(breaks)), "seed " + seed + " broke " + broken);
                return;
            }
        }
        fail("not caught in " + SEEDS_MAX + " histories");
    }
}
