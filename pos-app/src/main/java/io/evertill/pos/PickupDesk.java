package io.evertill.pos;

import io.evertill.availability.Shown;
import io.evertill.register.Lookup;
import io.evertill.register.Pickups;
import io.evertill.sale.ReceiptNumber;
import io.evertill.stock.Tracking;
import io.evertill.till.Article;
import io.evertill.till.Limits;
import io.evertill.till.Reserved;
import io.evertill.till.TillEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What customers collect here, as the screen shows it: in the unit of each article, at what it costs now.
///
/// It reads on the thread that calls it, and never writes.
final class PickupDesk {
    private final Pickups pickups;

    PickupDesk(TillProcess till) {
        this.pickups = new Pickups(till.database(), till.lookup());
    }

    /// The orders under a text.
    TillEvent find(long ask, String text) {
        List<Reserved> orders = pickups.find(text).stream().flatMap(pickup -> reserved(pickup).stream()).toList();
        return new TillEvent.ReservedFound(ask, orders, orders.size() > Limits.RESERVED_MAX);
    }

    /// What a code means that is no article here: an order that has just this number, before a loyalty number that is the same.
    TillEvent named(TillEvent meaning, String code) {
        return switch (meaning) {
            case TillEvent.Unknown(long ask) when !ReceiptNumber.looksLike(code.strip()) -> named(ask, code).orElse(meaning);
            case TillEvent.CardKnown(long ask, _) -> named(ask, code).orElse(meaning);
            default -> meaning;
        };
    }

    private Optional<TillEvent> named(long ask, String code) {
        return pickups.named(code.strip())
                .flatMap(PickupDesk::reserved)
                .map(order -> new TillEvent.ReservedFound(ask, List.of(order), false));
    }

    /// Empty when none of its goods can be shown.
    private static Optional<Reserved> reserved(Pickups.Pickup pickup) {
        return Optional.of(new Reserved(pickup.order(), pickup.owner(), pickup.expiresAt(), pickup.isExpired(),
                        pickup.goods().stream().flatMap(PickupDesk::goods).toList()))
                .filter(order -> !order.goods().isEmpty());
    }

    /// Empty when the product was counted in another unit, and does not fit.
    private static Stream<Reserved.Goods> goods(Pickups.Goods goods) {
        Lookup.Meaning.Found found = goods.found();
        Article article = Desk.article(found.article()).marked(Tracking.lot(goods.promise().lot()));
        return Shown.in(article.item().unit(), goods.promise().quantity()).stream()
                .map(quantity -> new Reserved.Goods(goods.promise().reservation(), article, quantity, found.obstacle()));
    }
}
