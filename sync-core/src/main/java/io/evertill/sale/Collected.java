package io.evertill.sale;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the lines of a sale take of one reservation together.
///
/// @param item what they sell
/// @param quantity how much, above zero, in ten-thousandths
/// @param isRestGivenUp whether the customer does not want what is left
public record Collected(UUID reservation, String order, Item item, long quantity, boolean isRestGivenUp) {
    /// What lines take of each reservation, in their order; where the lines of one disagree, the rest of it is given up.
    public static List<Collected> of(Collection<Line> lines) {
        Map<UUID, Collected> all = new LinkedHashMap<>();
        for (Line line : lines) {
            line.claim().ifPresent(claim -> all.merge(claim.reservation(),
                    new Collected(claim.reservation(), claim.order(), line.item(), line.quantity().tenThousandths(),
                            claim.isRestGivenUp()),
                    Collected::and));
        }
        return List.copyOf(all.values());
    }

    private Collected and(Collected other) {
        return new Collected(reservation, order, item, Math.addExact(quantity, other.quantity),
                isRestGivenUp || other.isRestGivenUp);
    }
}
