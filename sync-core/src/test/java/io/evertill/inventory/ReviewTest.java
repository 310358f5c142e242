package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.alert.Finding;
import io.evertill.db.Alerts;
import io.evertill.db.CentreOn;
import io.evertill.db.Incidents;
import io.evertill.entry.Move;
import io.evertill.reserving.Shop;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.transfer.Action;
import io.evertill.transfer.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

            assertEquals(List.of("TEA: 4 available, 11 in the store, 0 on the way; at least 5 are wanted."),
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
    void whatIsPromisedIsNotAvailableAndWhatIsOnTheWayIsSaid(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.house.db.run(tx -> tx.minimums().put("S1", Warehouse.TEA.id(), 5 * Quantity.ONE, tx.now()));
            shop.receive(Warehouse.TEA, "6");
            List<Alerts.Card> enough = review(shop.house);
            shop.reserved("web-1", "2");
            shop.house.carry(Action.DISPATCH, "T7", new Route("S2", "S1"), "3");

            List<Alerts.Card> low = review(shop.house);
            shop.house.tick(Shop.TEN_MINUTES);
            List<Alerts.Card> expired = review(shop.house);

            assertEquals(List.of(), enough);
            assertEquals(List.of("TEA: 4 available, 6 in the store, 3 on the way (first in transfer T7); at least 5 are wanted."),
                    sentences(low, Finding.Kind.LOW_STOCK));
            assertEquals(List.of(), sentences(expired, Finding.Kind.LOW_STOCK));
        }
    }

    @ParameterizedTest
    @EnumSource
    void goodsThatAreLongOnTheWayHaveOneCardOfThoseWhoWait(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.carry(Action.DISPATCH, "T7", new Route("S1", "S2"), "3");
            Instant since = house.now();
            house.tick(Review.TRANSIT_SLACK);
            List<Alerts.Card> early = review(house);
            house.tick(Duration.ofMillis(1));
            review(house);

            List<Alerts.Card> late = review(house);

            assertEquals(List.of(), sentences(early, Finding.Kind.TRANSIT_AGED));
            assertEquals(List.of("Goods of transfer T7 from S1 are on the way since " + since + "."),
                    sentences(late, Finding.Kind.TRANSIT_AGED));
            assertEquals(1, all(house).stream().filter(card -> card.finding().kind() == Finding.Kind.TRANSIT_AGED).count());
        }
    }

    @ParameterizedTest
    @EnumSource
    void goodsThatNobodyCountedForAQuarterAreACardOfTheirStore(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "4", Place.SUPPLIER, Warehouse.SHELF);
            house.move(Move.Type.RECEIVE, Warehouse.RICE, "4", Place.SUPPLIER, Warehouse.SHELF);
            house.move(Move.Type.SCRAP, Warehouse.RICE, "4", Warehouse.SHELF, Place.SCRAP);
            house.tick(Duration.ofDays(91));
            List<Alerts.Card> early = review(house);
            house.tick(Duration.ofMillis(1));

            List<Alerts.Card> late = review(house);

            assertEquals(List.of(), early);
            assertEquals(1, late.size());
            assertEquals(Finding.Kind.COUNT_OVERDUE, late.getFirst().finding().kind());
            assertTrue(late.getFirst().finding().sentence().startsWith("1 goods were not counted for 91 days"),
                    late.getFirst().finding().sentence());
        }
    }

    @ParameterizedTest
    @EnumSource
    void damageIsACardUntilSomebodySettlesIt(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "4", Place.SUPPLIER, Warehouse.SHELF);
            BackDoor.of(on, folder).change("UPDATE movement SET qty = 7");
            new Reconciliation(house.db).mend(new Move.Key(Warehouse.TEA.id(), Warehouse.SHELF, ""), "Bea");

            List<Alerts.Card> damaged = review(house);
            house.db.run(tx -> tx.incidents().open().forEach(incident -> tx.incidents().settle(
                    incident.id(), new Incidents.Settled(tx.now(), "Bea", "counted"))));

            assertEquals(List.of(Finding.Kind.DRIFT), damaged.stream().map(card -> card.finding().kind()).toList());
            assertEquals(List.of(), review(house));
        }
    }

    private static List<String> sentences(List<Alerts.Card> cards, Finding.Kind kind) {
        return cards.stream().map(Alerts.Card::finding).filter(each -> each.kind() == kind).map(Finding::sentence).toList();
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
