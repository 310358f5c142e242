package io.evertill.customer;

import io.evertill.stock.Wording;
import java.time.LocalDate;

/// A certificate that frees a customer from tax. The centre alone says who has one.
///
/// @param certificate its number, 1 to 64 characters
/// @param until its last day
public record Exemption(String certificate, LocalDate until) {
    private static final int LENGTH_MAX = 64;

    /// Refuses a certificate without a number.
    public Exemption {
        Wording.require("the number of a certificate", certificate, LENGTH_MAX);
    }

    /// Whether it counts on a day.
    public boolean isValidOn(LocalDate day) {
        return !day.isAfter(until);
    }
}
