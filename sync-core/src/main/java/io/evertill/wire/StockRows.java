package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.availability.Consignment;
import io.evertill.availability.Elsewhere;
import io.evertill.availability.Figure;
import io.evertill.availability.FrozenLot;
import io.evertill.availability.LotDate;
import io.evertill.availability.Promise;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.StreamId;
import io.evertill.lot.Lot;
import io.evertill.product.ProductId;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.transfer.Route;
import io.evertill.transfer.State;
import io.evertill.transfer.TransferId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// The rows of the feed about stock, as JSON objects. Each reader throws [IllegalArgumentException] naming the first field
/// that is missing or wrong.
public final class StockRows {
    private static final int PRODUCTS_MAX = 10_000;
    private static final int SALES_MAX = 10_000;

    private StockRows() {}

    /// The product that a row is about; empty when it is about several.
    ///
    /// @param table one of the tables about stock
    /// @throws IllegalArgumentException when the row cannot be understood
    public static Optional<ProductId> product(String table, Bytes row) {
        return switch (table) {
            case "level" -> Optional.of(figure(row).product());
            case "elsewhere" -> Optional.of(elsewhere(row).product());
            case "lot" -> Optional.of(lot(row).product());
            case "lot_date" -> Optional.of(lotDate(row).product());
            case "reservation" -> Optional.of(reservation(row).product());
            case "count" -> Optional.of(CountRows.task(row).product());
            case "count_result" -> Optional.of(CountRows.outcome(row).product());
            case "transfer" -> {
                transfer(row);
                yield Optional.empty();
            }
            default -> throw new IllegalArgumentException("not a table about stock: " + table);
        };
    }

    /// A figure of the branch's own shelf.
    public static ObjectNode figure(Figure figure) {
        ObjectNode row = Json.object()
                .put("product", figure.product().toString())
                .put("qty", text(figure.quantity()))
                .put("asOf", Fields.micros(figure.asOf()));
        ObjectNode through = row.putObject("through");
        figure.through().forEach((stream, seq) -> through.put(stream.toString(), seq));
        return row;
    }

    /// Reads [#figure] back.
    public static Figure figure(Bytes content) {
        Fields row = Fields.of(Json.parse(content.content()));
        Fields through = row.object("through");
        Map<StreamId, Long> streams = new HashMap<>();
        for (String stream : (Iterable<String>) through.node()::fieldNames) {
            streams.put(new StreamId(UUID.fromString(stream)), through.number(stream));
        }
        return new Figure(product(row), quantity(row), row.instant("asOf"), streams);
    }

    /// A figure of another branch's shelf.
    public static ObjectNode elsewhere(Elsewhere elsewhere) {
        return Json.object()
                .put("product", elsewhere.product().toString())
                .put("branch", elsewhere.branch())
                .put("qty", text(elsewhere.quantity()))
                .put("asOf", Fields.micros(elsewhere.asOf()));
    }

    /// Reads [#elsewhere] back.
    public static Elsewhere elsewhere(Bytes content) {
        Fields row = Fields.of(Json.parse(content.content()));
        return new Elsewhere(product(row), row.text("branch"), quantity(row), row.instant("asOf"));
    }

    /// Goods on the way.
    public static ObjectNode transfer(Consignment consignment) {
        ObjectNode row = Json.object()
                .put("transfer", consignment.transfer().text())
                .put("source", consignment.route().source())
                .put("target", consignment.route().target())
                .put("state", consignment.state().name());
        consignment.expectedAt().ifPresent(at -> row.put("expectedAt", Fields.micros(at)));
        ArrayNode goods = row.putArray("goods");
        consignment.quantities().forEach((product, quantity) ->
                goods.addObject().put("product", product.toString()).put("qty", text(quantity)));
        return row;
    }

    /// Reads [#transfer] back.
    public static Consignment transfer(Bytes content) {
        Fields row = Fields.of(Json.parse(content.content()));
        SortedMap<ProductId, Long> goods = new TreeMap<>();
        row.list("goods", PRODUCTS_MAX, each -> Map.entry(product(each), quantity(each)))
                .forEach(each -> goods.put(each.getKey(), each.getValue()));
        return new Consignment(new TransferId(row.text("transfer")), new Route(row.text("source"), row.text("target")),
                row.choice("state", State.class), row.findInstant("expectedAt"), goods);
    }

    /// A batch that is not to be sold.
    public static ObjectNode lot(FrozenLot frozen) {
        return Json.object()
                .put("product", frozen.product().toString())
                .put("lot", frozen.lot())
                .put("state", frozen.state().name());
    }

    /// Reads [#lot] back.
    public static FrozenLot lot(Bytes content) {
        Fields row = Fields.of(Json.parse(content.content()));
        return new FrozenLot(product(row), row.text("lot"), row.choice("state", Lot.State.class));
    }

    /// Until when a batch may be sold.
    public static ObjectNode lotDate(LotDate date) {
        return Json.object()
                .put("product", date.product().toString())
                .put("lot", date.lot())
                .put("lastDay", date.lastDay().toString());
    }

    /// Reads [#lotDate] back.
    public static LotDate lotDate(Bytes content) {
        Fields row = Fields.of(Json.parse(content.content()));
        return new LotDate(product(row), row.text("lot"), row.date("lastDay"));
    }

    /// Goods to collect.
    public static ObjectNode reservation(Promise promise) {
        ObjectNode row = Json.object()
                .put("reservation", promise.reservation().toString())
                .put("product", promise.product().toString())
                .put("lot", promise.lot())
                .put("qty", text(promise.quantity()))
                .put("owner", promise.owner())
                .put("order", promise.order())
                .put("expiresAt", Fields.micros(promise.expiresAt()));
        if (!promise.collected().isEmpty()) {
            ArrayNode sales = row.putArray("collected");
            promise.collected().stream().sorted().forEach(sale -> sales.addObject().put("sale", sale.toString()));
        }
        return row;
    }

    /// Reads [#reservation] back.
    public static Promise reservation(Bytes content) {
        Fields row = Fields.of(Json.parse(content.content()));
        return new Promise(row.uuid("reservation"), product(row), row.text("lot"), quantity(row), row.text("owner"),
                row.text("order"), row.instant("expiresAt"),
                row.has("collected")
                        ? Set.copyOf(row.list("collected", SALES_MAX, sale -> new EntryId(sale.uuid("sale"))))
                        : Set.of());
    }

    private static ProductId product(Fields row) {
        return ProductId.parse(row.text("product"));
    }

    private static long quantity(Fields row) {
        return Decimals.parse(row.text("qty"), Quantity.SCALE);
    }

    private static String text(long tenThousandths) {
        return Decimals.text(tenThousandths, Quantity.SCALE);
    }
}
