package io.evertill.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.PriceVersions;
import io.evertill.db.Tx;
import io.evertill.ledger.Bytes;
import io.evertill.money.UnitPrice;
import io.evertill.price.PriceRule;
import io.evertill.price.Promotion;
import io.evertill.product.Product;
import io.evertill.tax.TaxRate;
import io.evertill.wire.Json;
import io.evertill.wire.PromotionRows;
import io.evertill.wire.Rows;
import java.util.Optional;

/// What the head office defines: products, prices, promotions, taxes and settings, each written together with its row for the feed.
///
/// What is so already is written nowhere, so that defining a whole catalogue again sends nothing to the tills.
public final class HeadOffice {
    private static final int SETTING_NAME_LENGTH_MAX = 64;

    private final Feed feed;

    /// A head office that tells the tills through a feed.
    public HeadOffice(Feed feed) {
        this.feed = feed;
    }

    /// What a definition did.
    public enum Change {
        /// There was none before.
        ADDED,
        /// It is different now.
        CHANGED,
        /// It was so already.
        SAME
    }

    /// Defines a product, also one that a till had met before.
    public Change define(Tx tx, Product product) {
        ObjectNode row = Rows.product(product);
        Bytes definition = Json.canonical(row);
        Change change = change(tx.definitions().product(product.id()), definition);
        if (change != Change.SAME) {
            tx.definitions().putProduct(product.id(), product.sku(), definition, tx.now());
            note(tx, product, definition);
            feed.put(tx, Feed.PRODUCT, "", product.id().toString(), row);
        }
        return change;
    }

    /// A product that changed in something else than its price keeps the version of it.
    private static void note(Tx tx, Product product, Bytes definition) {
        Optional<UnitPrice> before = tx.priceVersions().last(product.id(), PriceVersions.BASE)
                .map(known -> Rows.product(Json.parse(known.content())).basePrice());
        if (!before.equals(Optional.of(product.basePrice()))) {
            tx.priceVersions().append(product.id(), PriceVersions.BASE, "", definition, tx.now());
        }
    }

    /// Defines a price rule. A rule never moves to another branch.
    ///
    /// @throws IllegalArgumentException when the rule's id is known in another branch
    public Change define(Tx tx, PriceRule rule) {
        ObjectNode row = Rows.price(rule);
        Bytes definition = Json.canonical(row);
        Optional<Bytes> before = tx.definitions().price(rule.id());
        if (before.isPresent()) {
            PriceRule known = Rows.price(Json.parse(before.get().content()));
            if (!known.branch().equals(rule.branch())) {
                throw new IllegalArgumentException(
                        "Price rule " + rule.id() + " belongs to another store already. Use another id.");
            }
        }
        Change change = change(before, definition);
        if (change != Change.SAME) {
            tx.definitions().putPrice(rule.id(), rule.product(), rule.branch(), definition, tx.now());
            tx.priceVersions().append(rule.product(), rule.id(), rule.branch(), definition, tx.now());
            feed.put(tx, Feed.PRICE, rule.branch(), rule.id(), row);
        }
        return change;
    }

    /// Defines a promotion. It never moves to another branch.
    ///
    /// @throws IllegalArgumentException when its id is known in another branch
    public Change define(Tx tx, Promotion promotion) {
        ObjectNode row = PromotionRows.write(promotion);
        Bytes definition = Json.canonical(row);
        Optional<Bytes> before = tx.definitions().promotion(promotion.id());
        if (before.isPresent()
                && !PromotionRows.read(Json.parse(before.get().content())).branch().equals(promotion.branch())) {
            throw new IllegalArgumentException(
                    "Promotion " + promotion.id() + " belongs to another store already. Use another id.");
        }
        Change change = change(before, definition);
        if (change != Change.SAME) {
            tx.definitions().putPromotion(promotion.id(), promotion.branch(), definition, tx.now());
            feed.put(tx, Feed.PROMOTION, promotion.branch(), promotion.id(), row);
        }
        return change;
    }

    /// Withdraws a promotion: the tills forget it at their next pull. Sales keep its name.
    ///
    /// @return whether there was one
    public boolean withdraw(Tx tx, String promotion) {
        Optional<Bytes> before = tx.definitions().promotion(promotion);
        before.ifPresent(definition -> {
            tx.definitions().removePromotion(promotion);
            feed.remove(tx, Feed.PROMOTION, PromotionRows.read(Json.parse(definition.content())).branch(), promotion);
        });
        return before.isPresent();
    }

    /// Defines a tax rate.
    public Change define(Tx tx, TaxRate rate) {
        ObjectNode row = Rows.tax(rate);
        Bytes definition = Json.canonical(row);
        Change change = change(tx.definitions().tax(rate.code()), definition);
        if (change != Change.SAME) {
            tx.definitions().putTax(rate.code(), definition, tx.now());
            feed.put(tx, Feed.TAX, "", rate.code(), row);
        }
        return change;
    }

    /// Defines a setting of a branch, or of every branch when that is empty.
    ///
    /// A branch's own is another row of the feed, `name@branch`, so that a till can hold both.
    ///
    /// @throws IllegalArgumentException when the name is empty, too long or has an `@` in it
    public Change define(Tx tx, String branch, String name, String value) {
        if (name.isBlank() || name.length() > SETTING_NAME_LENGTH_MAX || name.contains("@")) {
            throw new IllegalArgumentException(
                    "a setting's name has 1 to " + SETTING_NAME_LENGTH_MAX + " characters and no @: '" + name + "'");
        }
        Change change = change(tx.definitions().setting(branch, name), value);
        if (change != Change.SAME) {
            tx.definitions().putSetting(branch, name, value, tx.now());
            feed.put(tx, Feed.SETTING, branch, branch.isEmpty() ? name : name + "@" + branch, Rows.setting(name, value));
        }
        return change;
    }

    private static <T> Change change(Optional<T> before, T after) {
        if (before.isEmpty()) {
            return Change.ADDED;
        }
        return before.get().equals(after) ? Change.SAME : Change.CHANGED;
    }
}
