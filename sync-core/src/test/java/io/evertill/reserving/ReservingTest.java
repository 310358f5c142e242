package io.evertill.reserving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.db.CentreOn;
import io.evertill.db.ServerClock;
import io.evertill.entry.Move;
import io.evertill.inventory.Books;
import io.evertill.inventory.Transfers;
import io.evertill.inventory.Warehouse;
import io.evertill.ledger.EntryId;
import io.evertill.reservation.Order;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.transfer.Route;
import io.evertill.transfer.TransferId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Many ask for the same goods at once, and nobody gets what another has (R41, R48, R51, I15, I35).
class ReservingTest {
    private static final Move.Key TEA = new Move.Key(Warehouse.TEA.id(), Warehouse.SHELF, "");

    @TempDir
    Path folder;

    /// The ways of promising: always trying, always waiting, and either without any plan.
    enum Way implements Modes {
        TRYING {
            @Override
            public Mode mode(Move.Key key) {
                return Mode.OPTIMISTIC;
            }
        },
        WAITING {
            @Override
            public Mode mode(Move.Key key) {
                return Mode.PESSIMISTIC;
            }
        },
        SWITCHING {
            @Override
            public Mode mode(Move.Key key) {
                return TURN.incrementAndGet() / 3 % 2 == 0 ? Mode.OPTIMISTIC : Mode.PESSIMISTIC;
            }
        };

        private static final AtomicInteger TURN = new AtomicInteger();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPromisedToACustomerIsNotThereForAnotherStore(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "100");
            shop.reserved("A", "30");
            TransferId id = new TransferId("T1");
            Transfers.Asking bea = Transfers.Asking.of("Bea", "");
            shop.house.db.run(tx -> Transfers.request(tx, id, new Route("S1", "S2"),
                    Map.of(Warehouse.TEA.id(), 71 * Quantity.ONE), bea));

            Transfers.Answer all = shop.house.db.write(tx -> Transfers.approve(tx, id, Map.of(), bea));
            Transfers.Answer less = shop.house.db.write(tx ->
                    Transfers.approve(tx, id, Map.of(Warehouse.TEA.id(), 70 * Quantity.ONE), bea));

            assertEquals("INSUFFICIENT_STOCK", assertInstanceOf(Transfers.Answer.Refused.class, all).refusal().code());
            assertInstanceOf(Transfers.Answer.Done.class, less);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalSaysHowMuchThereIsAndNothingIsReserved(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "3");
            shop.reserved("A", "2");

            Placing refused = shop.reserving.reserve(Shop.order("B",
                    Shop.line("1", Warehouse.TEA, "1"), Shop.line("2", Warehouse.TEA, "1")));

            assertEquals(Shop.missing("2", Shop.tea("0")), refused);
            assertEquals("1", shop.available());
            assertEquals(Shop.missing("1", Warehouse.of(Warehouse.RICE, "0")),
                    shop.reserving.reserve(Shop.order("C", Shop.line("1", Warehouse.RICE, "0.5"))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameOrderIsReservedOnceAndAnotherUnderItsNameIsAConflict(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "3");
            Placing first = shop.reserve("A", "2");
            shop.house.tick(Duration.ofMinutes(1));

            Placing second = shop.reserve("A", "2");
            Placing other = shop.reserve("A", "1");

            assertEquals(first, second);
            assertEquals(new Placing.Conflict("1"), other);
            assertEquals("1", shop.available());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyHoards(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "500");
            Order most = new Order(Warehouse.STORE, Shop.WEB, "A", "Ann", Shop.TEN_MINUTES,
                    List.of(Shop.line("1", Warehouse.TEA, "100")));
            Order more = new Order(Warehouse.STORE, Shop.WEB, "B", "Ann", Shop.TEN_MINUTES,
                    List.of(Shop.line("1", Warehouse.TEA, "1")));
            Order longer = new Order(Warehouse.STORE, Shop.WEB, "C", "Ann", Duration.ofHours(2), most.lines());

            assertInstanceOf(Placing.Placed.class, shop.reserving.reserve(most));
            assertEquals(new Placing.TooManyForOwner("1"), shop.reserving.reserve(more));
            assertEquals(new Placing.TooLong(Duration.ofHours(1)), shop.reserving.reserve(longer));
            shop.house.tick(Shop.TEN_MINUTES);
            assertInstanceOf(Placing.Placed.class, shop.reserving.reserve(more));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyOneGetsTheLastUnit(Way way) throws Exception {
        try (Shop shop = new Shop(CentreOn.POSTGRESQL, folder, way)) {
            shop.receive(Warehouse.TEA, "1");

            List<Placing> answers = together(40, who -> shop.reserve("O" + who, "1"));

            assertEquals(1, answers.stream().filter(Placing.Placed.class::isInstance).count());
            assertEquals(39, answers.stream().filter(Shop.missing("1", Shop.tea("0"))::equals).count());
            assertEquals("0", shop.available());
        }
    }

    @ParameterizedTest
    @EnumSource
    void factsMayComeBetween(Way way) throws Exception {
        try (Shop shop = new Shop(CentreOn.POSTGRESQL, folder, way)) {
            shop.receive(Warehouse.TEA, "30");

            List<String> answers = together(60, who -> {
                if (who % 3 == 0) {
                    shop.house.db.write(tx -> Books.record(tx, id(who), shop.house.moved(Move.Type.PICK, Warehouse.TEA, "1",
                            Warehouse.SHELF, Place.at(Warehouse.STORE, Place.Kind.STAGED),
                            Tracking.NONE)));
                    return "FACT";
                }
                return shop.reserve("O" + who, "1") instanceof Placing.Placed ? "PLACED" : "REFUSED";
            });

            long placed = answers.stream().filter("PLACED"::equals).count();
            assertEquals(20, answers.stream().filter("FACT"::equals).count());
            assertEquals("10", shop.house.level(Warehouse.TEA, Warehouse.SHELF));
            assertEquals(String.valueOf(10 - placed), shop.available());
            assertEquals(List.of(), shop.house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameOrderManyTimesAtOnceIsOne(Way way) throws Exception {
        try (Shop shop = new Shop(CentreOn.POSTGRESQL, folder, way)) {
            shop.receive(Warehouse.TEA, "9");

            List<Placing> answers = together(20, _ -> shop.reserve("A", "1"));

            assertEquals(1, Set.copyOf(answers).size());
            assertEquals("8", shop.available());
        }
    }

    @ParameterizedTest
    @EnumSource
    void basketsInAnyOrderNeverWaitForEachOtherInACircle(Way way) throws Exception {
        long deadlocks;
        try (Shop shop = new Shop(CentreOn.POSTGRESQL, folder, way)) {
            shop.receive(Warehouse.TEA, "20");
            shop.receive(Warehouse.RICE, "20");

            List<Placing> answers = together(60, who -> {
                Order.Line tea = Shop.line("t", Warehouse.TEA, "1");
                Order.Line rice = Shop.line("r", Warehouse.RICE, "1");
                return shop.reserving.reserve(who % 2 == 0 ? Shop.order("O" + who, tea, rice) : Shop.order("O" + who, rice, tea));
            });

            assertEquals(20, answers.stream().filter(Placing.Placed.class::isInstance).count());
            assertEquals("0", shop.available());
            shop.house.db.close();
            deadlocks = shop.house.server.map(ServerClock::deadlocks).orElseThrow();
        }
        assertEquals(0, deadlocks);
    }

    @Test
    void aKeyThatManyWantIsWaitedForByItselfAndTriedAgainLater() throws Exception {
        AtomicLong nanos = new AtomicLong();
        Contention contention = new Contention(nanos::get);
        AtomicInteger orders = new AtomicInteger();
        try (Shop shop = new Shop(CentreOn.POSTGRESQL, folder, contention)) {
            shop.receive(Warehouse.TEA, "5000");

            for (int round = 0; round < 50 && contention.mode(TEA) == Modes.Mode.OPTIMISTIC; round++) {
                together(16, _ -> shop.reserve("O" + orders.incrementAndGet(), "1"));
            }
            Modes.Mode hot = contention.mode(TEA);
            together(16, _ -> shop.reserve("O" + orders.incrementAndGet(), "1"));
            nanos.addAndGet(Contention.CALM.plusMinutes(1).toNanos());

            assertEquals(Modes.Mode.PESSIMISTIC, hot);
            assertEquals(Modes.Mode.OPTIMISTIC, contention.mode(TEA));
            assertEquals(new Quantity((5000 - orders.get()) * Quantity.ONE, Warehouse.TEA.unit()).text(), shop.available());
        }
    }

    private static EntryId id(int number) {
        return new EntryId(new UUID(0x7000L, 0x8000_0000_0000_0000L | number));
    }

    private interface Asking<T> {
        T ask(int who) throws Exception;
    }

    /// What so many are answered that ask at once.
    private static <T> List<T> together(int count, Asking<T> asking) throws InterruptedException, ExecutionException {
        CountDownLatch ready = new CountDownLatch(count);
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
            List<Future<T>> futures = new ArrayList<>();
            for (int each = 0; each < count; each++) {
                int who = each;
                Callable<T> one = () -> {
                    ready.countDown();
                    ready.await();
                    return asking.ask(who);
                };
                futures.add(threads.submit(one));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
