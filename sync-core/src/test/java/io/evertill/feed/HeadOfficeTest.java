package io.evertill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.db.CentreOn;
import io.evertill.feed.HeadOffice.Change;
import io.evertill.money.UnitPrice;
import io.evertill.outbox.Shop;
import io.evertill.price.PriceRule;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeadOfficeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatIsSoAlreadyFeedsNothing(CentreOn on) {
        try (Shop shop = shop(on)) {
            HeadOffice office = new HeadOffice(shop.feed);
            Product cup = Shop.product("CUP", "A cup", "1.00");
            Product dearer = Shop.product("CUP", "A cup", "1.10");

            List<Change> changes = shop.centre.write(tx ->
                    List.of(office.define(tx, cup), office.define(tx, cup), office.define(tx, dearer)));

            assertEquals(List.of(Change.ADDED, Change.SAME, Change.CHANGED), changes);
            assertEquals(2, shop.feed.publish());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStoresOwnSettingWinsInThatStoreAndTheSumsAgree(CentreOn on) {
        try (Shop shop = shop(on)) {
            HeadOffice office = new HeadOffice(shop.feed);
            shop.centre.run(tx -> {
                office.define(tx, "S1", "shop.name", "Corner");
                office.define(tx, "", "shop.name", "Everywhere");
                office.define(tx, "S2", "shop.name", "Elsewhere");
                office.define(tx, "", "shop.footer", "Thanks");
            });
            shop.feed.publish();
            Pull pull = shop.pull(shop.link(), folder);

            Pull.Step end = end(pull);

            assertEquals(new Pull.Step.UpToDate(), end);
            assertEquals(Optional.of("Corner"), shop.till.read(tx -> tx.terms().setting("shop.name")));
            assertEquals(Optional.of("Thanks"), shop.till.read(tx -> tx.terms().setting("shop.footer")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPriceRuleStaysInItsStore(CentreOn on) {
        try (Shop shop = shop(on)) {
            HeadOffice office = new HeadOffice(shop.feed);
            shop.centre.run(tx -> office.define(tx, rule("S1")));

            assertThrows(IllegalArgumentException.class, () -> shop.centre.run(tx -> office.define(tx, rule("S2"))));

            assertEquals(1, shop.feed.publish());
        }
    }

    private static PriceRule rule(String branch) {
        return new PriceRule("p1", ProductId.of(Sku.of("MUG1")), branch, PriceRule.Level.BRANCH, 0,
                UnitPrice.parse("1.99", Shop.GBP), Instant.EPOCH, Optional.empty());
    }

    private static Pull.Step end(Pull pull) {
        Pull.Step step = pull.step();
        for (int at = 0; at < 100 && !(step instanceof Pull.Step.UpToDate); at++) {
            step = pull.step();
        }
        return step;
    }

    private Shop shop(CentreOn on) {
        return new Shop(folder, on.open(folder, Clock.systemUTC()));
    }
}
