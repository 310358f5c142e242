package io.evertill.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.db.CentreOn;
import io.evertill.db.Stock;
import io.evertill.entry.Move;
import io.evertill.feed.Pull;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.register.Outcome;
import io.evertill.stock.Place;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The thinnest path through every layer: catalogue down, sale, upload, applied once.
class FirstSaleTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aSaleReachesTheCentreExactlyOnce(CentreOn on) {
        try (Shop shop = new Shop(folder, on.open(folder, Clock.systemUTC()))) {
            Pull pull = shop.pull(shop.link(), folder);
            Pull.Step step = pull.step();
            while (step instanceof Pull.Step.Downloaded) {
                step = pull.step();
            }
            assertEquals(new Pull.Step.Applied(22, false), step);
            assertEquals(new Pull.Step.UpToDate(), pull.step());
            shop.openShift();
            assertInstanceOf(Outcome.Saved.class, shop.sell("MUG1", "MUG2", "MUG2"));
            assertInstanceOf(Outcome.Saved.class, shop.sell("MUG2"));

            Courier courier = shop.courier(shop.link());
            Courier.Round round = courier.round();
            Courier.Round again = courier.round();
            shop.applyAll();

            Courier.Round.Delivered delivered = assertInstanceOf(Courier.Round.Delivered.class, round);
            assertEquals(3, delivered.verified());
            assertEquals(3, ((Courier.Round.Delivered) again).verified());
            Move.Key key = new Move.Key(ProductId.of(Sku.of("MUG2")), Place.shelf("S1"), "");
            Stock.Level atTill = shop.till.read(tx -> tx.stock().level(key));
            Stock.Level atCentre = shop.centre.read(tx -> tx.stock().level(key));
            assertEquals(new Stock.Level(key, -30_000, 2), atTill);
            assertEquals(atTill, atCentre);
        }
    }
}
