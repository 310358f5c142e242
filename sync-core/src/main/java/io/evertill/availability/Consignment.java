package io.evertill.availability;

import io.evertill.product.ProductId;
import io.evertill.transfer.Route;
import io.evertill.transfer.State;
import io.evertill.transfer.TransferId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Goods of a transfer that are on the way.
///
/// @param expectedAt when they should arrive; empty when nobody said
/// @param quantities how much of each product is on the way, in ten-thousandths; below zero where more arrived than is known
///     to have left
public record Consignment(
        TransferId transfer, Route route, State state, Optional<Instant> expectedAt, SortedMap<ProductId, Long> quantities) {
    /// Copies the map.
    public Consignment {
        quantities = Collections.unmodifiableSortedMap(new TreeMap<>(quantities));
    }

    /// Whether the goods are to arrive at a branch: at the target, or back at the source when they were called back.
    public boolean isBoundFor(String branch) {
        return branch.equals(state == State.RETURNING ? route.source() : route.target());
    }

    /// The branch that they come from.
    public String from() {
        return state == State.RETURNING ? route.target() : route.source();
    }
}
