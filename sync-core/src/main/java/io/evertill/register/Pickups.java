package io.evertill.register;

import io.evertill.availability.Promise;
import io.evertill.db.CollectedGoods.Taken;
import io.evertill.db.Database;
import io.evertill.db.FedRows;
import io.evertill.db.FeedDue;
import io.evertill.db.Tx;
import io.evertill.product.ProductId;
import io.evertill.wire.StockRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// What customers have reserved and not collected here yet, as far as this till knows: what the centre told, less what the till
/// has sold of it since. It reads and never writes.
public final class Pickups {
    private static final int PAGE = 100;
    private static final Comparator<Pickup> FIRST_TO_END = Comparator.comparing(Pickup::isExpired)
            .thenComparing(Pickup::expiresAt)
            .thenComparing(Pickup::order)
            .thenComparing(Pickup::owner);

    private final Database db;
    private final Lookup lookup;

    /// What is to be collected, in a till's database.
    public Pickups(Database db, Lookup lookup) {
        this.db = db;
        this.lookup = lookup;
    }

    /// An order that somebody collects.
    ///
    /// @param order as the customer names it
    /// @param owner for whom
    /// @param expiresAt when the first of its goods are no longer kept, by this till's clock
    /// @param isExpired whether that moment has come
    /// @param goods at least one of them
    public record Pickup(String order, String owner, Instant expiresAt, boolean isExpired, List<Goods> goods) {
        /// Copies the list.
        public Pickup {
            goods = List.copyOf(goods);
        }
    }

    /// Goods of an order.
    ///
    /// @param promise with what is left of it
    /// @param found what they are, at what they cost now, and what speaks against selling them
    public record Goods(Promise promise, Lookup.Meaning.Found found) {}

    /// The orders that a text names, wholly or in part: by order, by owner, or by something that is in them; all for no text. Those
    /// that end first come first, and those that have ended come last.
    public List<Pickup> find(String sought) {
        String text = sought.strip().toLowerCase(Locale.ROOT);
        Optional<ProductId> scanned = text.isEmpty() ? Optional.empty() : product(sought);
        return pickups(_ -> true,
                (key, goods) -> isNamed(key, text) || goods.stream().anyMatch(each -> isNamed(each, text, scanned)));
    }

    /// The order that has just this number; of several that which ends first. No article is read but those that are in it.
    public Optional<Pickup> named(String order) {
        return pickups(promise -> promise.order().equals(order), (_, _) -> true).stream().findFirst();
    }

    private List<Pickup> pickups(Predicate<Promise> isWanted, BiPredicate<Key, List<Goods>> isMeant) {
        Map<Key, List<Promise>> orders = new LinkedHashMap<>();
        all(isWanted).forEach(promise -> orders
                .computeIfAbsent(new Key(promise.order(), promise.owner()), _ -> new ArrayList<>())
                .add(promise));
        if (orders.isEmpty()) {
            return List.of();
        }
        Freshness freshness = Freshness.read(db);
        Instant now = db.read(Tx::now);
        Map<Promise, Optional<Lookup.Meaning.Found>> articles = new HashMap<>();
        List<Pickup> found = new ArrayList<>();
        orders.forEach((key, promises) -> {
            List<Goods> goods = promises.stream()
                    .flatMap(promise -> articles.computeIfAbsent(promise, one -> lookup.article(one.product(), one.lot())).stream()
                            .map(article -> new Goods(promise, article)))
                    .toList();
            if (!goods.isEmpty() && isMeant.test(key, goods)) {
                Instant expiresAt = freshness.byOwnClock(
                        goods.stream().map(each -> each.promise().expiresAt()).min(Comparator.naturalOrder()).orElseThrow());
                found.add(new Pickup(key.order(), key.owner(), expiresAt, !now.isBefore(expiresAt), goods));
            }
        });
        found.sort(FIRST_TO_END);
        return List.copyOf(found);
    }

    /// How much of a promise is left, in ten-thousandths: what the centre told, less what this till has sold of it that the centre
    /// did not know then. Not less than nothing, for others may collect of it as well.
    static long left(Tx tx, Promise promise) {
        List<Taken> own = tx.collected().of(promise.reservation()).stream()
                .filter(taken -> !promise.collected().contains(taken.sale()))
                .toList();
        long taken = own.stream().mapToLong(Taken::quantity).reduce(0, Math::addExact);
        return own.stream().anyMatch(Taken::isRestGivenUp) ? 0 : Math.max(0, promise.quantity() - taken);
    }

    private record Key(String order, String owner) {}

    private List<Promise> all(Predicate<Promise> isWanted) {
        return db.read(tx -> {
            List<Promise> all = new ArrayList<>();
            List<FedRows.Fed> page = tx.fed().after(FeedDue.RESERVATION, "", PAGE);
            while (!page.isEmpty()) {
                page.stream()
                        .map(row -> StockRows.reservation(row.content()))
                        .filter(isWanted)
                        .map(promise -> promise.left(left(tx, promise)))
                        .filter(promise -> promise.quantity() > 0)
                        .forEach(all::add);
                page = tx.fed().after(FeedDue.RESERVATION, page.getLast().id(), PAGE);
            }
            return all;
        });
    }

    private Optional<ProductId> product(String sought) {
        return lookup.find(sought) instanceof Lookup.Meaning.Found found ? Optional.of(found.article().product().id()) : Optional.empty();
    }

    private static boolean isNamed(Key key, String text) {
        return isIn(key.order(), text) || isIn(key.owner(), text);
    }

    private static boolean isNamed(Goods goods, String text, Optional<ProductId> scanned) {
        Lookup.Article article = goods.found().article();
        return scanned.filter(article.product().id()::equals).isPresent()
                || isIn(article.product().name(), text)
                || isIn(article.product().sku().code(), text);
    }

    private static boolean isIn(String name, String text) {
        return name.toLowerCase(Locale.ROOT).contains(text);
    }
}
