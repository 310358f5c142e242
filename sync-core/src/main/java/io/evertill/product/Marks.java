package io.evertill.product;

import io.evertill.stock.Tracking;
import java.time.LocalDate;
import java.util.Optional;

/// What a symbol on goods says of these very goods, beside what they are.
///
/// @param lot their batch
/// @param serial this piece's number
/// @param expires the last day on which they may be sold
/// @param bestBefore the last day of best quality; they may be sold behind it
/// @param count how many are in it, where that varies; above zero
public record Marks(
        Optional<String> lot,
        Optional<String> serial,
        Optional<LocalDate> expires,
        Optional<LocalDate> bestBefore,
        Optional<Long> count) {
    /// Nothing said.
    public static final Marks NONE =
            new Marks(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Their batch and number, as far as it says them.
    public Tracking tracking() {
        return new Tracking(lot.orElse(""), serial.orElse(""));
    }
}
