package io.evertill.till;

import io.evertill.product.ProductId;
import io.evertill.stock.Quantity;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the till saw of the stock of the goods on the counter, and what a supervisor agreed to. Nothing of it is kept for after a
/// crash: then it is looked and asked once more.
///
/// @param seen by product, what was seen last
/// @param agreed by product, up to how much may be sold whatever was seen
/// @param agreedPrices the moment whose prices may be charged however old they are
public record Watch(Map<ProductId, Sighting> seen, Map<ProductId, Quantity> agreed, Optional<Instant> agreedPrices) {
    static final Watch NOTHING = new Watch(Map.of(), Map.of(), Optional.empty());

    /// Copies the maps.
    public Watch {
        seen = Map.copyOf(seen);
        agreed = Map.copyOf(agreed);
    }

    Watch seeing(ProductId product, Sighting sighting) {
        return new Watch(with(seen, product, sighting), agreed, agreedPrices);
    }

    Watch agreeing(ProductId product, Quantity quantity) {
        return new Watch(seen, with(agreed, product, quantity), agreedPrices);
    }

    Watch agreeing(Instant pricesAsOf) {
        return new Watch(seen, agreed, Optional.of(pricesAsOf));
    }

    /// For the next customer.
    Watch next() {
        return new Watch(Map.of(), Map.of(), agreedPrices);
    }

    private static <T> Map<ProductId, T> with(Map<ProductId, T> before, ProductId product, T value) {
        Map<ProductId, T> after = new HashMap<>(before);
        after.put(product, value);
        return after;
    }
}
