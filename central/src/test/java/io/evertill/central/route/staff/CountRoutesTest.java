package io.evertill.central.route.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.Answer;
import io.evertill.central.Asker;
import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.Shops;
import io.evertill.central.office.Machine;
import io.evertill.central.office.Settings;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.inventory.Assortment;
import io.evertill.inventory.Books;
import io.evertill.ledger.EntryId;
import io.evertill.person.Person;
import io.evertill.person.Role;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Counting as people do it over HTTP, each with a key.
class CountRoutesTest {
    private static final String COUNTS = "/v1/stores/S1/counts";

    private final Instant now = Instant.now();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aShopCountsFromTheListToThePosting(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); Asker asker = new Asker(centre)) {
            receive(centre, now.minus(Duration.ofHours(3)));
            String[] bea = Shops.key(centre, "Bea", Role.CLERK);
            String[] cal = Shops.key(centre, "Cal", Role.CLERK);
            String[] dot = Shops.key(centre, "Dot", Role.MANAGER);

            int planned = asker.send(COUNTS + "/plan", "{}", bea).json().get("listed").asInt();
            String line = asker.get(COUNTS, bea).json().at("/lines/0/line").asText();
            JsonNode sheet = asker.send(COUNTS + "/sheet", "", bea).json();
            JsonNode behind = asker.send(COUNTS + "/sheet?after=" + line, "", bea).json();
            String counted = submission("first", line, 46, now.minus(Duration.ofHours(2)));
            List<String> submitted = Stream.of(
                            asker.send(COUNTS + "/submissions", counted, bea),
                            asker.send(COUNTS + "/submissions", counted, bea),
                            asker.send(COUNTS + "/submissions", counted.replace("46", "45"), bea))
                    .map(Answer::verdict)
                    .toList();
            JsonNode first = asker.send(COUNTS + "/postings", "{}", dot).json();
            int again = asker.send(COUNTS + "/sheet", "", bea).json().get("lines").size();
            asker.send(COUNTS + "/sheet", "", cal);
            asker.send(COUNTS + "/submissions", submission("second", line, 46, now.minus(Duration.ofHours(1))), cal);
            JsonNode second = asker.send(COUNTS + "/postings", "{}", dot).json();
            Answer decided = asker.send(COUNTS + "/" + line + "/decisions",
                    "{'state':'APPROVED','cause':'DAMAGE','note':'crushed'}", dot);
            JsonNode third = asker.send(COUNTS + "/postings", "{'waived':[]}", dot).json();
            JsonNode shown = asker.get(COUNTS + "/" + line, dot).json();

            assertEquals(1, planned);
            assertEquals(line, sheet.at("/lines/0/line").asText());
            assertEquals(List.of("0", "false"), List.of(Integer.toString(behind.get("lines").size()), behind.get("isMore").asText()));
            assertEquals(List.of("200", "200", "409 COUNT_REFUSED"), submitted);
            assertEquals(0, again);
            assertEquals(List.of("RECOUNT", "REVIEW", "POSTED"), Stream.of(first, second, third)
                    .map(posted -> posted.at("/lines/0/outcome").asText())
                    .toList());
            assertEquals("200", decided.verdict());
            assertEquals(List.of("Bea", "Cal", "Dot", "-2", "46"), List.of(shown.at("/counts/0/by").asText(),
                    shown.at("/counts/1/by").asText(), shown.at("/approval/by").asText(), shown.at("/posting/variance").asText(),
                    shown.at("/posting/after").asText()));
            assertEquals(0, Ended.of(Shops.command(settings, "verify")).exitCode());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionTakesAManagerAndBearsTheName(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); Asker asker = new Asker(centre)) {
            receive(centre, now.minus(Duration.ofHours(3)));
            String[] bea = Shops.key(centre, "Bea", Role.CLERK);
            String[] dot = Shops.key(centre, "Dot", Role.MANAGER);
            asker.send(COUNTS + "/plan", "{'size':5}", bea);
            String line = asker.get(COUNTS, bea).json().at("/lines/0/line").asText();
            String cancel = "{'state':'CANCELLED','note':'the shelf is gone'}";

            List<String> verdicts = Stream.of(
                            asker.send(COUNTS + "/postings", "{}", bea),
                            asker.get(COUNTS + "/" + line, bea),
                            asker.send(COUNTS + "/" + line + "/decisions", cancel, bea),
                            asker.send(COUNTS + "/" + line + "/decisions", "{'state':'RECOUNT','note':'why'}", dot),
                            asker.send(COUNTS + "/" + line + "/decisions", "{'state':'APPROVED','note':'why'}", dot),
                            asker.send(COUNTS + "/" + line + "/decisions", "{'state':'POSTED','note':'why'}", dot),
                            asker.send(COUNTS + "/" + line + "/decisions", cancel, dot),
                            asker.send(COUNTS + "/" + line + "/decisions", cancel, dot),
                            asker.get(COUNTS + "/no-id", dot),
                            asker.get(COUNTS + "/00000000-0000-7000-8000-000000000000", dot),
                            asker.send(COUNTS + "/submissions", "{'submission':'x','rows':[{'sku':'CUP','place':'MAIN/AVAILABLE',"
                                    + "'counted':'1','countedAt':'" + now + "'}]}", bea))
                    .map(Answer::verdict)
                    .toList();
            JsonNode shown = asker.get(COUNTS + "/" + line, dot).json();

            assertEquals(List.of("403 ROLE", "403 ROLE", "403 ROLE", "409 COUNT_REFUSED", "400 UNREADABLE", "400 DECISION", "200",
                    "200", "400 ID", "404 LINE", "400 ROW"), verdicts);
            assertEquals(List.of("1", "CANCELLED", "Dot", "the shelf is gone"), List.of(
                    Integer.toString(shown.get("decisions").size()), shown.at("/decisions/0/state").asText(),
                    shown.at("/decisions/0/by").asText(), shown.at("/decisions/0/note").asText()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void piecesWithNumbersAreCountedByTheirNumbers(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); Asker asker = new Asker(centre)) {
            Instant came = now.minus(Duration.ofHours(3));
            for (String number : List.of("SN-1", "SN-2")) {
                Ended.of(Shops.command(settings, "goods", "receive", "--store", "S1", "--sku", "MUG1", "--qty", "1", "--serial", number,
                        "--by", "Bea", "--at", came.toString()));
            }
            String[] bea = Shops.key(centre, "Bea", Role.CLERK);
            String[] cal = Shops.key(centre, "Cal", Role.CLERK);
            String[] dot = Shops.key(centre, "Dot", Role.MANAGER);

            asker.send(COUNTS + "/plan", "{}", bea);
            JsonNode sheet = asker.send(COUNTS + "/sheet", "", bea).json();
            String line = sheet.at("/lines/0/line").asText();
            Answer number = asker.send(COUNTS + "/submissions", submission("number", line, 2, now.minus(Duration.ofHours(2))), bea);
            asker.send(COUNTS + "/submissions", pieces("first", line, now.minus(Duration.ofHours(2))), bea);
            asker.send(COUNTS + "/postings", "{}", dot);
            asker.send(COUNTS + "/sheet", "", cal);
            Answer second = asker.send(COUNTS + "/submissions", pieces("second", line, now.minus(Duration.ofHours(1))), cal);
            asker.send(COUNTS + "/postings", "{}", dot);
            JsonNode waiting = asker.get(COUNTS + "/" + line, dot).json();
            String approval = "{'state':'APPROVED','cause':'THEFT','note':'the case was open'}";
            List<String> decided = Stream.of(asker.send(COUNTS + "/" + line + "/decisions", approval, dot),
                    asker.send(COUNTS + "/" + line + "/decisions", approval, dot)).map(Answer::verdict).toList();
            asker.send(COUNTS + "/postings", "{}", dot);
            JsonNode posted = asker.get(COUNTS + "/" + line, dot).json();
            Ended lost = Ended.of(Shops.command(settings, "serial", "MUG1", "SN-1"));

            assertEquals("true", sheet.at("/lines/0/byPiece").asText());
            assertEquals(List.of("409 COUNT_REFUSED", "200"), List.of(number.verdict(), second.verdict()));
            assertEquals(List.of("SN-1", "SN-9"), List.of(waiting.at("/counts/1/missing/0").asText(),
                    waiting.at("/counts/1/found/0").asText()));
            assertEquals(List.of("200", "200"), decided);
            assertEquals(List.of("0", "SN-1", "SN-9"), List.of(posted.at("/posting/variance").asText(),
                    posted.at("/posting/missing/0").asText(), posted.at("/posting/found/0").asText()));
            assertEquals("It is lost.", lost.lines().getLast(), lost.said());
            assertEquals(0, Ended.of(Shops.command(settings, "verify")).exitCode());
        }
    }

    private static String pieces(String name, String line, Instant at) {
        return "{'submission':'" + name + "','rows':[{'line':'" + line + "','sku':'MUG1','place':'MAIN/AVAILABLE',"
                + "'pieces':['SN-2','SN-9'],'countedAt':'" + at + "'}]}";
    }

    private static String submission(String name, String line, int counted, Instant at) {
        return "{'submission':'" + name + "','rows':[{'line':'" + line + "','sku':'MUG1','place':'MAIN/AVAILABLE','counted':'"
                + counted + "','countedAt':'" + at + "'}]}";
    }

    private static void receive(Centre centre, Instant at) {
        centre.office().db().run(tx -> {
            Assortment assortment = new Assortment(tx);
            Product mug = assortment.require(ProductId.of(Sku.of("MUG1")));
            Books.record(tx, new EntryId(Machine.real().ids().get()), new StockEntry.GoodsMoved("S1", at, new Person("bea", "Bea"),
                    Move.Type.RECEIVE, "D-1", List.of(new StockEntry.Goods(1, assortment.item(mug), Quantity.of(48, mug.unit()),
                            Place.SUPPLIER, Place.shelf("S1"), Tracking.NONE, Tracking.NONE, ""))));
        });
    }
}
