package io.evertill.device;

import io.evertill.stock.Quantity;

/// The scale beside the till. Never throws for one that is off or gone; waits a second or two at the most.
public interface Scale {
    /// What a scale says.
    sealed interface Weighed {
        /// The weight, in kilograms, above zero.
        record Steady(Quantity weight) implements Weighed {}

        /// Nothing to sell by: it still moves, or nothing lies on it.
        record Unsteady() implements Weighed {}

        /// It gave no answer that makes sense.
        ///
        /// @param sentence what is wrong, for a person
        record Failed(String sentence) implements Weighed {}
    }

    /// Asks for the weight.
    Weighed weigh();
}
