package io.evertill.transfer;

import io.evertill.product.ProductId;
import java.util.List;
import java.util.Map;

/// Something that a transfer is the fold of.
public sealed interface Event {
    /// From where to where, as this event says.
    Route route();

    /// People took a step.
    ///
    /// @param quantities how much of each product was asked for or agreed to, in ten-thousandths; empty for other steps
    record Stepped(Route route, Step step, Map<ProductId, Long> quantities) implements Event {
        /// Copies the map.
        public Stepped {
            quantities = Map.copyOf(quantities);
        }
    }

    /// Goods were handled.
    record Handled(Route route, Action action, List<Load> loads) implements Event {
        /// Copies the list.
        public Handled {
            loads = List.copyOf(loads);
        }
    }
}
