package io.evertill.count;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Whether the counts of an item tell of more than chance (domain R81, R82): goods that keep being fewer than they should
/// be are a matter for receiving and picking, not for another correction.
public final class Shrinkage {
    private static final int RECENT = 5;
    private static final int RECENT_FEWER = 4;
    private static final int SURE_ONE_IN = 20;

    private Shrinkage() {}

    /// What tells of it.
    public enum Sign {
        /// At least four of the last five differences were losses.
        LAST_FIVE,
        /// So many losses among all differences are less likely than one in twenty, if losses and gains were as likely (a
        /// one-sided sign test).
        SIGN_TEST,
        /// What was lost, less what counts are allowed to lose, has added up beyond the limit (a one-sided CUSUM).
        SUM_OF_LOSSES
    }

    /// The difference of one count, as restated by what became known later.
    ///
    /// @param valueMinor what it is worth in minor units, with the sign of the quantity
    public record Variance(long quantity, long valueMinor) {}

    /// What the sum of losses allows.
    ///
    /// @param slackMinor what each count may lose, in minor units
    /// @param limitMinor what may add up beyond that
    public record Allowed(long slackMinor, long limitMinor) {
        /// What a class allows: its tolerance each time, and five of them in all.
        public static Allowed of(CountClass countClass) {
            long slack = Tolerance.of(countClass).valueMinor();
            return new Allowed(slack, RECENT * slack);
        }
    }

    /// The signs in an item's counts, the oldest first.
    public static Set<Sign> signs(List<Variance> variances, Allowed allowed) {
        List<Variance> different = variances.stream().filter(each -> each.quantity() != 0).toList();
        Set<Sign> signs = new TreeSet<>();
        if (losses(different.subList(Math.max(0, different.size() - RECENT), different.size())) >= RECENT_FEWER) {
            signs.add(Sign.LAST_FIVE);
        }
        if (isUnlikely(losses(different), different.size())) {
            signs.add(Sign.SIGN_TEST);
        }
        if (isBeyond(variances, allowed)) {
            signs.add(Sign.SUM_OF_LOSSES);
        }
        return Set.copyOf(signs);
    }

    private static int losses(List<Variance> different) {
        return (int) different.stream().filter(each -> each.quantity() < 0).count();
    }

    /// Whether so many tails, or more, of so many coins come less often than once in twenty.
    private static boolean isUnlikely(int tails, int coins) {
        BigInteger ways = BigInteger.ZERO;
        BigInteger choose = BigInteger.ONE;
        for (int heads = 0; heads <= coins - tails; heads++) {
            ways = ways.add(choose);
            choose = choose.multiply(BigInteger.valueOf(coins - heads)).divide(BigInteger.valueOf(heads + 1L));
        }
        return ways.multiply(BigInteger.valueOf(SURE_ONE_IN)).compareTo(BigInteger.TWO.pow(coins)) < 0;
    }

    private static boolean isBeyond(List<Variance> variances, Allowed allowed) {
        long sum = 0;
        for (Variance each : variances) {
            sum = Math.max(0, Math.subtractExact(Math.subtractExact(sum, each.valueMinor()), allowed.slackMinor()));
            if (sum > allowed.limitMinor()) {
                return true;
            }
        }
        return false;
    }
}
