package io.evertill.lot;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Until when a batch may be sold, as somebody says it: a day, or that it keeps.
///
/// @param lastDay the last day on which it may be sold; empty when it keeps
public record Expiry(Optional<LocalDate> lastDay) {
    /// How people write that a batch keeps.
    public static final String NEVER = "never";

    private static final int DATE_LENGTH = 10;

    /// Reads a date such as `2027-01-31`, or [#NEVER].
    ///
    /// @throws IllegalArgumentException when it is neither
    public static Expiry parse(String text) {
        if (text.equals(NEVER)) {
            return new Expiry(Optional.empty());
        }
        try {
            if (text.length() == DATE_LENGTH) {
                return new Expiry(Optional.of(LocalDate.parse(text)));
            }
        } catch (DateTimeParseException _) {
            // It is no date, like one of another length.
        }
        throw new IllegalArgumentException("'" + text + "' is neither a date such as 2027-01-31 nor " + NEVER);
    }
}
