package io.evertill.feed;

import io.evertill.customer.CustomerId;
import io.evertill.db.FedRows;
import io.evertill.db.FeedDue;
import io.evertill.db.Terms;
import io.evertill.db.Tx;
import io.evertill.product.ProductId;
import io.evertill.wire.FeedLines;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Json;
import io.evertill.wire.Rows;
import io.evertill.wire.StaffRows;
import io.evertill.wire.StockRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Applies changes of the feed to a till's tables and keeps their sums, within one transaction.
final class Changes {
    private final Tx tx;
    private final Map<String, FeedPage.Sum> sums;
    private final Set<String> cleared = new TreeSet<>();

    Changes(Tx tx) {
        this.tx = tx;
        this.sums = new TreeMap<>(tx.feedState().sums());
    }

    /// Removes what was fed before into some tables; changes of other tables are passed over from here on.
    void clear(Collection<String> tables) {
        for (String table : tables) {
            switch (table) {
                case Feed.PRODUCT -> tx.catalogue().clearFed();
                case Feed.PRICE -> tx.terms().clearFed(Terms.Kind.PRICE);
                case Feed.TAX -> tx.terms().clearFed(Terms.Kind.TAX);
                case Feed.SETTING -> tx.terms().clearFed(Terms.Kind.SETTING);
                case Feed.CUSTOMER -> tx.customers().clearFed();
                default -> tx.fed().clear(table);
            }
            sums.computeIfPresent(table, (_, _) -> FeedPage.Sum.NONE);
            cleared.add(table);
        }
    }

    /// Counts all rows again instead of believing the sums.
    void recount() {
        Feed.TABLES.forEach(table -> sums.put(table, Recount.of(tx, table)));
    }

    /// Applies one change. A table that this program does not know is passed over.
    ///
    /// @return whether it was not passed over
    /// @throws IllegalArgumentException when the row cannot be understood
    boolean apply(FeedPage.Change change) {
        if (!Feed.TABLES.contains(change.table()) || (!cleared.isEmpty() && !cleared.contains(change.table()))) {
            return false;
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
        return true;
    }

    /// Writes the sums.
    void finish() {
        if (cleared.contains(Feed.PRODUCT)) {
            tx.catalogue().pack();
        }
        if (cleared.contains(Feed.CUSTOMER)) {
            tx.customers().pack();
        }
        sums.forEach(tx.feedState()::put);
        if (!cleared.isEmpty()) {
            tx.feedState().right();
        }
    }

    /// The tables whose sum is not what the centre says; of those alone that were cleared, if any was.
    List<String> wrong(Map<String, FeedPage.Sum> expected) {
        return Feed.TABLES.stream()
                .filter(table -> cleared.isEmpty() || cleared.contains(table))
                .filter(expected::containsKey)
                .filter(table -> !sums.getOrDefault(table, FeedPage.Sum.NONE).equals(expected.get(table)))
                .toList();
    }

    private Optional<Long> put(FeedPage.Change change, Optional<Long> rowHash) {
        return switch (change.table()) {
            case Feed.PRODUCT -> tx.catalogue().put(Rows.product(change.value()), rowHash);
            case Feed.PRICE -> tx.terms().put(Rows.price(change.value()), rowHash);
            case Feed.TAX -> tx.terms().put(Rows.tax(change.value()), rowHash);
            case Feed.SETTING -> tx.terms().put(change.id(), Rows.setting(change.value()), rowHash);
            case Feed.CUSTOMER -> tx.customers().put(Json.canonical(change.value()), rowHash.orElseThrow());
            case Feed.STAFF -> {
                StaffRows.member(change.value());
                yield tx.fed().put(Feed.STAFF, fed(change), Optional.empty(), rowHash.orElseThrow());
            }
            // What a newer centre promotes in a way that this program does not know must not keep prices from coming.
            case Feed.PROMOTION -> tx.fed().put(Feed.PROMOTION, fed(change), Optional.empty(), rowHash.orElseThrow());
            // Neither must a card.
            case FeedDue.ALERT -> tx.fed().put(FeedDue.ALERT, fed(change), Optional.empty(), rowHash.orElseThrow());
            case String stock -> {
                FedRows.Fed fed = fed(change);
                yield tx.fed().put(stock, fed, StockRows.product(stock, fed.content()), rowHash.orElseThrow());
            }
        };
    }

    private static FedRows.Fed fed(FeedPage.Change change) {
        return new FedRows.Fed(change.id(), Json.canonical(change.value()));
    }

    private Optional<Long> remove(FeedPage.Change change) {
        return switch (change.table()) {
            case Feed.PRODUCT -> tx.catalogue().remove(ProductId.parse(change.id()));
            case Feed.PRICE -> tx.terms().removePrice(change.id());
            case Feed.TAX -> tx.terms().removeTax(change.id());
            case Feed.SETTING -> tx.terms().removeSetting(change.id());
            case Feed.CUSTOMER -> tx.customers().remove(CustomerId.parse(change.id()));
            case String stock -> tx.fed().remove(stock, change.id());
        };
    }
}
