package io.evertill.central.route.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.Answer;
import io.evertill.central.Asker;
import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Description;
import io.evertill.central.ShopTill;
import io.evertill.central.Shops;
import io.evertill.entry.Move;
import io.evertill.ledger.Bytes;
import io.evertill.reserving.Contention;
import io.evertill.reserving.Modes;
import io.evertill.wire.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Web shops reserve over HTTP: nobody gets what another has, and everybody gets an answer (R41, R51).
class ReserveRouteTest {
    private static final int CLIENTS = 200;

    @TempDir
    Path folder;

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
        },
        AS_CONTENDED {
            @Override
            public Mode mode(Move.Key key) {
                return CONTENTION.mode(key);
            }

            @Override
            public void note(Move.Key key, boolean isConflict) {
                CONTENTION.note(key, isConflict);
            }
        };

        private static final AtomicInteger TURN = new AtomicInteger();
        private static final Contention CONTENTION = new Contention(System::nanoTime);
    }

    @ParameterizedTest
    @EnumSource
    void ofManyWhoWantTheLastUnitOneGetsItAndAllGetAnAnswer(Way way) throws Exception {
        try (Centre centre = Shops.start(CentreOn.POSTGRESQL.settings(folder), Optional.of(way));
                Asker asker = new Asker(centre);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Shops.receive(centre, "MUG1", "1");
            String[] bearer = Asker.bearer(centre.office().admission().client("web"));
            CountDownLatch ready = new CountDownLatch(CLIENTS);
            List<Future<Answer>> futures = new ArrayList<>();
            for (int each = 0; each < CLIENTS; each++) {
                Bytes body = order("O" + each, "MUG1", "1");
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return asker.post("/v1/reservations", body, bearer);
                }));
            }

            List<String> verdicts = new ArrayList<>();
            for (Future<Answer> future : futures) {
                verdicts.add(future.get().verdict());
            }
            Answer availability = asker.get("/v1/availability?store=S1&sku=mug1", bearer);

            assertEquals(1, verdicts.stream().filter("201"::equals).count());
            assertEquals(CLIENTS - 1, verdicts.stream().filter("409 INSUFFICIENT_STOCK"::equals).count());
            assertEquals("0", availability.json().path("sellable").asText());
            assertEquals("0", availability.json().path("available").asText());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameRequestAgainIsTheSameReservation(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); Asker asker = new Asker(centre)) {
            Shops.receive(centre, "MUG1", "3");
            String[] bearer = Asker.bearer(centre.office().admission().client("web"));
            String[] other = Asker.bearer(centre.office().admission().client("phone"));

            Answer first = asker.post("/v1/reservations", order("O1", "MUG1", "2"), bearer);
            Answer second = asker.post("/v1/reservations", order("O1", "MUG1", "2"), bearer);
            Answer changed = asker.post("/v1/reservations", order("O1", "MUG1", "1"), bearer);
            Answer tooMuch = asker.post("/v1/reservations", order("O1", "MUG1", "2"), other);

            assertEquals("201", first.verdict());
            assertEquals(first.text(), second.text());
            assertEquals("409 ORDER_CONFLICT", changed.verdict());
            assertEquals("409 INSUFFICIENT_STOCK", tooMuch.verdict());
            assertEquals("1", tooMuch.json().path("available").asText());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeReservedIsToldWhy(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); Asker asker = new Asker(centre)) {
            Shops.receive(centre, "MUG1", "500");
            String[] bearer = Asker.bearer(centre.office().admission().client("web"));
            String longer = text(order("O1", "MUG1", "1")).replace("600", "7200");

            List<String> verdicts = Stream.of(
                            asker.post("/v1/reservations", order("O1", "NONE", "1"), bearer),
                            asker.post("/v1/reservations", order("O1", "MUG1", "101"), bearer),
                            asker.post("/v1/reservations", order("O1", "MUG1", "0.5"), bearer),
                            asker.post("/v1/reservations", order("O1", "MUG1", "-1"), bearer),
                            asker.post("/v1/reservations", Bytes.of("{}"), bearer),
                            asker.post("/v1/reservations", Bytes.of(longer), bearer),
                            asker.get("/v1/availability?store=S1", bearer),
                            asker.get("/v1/availability?sku=MUG1", bearer))
                    .map(Answer::verdict)
                    .toList();

            assertEquals(List.of("404 UNKNOWN_PRODUCT", "409 OWNER_LIMIT", "400 UNREADABLE", "400 UNREADABLE", "400 UNREADABLE",
                    "400 LIFETIME", "404 UNKNOWN_PRODUCT", "400 STORE"), verdicts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyAClientThatIsNotRevokedIsLetIn(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder));
                ShopTill till = Shops.till(centre, folder, "T1");
                Asker asker = new Asker(centre)) {
            String first = centre.office().admission().client("web");
            String token = centre.office().admission().client("web");
            String address = "/v1/availability?store=S1&sku=MUG1";

            String before = asker.get(address, Asker.bearer(token)).verdict();
            boolean isRevoked = centre.office().admission().revokeClient("web");
            List<String> verdicts = Stream.of(
                            asker.get(address, Asker.bearer(token)),
                            asker.get(address, Asker.bearer(first)),
                            asker.get(address, Asker.bearer(till.grant.token())),
                            asker.get("/v1/feed", Asker.bearer(token)),
                            asker.get(address),
                            asker.post("/v1/reservations", order("O1", "MUG1", "1"), Asker.bearer(token)))
                    .map(Answer::verdict)
                    .toList();

            assertEquals("200", before);
            assertTrue(isRevoked);
            assertEquals(List.of("403 REVOKED", "401 UNAUTHORIZED", "401 UNAUTHORIZED", "401 UNAUTHORIZED", "401 UNAUTHORIZED",
                    "403 REVOKED"), verdicts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatManyWantIsAmongTheFigures(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); Asker asker = new Asker(centre)) {
            Shops.receive(centre, "MUG1", "3");
            asker.post("/v1/reservations", order("O1", "MUG1", "1"), Asker.bearer(centre.office().admission().client("web")));

            String figures = asker.get("/metrics").text();

            for (String name : List.of("evertill_reservation_waiting", "evertill_reservation_conflicts")) {
                assertEquals(1, figures.lines()
                        .filter(line -> line.startsWith(name + "{") && line.contains("store=\"S1\"") && line.endsWith("} 0.0"))
                        .count(), figures);
            }
        }
    }

    static Bytes order(String order, String sku, String quantity) {
        var body = Json.object().put("store", "S1").put("order", order).put("owner", "Ann").put("seconds", 600);
        body.putArray("lines").addObject().put("line", "1").put("sku", sku).put("quantity", quantity);
        Bytes bytes = Json.canonical(body);
        assertEquals(List.of(), Description.SHIPPED.schema("ReservationRequest").wrong("$", Json.parse(bytes.content())));
        return bytes;
    }

    private static String text(Bytes bytes) {
        return new String(bytes.content(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
