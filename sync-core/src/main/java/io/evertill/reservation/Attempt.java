package io.evertill.reservation;

import java.time.Instant;

/// Somebody wants something of a reservation.
///
/// @param request the caller's name for it, by which it is known again, at most 64 characters; empty when it has none
/// @param by who, 1 to 64 characters
/// @param at when, by the clock of the reservations
public record Attempt(String request, String by, Instant at) {}
