package io.evertill.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.CentreOn;
import io.evertill.feed.HeadOffice;
import io.evertill.inventory.Warehouse;
import io.evertill.money.UnitPrice;
import io.evertill.price.Price;
import io.evertill.price.PriceRule;
import io.evertill.product.Product;
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
        Product tea = Warehouse.TEA;
        define(house, new Product(tea.id(), tea.sku(), tea.name(), tea.unit(), tea.kind(), tea.taxCode(),
                UnitPrice.parse(unit, Warehouse.GBP), List.of()));
    }

    private static void define(Warehouse house, Product product) {
        house.db.run(tx -> new HeadOffice(house.feed).define(tx, product));
    }

    private static void rule(Warehouse house, String branch, String unit, Instant from) {
        PriceRule rule = new PriceRule(branch, Warehouse.TEA.id(), branch, PriceRule.Level.BRANCH, 0,
                UnitPrice.parse(unit, Warehouse.GBP), from, Optional.empty());
        house.db.run(tx -> new HeadOffice(house.feed).define(tx, rule));
    }
}
