package io.evertill.central.desk;

import io.evertill.entry.Move;
import io.evertill.inventory.Assortment;
import io.evertill.inventory.Counts;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.wire.DeskForms;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/// What was counted of some goods, as people and programs write it.
public final class CountRow {
    private CountRow() {}

    /// Reads a row.
    ///
    /// @throws IllegalArgumentException with what is wrong
    public static Counts.Row of(Assortment assortment, String branch, DeskForms.Row form) {
        ProductId id = ProductId.of(Sku.of(form.sku().strip()));
        Product product = assortment.find(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no product " + form.sku()));
        Place place = Place.parse(branch, form.place().strip());
        if (!place.kind().isReal()) {
            throw new IllegalArgumentException("nobody counts at " + place.code());
        }
        try {
            return new Counts.Row(
                    Optional.of(form.line().strip()).filter(line -> !line.isEmpty()).map(UUID::fromString),
                    new Move.Key(id, place, form.lot()),
                    quantity(form, product),
                    OffsetDateTime.parse(form.countedAt().strip()).toInstant(),
                    form.pieces());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Quantity quantity(DeskForms.Row form, Product product) {
        return form.counted().isBlank() && form.pieces().isPresent()
                ? Quantity.of(form.pieces().get().size(), product.unit())
                : Quantity.parse(form.counted().strip(), product.unit());
    }
}
