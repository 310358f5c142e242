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
        List<Reserved> orders = orders(text);
        return new TillEvent.ReservedFound(ask, orders, orders.size() > Limits.RESERVED_MAX);
    }

    /// What a code means that is no article here: an order that has just this number.
    TillEvent named(TillEvent meaning, String code) {
        return meaning instanceof TillEvent.Unknown(long ask) && !ReceiptNumber.looksLike(code.strip())
                ? orders(code).stream()
                        .filter(order -> order.order().equals(code.strip()))
                        .findFirst()
                        .<TillEvent>map(order -> new TillEvent.ReservedFound(ask, List.of(order), false))
                        .orElse(meaning)
                : meaning;
    }

    private List<Reserved> orders(String text) {
        return pickups.find(text).stream()
                .map(pickup -> new Reserved(pickup.order(), pickup.owner(), pickup.expiresAt(), pickup.isExpired(),
                        pickup.goods().stream().flatMap(PickupDesk::goods).toList()))
                .filter(order -> !order.goods().isEmpty())
                .toList();
    }

    /// Empty when the product was counted in another unit, and does not fit.
    private static Stream<Reserved.Goods> goods(Pickups.Goods goods) {
        Lookup.Meaning.Found found = goods.found();
        Article article = Desk.article(found.article()).marked(Tracking.lot(goods.promise().lot()));
        return Shown.in(article.item().unit(), goods.promise().quantity()).stream()
                .map(quantity -> new Reserved.Goods(goods.promise().reservation(), article, quantity, found.obstacle()));
    }
}
