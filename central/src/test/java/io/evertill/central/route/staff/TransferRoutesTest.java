package io.evertill.central.route.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.Answer;
import io.evertill.central.Asker;
import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.Shops;
import io.evertill.central.office.Settings;
import io.evertill.inventory.Transfers;
import io.evertill.person.Role;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.transfer.Route;
import io.evertill.transfer.TransferId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A transfer as people work it over HTTP, each with a key.
class TransferRoutesTest {
    private static final String REQUEST =
            "{'id':'T1','source':'S1','target':'S2','goods':[{'sku':'MUG1','quantity':'10'}],'note':'weekend'}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aTransferGoesFromTheRequestToTheEndAndNamesWhoDidWhat(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); Asker asker = new Asker(centre)) {
            Shops.receive(centre, "MUG1", "20");
            String[] bea = Shops.key(centre, "Bea", Role.CLERK);
            String[] ira = Shops.key(centre, "Ira", Role.MANAGER);

            List<String> said = Stream.of(
                            asker.send("/v1/transfers", REQUEST, bea),
                            asker.send("/v1/transfers/T1/steps",
                                    "{'step':'APPROVE','goods':[{'sku':'MUG1','quantity':'8'}]}", ira),
                            asker.send("/v1/transfers", REQUEST, bea),
                            asker.send("/v1/transfers/T1/steps",
                                    "{'step':'APPROVE','goods':[{'sku':'MUG1','quantity':'8'}]}", ira),
                            asker.send("/v1/transfers/T1/steps", "{'step':'PICK'}", bea),
                            asker.send("/v1/transfers/T1/steps", "{'step':'PICK'}", bea),
                            asker.send("/v1/transfers/T1/facts", dispatch("DN1", "MUG1", 8), bea),
                            asker.send("/v1/transfers/T1/facts", dispatch("DN1", "MUG1", 8), bea),
                            asker.send("/v1/transfers/T1/facts", "{'action':'RECEIVE','document':'RN1','goods':"
                                    + "[{'sku':'MUG1','quantity':'5','damaged':'1'}]}", bea),
                            asker.send("/v1/transfers/T1/facts", "{'action':'LOST','document':'RN2','reason':'THEFT','goods':"
                                    + "[{'sku':'MUG1','quantity':'2'}]}", bea),
                            asker.send("/v1/transfers/T1/steps", "{'step':'CLOSE'}", bea),
                            asker.send("/v1/transfers/T1/steps", "{'step':'CLOSE'}", bea),
                            asker.send("/v1/transfers/T1/facts", dispatch("DN1", "MUG1", 8), bea),
                            asker.send("/v1/transfers/T1/steps", "{'step':'APPROVE'}", ira))
                    .map(answer -> answer.status() + " " + answer.json().path("state").asText())
                    .toList();
            JsonNode shown = asker.get("/v1/transfers/T1", bea).json();

            assertEquals(List.of("201 REQUESTED", "200 APPROVED", "201 APPROVED", "200 APPROVED", "200 PICKING", "200 PICKING",
                    "200 IN_TRANSIT", "200 IN_TRANSIT", "200 PARTIALLY_RECEIVED", "200 RECEIVED", "200 CLOSED", "200 CLOSED",
                    "200 CLOSED", "409 "), said);
            assertEquals(List.of("Bea", "Ira", "Bea", "Bea"), shown.get("steps").findValuesAsText("by"));
            assertEquals(List.of("DN1", "RN1", "RN2"), shown.get("facts").findValuesAsText("document").stream().sorted().toList());
            assertEquals(List.of("0", "1"), List.of(
                    Integer.toString(asker.get("/v1/transfers", bea).json().get("transfers").size()),
                    Integer.toString(asker.get("/v1/transfers?ended=true", bea).json().get("transfers").size())));
            assertEquals(0, Ended.of(Shops.command(settings, "verify")).exitCode());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRequestMayBeRefusedAndAFactIsNotForWantOfStock(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); Asker asker = new Asker(centre)) {
            String[] bea = Shops.key(centre, "Bea", Role.CLERK);
            String[] ira = Shops.key(centre, "Ira", Role.MANAGER);
            asker.send("/v1/transfers", REQUEST, bea);

            List<String> verdicts = Stream.of(
                            asker.send("/v1/transfers/T1/steps", "{'step':'APPROVE'}", bea),
                            asker.send("/v1/transfers/T1/steps", "{'step':'APPROVE'}", ira),
                            asker.send("/v1/transfers", REQUEST.replace("'10'", "'11'"), bea),
                            asker.send("/v1/transfers/T1/facts", dispatch("DN1", "MUG1", 500), bea),
                            asker.send("/v1/transfers/T1/facts", dispatch("DN1", "MUG1", 501), bea),
                            asker.send("/v1/transfers/T1/facts", "{'action':'RECEIVE','document':'RN1','goods':"
                                    + "[{'sku':'MUG1','quantity':'501'}]}", bea),
                            asker.send("/v1/transfers/T1/facts", "{'action':'UNEXPLAINED_GAIN','document':'RN1','goods':"
                                    + "[{'sku':'MUG1','quantity':'1'}]}", bea),
                            asker.send("/v1/transfers/T1/facts", "{'action':'UNEXPLAINED_GAIN','document':'RN1','goods':"
                                    + "[{'sku':'MUG1','quantity':'1'}]}", ira),
                            asker.send("/v1/transfers/T1/steps", "{'step':'CLOSE'}", ira))
                    .map(Answer::verdict)
                    .toList();

            assertEquals(List.of("403 ROLE", "409 INSUFFICIENT_STOCK", "409 WRONG_STATE", "200", "409 DOCUMENT_KNOWN",
                    "409 NOT_ON_THE_WAY", "403 ROLE", "200", "409 STILL_IN_TRANSIT"), verdicts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotUnderstoodIsSaidAndWhoIsNotKnownIsSentAway(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); Asker asker = new Asker(centre)) {
            String[] old = Shops.key(centre, "Bea", Role.MANAGER);
            String[] bea = Shops.key(centre, "Bea", Role.CLERK);
            String[] gone = Shops.key(centre, "Cal", Role.CLERK);
            assertTrue(centre.office().admission().revokeMember("Cal"));

            List<String> verdicts = Stream.of(
                            asker.get("/v1/transfers"),
                            asker.get("/v1/transfers", old),
                            asker.get("/v1/transfers", gone),
                            asker.get("/v1/transfers/T9", bea),
                            asker.send("/v1/transfers", "{'id':'T1'}", bea),
                            asker.send("/v1/transfers", REQUEST.replace("MUG1", "CUP"), bea),
                            asker.send("/v1/transfers", REQUEST.replace("'S2'", "'S1'"), bea),
                            asker.send("/v1/transfers/T9/steps", "{'step':'PICK'}", bea),
                            asker.send("/v1/transfers/T9/steps", "{'step':'REQUEST'}", bea),
                            asker.send("/v1/transfers/T9/facts", dispatch("DN1", "MUG1", 1), bea),
                            asker.send("/v1/transfers/T9/facts", dispatch("DN1", "MUG1", 1).replace("{'action'",
                                    "{'source':'S1','target':'S2','action'"), bea))
                    .map(Answer::verdict)
                    .toList();

            assertEquals(List.of("401 UNAUTHORIZED", "401 UNAUTHORIZED", "403 REVOKED", "404 UNKNOWN_TRANSFER", "400 UNREADABLE",
                    "400 NOT_UNDERSTOOD", "400 NOT_UNDERSTOOD", "404 UNKNOWN_TRANSFER", "400 STEP", "400 NOT_UNDERSTOOD", "200"), verdicts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListEndsOnItsLastPage(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); Asker asker = new Asker(centre)) {
            String[] bea = Shops.key(centre, "Bea", Role.CLERK);
            centre.office().db().run(tx -> {
                for (int number = 100; number <= 200; number++) {
                    Transfers.request(tx, new TransferId("T" + number), new Route("S1", "S2"),
                            Map.of(ProductId.of(Sku.of("MUG1")), 10_000L), Transfers.Asking.of("Bea", ""));
                }
            });

            JsonNode first = asker.get("/v1/transfers", bea).json();
            JsonNode second = asker.get("/v1/transfers?after=T199", bea).json();

            assertEquals(List.of(100, true, 1, false), List.of(first.get("transfers").size(), first.get("isMore").asBoolean(),
                    second.get("transfers").size(), second.get("isMore").asBoolean()));
        }
    }

    private static String dispatch(String document, String sku, int quantity) {
        return "{'action':'DISPATCH','document':'" + document + "','goods':[{'sku':'" + sku + "','quantity':'" + quantity + "'}]}";
    }
}
