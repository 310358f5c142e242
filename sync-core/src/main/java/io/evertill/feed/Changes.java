package io.evertill.feed;

import io.evertill.db.Terms;
import io.evertill.db.Tx;
import io.evertill.product.ProductId;
import io.evertill.wire.FeedLines;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Json;
import io.evertill.wire.Rows;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Applies changes of the feed to a till's tables and keeps their sums, within one transaction.
final class Changes {
    private final Tx tx;
    private final Map<String, FeedPage.Sum> sums;
    private boolean isWhole;

    Changes(Tx tx) {
        this.tx = tx;
        this.sums = new TreeMap<>(tx.feedState().sums());
    }

    /// Removes everything that was fed before.
    void clear() {
        tx.catalogue().clearFed();
        tx.terms().clearFed(Terms.Kind.PRICE);
        tx.terms().clearFed(Terms.Kind.TAX);
        tx.terms().clearFed(Terms.Kind.SETTING);
        sums.replaceAll((_, _) -> FeedPage.Sum.NONE);
        isWhole = true;
    }

    /// Applies one change. A table that this program does not know is passed over.
    ///
    /// @throws IllegalArgumentException when the row cannot be understood
    void apply(FeedPage.Change change) {
        if (!Feed.TABLES.contains(change.table())) {
            return;
        }
        Optional<Long> rowHash = change.isGone()
                ? Optional.empty()
                : Optional.of(FeedLines.rowHash(change.id(), Json.canonical(change.value())));
        Optional<Long> before = change.isGone() ? remove(change) : put(change, rowHash);
        FeedPage.Sum sum = sums.getOrDefault(change.table(), FeedPage.Sum.NONE);
        if (before.isPresent()) {
            sum = sum.minus(before.get());
        }
        if (rowHash.isPresent()) {
            sum = sum.plus(rowHash.get());
        }
        sums.put(change.table(), sum);
    }

    /// Writes the sums and the cursor.
    void finish(FeedPage.Cursor cursor) {
        if (isWhole) {
            tx.catalogue().pack();
        }
        sums.forEach(tx.feedState()::put);
        tx.feedState().advance(cursor, tx.now());
    }

    /// The first table whose sum is not what the centre says.
    Optional<String> firstMismatch(Map<String, FeedPage.Sum> expected) {
        return Feed.TABLES.stream()
                .filter(expected::containsKey)
                .filter(table -> !sums.getOrDefault(table, FeedPage.Sum.NONE).equals(expected.get(table)))
                .findFirst();
    }

    private Optional<Long> put(FeedPage.Change change, Optional<Long> rowHash) {
        return switch (change.table()) {
            case Feed.PRODUCT -> tx.catalogue().put(Rows.product(change.value()), rowHash);
            case Feed.PRICE -> tx.terms().put(Rows.price(change.value()), rowHash);
            case Feed.TAX -> tx.terms().put(Rows.tax(change.value()), rowHash);
            case Feed.SETTING -> tx.terms().put(change.id(), Rows.setting(change.value()), rowHash);
            case String other -> throw new IllegalStateException("not a table of the feed: " + other);
        };
    }

    private Optional<Long> remove(FeedPage.Change change) {
        return switch (change.table()) {
            case Feed.PRODUCT -> tx.catalogue().remove(ProductId.parse(change.id()));
            case Feed.PRICE -> tx.terms().removePrice(change.id());
            case Feed.TAX -> tx.terms().removeTax(change.id());
            case Feed.SETTING -> tx.terms().removeSetting(change.id());
            case String other -> throw new IllegalStateException("not a table of the feed: " + other);
        };
    }
}
