package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.db.CentreOn;
import io.evertill.db.StockHistory.AsOf;
import io.evertill.db.StockHistory.Choice;
import io.evertill.db.StockHistory.Figures;
import io.evertill.db.StockHistory.Travelling;
import io.evertill.entry.Move;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.reserving.Shop;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.transfer.Action;
import io.evertill.transfer.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What there was, as it is known and as it happened, and why (domain 2h).
class HistoryTest {
    private static final Move.Key TEA = new Move.Key(Warehouse.TEA.id(), Warehouse.SHELF, "");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatWasKnownWhatHappenedAndWhatWasKnownOfItAreThreeAnswers(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Instant first = house.now();
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "10", Place.SUPPLIER, Warehouse.SHELF);
            house.tick(Duration.ofHours(1));
            Instant second = house.now();
            var late = house.moved(
                    Move.Type.SUPPLIER_RETURN, Warehouse.TEA, "3", Warehouse.SHELF, Place.SUPPLIER, Tracking.NONE);
            house.tick(Duration.ofHours(1));
            Instant third = house.now();
            house.move(Move.Type.SCRAP, Warehouse.TEA, "1", Warehouse.SHELF, Place.SCRAP);
            house.tick(Duration.ofHours(1));
            Instant fourth = house.now();
            house.db.write(tx -> Books.record(tx, house.entryId(), late));

            assertEquals(List.of(10L, 10L, 9L, 6L), List.of(
                    known(house, first), known(house, second), known(house, third), known(house, fourth)));
            assertEquals(List.of(10L, 7L, 6L, 6L), List.of(
                    happened(house, first), happened(house, second), happened(house, third), happened(house, fourth)));
            assertEquals(10, balance(house, new AsOf(Optional.of(second), Optional.of(third))));
            assertEquals(List.of(10L, 7L, 6L), List.of(
                    shelf(house, new AsOf(Optional.empty(), Optional.of(second))),
                    shelf(house, new AsOf(Optional.of(second), Optional.empty())), shelf(house, AsOf.NOW)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatABranchHasIsToldByWhatItIsThereFor(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "20", Place.SUPPLIER, Warehouse.SHELF);
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "2", Place.SUPPLIER, Place.at("S1", Place.Kind.INSPECTION));
            house.move(Move.Type.DAMAGE, Warehouse.TEA, "1", Warehouse.SHELF, Place.at("S1", Place.Kind.QUARANTINE));
            house.move(Move.Type.PICK, Warehouse.TEA, "4", Warehouse.SHELF, Place.at("S1", Place.Kind.STAGED));
            house.move(Move.Type.RECEIVE, Warehouse.RICE, "0.5", Place.SUPPLIER, Warehouse.SHELF);

            List<Figures> all = house.db.read(tx -> tx.stockHistory().figures(Choice.ALL, AsOf.NOW, tx.now(), "", "", 10));
            List<Figures> behind = house.db.read(tx -> tx.stockHistory().figures(Choice.ALL, AsOf.NOW, tx.now(), "S1", "RICE", 10));
            List<Figures> staged = house.db.read(tx -> tx.stockHistory().figures(
                    new Choice("S1", "TEA", "MAIN/STAGED"), AsOf.NOW, tx.now(), "", "", 10));

            Figures rice = new Figures("S1", Warehouse.RICE.id(), "RICE", 5_000, 0, 0, 0, 0, Optional.empty());
            Figures tea = new Figures("S1", Warehouse.TEA.id(), "TEA", 150_000, 0, 30_000, 40_000, 0, Optional.empty());
            assertEquals(List.of(rice, tea), all);
            assertEquals(22 * Quantity.ONE, tea.onHand());
            assertEquals(List.of(tea), behind);
            assertEquals(List.of(new Figures("S1", Warehouse.TEA.id(), "TEA", 0, 0, 0, 40_000, 0, Optional.empty())), staged);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPromisedIsNotAvailableAndWhatComesIsToldWhereItComesTo(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            Warehouse house = shop.house;
            house.buy(Warehouse.TEA, "10", Optional.of("2"));
            shop.reserved("web-1", "2");
            Transfers.Answer sent = house.carry(Action.DISPATCH, "T1", new Route("S1", "S2"), "3");

            List<Figures> now = house.db.read(tx -> tx.stockHistory().figures(Choice.ALL, AsOf.NOW, tx.now(), "", "", 10));
            List<Figures> then = house.db.read(tx -> tx.stockHistory().figures(
                    Choice.ALL, new AsOf(Optional.of(house.now()), Optional.empty()), tx.now(), "", "", 10));

            Optional<UnitPrice> two = Optional.of(UnitPrice.parse("2", Warehouse.GBP));
            Figures here = new Figures("S1", Warehouse.TEA.id(), "TEA", 70_000, 20_000, 0, 0, 0, two);
            assertInstanceOf(Transfers.Answer.Done.class, sent);
            assertEquals(List.of(here, new Figures("S2", Warehouse.TEA.id(), "TEA", 0, 0, 0, 0, 30_000, Optional.empty())), now);
            assertEquals(5 * Quantity.ONE, here.available());
            assertEquals(Optional.of(new Money(1_400, Warehouse.GBP)), here.value());
            assertEquals(List.of("S1 70000 0 0", "S2 0 0 30000"), then.stream()
                    .map(each -> each.branch() + " " + each.shelf() + " " + each.reserved() + " " + each.inbound()).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOnTheWayIsTheSumOfWhatBothBranchesBooked(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            BackDoor door = BackDoor.of(on, folder);
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "20", Place.SUPPLIER, Warehouse.SHELF);
            for (String booked : List.of("'S2', -20000", "'S1', 70000")) {
                door.change("INSERT INTO level (branch, product, place, lot, qty, key_seq) SELECT branch, product, 'TR-1/TRANSIT',"
                        + " '', qty, 1 FROM level WHERE branch = 'S1' AND place = 'MAIN/AVAILABLE'");
                door.change("UPDATE level SET (branch, qty) = (" + booked + ") WHERE branch = 'S1' AND place = 'TR-1/TRANSIT'"
                        + " AND qty = 200000");
            }

            assertEquals(List.of(new Travelling(Warehouse.TEA.id(), "TEA", "TR-1/TRANSIT", 50_000)),
                    house.db.read(tx -> tx.stockHistory().travelling("", AsOf.NOW, "", "", 10)));
            assertEquals(List.of("S1 20"), house.db.read(tx -> tx.stockHistory().figures(Choice.ALL, AsOf.NOW, tx.now(), "", "", 10))
                    .stream().map(each -> each.branch() + " " + each.onHand() / Quantity.ONE).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProductsMovementsComePageByPageWithTheBalanceAfterEach(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "10", Place.SUPPLIER, Warehouse.SHELF);
            house.move(Move.Type.SCRAP, Warehouse.TEA, "1", Warehouse.SHELF, Place.SCRAP);
            new Snapshots(house.db).all();
            house.move(Move.Type.DAMAGE, Warehouse.TEA, "2", Warehouse.SHELF, Place.at("S1", Place.Kind.QUARANTINE));
            house.move(Move.Type.RECEIVE, Warehouse.RICE, "0.5", Place.SUPPLIER, Warehouse.SHELF);

            List<History.Line> lines = new ArrayList<>();
            List<History.Line> page;
            do {
                History.Cursor last = lines.isEmpty() ? History.Cursor.START : lines.getLast().cursor();
                page = house.db.read(tx -> History.page(tx, "S1", Warehouse.TEA.id(), last, 2));
                lines.addAll(page);
            } while (!page.isEmpty());

            assertEquals(List.of(
                    "MAIN/AVAILABLE 1 RECEIVE D-1 bea 100000", "MAIN/AVAILABLE 2 SCRAP D-1 bea 90000",
                    "MAIN/AVAILABLE 3 DAMAGE D-1 bea 70000", "MAIN/QUARANTINE 1 DAMAGE D-1 bea 20000"),
                    lines.stream().map(HistoryTest::text).toList());
            assertEquals(List.of("S1"), house.db.read(tx -> tx.stockHistory().branches(Warehouse.TEA.id(), "", 10)));
        }
    }

    private static String text(History.Line line) {
        return String.join(" ", line.movement().key().place().code(), Long.toString(line.movement().keySeq()),
                line.movement().type(), line.movement().reference().id(), line.movement().actor(), Long.toString(line.balance()));
    }

    private static long known(Warehouse house, Instant at) {
        return balance(house, new AsOf(Optional.empty(), Optional.of(at)));
    }

    private static long happened(Warehouse house, Instant at) {
        return balance(house, new AsOf(Optional.of(at), Optional.empty()));
    }

    private static long balance(Warehouse house, AsOf asOf) {
        return house.db.read(tx -> tx.stockHistory().balance(TEA, asOf)) / Quantity.ONE;
    }

    private static long shelf(Warehouse house, AsOf asOf) {
        return house.db.read(tx -> tx.stockHistory().figures(Choice.ALL, asOf, tx.now(), "", "", 10)).getFirst().available() / Quantity.ONE;
    }
}
