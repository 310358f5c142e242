package io.evertill.central.route.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.central.Answer;
import io.evertill.central.Asker;
import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Shops;
import io.evertill.ledger.Bytes;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of a reservation over HTTP.
class ReservationRouteTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aReservationIsRenewedTakenAndGivenBack(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); Asker asker = new Asker(centre)) {
            Shops.receive(centre, "MUG1", "5");
            String[] bearer = Asker.bearer(centre.office().admission().client("web"));
            String taken = reserve(asker, "O1", bearer);
            String back = reserve(asker, "O2", bearer);
            Bytes nothing = Bytes.of(new byte[0]);

            List<String> answers = Stream.of(
                            asker.get(taken, bearer),
                            asker.post(taken + "/renew", Bytes.of("{\"seconds\":900}"), bearer),
                            asker.post(taken + "/consume", Bytes.of("{\"payment\":\"p1\",\"quantity\":\"3\"}"), bearer),
                            asker.post(taken + "/consume", Bytes.of("{\"payment\":\"p1\",\"quantity\":\"1\"}"), bearer),
                            asker.post(taken + "/consume", Bytes.of("{\"payment\":\"p1\",\"quantity\":\"1\"}"), bearer),
                            asker.post(taken + "/consume", Bytes.of("{\"payment\":\"p1\",\"quantity\":\"2\"}"), bearer),
                            asker.post(taken + "/consume", Bytes.of("{\"payment\":\"p2\"}"), bearer),
                            asker.post(taken + "/release", nothing, bearer),
                            asker.post(taken + "/renew", Bytes.of("{\"seconds\":900}"), bearer),
                            asker.post(back + "/release", nothing, bearer),
                            asker.post(back + "/release", nothing, bearer),
                            asker.post(back + "/consume", Bytes.of("{\"payment\":\"p3\"}"), bearer))
                    .map(each -> (each.verdict() + " " + each.json().path("state").asText()).strip())
                    .toList();
            Answer availability = asker.get("/v1/availability?store=S1&sku=MUG1", bearer);

            assertEquals(List.of("200 ACTIVE", "200 ACTIVE", "409 TOO_MUCH", "200 CONSUMED", "200 CONSUMED",
                    "409 PAYMENT_CONFLICT", "409 ALREADY_CONSUMED", "409 ALREADY_CONSUMED", "409 ALREADY_CONSUMED", "200 RELEASED",
                    "200 RELEASED", "409 ALREADY_RELEASED"), answers);
            assertEquals("4", availability.json().path("onShelf").asText());
            assertEquals("4", availability.json().path("sellable").asText());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReservationIsItsClientsAlone(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); Asker asker = new Asker(centre)) {
            Shops.receive(centre, "MUG1", "5");
            String[] bearer = Asker.bearer(centre.office().admission().client("web"));
            String[] other = Asker.bearer(centre.office().admission().client("phone"));
            String mine = reserve(asker, "O1", bearer);

            List<String> verdicts = Stream.of(
                            asker.get(mine, other),
                            asker.post(mine + "/release", Bytes.of("{}"), other),
                            asker.get("/v1/reservations/00000000-0000-8000-8000-000000000000", bearer),
                            asker.get("/v1/reservations/nonsense", bearer),
                            asker.post(mine + "/renew", Bytes.of("{}"), bearer),
                            asker.post(mine + "/renew", Bytes.of("{\"seconds\":0}"), bearer),
                            asker.post(mine + "/consume", Bytes.of("{\"payment\":\"\"}"), bearer),
                            asker.post(mine + "/release", Bytes.of("no JSON"), bearer),
                            asker.get(mine))
                    .map(Answer::verdict)
                    .toList();

            assertEquals(List.of("404 NO_RESERVATION", "404 NO_RESERVATION", "404 NO_RESERVATION", "404 NO_RESERVATION",
                    "400 UNREADABLE", "400 UNREADABLE", "400 UNREADABLE", "400 UNREADABLE", "401 UNAUTHORIZED"), verdicts);
        }
    }

    /// Reserves two mugs; answers the address of the reservation.
    private static String reserve(Asker asker, String order, String[] bearer) {
        Answer made = asker.post("/v1/reservations", ReserveRouteTest.order(order, "MUG1", "2"), bearer);
        return "/v1/reservations/" + made.json().path("reservations").path(0).path("id").asText();
    }
}
