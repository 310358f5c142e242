package io.evertill.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who is counted how often follows from value and velocity, and does not flutter (R77, R78).
class ClassificationTest {
    @Test
    void theFirstEightyPercentAreAAndTheNextFifteenB() {
        assertEquals("A A B C", classes(usage("1", 60, 0), usage("2", 25, 0), usage("3", 11, 0), usage("4", 4, 0)));
        assertEquals("A B C", classes(usage("1", 80, 0), usage("2", 15, 0), usage("3", 5, 0)), "what begins at a cut is behind it");
    }

    @Test
    void theBetterOfValueAndVelocityCounts() {
        assertEquals("A A C", classes(usage("1", 1_000, 1), usage("2", 1, 1_000), usage("3", 0, 0)));
    }

    @Test
    void whatIsNewIsBAndAPinIsKept() {
        Classification.Usage fresh = new Classification.Usage(id("2"), BigInteger.ZERO, 0, 29, Optional.empty());
        Classification.Usage pinned = new Classification.Usage(id("3"), BigInteger.ZERO, 0, 400, Optional.of(CountClass.A));

        Classification.Usage known = new Classification.Usage(
                id("4"), BigInteger.ZERO, 0, Classification.NEW_DAYS, Optional.empty());

        assertEquals("A B A C", classes(usage("1", 10, 10), fresh, pinned, known));
    }

    @Test
    void aClassChangesInTheSecondRunThatSaysSoOrAtOnceFivePointsBeyondTheCut() {
        List<Classification.Usage> near = List.of(usage("1", 78, 0), usage("2", 12, 0), usage("3", 10, 0));
        Map<ProductId, Classification.Standing> before =
                Map.of(id("2"), new Classification.Standing(CountClass.B, CountClass.B));

        Map<ProductId, Classification.Standing> once = Classification.of(near, before);
        Map<ProductId, Classification.Standing> twice = Classification.of(near, once);
        Map<ProductId, Classification.Standing> far =
                Classification.of(List.of(usage("1", 70, 0), usage("2", 20, 0), usage("3", 10, 0)), before);

        assertEquals(new Classification.Standing(CountClass.B, CountClass.A), once.get(id("2")));
        assertEquals(new Classification.Standing(CountClass.A, CountClass.A), twice.get(id("2")));
        assertEquals(new Classification.Standing(CountClass.A, CountClass.A), far.get(id("2")));
    }

    @RandomTest
    void whatIsWorthMoreIsNeverCountedLessOften(Chance chance) {
        List<Classification.Usage> usages = new ArrayList<>();
        for (int number = 1 + chance.below(60); number > 0; number--) {
            usages.add(usage("P" + number, chance.below(1_000), 0));
        }

        Map<ProductId, Classification.Standing> standings = Classification.of(usages, Map.of());

        for (Classification.Usage one : usages) {
            for (Classification.Usage other : usages) {
                if (one.value().compareTo(other.value()) > 0) {
                    assertTrue(current(standings, one).compareTo(current(standings, other)) <= 0, one + " and " + other);
                }
            }
        }
    }

    private static String classes(Classification.Usage... usages) {
        Map<ProductId, Classification.Standing> standings = Classification.of(List.of(usages), Map.of());
        return String.join(" ", Stream.of(usages).map(usage -> current(standings, usage).name()).toList());
    }

    private static CountClass current(Map<ProductId, Classification.Standing> standings, Classification.Usage usage) {
        return Optional.ofNullable(standings.get(usage.product())).orElseThrow().current();
    }

    private static Classification.Usage usage(String sku, long value, long movements) {
        return new Classification.Usage(id(sku), BigInteger.valueOf(value), movements, 365, Optional.empty());
    }

    private static ProductId id(String sku) {
        return ProductId.of(Sku.of(sku));
    }
}
