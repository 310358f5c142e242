package io.evertill.availability;

import java.util.Optional;

/// What a branch wants its tills to do when the figures say that goods are not there (domain 2a).
///
/// The goods on the counter are the truth and the figures may be old, so no policy keeps a till that is alone from selling.
public enum StockPolicy {
    /// Say so, and sell.
    WARN,
    /// Let a supervisor agree.
    SUPERVISOR,
    /// Do not sell while the centre is heard; warn while it is not.
    BLOCK_ONLINE;

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

    /// What to do about a quantity in a basket.
    ///
    /// @param wanted in ten-thousandths, of all lines of the product; nothing or less when goods come back
    /// @param sellable what can be sold, in ten-thousandths; empty when nothing is known, which is no reason to stop
    /// @param isOnline whether the centre is heard
    public Advice advice(long wanted, Optional<Long> sellable, boolean isOnline) {
        boolean isThere = sellable.map(most -> wanted <= Math.max(0, most)).orElse(true);
        if (wanted <= 0 || isThere) {
            return Advice.SELL;
        }
        return switch (this) {
            case WARN -> Advice.WARN;
            case SUPERVISOR -> Advice.ASK_SUPERVISOR;
            case BLOCK_ONLINE -> isOnline ? Advice.REFUSE : Advice.WARN;
        };
    }
}
