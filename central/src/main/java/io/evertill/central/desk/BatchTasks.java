package io.evertill.central.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.office.Refusal;
import io.evertill.closing.Closing;
import io.evertill.db.BatchStock;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.inventory.Assortment;
import io.evertill.inventory.LotResolution;
import io.evertill.lot.Fefo;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.stock.Decimals;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// What people and programs read of goods whose batch nobody said, and of the batches to take.
public final class BatchTasks {
    private static final ProductId FIRST = new ProductId(new UUID(0, 0));

    private BatchTasks() {}

    /// Which batches of a product to take from a place, today.
    ///
    /// @param shelfDaysMin how many days each must be good after today
    public static Fefo.Suggestion suggest(Tx tx, Product product, Place place, Quantity wanted, int shelfDaysMin) {
        LocalDate today = LocalDate.ofInstant(tx.now(), Closing.zone(tx, place.branch()));
        return LotResolution.suggest(tx, product, place, wanted, today, shelfDaysMin);
    }

    /// Goods of no known batch behind a key, of one store or of all.
    public static List<BatchStock.Unassigned> page(Tx tx, Optional<String> store, Optional<Move.Key> after, int limit) {
        ProductId product = after.map(Move.Key::product).orElse(FIRST);
        String place = after.map(key -> key.place().code()).orElse("");
        return store.map(branch -> tx.batchStock().unassignedOf(branch, product, place, limit))
                .orElseGet(() -> tx.batchStock().unassigned(
                        after.map(key -> key.place().branch()).orElse(""), product, place, limit));
    }

    /// What became of naming a batch, in words.
    ///
    /// @throws Refusal when it could not be
    public static String text(LotResolution.Outcome outcome) {
        return switch (outcome) {
            case LotResolution.Outcome.Resolved(long left) -> "The batch is recorded. " + left(left) + " there "
                    + "of no known batch.";
            case LotResolution.Outcome.Refused(String code, String sentence) ->
                    throw new Refusal(Refusal.Kind.DIFFERENCE, sentence + " (" + code + ")");
        };
    }

    private static String left(long left) {
        return left == 0 ? "Nothing is left" : Decimals.text(left, Quantity.SCALE) + " are left";
    }

    /// One line about goods of no known batch.
    public static String line(Tx tx, BatchStock.Unassigned task) {
        Product product = new Assortment(tx).require(task.key().product());
        Quantity quantity = new Quantity(task.quantity(), product.unit());
        String line = task.key().place().branch() + "  " + product.sku().code() + "  " + task.key().place().code() + "  "
                + quantity.text() + "  last moved " + task.movedAt();
        return quantity.isNegative()
                ? line + "  " + text(suggest(tx, product, task.key().place(), quantity.negated(), 0))
                : line;
    }

    /// What to take, in words.
    public static String text(Fefo.Suggestion suggestion) {
        String missing = suggestion.missing().isPositive() ? suggestion.missing().text() + " of no batch that may be sold" : "";
        String picks = suggestion.picks().stream().map(BatchTasks::text).collect(Collectors.joining(", "));
        return "take " + picks + (picks.isEmpty() || missing.isEmpty() ? "" : ", ") + missing;
    }

    private static String text(Fefo.Pick pick) {
        return pick.quantity().text() + " of lot " + pick.lot().number()
                + pick.lot().expiresOn().map(day -> " (expires " + day + ")").orElse("");
    }

    /// Writes goods of no known batch, with what to take for them where they left.
    public static void put(Tx tx, BatchStock.Unassigned task, ObjectNode node) {
        Product product = new Assortment(tx).require(task.key().product());
        Quantity quantity = new Quantity(task.quantity(), product.unit());
        node.put("sku", product.sku().code()).put("place", task.key().place().code()).put("qty", quantity.text())
                .put("movedAt", task.movedAt().toString());
        ArrayNode take = node.putArray("take");
        if (quantity.isNegative()) {
            put(suggest(tx, product, task.key().place(), quantity.negated(), 0).picks(), take);
        }
    }

    /// Writes what to take.
    public static ObjectNode put(Fefo.Suggestion suggestion, ObjectNode node) {
        put(suggestion.picks(), node.putArray("take"));
        return node.put("missing", suggestion.missing().text());
    }

    private static void put(List<Fefo.Pick> picks, ArrayNode rows) {
        picks.forEach(pick -> {
            ObjectNode row = rows.addObject().put("lot", pick.lot().number()).put("qty", pick.quantity().text());
            pick.lot().expiresOn().ifPresent(day -> row.put("expiresOn", day.toString()));
        });
    }
}
