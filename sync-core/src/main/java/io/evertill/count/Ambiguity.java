package io.evertill.count;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Whether nobody can say if the person who counted saw goods that moved at about the same time (domain 2d).
public final class Ambiguity {
    /// How far two clocks may be apart.
    public static final Duration CLOCKS = Duration.ofSeconds(30);
    /// How long goods may be in a basket before they are sold.
    public static final Duration BASKET_LAG = Duration.ofMinutes(15);

    private Ambiguity() {}

    /// A movement near a count.
    ///
    /// @param isSale whether a customer took the goods
    public record Near(Instant occurredAt, long quantity, boolean isSale) {}

    /// Whether a count must be made again: a movement within the uncertainty of the clocks; or fewer than expected, and goods
    /// that were sold soon after may have been in a basket.
    public static boolean of(Instant countedAt, long variance, List<Near> movements) {
        return movements.stream().anyMatch(near -> {
            Duration after = Duration.between(countedAt, near.occurredAt());
            boolean isTie = after.abs().compareTo(CLOCKS) <= 0;
            boolean isInBasket = variance < 0 && near.isSale() && near.quantity() < 0 && !after.isNegative()
                    && after.compareTo(BASKET_LAG) <= 0;
            return isTie || isInBasket;
        });
    }
}
