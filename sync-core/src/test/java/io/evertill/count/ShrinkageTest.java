package io.evertill.count;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which counts tell of more than chance (R81).
class ShrinkageTest {
    private static final Shrinkage.Allowed ALLOWED = new Shrinkage.Allowed(10, 50);

    @Test
    void fourLossesAmongTheLastFiveDifferencesAreASign() {
        assertEquals(Set.of(Shrinkage.Sign.LAST_FIVE), signs(1, -1, 0, -1, 1, -1, 0, -1));
        assertEquals(Set.of(), signs(-1, -1, -1, -1, 1, 1));
    }

    @Test
    void fiveLossesAndNoGainAreLessLikelyThanOneInTwenty() {
        assertEquals(Set.of(Shrinkage.Sign.LAST_FIVE), signs(-1, -1, -1, -1));
        assertEquals(Set.of(Shrinkage.Sign.LAST_FIVE, Shrinkage.Sign.SIGN_TEST), signs(-1, -1, -1, -1, -1));
        assertEquals(Set.of(Shrinkage.Sign.SIGN_TEST), signs(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1, 1));
    }

    /// Ten or more of thirteen come once in 21.7 times, eight or more of ten once in 18.3.
    @Test
    void theSignTestCountsEveryWayInWhichLossesAndGainsCanCome() {
        assertEquals(Set.of(Shrinkage.Sign.SIGN_TEST), signs(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1, 1, 1));
        assertEquals(Set.of(), signs(-1, -1, -1, -1, -1, -1, -1, -1, 1, 1));
    }

    @Test
    void aClassMayLoseItsToleranceEachTimeAndFiveOfThemInAll() {
        assertEquals(new Shrinkage.Allowed(500, 2_500), Shrinkage.Allowed.of(CountClass.A));
        assertEquals(new Shrinkage.Allowed(2_000, 10_000), Shrinkage.Allowed.of(CountClass.C));
    }

    @Test
    void lossesAddUpBeyondWhatEachCountMayLose() {
        assertEquals(Set.of(), signs(-60));
        assertEquals(Set.of(Shrinkage.Sign.SUM_OF_LOSSES), signs(-61));
        assertEquals(Set.of(), signs(-40, 40, -40, 40));
    }

    private static Set<Shrinkage.Sign> signs(long... values) {
        List<Shrinkage.Variance> variances =
                Arrays.stream(values).mapToObj(value -> new Shrinkage.Variance(value, value)).toList();
        return Shrinkage.signs(variances, ALLOWED);
    }
}
