package io.evertill.central.command.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.ShopTill;
import io.evertill.central.Shops;
import io.evertill.central.office.Settings;
import io.evertill.money.UnitPrice;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Unit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What waits for a person, and what a person does about it.
class ParkedCommandTest {
    private static final Sku MUG2 = Sku.of("MUG2");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatWaitsIsListedWithItsValueAndAppliedWhenTheCauseIsMended(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); ShopTill till = sold(centre)) {
            CentreOn.change(settings, "DELETE FROM product WHERE sku = 'MUG2'");
            till.sell("MUG2");
            till.deliver();
            assertTrue(centre.settle(Shops.PATIENCE));

            Ended waiting = Ended.of(Shops.command(settings, "parked"));
            centre.office().db().run(tx -> centre.office().headOffice().define(tx, new Product(ProductId.of(MUG2), MUG2,
                    "Mug no. 2", Unit.EACH, Product.Kind.GOODS, "STD", UnitPrice.parse("2.50", ShopTill.GBP), List.of())));
            Ended mended = Ended.of(Shops.command(settings, "parked", "--redrive", "--json"));

            assertTrue(waiting.out().contains("  UNKNOWN_PRODUCT  store S1, till T1, 2.50 GBP  "), waiting.said());
            assertTrue(waiting.out().endsWith("1 entries wait." + System.lineSeparator()), waiting.said());
            assertEquals("{\"parked\":[]}", mended.out().strip(), mended.said());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConflictIsDecidedOnceWithANameAndAReason(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); ShopTill till = sold(centre)) {
            till.deliver();
            assertTrue(centre.settle(Shops.PATIENCE));
            CentreOn.change(settings, """
                    INSERT INTO parked (branch, stream, seq, entry_id, code, cause, state, parked_at, meta, body)
                    SELECT p.branch, p.stream, 99, p.entry_id, 'ID_CONFLICT', 'Two.', 'OPEN', 1, f.meta, f.body
                    FROM posting p JOIN fact f ON f.entry_id = p.entry_id WHERE p.seq = 2
                    """);
            String place = Ended.of(Shops.command(settings, "parked", "--json")).json().at("/parked/0/stream").asText() + ":99";

            Ended nameless = Ended.of(Shops.command(settings, "parked", "--accept", place));
            Ended nonsense = Ended.of(Shops.command(settings, "parked", "--accept", "there", "--by", "Ira", "--note", "why"));
            Ended accepted = Ended.of(Shops.command(settings, "parked", "--accept", place, "--by", "Ira", "--note", "two tills"));
            Ended again = Ended.of(Shops.command(settings, "parked", "--dismiss", place, "--by", "Ira", "--note", "no"));
            assertTrue(centre.settle(Shops.PATIENCE));

            assertEquals(List.of(2, 2, 0, 2), List.of(nameless, nonsense, accepted, again).stream().map(Ended::exitCode).toList());
            long sales = centre.office().db().read(tx -> tx.sales().count());
            assertEquals(2, sales);
            assertEquals(0, Ended.of(Shops.command(settings, "verify")).exitCode());
        }
    }

    private ShopTill sold(Centre centre) {
        ShopTill till = Shops.till(centre, folder, "T1");
        till.pull();
        till.openShift();
        till.sell("MUG1");
        return till;
    }
}
