package io.evertill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.CentreOn;
import io.evertill.feed.HeadOffice.Change;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.outbox.Shop;
import io.evertill.price.Deal;
import io.evertill.price.Hours;
import io.evertill.price.Offers;
import io.evertill.price.PriceRule;
import io.evertill.price.Promotion;
import io.evertill.price.Promotions;
import io.evertill.product.Guidance;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.register.Lookup;
import io.evertill.wire.Json;
import io.evertill.wire.PromotionRows;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    @ParameterizedTest
    @EnumSource
    void aPromotionReachesTheTillsOfItsStoreAndStaysThere(CentreOn on) {
        try (Shop shop = shop(on)) {
            HeadOffice office = new HeadOffice(shop.feed);
            Promotion everywhere = Offers.of("3for2", new Deal.NForM(3, 2), ProductId.of(Sku.of("CUP")));
            Promotion here = promotion("S1");
            List<Change> changes = shop.centre.write(tx -> List.of(office.define(tx, everywhere), office.define(tx, everywhere),
                    office.define(tx, here), office.define(tx, Offers.first(everywhere, 5))));
            Promotion elsewhere = Offers.of("elsewhere", new Deal.PercentOff(1));
            shop.centre.run(tx -> shop.feed.put(tx, Feed.PROMOTION, "S2", elsewhere.id(), PromotionRows.write(elsewhere)));
            shop.centre.run(tx -> shop.feed.put(tx, Feed.PROMOTION, "S1", "new", Json.object().put("id", "new").put("deal", "?")));
            shop.feed.publish();

            Pull.Step end = end(shop.pull(shop.link(), folder));

            assertEquals(List.of(Change.ADDED, Change.SAME, Change.ADDED, Change.CHANGED), changes);
            assertEquals(new Pull.Step.UpToDate(), end);
            assertEquals(new Promotions(List.of(Offers.first(everywhere, 5), here)), new Lookup(shop.till, "S1").promotions());
            assertThrows(IllegalArgumentException.class, () -> shop.centre.run(tx -> office.define(tx, promotion("S2"))));

            boolean wasThere = shop.centre.write(tx -> office.withdraw(tx, here.id()));
            assertTrue(wasThere);
            shop.feed.publish();
            assertEquals(new Pull.Step.UpToDate(), end(shop.pull(shop.link(), folder)));
            assertEquals(new Promotions(List.of(Offers.first(everywhere, 5))), new Lookup(shop.till, "S1").promotions());
            boolean isStillThere = shop.centre.write(tx -> office.withdraw(tx, here.id()));
            assertFalse(isStillThere);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAskedAndSaidOfAProductIsFedWithIt(CentreOn on) {
        try (Shop shop = shop(on)) {
            HeadOffice office = new HeadOffice(shop.feed);
            Product cup = Shop.product("CUP", "A cup", "1.00");
            Guidance guidance = new Guidance(Optional.of(18), Optional.of("Look at the passport."));
            List<Guidance> told = new ArrayList<>();

            for (Product next : List.of(cup, cup.guided(guidance), cup)) {
                shop.centre.run(tx -> office.define(tx, next));
                shop.feed.publish();
                assertEquals(new Pull.Step.UpToDate(), end(shop.pull(shop.link(), folder)));
                told.add(assertInstanceOf(Lookup.Meaning.Found.class, shop.lookup.find("CUP")).article().product().guidance());
            }

            assertEquals(List.of(Guidance.NONE, guidance, Guidance.NONE), told);
        }
    }

    private static Promotion promotion(String branch) {
        return new Promotion("happy", "Happy hour", branch, Set.of(), new Deal.AmountOff(Money.of(50, "GBP")), 0, true, Instant.EPOCH,
                Optional.of(Instant.parse("2030-01-01T00:00:00Z")),
                Optional.of(new Hours(Set.of(DayOfWeek.FRIDAY), LocalTime.of(17, 0), LocalTime.of(19, 30))));
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
