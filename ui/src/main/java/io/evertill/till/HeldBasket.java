package io.evertill.till;

import io.evertill.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/// A basket that waits for its customer.
///
/// @param number by which it is called back
/// @param name what the cashier calls it, may be empty
/// @param by the cashier who held it
/// @param businessDate of the shift in which it was held
public record HeldBasket(long number, String name, int lines, Money total, Instant at, String by, LocalDate businessDate) {}
