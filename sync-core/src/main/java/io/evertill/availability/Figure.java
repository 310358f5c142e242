package io.evertill.availability;

import io.evertill.ledger.StreamId;
import io.evertill.product.ProductId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// How much of a product stands for sale in a branch, as the centre knew it at a moment.
///
/// @param quantity in ten-thousandths, of all locations and batches; below zero when more was sold than was known
/// @param asOf when the centre knew it, by its clock
/// @param through how far each stream of the branch's tills had been applied then
public record Figure(ProductId product, long quantity, Instant asOf, Map<StreamId, Long> through) {
    /// Copies the map.
    public Figure {
        through = Map.copyOf(through);
    }

    /// Whether what stands at a position of a stream is in the figure, or was set aside for a person.
    public boolean covers(StreamId stream, long seq) {
        return Optional.ofNullable(through.get(stream)).filter(last -> last >= seq).isPresent();
    }
}
