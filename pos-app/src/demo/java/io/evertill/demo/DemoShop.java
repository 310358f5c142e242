package io.evertill.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.evertill.central.Centre;
import io.evertill.central.office.Office;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.StockEntry;
import io.evertill.inventory.Assortment;
import io.evertill.inventory.Books;
import io.evertill.ledger.EntryId;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.product.Gtin;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// The demo shop: real names and barcodes, generated prices and taxes (see the README beside the products).
final class DemoShop {
    /// The store's code.
    static final String STORE = "S1";
    /// The till's name.
    static final String TILL = "T1";
    /// Articles on the favourites grid, by SKU.
    static final List<String> FAVOURITES = List.of(
            "20001", "20002", "20004", "20003", "20005", "10004", "10008", "10016", "10027", "10034", "10040", "10010");

    private static final Instant DELIVERED = Instant.parse("2026-01-05T07:00:00Z");
    private static final long DELIVERY = 0x0D3_0000_0000_7000L;
    private static final int UNITS = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private DemoShop() {}

    /// Defines the shop at a centre and waits until everything is in the feed.
    static int open(Centre centre) {
        List<Product> products = products();
        Office office = centre.office();
        office.db().run(tx -> {
            office.headOffice().define(tx, new TaxRate("STD", "VAT", 200_000, TaxRate.Kind.INCLUSIVE));
            office.headOffice().define(tx, new TaxRate("ZERO", "VAT", 0, TaxRate.Kind.INCLUSIVE));
            setting(office, tx, "currency", "GBP");
            setting(office, tx, "zone", "Europe/London");
            setting(office, tx, "shop.name", "The Evertill Demo Shop");
            setting(office, tx, "shop.address", "1 Market Street|London");
            setting(office, tx, "shop.footer", "Names and barcodes: Open Food Facts contributors. Prices are generated.");
            setting(office, tx, "barcode.layouts", "20:5:WEIGHT:5:3:plain");
            setting(office, tx, "cashiers", "anna:Anna|ben:Ben|chloe:Chloé");
            setting(office, tx, "favourites", String.join(" ", FAVOURITES));
            products.forEach(product -> office.headOffice().define(tx, product));
            deliver(tx, products);
        });
        if (!centre.settle(PATIENCE)) {
            throw new IllegalStateException("the centre did not publish the shop in " + PATIENCE);
        }
        return products.size();
    }

    /// Whether an entry is part of the delivery that filled the shelves.
    static boolean isDelivery(EntryId entry) {
        return entry.value().getMostSignificantBits() == DELIVERY;
    }

    /// The products of the shop.
    static List<Product> products() {
        InputStream file = Objects.requireNonNull(DemoShop.class.getResourceAsStream("products.csv"), "products.csv");
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().map(DemoShop::product).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The shelves are full, by one delivery that is known again when the demo runs a second time on the same folder.
    private static void deliver(Tx tx, List<Product> products) {
        Assortment assortment = new Assortment(tx);
        List<Item> goods = products.stream()
                .filter(product -> product.kind() == Product.Kind.GOODS)
                .map(product -> assortment.item(assortment.require(product.id())))
                .toList();
        for (int from = 0; from < goods.size(); from += Entry.LINES_MAX) {
            List<StockEntry.Receipt> lines = new ArrayList<>();
            for (Item item : goods.subList(from, Math.min(goods.size(), from + Entry.LINES_MAX))) {
                lines.add(new StockEntry.Receipt(
                        lines.size() + 1, item, Quantity.of(UNITS, item.unit()), Place.Kind.AVAILABLE, ""));
            }
            Books.record(tx, new EntryId(new UUID(DELIVERY, from)), new StockEntry.Received(
                    STORE, DELIVERED, new Person("demo", "Demo"), "The Evertill Demo Supplier", "D-1", lines));
        }
    }

    private static void setting(Office office, Tx tx, String name, String value) {
        office.headOffice().define(tx, "", name, value);
    }

    private static Product product(NamedCsvRecord row) {
        Sku sku = Sku.of(row.getField("sku"));
        return new Product(
                ProductId.of(sku),
                sku,
                row.getField("name"),
                Unit.of(row.getField("unit")),
                Product.Kind.valueOf(row.getField("kind")),
                row.getField("tax"),
                UnitPrice.parse(row.getField("price"), Currency.getInstance(row.getField("currency"))),
                List.of(Gtin.of(row.getField("barcodes"))));
    }
}
