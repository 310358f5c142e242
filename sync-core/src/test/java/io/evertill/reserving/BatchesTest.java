package io.evertill.reserving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.db.CentreOn;
import io.evertill.db.Lots;
import io.evertill.inventory.Warehouse;
import io.evertill.lot.Lot;
import io.evertill.reservation.Order;
import io.evertill.stock.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Batches are reserved by their name, and suggested first expired first where none was named (domain 2e, I25).
class BatchesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aLineThatNamesABatchHasGoodsOfThatBatchAlone(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, Warehouse.SHELF, "L1", "3");
            shop.receive(Warehouse.TEA, Warehouse.SHELF, "L2", "3");

            Placing placed = shop.reserving.reserve(Shop.order("A", tea("1", "L1", "2")));
            Placing more = shop.reserving.reserve(Shop.order("B", tea("1", "L1", "2")));

            assertEquals("L1", Shop.held(placed).reservation().lot());
            assertEquals(Shop.missing("1", Shop.tea("1")), more);
            assertInstanceOf(Placing.Placed.class, shop.reserving.reserve(Shop.order("C", tea("1", "L2", "3"))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBatchThatNobodyMaySellIsNotReserved(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            Lot held = define(shop, "HELD", Optional.empty());
            Lot old = define(shop, "OLD", Optional.of(LocalDate.parse("2026-03-01")));
            define(shop, "LAST", Optional.of(LocalDate.parse("2026-03-02")));
            for (String lot : List.of("HELD", "OLD", "LAST", "NEVER DEFINED")) {
                shop.receive(Warehouse.TEA, Warehouse.SHELF, lot, "5");
            }
            shop.house.db.run(tx -> tx.lots().decide(Warehouse.TEA.id(), "HELD",
                    new Lots.Decision(Lot.State.HOLD, tx.now(), "bea", "smells")));

            Placing frozen = shop.reserving.reserve(Shop.order("A", tea("1", "LAST", "1"), tea("2", "HELD", "1")));
            Placing expired = shop.reserving.reserve(Shop.order("B", tea("1", "OLD", "1")));
            Placing unknown = shop.reserving.reserve(Shop.order("C", tea("1", "NEVER DEFINED", "1")));
            Placing last = shop.reserving.reserve(Shop.order("D", tea("1", "LAST", "5")));
            shop.house.tick(Duration.ofDays(1));
            Placing tomorrow = shop.reserving.reserve(Shop.order("E", tea("1", "LAST", "1")));

            assertEquals(new Placing.NotForSale("2", new Lot(held.product(), "HELD", Optional.empty(), "", Lot.State.HOLD)), frozen);
            assertEquals(new Placing.NotForSale("1", old), expired);
            assertInstanceOf(Placing.Placed.class, unknown);
            assertInstanceOf(Placing.Placed.class, last);
            assertInstanceOf(Placing.NotForSale.class, tomorrow);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDayIsTheStores(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            define(shop, "L1", Optional.of(LocalDate.parse("2026-03-02")));
            shop.receive(Warehouse.TEA, Warehouse.SHELF, "L1", "5");
            Placing before = shop.reserving.reserve(Shop.order("A", tea("1", "L1", "1")));
            shop.house.db.run(tx -> new io.evertill.feed.HeadOffice(shop.house.feed).define(
                    tx, Warehouse.STORE, "zone", "Pacific/Kiritimati"));
            shop.house.tick(Duration.ofHours(4));

            Placing after = shop.reserving.reserve(Shop.order("B", tea("1", "L1", "1")));

            assertInstanceOf(Placing.Placed.class, before);
            assertInstanceOf(Placing.NotForSale.class, after);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoNamesNoBatchIsToldWhichWouldExpireFirst(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            define(shop, "LATE", Optional.of(LocalDate.parse("2026-06-01")));
            define(shop, "SOON", Optional.of(LocalDate.parse("2026-04-01")));
            define(shop, "OLD", Optional.of(LocalDate.parse("2026-03-01")));
            for (String lot : List.of("LATE", "SOON", "OLD")) {
                shop.receive(Warehouse.TEA, Warehouse.SHELF, lot, "4");
            }
            shop.reserving.reserve(Shop.order("A", tea("1", "SOON", "1")));

            Placing.Insufficient refused = assertInstanceOf(Placing.Insufficient.class, shop.reserving.reserve(
                    Shop.order("B", tea("1", "", "4"), tea("2", "", "2"), tea("3", "LATE", "1"), tea("4", "", "3"))));

            assertEquals(List.of("1: 0 there, SOON 3, LATE 1, 0 missing", "2: 0 there, LATE 2, 0 missing", "4: 0 there, 3 missing"),
                    refused.lines().stream().map(BatchesTest::text).toList());
        }
    }

    private static String text(Placing.Missing line) {
        StringBuilder text = new StringBuilder(line.line() + ": " + line.sellable().text() + " there");
        line.batches().ifPresent(batches -> {
            batches.picks().forEach(pick -> text.append(", " + pick.lot().number() + " " + pick.quantity().text()));
            text.append(", " + batches.missing().text() + " missing");
        });
        return text.toString();
    }

    private static Order.Line tea(String id, String lot, String amount) {
        return new Order.Line(id, Warehouse.TEA.id(), Place.MAIN, lot, Shop.tea(amount));
    }

    private static Lot define(Shop shop, String number, Optional<LocalDate> expiresOn) {
        Lot lot = new Lot(Warehouse.TEA.id(), number, expiresOn, "", Lot.State.ACTIVE);
        shop.house.db.run(tx -> tx.lots().put(lot, tx.now()));
        return lot;
    }
}
