package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.office.Machine;
import io.evertill.central.office.Office;
import io.evertill.central.office.Settings;
import io.evertill.db.Staff;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.ingest.Admission;
import io.evertill.inventory.Assortment;
import io.evertill.inventory.Books;
import io.evertill.ledger.EntryId;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.person.Role;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.reserving.Modes;
import io.evertill.rule.Exempt;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A centre with a small catalogue, and tills that enrol there.
@Exempt(rule = "imports", reason = "makes a centre with shops, for tests", until = "2028-12-31")
public final class Shops {
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final TaxRate VAT = new TaxRate("STD", "VAT 20%", 200_000, TaxRate.Kind.INCLUSIVE);

    private Shops() {}

    /// A centre that has published three mugs.
    public static Centre start(Settings settings) {
        return start(settings, Optional.empty());
    }

    /// The same with a way of promising goods while others do the same.
    public static Centre start(Settings settings, Optional<Modes> forced) {
        Centre centre = Centre.start(settings, Machine.real(), forced);
        centre.office().db().run(tx -> define(centre.office(), tx));
        assertTrue(centre.settle(PATIENCE));
        return centre;
    }

    /// A till of store S1.
    public static ShopTill till(Centre centre, Path folder, String name) {
        return ShopTill.enrol(folder.resolve(name), centre.url(), code(centre, name));
    }

    /// Puts goods on the shelf of store S1.
    public static void receive(Centre centre, String sku, String amount) {
        receive(centre, sku, amount, "");
    }

    /// Puts goods of a batch, of none with an empty text, on the shelf of store S1.
    public static void receive(Centre centre, String sku, String amount, String lot) {
        Tracking tracking = Tracking.lot(lot);
        centre.office().db().write(tx -> {
            Assortment assortment = new Assortment(tx);
            Item item = assortment.item(assortment.require(ProductId.of(Sku.of(sku))));
            return Books.record(tx, new EntryId(Machine.real().ids().get()), new StockEntry.GoodsMoved(
                    "S1", tx.now(), new Person("bea", "Bea"), Move.Type.RECEIVE, "D-1", List.of(new StockEntry.Goods(1, item,
                            Quantity.parse(amount, item.unit()), Place.SUPPLIER, Place.shelf("S1"), tracking, tracking, ""))));
        });
    }

    /// The header that shows the new key of a person.
    public static String[] key(Centre centre, String name, Role role) {
        return Asker.bearer(centre.office().admission().key(name, Staff.Grant.of(role)));
    }

    public static String code(Centre centre, String name) {
        return centre.office().admission().code(new Tills.Seat("S1", name), Admission.VALID_USUALLY);
    }

    /// A command's arguments with the place of a centre behind them.
    public static String[] command(Settings settings, String... arguments) {
        return Stream.concat(Stream.of(arguments), settings.database()
                        .map(url -> Stream.of("--db", url))
                        .orElseGet(() -> Stream.of("--data", settings.folder().orElseThrow().toString())))
                .toArray(String[]::new);
    }

    private static void define(Office office, Tx tx) {
        office.headOffice().define(tx, VAT);
        office.headOffice().define(tx, "", "currency", "GBP");
        for (int number = 1; number <= 3; number++) {
            Sku sku = Sku.of("MUG" + number);
            office.headOffice().define(tx, new Product(ProductId.of(sku), sku, "Mug no. " + number, Unit.EACH,
                    Product.Kind.GOODS, "STD", UnitPrice.parse("2.50", ShopTill.GBP), List.of()));
        }
    }
}
