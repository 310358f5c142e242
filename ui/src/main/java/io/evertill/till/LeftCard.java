package io.evertill.till;

import io.evertill.money.Money;
import java.time.Instant;
import java.util.UUID;

/// A card payment that the till went on without, and that no answer came to.
///
/// @param attempt its id
/// @param amount what the card was to pay; below zero when it was to be paid
/// @param askedAt when the terminal was asked for it
public record LeftCard(UUID attempt, Money amount, Instant askedAt) {}
