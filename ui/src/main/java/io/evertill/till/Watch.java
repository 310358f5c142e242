package io.evertill.till;

import io.evertill.product.Obstacle;
import io.evertill.product.ProductId;
import io.evertill.sale.Consent;
import io.evertill.sale.Line;
import io.evertill.stock.Quantity;
import java.time.Instant;
import java.time.LocalDate;
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
/// @param waited what became of the goods while they waited
public record Watch(
        Map<ProductId, Sighting> seen,
        Map<ProductId, Quantity> agreed,
        Optional<Instant> agreedPrices,
        List<Consent.Discounted> discounts,
        Map<Piece, String> sold,
        Waited waited) {
    static final Watch NOTHING = new Watch(Map.of(), Map.of(), Optional.empty(), List.of(), Map.of(), Waited.NOTHING);

    /// A piece with a number.
    public record Piece(ProductId product, String serial) {}

    /// What became of the goods while they waited.
    ///
    /// @param isDue whether they were not looked at since
    /// @param leftOn the day on which they were left on a till that was locked
    /// @param judgedOn the first day on which any of them was judged by what the till knew; empty when none was
    /// @param obstacles by number of the line, what speaks against selling it
    public record Waited(
            boolean isDue, Optional<LocalDate> leftOn, Optional<LocalDate> judgedOn, Map<Integer, Obstacle> obstacles) {
        static final Waited NOTHING = new Waited(false, Optional.empty(), Optional.empty(), Map.of());

        /// Copies the map.
        public Waited {
            obstacles = Map.copyOf(obstacles);
        }
    }

    /// Copies the maps and the list.
    public Watch {
        sold = Map.copyOf(sold);
        seen = Map.copyOf(seen);
        agreed = Map.copyOf(agreed);
        discounts = List.copyOf(discounts);
    }

    Watch seeing(ProductId product, Sighting sighting) {
        return new Watch(with(seen, product, sighting), agreed, agreedPrices, discounts, sold, waited);
    }

    Watch agreeing(ProductId product, Quantity quantity) {
        return new Watch(seen, with(agreed, product, quantity), agreedPrices, discounts, sold, waited);
    }

    Watch agreeing(Instant pricesAsOf) {
        return new Watch(seen, agreed, Optional.of(pricesAsOf), discounts, sold, waited);
    }

    Watch agreeing(Consent.Discounted discount) {
        return new Watch(seen, agreed, agreedPrices, Stream.concat(discounts.stream(), Stream.of(discount)).toList(), sold,
                waited);
    }

    Watch selling(ProductId product, String serial, String soldOn) {
        return new Watch(seen, agreed, agreedPrices, discounts, with(sold, new Piece(product, serial), soldOn), waited);
    }

    /// The goods waited, and are to be looked at.
    Watch due() {
        return new Watch(seen, agreed, agreedPrices, discounts, sold, new Waited(true, Optional.empty(), Optional.empty(), Map.of()));
    }

    /// Goods were judged when they were rung up.
    ///
    /// @param isFirst whether nothing else was on the counter
    Watch judged(LocalDate day, boolean isFirst) {
        return waited.judgedOn().isPresent() && !isFirst ? this : new Watch(seen, agreed, agreedPrices, discounts, sold,
                new Waited(waited.isDue(), waited.leftOn(), Optional.of(day), waited.obstacles()));
    }

    /// They are left on a till that is locked.
    Watch left(LocalDate day) {
        return new Watch(seen, agreed, agreedPrices, discounts, sold, new Waited(
                waited.isDue(), Optional.of(day), waited.judgedOn(), waited.obstacles()));
    }

    /// They were looked at.
    Watch looked(LocalDate day, Map<Integer, Obstacle> obstacles) {
        return new Watch(seen, agreed, agreedPrices, discounts, sold,
                new Waited(false, Optional.empty(), Optional.of(day), obstacles));
    }

    Watch free(ProductId product, String serial) {
        Map<Piece, String> left = new HashMap<>(sold);
        left.remove(new Piece(product, serial));
        return new Watch(seen, agreed, agreedPrices, discounts, left, waited);
    }

    /// On which receipt another till sold the piece of a line already.
    Optional<String> soldOn(Line line) {
        return line.serial()
                .filter(_ -> line.returned().isEmpty())
                .flatMap(serial -> Optional.ofNullable(sold.get(new Piece(line.item().product(), serial))));
    }

    /// For the next customer.
    Watch next() {
        return new Watch(Map.of(), Map.of(), agreedPrices, List.of(), Map.of(), Waited.NOTHING);
    }

    private static <K, T> Map<K, T> with(Map<K, T> before, K key, T value) {
        Map<K, T> after = new HashMap<>(before);
        after.put(key, value);
        return after;
    }
}
