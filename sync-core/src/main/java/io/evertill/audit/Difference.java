package io.evertill.audit;

/// Something in a ledger that is not as it must be.
///
/// @param what which promise is broken: `chain`, `entry`, `movement`, `level`, `sale`, `feed`, `outbox`, `receipt`,
///     `return`, `drawer`, `exception`, `transfer`
/// @param sentence what is different, and where
public record Difference(String what, String sentence) {}
