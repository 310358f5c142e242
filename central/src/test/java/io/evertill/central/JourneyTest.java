package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.Stock;
import io.evertill.entry.Move;
import io.evertill.feed.Pull;
import io.evertill.outbox.Courier;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.register.Outcome;
import io.evertill.stock.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A till and a centre over HTTP, from the code to the level.
class JourneyTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aSaleReachesTheCentreExactlyOnce(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); ShopTill till = Shops.till(centre, folder, "T1")) {
            Pull.Step pulled = till.pull();
            till.openShift();
            Outcome sold = till.sell("MUG1", "MUG2", "MUG2");

            Courier.Round round = till.deliver();
            Courier.Round again = till.deliver();
            boolean isSettled = centre.settle(Shops.PATIENCE);

            assertEquals(new Pull.Step.UpToDate(), pulled);
            assertInstanceOf(Outcome.Saved.class, sold);
            assertEquals(2, assertInstanceOf(Courier.Round.Delivered.class, round).verified());
            assertEquals(2, assertInstanceOf(Courier.Round.Delivered.class, again).verified());
            assertTrue(isSettled);
            Move.Key key = new Move.Key(ProductId.of(Sku.of("MUG2")), Place.shelf("S1"), "");
            assertEquals(new Stock.Level(key, -20_000, 1), centre.office().db().read(tx -> tx.stock().level(key)));
        }
    }
}
