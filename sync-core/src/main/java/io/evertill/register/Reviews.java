package io.evertill.register;

import io.evertill.db.Database;
import io.evertill.db.Tx;
import io.evertill.price.Promotions;
import io.evertill.product.Marks;
import io.evertill.product.Obstacle;
import io.evertill.product.Product;
import io.evertill.sale.Line;
import io.evertill.sale.Review;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Looks again at goods that waited in a basket: what speaks against selling them by what the till knows now, and what they cost now.
public final class Reviews {
    private final Database db;
    private final Lookup lookup;

    /// The reviews of a till.
    public Reviews(Database db, Lookup lookup) {
        this.db = db;
        this.lookup = lookup;
    }

    /// Judges lines of the basket that is kept as the one on the counter. They keep their prices if it is younger than the store wants.
    ///
    /// @param lines those that bring something back are passed over
    public Review of(List<Line> lines) {
        Promotions known = lookup.promotions();
        return db.read(tx -> new Review(
                lines.stream().filter(line -> line.returned().isEmpty()).map(line -> finding(tx, line)).toList(),
                Optional.of(known.inForce(tx.now(), Store.zone(tx.terms()::setting))).filter(_ -> isOld(tx))));
    }

    private static boolean isOld(Tx tx) {
        Duration wait = Store.priceWait(tx.terms()::setting);
        return tx.counter().keptAt().filter(at -> !at.isAfter(tx.now()) && tx.now().isBefore(at.plus(wait))).isEmpty();
    }

    private Review.Finding finding(Tx tx, Line line) {
        Optional<Product> product = tx.catalogue().find(line.item().product());
        Marks marks = new Marks(line.lot(), line.serial(), line.expires(), Optional.empty(), Optional.empty());
        Optional<Obstacle> obstacle = product.isEmpty()
                ? Optional.of(new Obstacle.Withdrawn())
                : lookup.obstacle(tx, product.get(), marks);
        return new Review.Finding(line.number(), obstacle, product
                .filter(found -> found.unit().equals(line.item().unit()))
                .flatMap(found -> lookup.article(tx, found))
                .map(article -> new Review.Offer(article.item().tax(), article.price())));
    }
}
