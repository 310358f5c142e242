package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.Stock;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.evertill.feed.Pull;
import io.evertill.ingest.Admission;
import io.evertill.ledger.Move;
import io.evertill.outbox.Courier;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.register.Outcome;
import io.evertill.stock.Place;
import io.evertill.stock.Unit;
import io.evertill.money.UnitPrice;
import io.evertill.tax.TaxRate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A till and a centre over HTTP, from the code to the level.
class JourneyTest {
    private static final TaxRate VAT = new TaxRate("STD", "VAT 20%", 200_000, TaxRate.Kind.INCLUSIVE);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aSaleReachesTheCentreExactlyOnce(CentreOn on) {
        try (Centre centre = start(on); ShopTill till = till(centre, "T1")) {
            Pull.Step pulled = till.pull();
            till.openShift();
            Outcome sold = till.sell("MUG1", "MUG2", "MUG2");

            Courier.Round round = till.deliver();
            Courier.Round again = till.deliver();
            boolean isSettled = centre.settle(Duration.ofSeconds(30));

            assertEquals(new Pull.Step.UpToDate(), pulled);
            assertInstanceOf(Outcome.Saved.class, sold);
            assertEquals(2, assertInstanceOf(Courier.Round.Delivered.class, round).verified());
            assertEquals(2, assertInstanceOf(Courier.Round.Delivered.class, again).verified());
            assertTrue(isSettled);
            Move.Key key = new Move.Key(ProductId.of(Sku.of("MUG2")), Place.shelf("S1"), "");
            assertEquals(new Stock.Level(key, -20_000, 1), centre.office().db().read(tx -> tx.stock().level(key)));
        }
    }

    private Centre start(CentreOn on) {
        Centre centre = Centre.start(on.settings(folder));
        centre.office().db().run(tx -> define(centre.office(), tx));
        assertTrue(centre.settle(Duration.ofSeconds(30)));
        return centre;
    }

    private ShopTill till(Centre centre, String name) {
        String code = centre.office().admission().code(new Tills.Seat("S1", name), Admission.VALID_USUALLY);
        return ShopTill.enrol(folder.resolve(name), centre.url(), code);
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
