package io.evertill.till;

import io.evertill.product.ProductId;
import io.evertill.sale.Consent;
import io.evertill.sale.Line;
import io.evertill.stock.Quantity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the till saw of the stock of the goods on the counter, and what a supervisor agreed to. Nothing of it is kept for after a
/// crash: then it is looked and asked once more.
///
/// @param seen by product, what was seen last
/// @param agreed by product, up to how much may be sold whatever was seen
/// @param agreedPrices the moment whose prices may be charged however old they are
/// @param discounts those above the limits that somebody agreed to
/// @param sold pieces that another till sold already, and on which receipt
public record Watch(
        Map<ProductId, Sighting> seen,
        Map<ProductId, Quantity> agreed,
        Optional<Instant> agreedPrices,
        List<Consent.Discounted> discounts,
        Map<Piece, String> sold) {
    static final Watch NOTHING = new Watch(Map.of(), Map.of(), Optional.empty(), List.of(), Map.of());

    /// A piece with a number.
    public record Piece(ProductId product, String serial) {}

    /// Copies the maps and the list.
    public Watch {
        sold = Map.copyOf(sold);
        seen = Map.copyOf(seen);
        agreed = Map.copyOf(agreed);
        discounts = List.copyOf(discounts);
    }

    Watch seeing(ProductId product, Sighting sighting) {
        return new Watch(with(seen, product, sighting), agreed, agreedPrices, discounts, sold);
    }

    Watch agreeing(ProductId product, Quantity quantity) {
        return new Watch(seen, with(agreed, product, quantity), agreedPrices, discounts, sold);
    }

    Watch agreeing(Instant pricesAsOf) {
        return new Watch(seen, agreed, Optional.of(pricesAsOf), discounts, sold);
    }

    Watch agreeing(Consent.Discounted discount) {
        return new Watch(seen, agreed, agreedPrices, Stream.concat(discounts.stream(), Stream.of(discount)).toList(), sold);
    }

    Watch selling(ProductId product, String serial, String soldOn) {
        return new Watch(seen, agreed, agreedPrices, discounts, with(sold, new Piece(product, serial), soldOn));
    }

    Watch free(ProductId product, String serial) {
        Map<Piece, String> left = new HashMap<>(sold);
        left.remove(new Piece(product, serial));
        return new Watch(seen, agreed, agreedPrices, discounts, left);
    }

    /// On which receipt another till sold the piece of a line already.
    Optional<String> soldOn(Line line) {
        return line.serial()
                .filter(_ -> line.returned().isEmpty())
                .flatMap(serial -> Optional.ofNullable(sold.get(new Piece(line.item().product(), serial))));
    }

    /// For the next customer.
    Watch next() {
        return new Watch(Map.of(), Map.of(), agreedPrices, List.of(), Map.of());
    }

    private static <K, T> Map<K, T> with(Map<K, T> before, K key, T value) {
        Map<K, T> after = new HashMap<>(before);
        after.put(key, value);
        return after;
    }
}
