package io.evertill.sale;

import io.evertill.money.Money;
import io.evertill.money.Rounding;

/// What a cashier may make cheaper alone; what is more wants a supervisor.
///
/// @param cashierHundredths the largest discount, in hundredths of a percent, 0 to 10,000
/// @param isPriceAsked whether a price that is set by hand wants a supervisor
public record DiscountLimits(int cashierHundredths, boolean isPriceAsked) {
    /// A tenth, and no price.
    public static final DiscountLimits USUAL = new DiscountLimits(1_000, true);

    /// Refuses what is no part of a price.
    public DiscountLimits {
        if (cashierHundredths < 0 || cashierHundredths > Cut.Percent.WHOLE) {
            throw new IllegalArgumentException("a cashier takes 0 to 100 percent off, not " + cashierHundredths + " hundredths");
        }
    }

    /// Whether a cashier may take this off something that costs so much.
    public boolean allows(Cut cut, Money price) {
        return switch (cut) {
            case Cut.Percent(int hundredths) -> hundredths <= cashierHundredths;
            case Cut.Amount _ -> cut.of(price).compareTo(
                    Rounding.DOWN.share(price, cashierHundredths, Cut.Percent.WHOLE)) <= 0;
        };
    }
}
