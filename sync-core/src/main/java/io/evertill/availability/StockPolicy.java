package io.evertill.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a branch wants its tills to do when the figures say that goods are not there (domain 2a).
///
/// The goods on the counter are the truth and the figures may be old, so no policy keeps a till that is alone from selling.
public enum StockPolicy {
    /// The store keeps no stock: nobody looks, and nothing is said.
    OFF,
    /// Say so, and sell.
    WARN,
    /// Let a supervisor agree.
    SUPERVISOR,
    /// Do not sell while the centre is heard and the figure is fresh; warn otherwise.
    BLOCK_ONLINE;

    /// Twice as long as a till waits between two looks at a quiet feed.
    private static final Duration FRESH = Duration.ofMinutes(10);

    /// What a till does.
    public enum Advice {
        /// Sell.
        SELL,
        /// Say that there should be none, and sell.
        WARN,
        /// Sell when a supervisor agrees.
        ASK_SUPERVISOR,
        /// Do not sell.
        REFUSE
    }

    /// Whether a figure is young enough to keep somebody from selling.
    ///
    /// @param asOf when it was known to be so; a moment ahead of the clock is as far from it as one behind
    public static boolean isFresh(Instant asOf, Instant now) {
        return Duration.between(asOf, now).abs().compareTo(FRESH) <= 0;
    }

    /// What to do about a quantity in a basket.
    ///
    /// @param wanted in ten-thousandths, of all lines of the product; nothing or less when goods come back
    /// @param sellable what can be sold, in ten-thousandths; empty when nothing is known, which is no reason to stop
    /// @param isCertain whether the centre is heard and the figure is fresh ([#isFresh])
    public Advice advice(long wanted, Optional<Long> sellable, boolean isCertain) {
        boolean isThere = sellable.map(most -> wanted <= Math.max(0, most)).orElse(true);
        if (wanted <= 0 || isThere) {
            return Advice.SELL;
        }
        return switch (this) {
            case OFF -> Advice.SELL;
            case WARN -> Advice.WARN;
            case SUPERVISOR -> Advice.ASK_SUPERVISOR;
            case BLOCK_ONLINE -> isCertain ? Advice.REFUSE : Advice.WARN;
        };
    }
}
