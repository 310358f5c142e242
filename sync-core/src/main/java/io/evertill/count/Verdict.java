package io.evertill.count;

import java.util.List;

/// What follows from the counts of a line so far (domain 2d): whether the newest is believed, or another person counts.
public final class Verdict {
    private static final int MOST = 3;

    private Verdict() {}

    /// Judges the newest count of a line.
    ///
    /// A first count within the tolerance is approved. Outside it, another person counts: the second count wins, unless it
    /// differs from the first and from what was expected; then a third decides. What was counted again is for a person to
    /// review.
    ///
    /// @param variances of the counts, the first one first; at least one
    /// @param isCovered whether the newest is within the tolerance
    /// @return [LineState#APPROVED], [LineState#RECOUNT] or [LineState#REVIEW]
    public static LineState of(List<Long> variances, boolean isCovered) {
        return of(variances, variances.getLast() == 0, isCovered);
    }

    /// The same for counts that differ in more than a number.
    ///
    /// @param differences of the counts, the first one first; at least one; equal where the counts found the same
    /// @param isNone whether the newest found no difference
    /// @param isCovered whether the newest is within the tolerance
    public static LineState of(List<?> differences, boolean isNone, boolean isCovered) {
        if (differences.size() == 1) {
            return isCovered ? LineState.APPROVED : LineState.RECOUNT;
        }
        boolean isBacked = isNone || differences.subList(0, differences.size() - 1).contains(differences.getLast());
        return isBacked || differences.size() >= MOST ? LineState.REVIEW : LineState.RECOUNT;
    }
}
