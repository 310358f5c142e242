package io.evertill.pos;

import io.evertill.availability.Elsewhere;
import io.evertill.availability.Shown;
import io.evertill.db.Database;
import io.evertill.product.ProductId;
import io.evertill.register.Freshness;
import io.evertill.register.StockLookup;
import io.evertill.sale.Item;
import io.evertill.stock.Quantity;
import io.evertill.till.Sighting;
import io.evertill.till.StockCard;
import io.evertill.till.TillEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How much there is of an article, as the screen shows it: in the article's unit, and in moments of the till's own clock.
///
/// It reads on the thread that calls it, and never writes.
final class StockDesk {
    /// Other stores on one page.
    private static final int STORES_MAX = 20;
    /// How late a till hears of a change in another store (docs/stock-at-the-till.md).
    private static final Duration ELSEWHERE_LAG = Duration.ofMinutes(15);

    private final Database db;
    private final StockLookup stock;

    StockDesk(TillProcess till) {
        this.db = till.database();
        this.stock = new StockLookup(db, till.identity().branch());
    }

    /// What stands for sale here; empty when nothing is known.
    Optional<Quantity> onHand(Item item) {
        return stock.here(item.product()).flatMap(shown -> shown.in(item.unit()));
    }

    /// What can be sold here; empty when nothing is known.
    Optional<Sighting> sighting(Item item) {
        Freshness freshness = Freshness.read(db);
        return stock.here(item.product()).flatMap(shown -> shown.sellableIn(item.unit())
                .map(sellable -> new Sighting(sellable, freshness.knownAt(shown.asOf(), Duration.ZERO))));
    }

    /// What is known here, and of the stores behind one.
    StockCard card(Item item, String after) {
        Freshness freshness = Freshness.read(db);
        ProductId product = item.product();
        List<Elsewhere> page = stock.elsewhere(product, after, STORES_MAX + 1);
        return new StockCard(
                stock.here(product).flatMap(shown -> StockCard.here(
                        shown, item.unit(), freshness.knownAt(shown.asOf(), Duration.ZERO))),
                page.stream()
                        .limit(STORES_MAX)
                        .flatMap(told -> Shown.in(item.unit(), told.quantity()).stream().map(onHand ->
                                new StockCard.Elsewhere(told.branch(), onHand, freshness.knownAt(told.asOf(), ELSEWHERE_LAG))))
                        .toList(),
                page.stream().limit(STORES_MAX).skip(page.size() > STORES_MAX ? STORES_MAX - 1 : STORES_MAX)
                        .map(Elsewhere::branch)
                        .findFirst());
    }

    /// Why there is as much here as [#card] says, of one moment.
    TillEvent why(long ask, Item item) {
        return new TillEvent.WhyShown(ask, stock.why(item.product()));
    }
}
