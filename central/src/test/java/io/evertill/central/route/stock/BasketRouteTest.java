package io.evertill.central.route.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.Answer;
import io.evertill.central.Asker;
import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Description;
import io.evertill.central.Shops;
import io.evertill.ledger.Bytes;
import io.evertill.wire.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A basket of several lines over HTTP: reserved whole or not at all, and settled together or line by line.
class BasketRouteTest {
    private static final String ADDRESS = "/v1/reservations";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aBasketThatIsShortSaysOfWhichLinesAndReservesNothing(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); Asker asker = new Asker(centre)) {
            Shops.receive(centre, "MUG1", "3");
            Shops.receive(centre, "MUG2", "1");
            Shops.receive(centre, "MUG3", "2", "L1");
            String[] bearer = Asker.bearer(centre.office().admission().client("web"));

            Answer refused = asker.post(ADDRESS, order("MUG1 3", "MUG2 2", "MUG3 3"), bearer);
            Answer placed = asker.post(ADDRESS, order("MUG1 3", "MUG2 1", "MUG3 2 L1"), bearer);

            assertEquals("409 INSUFFICIENT_STOCK", refused.verdict());
            assertEquals("1", refused.json().path("available").asText());
            assertEquals(List.of("2 1", "3 0 L1:2 missing 1"), missing(refused.json()));
            assertEquals("201", placed.verdict());
            assertEquals(List.of("1 ACTIVE 3", "2 ACTIVE 1", "3 ACTIVE 2"),
                    stands(asker.get(ADDRESS + "?store=S1&order=O1", bearer)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBasketIsRenewedTakenAndGivenBackTogetherOrInParts(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); Asker asker = new Asker(centre)) {
            Shops.receive(centre, "MUG1", "3");
            Shops.receive(centre, "MUG2", "3");
            String[] bearer = Asker.bearer(centre.office().admission().client("web"));
            asker.post(ADDRESS, order("MUG1 3", "MUG2 3"), bearer);

            Answer renewed = asker.post(ADDRESS + "/renew", asked("OrderRenewalRequest", "\"seconds\":900"), bearer);
            Answer part = asker.post(ADDRESS + "/release", asked("OrderReleaseRequest",
                    "\"request\":\"r1\",\"lines\":[{\"line\":\"1\",\"quantity\":\"1\"}]"), bearer);
            Answer paid = asker.post(ADDRESS + "/consume", asked("OrderPaymentRequest",
                    "\"payment\":\"p1\",\"rest\":\"KEEP\",\"lines\":[{\"line\":\"1\"},{\"line\":\"2\",\"quantity\":\"1\"}]"), bearer);
            Answer rest = asker.post(ADDRESS + "/consume", asked("OrderPaymentRequest", "\"payment\":\"p2\""), bearer);
            Answer again = asker.post(ADDRESS + "/consume", asked("OrderPaymentRequest", "\"payment\":\"p2\""), bearer);

            assertEquals(List.of("1 ACTIVE 3", "2 ACTIVE 3"), stands(renewed));
            assertEquals(List.of("1 ACTIVE 2", "2 ACTIVE 3"), stands(part));
            assertEquals(List.of("1 CONSUMED 0", "2 ACTIVE 2"), stands(paid));
            assertEquals(List.of("1 CONSUMED 0", "2 CONSUMED 0"), stands(rest));
            assertEquals(rest.text(), again.text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeDoneWithALineIsTold(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); Asker asker = new Asker(centre)) {
            Shops.receive(centre, "MUG1", "3");
            String[] bearer = Asker.bearer(centre.office().admission().client("web"));
            String[] other = Asker.bearer(centre.office().admission().client("phone"));
            asker.post(ADDRESS, order("MUG1 1", "MUG1 2"), bearer);
            String part = "\"request\":\"r1\",\"lines\":[{\"line\":\"2\",\"quantity\":\"1\"}]";
            asker.post(ADDRESS + "/release", asked("OrderReleaseRequest", part), bearer);

            Answer tooMuch = asker.post(ADDRESS + "/consume", asked("OrderPaymentRequest",
                    "\"payment\":\"p1\",\"lines\":[{\"line\":\"1\"},{\"line\":\"2\",\"quantity\":\"2\"}]"), bearer);
            List<String> verdicts = Stream.of(
                            asker.post(ADDRESS + "/release", asked("OrderReleaseRequest", part.replace("\"1\"", "\"2\"")), bearer),
                            asker.post(ADDRESS + "/release", asked("OrderReleaseRequest", "\"lines\":[]"), bearer),
                            asker.post(ADDRESS + "/release", asked("OrderReleaseRequest", part.replace("\"request\":\"r1\",", "")), bearer),
                            asker.post(ADDRESS + "/release", asked("OrderReleaseRequest", "\"lines\":[{\"line\":\"9\"}]"), bearer),
                            asker.post(ADDRESS + "/release", asked("OrderReleaseRequest", "\"request\":\"r3\""), other),
                            asker.get(ADDRESS + "?store=S1&order=O1", other),
                            asker.get(ADDRESS + "?store=S1", bearer),
                            asker.get(ADDRESS + "?order=O1", bearer),
                            asker.post(ADDRESS + "/renew", Bytes.of("{}"), bearer))
                    .map(Answer::verdict)
                    .toList();

            assertEquals("409 TOO_MUCH", tooMuch.verdict());
            assertEquals("2 1", tooMuch.json().path("line").asText() + " " + tooMuch.json().path("available").asText());
            assertEquals(List.of("409 REQUEST_CONFLICT", "400 UNREADABLE", "400 UNREADABLE", "404 NO_RESERVATION", "404 NO_RESERVATION",
                    "404 NO_RESERVATION", "404 NO_RESERVATION", "404 NO_RESERVATION", "400 UNREADABLE"), verdicts);
            assertEquals(List.of("1 ACTIVE 1", "2 ACTIVE 1"), stands(asker.get(ADDRESS + "?store=S1&order=O1", bearer)));
        }
    }

    /// Order O1 of lines, each as SKU, quantity and perhaps batch.
    private static Bytes order(String... lines) {
        var body = Json.object().put("store", "S1").put("order", "O1").put("owner", "Ann").put("seconds", 600);
        var array = body.putArray("lines");
        for (String line : lines) {
            List<String> parts = List.of(line.split(" ", -1));
            var node = array.addObject().put("line", String.valueOf(array.size())).put("sku", parts.get(0)).put("quantity", parts.get(1));
            parts.stream().skip(2).forEach(lot -> node.put("lot", lot));
        }
        Bytes bytes = Json.canonical(body);
        assertEquals(List.of(), Description.SHIPPED.schema("ReservationRequest").wrong("$", Json.parse(bytes.content())));
        return bytes;
    }

    private static Bytes asked(String schema, String more) {
        Bytes bytes = Bytes.of("{\"store\":\"S1\",\"order\":\"O1\"," + more + "}");
        assertEquals(List.of(), Description.SHIPPED.schema(schema).wrong("$", Json.parse(bytes.content())));
        return bytes;
    }

    private static List<String> stands(Answer answer) {
        assertEquals("200", answer.verdict(), answer::text);
        List<String> stands = new ArrayList<>();
        answer.json().path("reservations").forEach(each -> stands.add(each.path("line").asText() + " " + each.path("state").asText()
                + " " + each.path("reserved").asText()));
        return stands;
    }

    private static List<String> missing(JsonNode refusal) {
        List<String> missing = new ArrayList<>();
        refusal.path("lines").forEach(line -> {
            StringBuilder text = new StringBuilder(line.path("line").asText() + " " + line.path("available").asText());
            line.path("batches").forEach(batch ->
                    text.append(" " + batch.path("lot").asText() + ":" + batch.path("quantity").asText()));
            text.append(line.has("missing") ? " missing " + line.path("missing").asText() : "");
            missing.add(text.toString());
        });
        return missing;
    }
}
