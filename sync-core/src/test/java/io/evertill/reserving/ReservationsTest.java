package io.evertill.reserving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.CentreOn;
import io.evertill.db.LatePayments.Outcome;
import io.evertill.db.Shelves;
import io.evertill.db.StockExceptions;
import io.evertill.entry.Move;
import io.evertill.inventory.Warehouse;
import io.evertill.reservation.Payment.Late;
import io.evertill.reservation.Reservation.State;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of a reservation, and what its shelf has to do with it (I15 to I18).
class ReservationsTest {
    private static final Place STAGED = Place.at(Warehouse.STORE, Place.Kind.STAGED);
    private static final UUID NOBODY = new UUID(0, 0);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatIsPaidForIsPickedAndItsReservationEndsInOneStep(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "5");
            UUID id = shop.reserved("A", "3");

            Taking taken = shop.pay(id, "pay", Late.REFUND);
            Taking again = shop.pay(id, "pay", Late.REFUND);

            assertEquals(State.CONSUMED, state(shop, id));
            assertEquals(taken, again);
            assertEquals("2", shop.house.level(Warehouse.TEA, Warehouse.SHELF));
            assertEquals("3", shop.house.level(Warehouse.TEA, STAGED));
            assertEquals("2", shop.available());
            assertEquals(List.of(), shop.house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRestOfAPartialPaymentGoesBackOrStays(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "10");
            UUID back = shop.reserved("A", "3");
            UUID kept = shop.reserved("B", "3");

            shop.pay(back, "pay", "1", false);
            shop.pay(kept, "pay 1", "1", true);
            Taking tooMuch = shop.pay(kept, "pay 2", "3", true);

            assertEquals(State.CONSUMED, state(shop, back));
            assertEquals(State.ACTIVE, state(shop, kept));
            assertEquals(new Taking.TooMuch(Shop.tea("2")), tooMuch);
            assertEquals("6", shop.available());
            assertEquals(List.of(), shop.house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void givingBackMakesRoomAndEndsIt(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "1");
            UUID id = shop.reserved("A", "1");

            Taking released = shop.reservations.release(id, Shop.WEB, "", Optional.empty());
            Taking again = shop.reservations.release(id, Shop.WEB, "", Optional.empty());
            Taking paid = shop.pay(id, "pay", Late.OVERSELL_AND_FLAG);

            assertEquals(released, again);
            assertInstanceOf(Taking.Done.class, released);
            assertEquals(State.RELEASED, assertInstanceOf(Taking.Already.class, paid).state());
            assertEquals("1", shop.available());
            assertEquals(new Taking.Unknown(), shop.reservations.release(NOBODY, Shop.WEB, "", Optional.empty()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void itEndsAtItsMomentWhetherOrNotItIsSwept(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "1");
            UUID id = shop.reserved("A", "1");
            shop.house.tick(Shop.TEN_MINUTES.minusNanos(1_000));
            assertEquals("0", shop.available());
            assertEquals(0, shop.reservations.sweep());

            shop.house.tick(Duration.ofNanos(1_000));

            assertEquals("1", shop.available());
            assertEquals(State.EXPIRED, state(shop, id));
            shop.reserved("B", "1");
            assertEquals(1, shop.reservations.sweep());
            assertEquals(0, shop.reservations.sweep());
            assertEquals("0", shop.available());
            assertEquals(List.of(), wrong(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsRenewedWhileItIsActive(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "1");
            UUID id = shop.reserved("A", "1");
            shop.house.tick(Duration.ofMinutes(9));
            shop.reservations.renew(id, Shop.WEB, Shop.TEN_MINUTES);
            shop.house.tick(Duration.ofMinutes(9));
            assertEquals("0", shop.available());
            assertEquals(0, shop.reservations.sweep());
            shop.house.tick(Duration.ofMinutes(1));

            Taking late = shop.reservations.renew(id, Shop.WEB, Shop.TEN_MINUTES);

            assertEquals(State.EXPIRED, assertInstanceOf(Taking.Already.class, late).state());
            assertEquals(List.of(), wrong(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentThatComesLateTakesWhatIsStillThere(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "2");
            UUID id = shop.reserved("A", "2");
            shop.house.tick(Shop.TEN_MINUTES);

            Taking late = shop.pay(id, "pay", Late.REFUND);
            Taking again = shop.pay(id, "pay", Late.REFUND);

            assertEquals(Outcome.TAKEN, assertInstanceOf(Taking.Late.class, late).outcome());
            assertEquals(late, again);
            assertEquals(State.EXPIRED, assertInstanceOf(Taking.Already.class, shop.pay(id, "other", Late.REFUND)).state());
            assertEquals("2", shop.house.level(Warehouse.TEA, STAGED));
            assertEquals(List.of(), shop.house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentThatComesLateForGoodsThatAreGoneGoesBackAndStaysSo(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "2");
            UUID id = shop.reserved("A", "2");
            shop.house.tick(Shop.TEN_MINUTES);
            shop.reservations.sweep();
            shop.reserved("B", "1");

            Taking late = shop.pay(id, "pay", Late.REFUND);
            shop.receive(Warehouse.TEA, "9");
            Taking again = shop.pay(id, "pay", Late.REFUND);

            assertEquals(Outcome.REFUND, assertInstanceOf(Taking.Late.class, late).outcome());
            assertEquals(Shop.tea("1"), assertInstanceOf(Taking.Late.class, late).sellable());
            assertEquals(late, again);
            assertEquals("0", shop.house.level(Warehouse.TEA, STAGED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentThatComesLateIsNeverLostWhenTheShopOversells(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "2");
            UUID id = shop.reserved("A", "2");
            shop.house.tick(Shop.TEN_MINUTES);
            UUID other = shop.reserved("B", "2");
            shop.sell(Warehouse.TEA, "1");

            Taking late = shop.pay(id, "pay", Late.OVERSELL_AND_FLAG);

            assertEquals(Outcome.OVERSOLD, assertInstanceOf(Taking.Late.class, late).outcome());
            assertEquals("-1", shop.house.level(Warehouse.TEA, Warehouse.SHELF));
            assertEquals("2", shop.house.level(Warehouse.TEA, STAGED));
            assertTrue(shop.house.db.read(tx -> tx.stockExceptions().open(StockExceptions.Kind.OVERSOLD,
                    new Move.Key(Warehouse.TEA.id(), Warehouse.SHELF, ""))).isPresent());
            assertTrue(shop.reservations.find(other).orElseThrow().isAtRisk());
            assertEquals(Shop.missing("1", Shop.tea("0")), shop.reserve("C", "1"));
            assertEquals(List.of(), shop.house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNewestPromisesAreAtRiskFirst(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "6");
            List<UUID> ids = new ArrayList<>();
            for (String order : List.of("A", "B", "C")) {
                ids.add(shop.reserved(order, "2"));
                shop.house.tick(Duration.ofSeconds(1));
            }

            shop.sell(Warehouse.TEA, "1");
            List<Boolean> one = ids.stream().map(id -> shop.reservations.find(id).orElseThrow().isAtRisk()).toList();
            shop.sell(Warehouse.TEA, "2");
            List<Boolean> two = ids.stream().map(id -> shop.reservations.find(id).orElseThrow().isAtRisk()).toList();

            assertEquals(List.of(false, false, true), one);
            assertEquals(List.of(false, true, true), two);
        }
    }

    /// Whoever looked before the renewal may have seen the reservation at its end.
    @ParameterizedTest
    @EnumSource
    void renewingAndTakingMakeALookAtTheShelfOld(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "2");
            UUID id = shop.reserved("A", "1");
            shop.house.tick(Duration.ofMinutes(1));
            Shelves.Shelf before = shelf(shop);
            shop.reservations.renew(id, Shop.WEB, Shop.TEN_MINUTES);
            boolean afterRenewal = shop.house.db.write(tx -> tx.shelves().lockIfSame(before));
            Shelves.Shelf renewed = shelf(shop);
            shop.pay(id, "pay", Late.REFUND);
            boolean afterPayment = shop.house.db.write(tx -> tx.shelves().lockIfSame(renewed));

            assertEquals(List.of(false, false), List.of(afterRenewal, afterPayment));
        }
    }

    @Test
    void theSweeperPassesOverWhatSomebodyHolds() throws Exception {
        try (Shop shop = new Shop(CentreOn.POSTGRESQL, folder);
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            shop.receive(Warehouse.TEA, "2");
            UUID held = shop.reserved("A", "1");
            shop.reserved("B", "1");
            shop.house.tick(Shop.TEN_MINUTES);

            int meanwhile = shop.house.db.write(tx -> {
                assertTrue(tx.reservations().lock(held).isPresent());
                try {
                    return thread.submit(shop.reservations::sweep).get(30, TimeUnit.SECONDS);
                } catch (InterruptedException | ExecutionException | TimeoutException e) {
                    throw new AssertionError("the sweeper waited", e);
                }
            });

            assertEquals(1, meanwhile);
            assertEquals(1, shop.reservations.sweep());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theListGoesOnWhereItStopped(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "6");
            List<UUID> all = new ArrayList<>();
            for (int order = 1; order <= 5; order++) {
                all.add(shop.reserved("O" + order, "1"));
            }
            List<UUID> listed = new ArrayList<>();
            var page = shop.reservations.after(Warehouse.STORE, NOBODY, 2);
            while (!page.isEmpty()) {
                page.forEach(each -> listed.add(each.held().reservation().id()));
                page = shop.reservations.after(Warehouse.STORE, listed.getLast(), 2);
            }

            assertEquals(5, listed.size());
            assertEquals(all.stream().sorted().toList(), listed.stream().sorted().toList());
        }
    }

    /// The same history with the sweeper at every chance and without: the same answers to everything.
    @RandomTest(seeds = 8)
    void sweepingChangesNoAnswerOnAFile(Chance chance) throws IOException {
        sweepingChangesNoAnswer(CentreOn.SQLITE, chance);
    }

    @RandomTest(seeds = 2)
    void sweepingChangesNoAnswerOnAServer(Chance chance) throws IOException {
        sweepingChangesNoAnswer(CentreOn.POSTGRESQL, chance);
    }

    private void sweepingChangesNoAnswer(CentreOn on, Chance chance) throws IOException {
        Path lazyFolder = Files.createTempDirectory(folder, "lazy");
        Path sweptFolder = Files.createTempDirectory(folder, "swept");
        try (Shop lazy = new Shop(on, lazyFolder); Shop swept = new Shop(on, sweptFolder)) {
            List<UUID> ids = new ArrayList<>();
            for (int turn = 0; turn < 40; turn++) {
                Duration passed = Duration.ofSeconds(chance.below(200));
                lazy.house.tick(passed);
                swept.house.tick(passed);
                swept.reservations.sweep();
                int asked = chance.below(ids.isEmpty() ? 2 : 7);
                String name = String.valueOf(chance.below(12));
                String amount = String.valueOf(1 + chance.below(4));
                UUID id = ids.isEmpty() ? NOBODY : chance.pick(ids);
                Late late = chance.pick(Late.values());
                boolean isRestKept = chance.flip();
                long before = available(lazy);
                List<String> answers = new ArrayList<>();
                for (Shop shop : List.of(lazy, swept)) {
                    answers.add(switch (asked) {
                        case 0 -> {
                            shop.receive(Warehouse.TEA, amount);
                            yield "";
                        }
                        case 1, 2 -> placed(shop.reserve(name, amount), ids);
                        case 3 -> taken(shop.pay(id, name, amount, isRestKept));
                        case 4 -> taken(shop.pay(id, name, late));
                        case 5 -> taken(shop.reservations.renew(id, Shop.WEB, Shop.TEN_MINUTES));
                        default -> taken(shop.reservations.release(id, Shop.WEB, name, Optional.empty()));
                    });
                }
                assertEquals(answers.getFirst(), answers.getLast());
                assertEquals(lazy.available(), swept.available());
                ids.forEach(each -> assertEquals(state(lazy, each), state(swept, each)));
                assertTrue(available(lazy) >= 0 || available(lazy) >= before || answers.getFirst().equals("OVERSOLD"),
                        "a request made it " + available(lazy));
                assertTrue(shelf(lazy).reserved() >= 0);
            }
            lazy.house.tick(Duration.ofHours(1));
            lazy.reservations.sweep();
            assertEquals(0, shelf(lazy).reserved());
            assertEquals(List.of(), wrong(lazy));
            assertEquals(List.of(), lazy.house.differences());
            assertEquals(List.of(), swept.house.differences());
        }
    }

    private static String placed(Placing placing, List<UUID> ids) {
        if (placing instanceof Placing.Placed placed) {
            UUID id = placed.lines().getFirst().reservation().id();
            if (!ids.contains(id)) {
                ids.add(id);
            }
            return id.toString();
        }
        return placing.toString();
    }

    private static String taken(Taking taking) {
        return switch (taking) {
            case Taking.Done done -> "DONE " + done.held().reservation().consumed();
            case Taking.Already already -> "ALREADY " + already.state();
            case Taking.Late late -> late.outcome().name();
            case Taking.TooMuch _, Taking.Conflict _, Taking.Unknown _ -> taking.toString();
        };
    }

    private static Shelves.Shelf shelf(Shop shop) {
        return shop.reservations.shelf(Warehouse.STORE, Warehouse.TEA.id());
    }

    private static long available(Shop shop) {
        return shelf(shop).available() / Quantity.ONE;
    }

    private static State state(Shop shop, UUID id) {
        return shop.reservations.find(id).orElseThrow().state();
    }

    private static List<UUID> wrong(Shop shop) {
        return shop.house.db.read(tx -> tx.reservations().wrong());
    }
}
