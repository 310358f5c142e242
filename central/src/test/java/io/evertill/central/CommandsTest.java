package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Machine;
import io.evertill.central.office.Office;
import io.evertill.central.office.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands as a person or a script runs them.
class CommandsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "serve", "enrolment-code", "revoke", "import-products", "price", "tax", "setting", "status", "verify", "export", "stock",
        "history", "snapshot", "rebuild", "reconcile", "client", "person",
        "reserve", "release", "reservations", "alerts", "minimum", "goods", "lot", "recall", "serial",
        "count", "report", "transfer", "branch", "location", "period", "variances"})
    void everyCommandExplainsItself(String command) {
        Ended help = Ended.of(command, "--help");
        Ended all = Ended.of("--help");

        assertEquals(0, help.exitCode(), help::said);
        assertTrue(help.out().startsWith("Usage: evertill-central " + command + " "), help::out);
        assertTrue(all.out().lines().anyMatch(line -> line.startsWith("  " + command + " ")), all::out);
        assertEquals("", help.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                                            | Name a command.
            stats                                           | Unmatched argument at index 0: 'stats'
            status --bogus                                  | Unknown option: '--bogus'
            status                                          | Say where the centre keeps its ledger: --data FOLDER, or --db
            status --db jdbc:mysql://host/name              | The database address begins with jdbc:postgresql:
            enrolment-code --data DIR --store S1            | Missing required option: '--till=TILL'
            enrolment-code --data DIR --store S1 --till T1 --valid soon | Invalid value for option '--valid'
            enrolment-code --data DIR --store S1 --till T1 --valid 31d  | This code cannot be made
            enrolment-code --data DIR --store S/1 --till T1 | This code cannot be made
            revoke --data DIR --store S1 --till T9          | There is no till T9 in store S1 that could be revoked.
            import-products --data DIR                      | Missing required parameter: 'FILE'
            import-products --data DIR x.csv --currency XYZ | There is no currency XYZ.
            import-products --data DIR x.csv --tax LUX      | There is no tax LUX. Define it first
            price --data DIR NONE 2.50                      | There is no product NONE. Import it first.
            price --data DIR MUG1 cheap                     | This is no price:
            price --data DIR MUG1 -- -1                     | This is no price: it is below zero
            price --data DIR MUG1 1 --from yesterday        | This is no price:
            tax --data DIR STD much                         | This is no tax rate:
            setting --data DIR currency XYZ                 | No till could use currency = XYZ, so nothing was changed
            setting --data DIR currancy GBP                 | There is no setting currancy, so nothing was changed. There are: b
            export --data DIR --what everything             | Invalid value for option '--what'
            export --data DIR --what sales --format xml     | Invalid value for option '--format'
            serve --data DIR --port 70000                   | A port is a number from 1 to 65535, or 0 for any: 70000
            serve --data DIR --port x                       | Invalid value for option '--port': 'x' is not an int
            """)
    void misuseIsToldInASentence(String line, String sentence) {
        Shops.start(CentreOn.SQLITE.settings(folder)).close();
        String data = folder.resolve("centre").toString();
        String[] arguments = line == null ? new String[0]
                : Arrays.stream(line.split(" +")).map(word -> word.equals("DIR") ? data : word).toArray(String[]::new);

        Ended ended = Ended.of(arguments);

        assertEquals(2, ended.exitCode(), ended::said);
        assertTrue(ended.err().startsWith(sentence), ended::err);
        assertTrue(ended.err().lines().count() <= 2, ended::err);
        assertEquals("", ended.out());
    }

    @Test
    void aFolderWithoutACentreIsStorageTrouble() {
        for (String command : List.of("status", "verify", "export --what sales", "revoke --store S1 --till T1",
                "enrolment-code --store S1 --till T1", "price MUG1 2.50")) {
            Ended ended = Ended.of((command + " --data " + folder.resolve("none")).split(" "));

            assertEquals(4, ended.exitCode(), ended::said);
            assertTrue(ended.err().startsWith("There is no centre in " + folder.resolve("none") + ". Check the folder"), ended::err);
        }
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAsItIs() throws IOException {
        Path file = Files.createDirectories(folder.resolve("centre")).resolve(Office.FILE);
        Files.writeString(file, "no database ".repeat(1_000));

        Ended ended = Ended.of("status", "--data", folder.resolve("centre").toString());

        assertEquals(4, ended.exitCode(), ended::said);
        assertTrue(ended.err().startsWith("The database file is damaged."), ended::err);
        assertEquals("no database ".repeat(1_000), Files.readString(file));
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseOfANewerProgramIsRefused(CentreOn on) {
        Settings settings = on.settings(folder);
        Shops.start(settings).close();
        CentreOn.change(settings, """
                INSERT INTO flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (99, '99', 'later', 'SQL', 'V99', 1, 'later', 1, true)
                """);

        for (String command : List.of("serve", "status", "verify")) {
            Ended ended = Ended.of(Shops.command(settings, command));

            assertEquals(4, ended.exitCode(), ended::said);
            assertTrue(ended.err().startsWith("The database has version 99, this program knows up to"), ended::err);
            assertTrue(ended.err().contains("Install the newer program again"), ended::err);
        }
    }

    @Test
    void aDatabaseServerThatCannotBeUsedIsNamedWithoutItsPassword() {
        String server = CentreOn.freshPostgresql();
        String none = server.replaceAll("/central[0-9]+", "/not_there") + "&password=geheim";
        String noPort = "jdbc:postgresql://127.0.0.1:port/name?user=u&password=geheim";

        Ended noDatabase = Ended.of("status", "--db", none);
        Ended noAddress = Ended.of("status", "--db", noPort);

        assertEquals(List.of(4, 4), List.of(noDatabase.exitCode(), noAddress.exitCode()));
        assertTrue(noDatabase.err().contains("has no database of this name. Check the address"), noDatabase::err);
        assertTrue(noAddress.err().startsWith("The database address cannot be read: "), noAddress::err);
        assertFalse((noDatabase.said() + noAddress.said()).contains("geheim"));
    }

    @Test
    void optionsWinOverTheEnvironmentAndThatOverTheFile() throws IOException {
        Path data = Files.createDirectories(folder.resolve("centre"));
        Map<String, String> environment = Map.of("EVERTILL_CENTRAL_PORT", "70002", "EVERTILL_CENTRAL_DATA", data.toString());
        Workplace workplace = new Workplace(Machine.real(), environment, false);
        Files.writeString(data.resolve(Where.FILE), "port = 70003\n");

        List<String> said = Stream.of(
                        Ended.of("serve", "--data", data.toString()),
                        Ended.of(workplace, "serve"),
                        Ended.of(workplace, "serve", "--port", "70001"))
                .map(Ended::err)
                .toList();
        Files.writeString(data.resolve(Where.FILE), "prot = 1\n");
        Ended unknown = Ended.of("serve", "--data", data.toString());
        Files.writeString(data.resolve(Where.FILE), "lanes = 65\n");
        List<String> lanes = Stream.of(
                        Ended.of("serve", "--data", data.toString()),
                        Ended.of("serve", "--db", "jdbc:postgresql://127.0.0.1/none", "--lanes", "66"))
                .map(Ended::err)
                .toList();

        assertTrue(said.get(0).contains("70003"), said::toString);
        assertTrue(said.get(1).contains("70002"), said::toString);
        assertTrue(said.get(2).contains("70001"), said::toString);
        assertEquals(2, unknown.exitCode());
        assertTrue(unknown.err().contains("have no prot. There are: bind, db, lanes, port, tls.certificate, tls.key,"), unknown::err);
        assertTrue(lanes.get(0).contains("There are 0 to 64 lanes, not 65."), lanes::toString);
        assertTrue(lanes.get(1).contains("There are 0 to 64 lanes, not 66."), lanes::toString);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDefinedIsSaidAndReachesTheFeed(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); ShopTill till = Shops.till(centre, folder, "T1")) {
            till.pull();

            List<Ended> ended = Stream.of(
                            new String[] {"tax", "RED", "5.5", "Reduced"},
                            new String[] {"tax", "RED", "5.5", "Reduced"},
                            new String[] {"price", "MUG1", "1.99", "--store", "S1", "--from", "2026-01-01T00:00:00Z", "--id", "sale"},
                            new String[] {"price", "MUG1", "1.89", "--store", "S1", "--from", "2026-01-01T00:00:00Z", "--id", "sale"},
                            new String[] {"setting", "shop.name", "The Mug Shop"})
                    .map(arguments -> Ended.of(Shops.command(settings, arguments)))
                    .toList();
            assertTrue(centre.settle(Shops.PATIENCE));
            till.pull();
            till.openShift();
            till.sell("MUG1");
            till.deliver();
            assertTrue(centre.settle(Shops.PATIENCE));
            JsonNode status = Ended.of(Shops.command(settings, "status", "--json")).json();

            assertEquals(List.of("Added", "Unchanged", "Added", "Changed", "Added"),
                    ended.stream().map(each -> each.out().replaceAll("(?s):.*", "")).toList());
            assertEquals("1.89 GBP", status.at("/sales/0/total").asText() + " " + status.at("/sales/0/currency").asText());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEnrolmentCodeIsTheLastLine(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings)) {
            Ended first = Ended.of(Shops.command(settings, "enrolment-code", "--store", "S1", "--till", "T1", "--valid", "72h"));
            ShopTill.enrol(folder.resolve("T1"), centre.url(), first.lines().getLast()).close();

            Ended second = Ended.of(Shops.command(settings, "enrolment-code", "--store", "S1", "--till", "T1"));

            assertTrue(first.lines().getLast().matches("[A-Z2-9]{8}"), first::out);
            assertTrue(second.lines().getFirst().contains("is enrolled already."), second::out);
            assertEquals(List.of(0, 0), List.of(first.exitCode(), second.exitCode()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTableIsExportedInBothFormatsAndToAFile(CentreOn on) throws IOException {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); ShopTill till = Shops.till(centre, folder, "T1")) {
            till.pull();
            till.openShift();
            till.sell("MUG1", "MUG2");
            till.deliver();
            assertTrue(centre.settle(Shops.PATIENCE));
        }
        Path file = folder.resolve("movements.csv");

        List<Long> lines = Stream.of("entries", "movements", "levels", "sales")
                .flatMap(what -> Stream.of("csv", "ndjson").map(format -> Ended.of(
                        Shops.command(settings, "export", "--what", what, "--format", format)).out().lines().count()))
                .toList();
        Ended toFile = Ended.of(Shops.command(settings, "export", "--what", "movements", "--out", file.toString()));
        Ended toNowhere = Ended.of(Shops.command(settings, "export", "--what", "levels", "--out", folder.resolve("no/x.csv").toString()));

        assertEquals(List.of(3L, 2L, 3L, 2L, 3L, 2L, 2L, 1L), lines);
        assertEquals(new Ended(0, "", "2 rows in " + file + System.lineSeparator()), toFile);
        assertTrue(Files.readString(file).startsWith(
                "entry_id,line,sku,branch,place,type,qty,lot,serial,ref,actor,occurred_at,recorded_at"), () -> toFile.said());
        assertEquals(4, toNowhere.exitCode());
        assertTrue(toNowhere.err().contains("cannot be written"), toNowhere::err);
        try (Stream<Path> left = Files.list(folder)) {
            assertTrue(left.noneMatch(each -> each.toString().endsWith(".part")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void verifyNamesTheFirstDifference(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); ShopTill till = Shops.till(centre, folder, "T1")) {
            till.pull();
            till.openShift();
            till.sell("MUG1", "MUG2");
            till.deliver();
            assertTrue(centre.settle(Shops.PATIENCE));
        }
        Ended before = Ended.of(Shops.command(settings, "verify"));
        CentreOn.change(settings, "UPDATE level SET qty = qty + 10000 WHERE qty = -10000");

        Ended after = Ended.of(Shops.command(settings, "verify"));
        JsonNode json = Ended.of(Shops.command(settings, "verify", "--json")).json();

        assertEquals(0, before.exitCode(), before::said);
        assertEquals("Everything holds.", before.lines().getLast());
        assertEquals(1, after.exitCode(), after::said);
        assertTrue(after.lines().stream().anyMatch(line -> line.startsWith("First difference: [level] ")), after::out);
        assertEquals("false 4 level", json.path("clean").asText() + " " + json.path("differenceCount").asText() + " "
                + json.at("/differences/0/what").asText());
    }
}
