package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.alert.Finding;
import io.evertill.db.Alerts;
import io.evertill.db.CentreOn;
import io.evertill.ledger.Move;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Red cards follow what is so, once each (domain 2n, I33).
class ReviewTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aShelfBelowItsMinimumHasOneCardThatClosesWhenGoodsCome(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.db.run(tx -> tx.minimums().put("S1", Warehouse.TEA.id(), 5 * Quantity.ONE, tx.now()));
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "4", Place.SUPPLIER, Warehouse.SHELF);
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "7", Place.SUPPLIER, Place.at("S1", Place.Kind.QUARANTINE));

            List<Alerts.Card> first = review(house);
            house.tick(Duration.ofHours(1));
            List<Alerts.Card> again = review(house);
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "1", Place.SUPPLIER, Warehouse.SHELF);
            List<Alerts.Card> after = review(house);

            assertEquals(List.of("TEA: 4 available, 11 in the store; at least 5 are wanted."),
                    first.stream().map(card -> card.finding().sentence()).toList());
            assertEquals(first.stream().map(Alerts.Card::id).toList(), again.stream().map(Alerts.Card::id).toList());
            assertEquals(house.now(), again.getFirst().seenAt());
            assertEquals(List.of(), after);
            assertEquals(1, all(house).size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aShelfBelowZeroIsACardAndAcknowledgingItClosesNothing(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.SCRAP, Warehouse.TEA, "2", Warehouse.SHELF, Place.SCRAP);
            Alerts.Card card = review(house).getFirst();

            boolean isSeen = house.db.write(tx -> tx.alerts().acknowledge(card.id(), new Alerts.Acknowledged(tx.now(), "Bea")));

            assertTrue(isSeen);
            assertEquals(Finding.Kind.OVERSOLD, card.finding().kind());
            assertEquals("Bea", review(house).getFirst().acknowledged().orElseThrow().by());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPromisedIsNotAvailableUntilThePromiseEnds(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.house.db.run(tx -> tx.minimums().put("S1", Warehouse.TEA.id(), 5 * Quantity.ONE, tx.now()));
            shop.receive(Warehouse.TEA, "7");

            List<Alerts.Card> before = review(shop.house);
            shop.reserved("A", "3");
            List<Alerts.Card> promised = review(shop.house);
            shop.house.tick(Shop.TEN_MINUTES);
            List<Alerts.Card> after = review(shop.house);

            assertEquals(List.of(), before);
            assertEquals(List.of("TEA: 4 available, 7 in the store; at least 5 are wanted."),
                    promised.stream().map(card -> card.finding().sentence()).toList());
            assertEquals(List.of(), after);
        }
    }

    private static List<Alerts.Card> review(Warehouse house) {
        return house.db.write(tx -> {
            Review.run(tx);
            return tx.alerts().open("", new UUID(0, 0), 100);
        });
    }

    private static List<Alerts.Card> all(Warehouse house) {
        return house.db.read(tx -> tx.alerts().all("", new UUID(0, 0), 100));
    }
}
