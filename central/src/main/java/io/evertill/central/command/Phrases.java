package io.evertill.central.command;

import io.evertill.central.office.Refusal;
import io.evertill.db.Tx;
import io.evertill.feed.HeadOffice;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/// Words that several commands say or read.
public final class Phrases {
    private Phrases() {}

    /// What a definition did.
    public static String of(HeadOffice.Change change) {
        return switch (change) {
            case ADDED -> "Added";
            case CHANGED -> "Changed";
            case SAME -> "Unchanged";
        };
    }

    /// Reads a moment as people write it, such as `2026-12-01T00:00:00Z`.
    ///
    /// @throws Refusal when it is none
    public static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new Refusal(Refusal.Kind.USAGE, "Write a time like 2026-12-01T00:00:00Z, not '" + text + "'.");
        }
    }

    /// The product of a SKU.
    ///
    /// @throws Refusal when the centre knows none
    public static ProductId product(Tx tx, String sku) {
        try {
            ProductId product = ProductId.of(Sku.of(sku));
            if (tx.definitions().holdsProduct(product)) {
                return product;
            }
        } catch (IllegalArgumentException _) {
            // What cannot be a SKU is none.
        }
        throw new Refusal(Refusal.Kind.USAGE, "There is no product " + sku + ".");
    }
}
