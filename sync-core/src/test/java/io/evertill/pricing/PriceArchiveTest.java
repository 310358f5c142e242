package io.evertill.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.CentreOn;
import io.evertill.db.PriceVersions;
import io.evertill.feed.HeadOffice;
import io.evertill.inventory.Warehouse;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.price.Price;
import io.evertill.price.PriceHistory;
import io.evertill.price.PriceRule;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Unit;
import io.evertill.wire.Json;
import io.evertill.wire.Rows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PriceArchiveTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aChangeEndsAVersionAndBeginsAnother(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.tick(Duration.ofHours(1));
            Instant changed = house.now();
            base(house, "3.00");
            house.tick(Duration.ofHours(1));
            Instant ruled = house.now();
            rule(house, "S1", "2.00", changed.minus(Duration.ofMinutes(30)));
            rule(house, "S2", "1.00", changed);
            house.tick(Duration.ofHours(1));

            assertEquals(List.of("base 2.5 until " + changed, "base 3 stands", "S1 2 stands"),
                    house.db.read(tx -> PriceArchive.lines(tx, Warehouse.TEA.id(), "S1")).stream().map(PriceArchiveTest::text).toList());
            assertEquals(List.of("2.5", "2", "3", "2", "3"), List.of(
                    at(house, changed.minusSeconds(1), changed), at(house, changed.minusSeconds(1), ruled),
                    at(house, changed, changed), at(house, changed, Instant.MAX), at(house, changed, ruled.minusSeconds(1))));
        }
    }

    /// Another name is no other price, and the same price again changes nothing.
    @ParameterizedTest
    @EnumSource
    void whatIsNoChangeOfThePriceBeginsNoVersion(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Product tea = Warehouse.TEA;
            house.tick(Duration.ofHours(1));
            define(house, new Product(tea.id(), tea.sku(), "Other tea", tea.unit(), tea.kind(), tea.taxCode(), tea.basePrice(), List.of()));
            base(house, "2.50");

            assertEquals(1, house.db.read(tx -> PriceArchive.lines(tx, tea.id(), "S1")).size());
        }
    }

    /// A rule for all stores counts at each, and a version ends where the next one begins, however many follow.
    @ParameterizedTest
    @EnumSource
    void aRuleForAllStoresCountsAndEndsAtItsNextVersion(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.tick(Duration.ofHours(1));
            Instant first = house.now();
            rule(house, "", "2.00", first);
            house.tick(Duration.ofHours(1));
            Instant second = house.now();
            rule(house, "", "1.90", first);
            house.tick(Duration.ofHours(1));
            Instant third = house.now();
            rule(house, "", "1.80", first);

            assertEquals(List.of("base 2.5 stands", "all 2 until " + second, "all 1.9 until " + third, "all 1.8 stands"),
                    house.db.read(tx -> PriceArchive.lines(tx, Warehouse.TEA.id(), "S1")).stream().map(PriceArchiveTest::text).toList());
            assertEquals(List.of("2", "1.9", "1.8"),
                    List.of(at(house, first, first), at(house, first, second), at(house, first, Instant.MAX)));
        }
    }

    /// More versions than are read at once.
    @ParameterizedTest
    @EnumSource
    void aLongHistoryIsReadToItsEnd(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.db.run(tx -> {
                for (int pence = 1; pence <= 1_001; pence++) {
                    Product tea = priced(UnitPrice.parse(Money.of(pence, "GBP").text(), Warehouse.GBP));
                    tx.priceVersions().append(tea.id(), PriceVersions.BASE, "", Json.canonical(Rows.product(tea)),
                            house.now().plusSeconds(pence));
                }
            });

            assertEquals(1_002, house.db.read(tx -> PriceArchive.lines(tx, Warehouse.TEA.id(), "S1")).size());
            assertEquals("10.01", at(house, house.now().plusSeconds(1_001), Instant.MAX));
        }
    }

    /// What a till met first costs what the till said, from then on; what nobody told of has no price.
    @ParameterizedTest
    @EnumSource
    void aProductThatATillMetFirstHasThePriceThatTheTillHad(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Product cup = new Product(ProductId.of(Sku.of("CUP")), Sku.of("CUP"), "A cup", Unit.EACH, Product.Kind.GOODS, "STD",
                    UnitPrice.parse("4.00", Warehouse.GBP), List.of());
            Instant met = house.now();
            house.db.run(tx -> tx.definitions().meetProduct(cup.id(), cup.sku(), Json.canonical(Rows.product(cup)), tx.now()));
            house.tick(Duration.ofHours(1));

            assertEquals(Optional.of(List.of(new PriceHistory.Base(cup.basePrice(), met))),
                    house.db.read(tx -> PriceArchive.history(tx, cup.id(), "S1")).map(PriceHistory::bases));
            assertEquals(Optional.empty(), house.db.read(tx -> PriceArchive.history(tx, ProductId.of(Sku.of("NONE")), "S1")));
            assertEquals(1, house.db.read(tx -> PriceArchive.history(tx, Warehouse.TEA.id(), "S1")).orElseThrow().bases().size());
        }
    }

    private static Product priced(UnitPrice price) {
        Product tea = Warehouse.TEA;
        return new Product(tea.id(), tea.sku(), tea.name(), tea.unit(), tea.kind(), tea.taxCode(), price, List.of());
    }

    private static String at(Warehouse house, Instant at, Instant known) {
        Price price = house.db.read(tx -> PriceArchive.history(tx, Warehouse.TEA.id(), "S1")).orElseThrow().effective(at, known);
        return price.unit().text();
    }

    private static String text(PriceArchive.Line line) {
        boolean isBase = line.version().subject().isEmpty();
        UnitPrice price = isBase
                ? Rows.product(Json.parse(line.version().definition().content())).basePrice()
                : Rows.price(Json.parse(line.version().definition().content())).price();
        return (isBase ? "base" : line.version().subject()) + " " + price.text()
                + line.until().map(end -> " until " + end).orElse(" stands");
    }

    private static void base(Warehouse house, String unit) {
        define(house, priced(UnitPrice.parse(unit, Warehouse.GBP)));
    }

    private static void define(Warehouse house, Product product) {
        house.db.run(tx -> new HeadOffice(house.feed).define(tx, product));
    }

    private static void rule(Warehouse house, String branch, String unit, Instant from) {
        PriceRule rule = new PriceRule(branch.isEmpty() ? "all" : branch, Warehouse.TEA.id(), branch, PriceRule.Level.BRANCH, 0,
                UnitPrice.parse(unit, Warehouse.GBP), from, Optional.empty());
        house.db.run(tx -> new HeadOffice(house.feed).define(tx, rule));
    }
}
