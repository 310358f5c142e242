package io.evertill.product;

import io.evertill.stock.Wording;
import java.util.Optional;

/// What the till asks or says when a product is rung up.
///
/// @param age how old a customer must be to buy it, in years; 1 to [#AGE_MAX]
/// @param message what the cashier is to be told; 1 to 200 characters
public record Guidance(Optional<Integer> age, Optional<String> message) {
    /// Nothing is asked and nothing is said.
    public static final Guidance NONE = new Guidance(Optional.empty(), Optional.empty());
    /// The highest age.
    public static final int AGE_MAX = 99;

    private static final int MESSAGE_LENGTH_MAX = 200;

    /// Checks the ranges above.
    public Guidance {
        age.ifPresent(years -> {
            if (years < 1 || years > AGE_MAX) {
                throw new IllegalArgumentException("an age is of 1 to " + AGE_MAX + " years, not of " + years);
            }
        });
        message.ifPresent(text -> Wording.require("a message", text, MESSAGE_LENGTH_MAX));
    }
}
