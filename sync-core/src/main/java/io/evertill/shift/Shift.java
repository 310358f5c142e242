package io.evertill.shift;

import io.evertill.money.Money;
import io.evertill.person.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// An open shift: every sale belongs to one, and takes its business date from it.
///
/// @param id its identity
/// @param businessDate what its sales count for
/// @param openedAt when, by the till's clock
/// @param openedBy who opened it
/// @param openingFloat the cash in the drawer at that moment
public record Shift(UUID id, LocalDate businessDate, Instant openedAt, Person openedBy, Money openingFloat) {
    /// Keeps the moment to the microsecond.
    public Shift {
        openedAt = openedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
