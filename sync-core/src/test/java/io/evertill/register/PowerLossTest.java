package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.audit.TillAudit;
import io.evertill.db.Database;
import io.evertill.db.PowerCut;
import io.evertill.db.Terminals;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Meta;
import io.evertill.outbox.Shop;
import io.evertill.price.Price;
import io.evertill.product.Product;
import io.evertill.sale.Basket;
import io.evertill.sale.Item;
import io.evertill.stock.Chance;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.wire.KeptBasket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a power cut at any moment leaves of a till that sells, by the model of [PowerCut].
class PowerLossTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final int SALES_MAX = 12;
    private static final int RUNS_WITHOUT_SYNC = 60;
    private static final List<Product> PRODUCTS = IntStream.range(0, 40)
            .mapToObj(number -> Shop.product("SKU" + number, "An article of the shop no. " + number, "2.50"))
            .toList();

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    /// Beyond the ids of the till that all runs begin with.
    private long id = 1_000;

    @BeforeAll
    static void enrol() throws SQLException {
        PowerLossTest test = new PowerLossTest();
        test.id = 0;
        try (Database db = Database.till(template(), () -> NOW)) {
            Register register = test.register(db);
            register.enrol(new Terminals.Identity("t-1", "S1", "T1", ""));
            register.openShift(Shop.shift(new UUID(5, 5), NOW));
        }
        assertEquals("ok", PowerCut.quickCheck(template()));
    }

    @RandomTest
    void aSaleThatWasAcknowledgedSurvivesAnyPowerCut(Chance chance) throws Exception {
        List<EntryId> acknowledged = new ArrayList<>();
        Path left;
        try (PowerCut till = PowerCut.till(fresh(folder), () -> NOW)) {
            left = sellUntilCut(till, acknowledged, chance);
        }

        try (Database db = Database.till(left, () -> NOW)) {
            assertEquals(acknowledged, present(db, acknowledged));
            requireWhole(left, db);
            assertInstanceOf(Outcome.Saved.class, register(db).sell(checkout(register(db), chance)));
            requireWhole(left, db);
        }
    }

    @Test
    void withoutASyncAtEachCommitAPowerCutLosesAcknowledgedSales() throws Exception {
        int runsWithLoss = 0;
        int salesLost = 0;
        for (int run = 1; run <= RUNS_WITHOUT_SYNC; run++) {
            List<EntryId> acknowledged = new ArrayList<>();
            Path place = Files.createDirectories(folder.resolve("run" + run));
            Path left;
            try (PowerCut till = PowerCut.tillThatSyncsAtCheckpoints(fresh(place), () -> NOW)) {
                left = sellUntilCut(till, acknowledged, new Chance(run));
            }

            try (Database db = Database.till(left, () -> NOW)) {
                int lost = acknowledged.size() - present(db, acknowledged).size();
                runsWithLoss += lost > 0 ? 1 : 0;
                salesLost += lost;
                requireWhole(left, db);
            }
        }

        System.out.printf("Power cuts with synchronous=NORMAL: %d of %d runs lost acknowledged sales, %d sales in all.%n",
                runsWithLoss, RUNS_WITHOUT_SYNC, salesLost);
        assertTrue(runsWithLoss > RUNS_WITHOUT_SYNC / 3, runsWithLoss + " of " + RUNS_WITHOUT_SYNC);
    }

    /// Sells a while with a checkpoint now and then. In many runs the power goes while one more sale, of which nobody was
    /// told, is on its way to the disk.
    private Path sellUntilCut(PowerCut till, List<EntryId> acknowledged, Chance chance) {
        Register register = register(till.db());
        for (int sales = 1 + chance.below(SALES_MAX); sales > 0; sales--) {
            Register.Checkout checkout = checkout(register, chance);
            if (chance.flip()) {
                register.keep(new KeptBasket(checkout.basket(), List.of(), Optional.empty()));
                till.acknowledged();
            }
            acknowledged.add(assertInstanceOf(Outcome.Saved.class, register.sell(checkout)).id());
            till.acknowledged();
            if (chance.oneIn(6)) {
                till.checkpoint();
            }
        }
        if (chance.oneIn(4)) {
            return till.cutInCheckpoint(chance);
        }
        if (chance.below(3) > 0) {
            assertInstanceOf(Outcome.Saved.class, register.sell(checkout(register, chance)));
        }
        return till.cut(chance);
    }

    private static void requireWhole(Path file, Database db) throws SQLException {
        assertEquals(List.of(), TillAudit.of(db).differences());
        assertEquals("ok", PowerCut.quickCheck(file));
    }

    private static List<EntryId> present(Database db, List<EntryId> ids) {
        return db.read(tx -> ids.stream().filter(entry -> tx.facts().find("S1", entry).isPresent()).toList());
    }

    private Register.Checkout checkout(Register register, Chance chance) {
        Basket basket = Basket.empty(Shop.GBP, TaxRule.USUAL);
        for (int lines = 1 + chance.below(5); lines > 0; lines--) {
            Product product = chance.pick(PRODUCTS);
            basket = basket.ring(Item.of(product, Shop.VAT), Quantity.of(1 + chance.below(3), Unit.EACH),
                    new Price(product.basePrice(), new Price.Source.Base()));
        }
        Settlement settlement = new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())));
        return new Register.Checkout(register.entryId(), Shop.ANNA, Optional.empty(), basket, settlement);
    }

    private Register register(Database db) {
        return new Register(
                db, at -> new Meta.Stamp(at.toEpochMilli(), 0, new UUID(1, 1), Optional.empty()), () -> new UUID(7, ++id));
    }

    private static Path template() {
        return shared.resolve("till.db");
    }

    private static Path fresh(Path place) throws IOException {
        return Files.copy(template(), place.resolve("till.db"));
    }
}
