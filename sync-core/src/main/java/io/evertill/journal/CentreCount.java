package io.evertill.journal;

import io.evertill.money.Money;
import java.time.Instant;

/// What the centre last said to have of a closed shift.
///
/// @param sales how many
/// @param total what they come to
/// @param isSame whether number, total and digest are what the till wrote
/// @param askedAt by the till's clock
public record CentreCount(long sales, Money total, boolean isSame, Instant askedAt) {}
