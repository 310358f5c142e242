package io.evertill.product;

import io.evertill.money.UnitPrice;
import io.evertill.stock.Unit;
import io.evertill.stock.Wording;
import java.util.List;
import java.util.Objects;

/// What the catalogue says of something that can be sold (domain R5 to R7).
///
/// A definition is immutable: a change is a new version with the same id.
///
/// @param id its identity for ever
/// @param sku the shop's code, unique
/// @param name what the customer reads; 1 to 200 characters
/// @param unit what it is counted or weighed in
/// @param kind whether selling it moves stock
/// @param taxCode the code of its tax rate
/// @param basePrice what one unit costs where no other price applies
/// @param gtins its barcodes, normalised; at most 50
/// @param track what must be known of the very goods that are sold
/// @param guidance what the till asks or says when it is rung up
public record Product(
        ProductId id,
        Sku sku,
        String name,
        Unit unit,
        Kind kind,
        String taxCode,
        UnitPrice basePrice,
        List<Gtin> gtins,
        Track track,
        Guidance guidance) {
    /// The longest name.
    public static final int NAME_LENGTH_MAX = 200;
    /// The most barcodes.
    public static final int GTINS_MAX = 50;

    /// Whether selling a product moves stock.
    public enum Kind {
        /// Something on a shelf.
        GOODS,
        /// Carriage, a fee, a correction: money only.
        SERVICE
    }

    /// What a till asks for where the scanned code does not say it.
    public enum Track {
        /// Nothing.
        NONE,
        /// The batch, if it can be read.
        LOT,
        /// The number of each piece.
        SERIAL
    }

    /// A product of which nothing more has to be known, and nothing is asked or said.
    public Product(
            ProductId id, Sku sku, String name, Unit unit, Kind kind, String taxCode, UnitPrice basePrice, List<Gtin> gtins) {
        this(id, sku, name, unit, kind, taxCode, basePrice, gtins, Track.NONE, Guidance.NONE);
    }

    /// Checks the ranges above. Only pieces of goods have numbers, and only goods have batches.
    public Product {
        Objects.requireNonNull(id);
        Objects.requireNonNull(sku);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(taxCode);
        Objects.requireNonNull(basePrice);
        Objects.requireNonNull(guidance);
        Objects.requireNonNull(track);
        gtins = List.copyOf(gtins);
        Wording.require("a product's name", name, NAME_LENGTH_MAX);
        if (gtins.size() > GTINS_MAX) {
            throw new IllegalArgumentException("a product has at most 50 barcodes, " + sku + " has " + gtins.size());
        }
        boolean isTrackable = track == Track.NONE || (kind == Kind.GOODS && (track == Track.LOT || !unit.isMeasured()));
        if (!isTrackable) {
            throw new IllegalArgumentException("only goods have batches and only pieces have numbers, " + sku + " is " + kind + " in "
                    + unit.code());
        }
    }

    /// The same with other guidance.
    public Product guided(Guidance other) {
        return new Product(id, sku, name, unit, kind, taxCode, basePrice, gtins, track, other);
    }
}
