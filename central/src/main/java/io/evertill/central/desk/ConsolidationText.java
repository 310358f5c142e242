package io.evertill.central.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.inventory.Consolidation;
import io.evertill.money.Money;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import java.util.List;
import java.util.Optional;

/// What a person and a program read of what all stores have together.
public final class ConsolidationText {
    /// The names of the cells of [#cells].
    public static final List<String> COLUMNS = List.of("sku", "name", "unit", "on_hand", "shelf", "reserved", "available",
            "quarantined", "staged", "in_transit", "total", "value", "currency");

    private ConsolidationText() {}

    /// A row as text; reserved, available and value are empty for a moment in the past, value also where nobody knows it.
    public static List<String> cells(String sku, String name, Consolidation.Row row) {
        return List.of(sku, name, row.product().unit().code(), text(row.onHand()), text(row.shelf()), text(row.reserved()),
                text(row.available()), text(row.quarantined()), text(row.staged()), text(row.transit()), text(row.total()),
                row.value().map(Money::text).orElse(""), row.value().map(value -> value.currency().getCurrencyCode()).orElse(""));
    }

    /// Writes a row.
    public static void put(Consolidation.Row row, ObjectNode node) {
        node.put("sku", row.product().sku().code())
                .put("name", row.product().name())
                .put("unit", row.product().unit().code())
                .put("onHand", text(row.onHand()))
                .put("shelf", text(row.shelf()))
                .put("quarantined", text(row.quarantined()))
                .put("staged", text(row.staged()))
                .put("inTransit", text(row.transit()))
                .put("total", text(row.total()));
        row.reserved().ifPresent(reserved -> node.put("reserved", text(reserved)));
        row.value().ifPresent(value -> node.put("value", value.text()).put("currency", value.currency().getCurrencyCode()));
        row.available().ifPresent(available -> node.put("available", text(available)));
    }

    private static String text(Optional<Long> quantity) {
        return quantity.map(ConsolidationText::text).orElse("");
    }

    private static String text(long quantity) {
        return Decimals.text(quantity, Quantity.SCALE);
    }
}
