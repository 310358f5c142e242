package io.evertill.central.command.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.Shops;
import io.evertill.central.office.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomerCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aCustomerIsAddedChangedFreedMergedAndForgotten(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre _ = Shops.start(settings)) {
            Ended added = run(settings, "customer", "add", "Anne Weber", "--phone", "0151 2345678", "--card", "CARD-1");
            Ended city = run(settings, "customer", "add", "City Council", "--certificate", "EX-1", "--until", "2026-12-31");
            Ended edited = run(settings, "customer", "edit", id(added), "--email", "anne@weber.example");
            Ended freed = run(settings, "customer", "edit", id(city), "--until", "2027-12-31");
            Ended taxed = run(settings, "customer", "edit", id(city), "--certificate", "");

            assertTrue(added.said().startsWith("Added: "), added::said);
            assertEquals("  Anne Weber  0151 2345678, anne@weber.example  card CARD-1", edited.out().strip().substring(45));
            assertTrue(freed.out().strip().endsWith("  exempt EX-1 until 2027-12-31"), freed::said);
            assertFalse(taxed.out().contains("exempt"), taxed::said);
            assertEquals(2, run(settings, "customer", "add", "Thief", "--card", "card-1").exitCode());
            assertEquals(2, run(settings, "customer", "add", "Club", "--certificate", "EX-2").exitCode());
            assertEquals(2, run(settings, "customer", "add", "Club", "--until", "2026-02-30").exitCode());
            assertEquals(2, run(settings, "customer", "forget", "nobody").exitCode());
            assertEquals(0, run(settings, "customer", "merge", id(added), id(city)).exitCode());
            assertEquals(1, run(settings, "customer", "list").lines().size());
            assertEquals(0, run(settings, "customer", "forget", id(city)).exitCode());
            assertEquals(2, run(settings, "customer", "forget", id(city)).exitCode());
            assertEquals("", run(settings, "customer", "list").said());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileAddsAndChangesOrChangesNothing(CentreOn on) throws IOException {
        Settings settings = on.settings(folder);
        try (Centre _ = Shops.start(settings)) {
            Path file = folder.resolve("customers.csv");
            Files.writeString(file, """
                    name,phone,card,certificate,until
                    Anne Weber,0151 1,CARD-1,,
                    City Council,,,EX-1,2026-12-31
                    """);
            Ended first = run(settings, "customer", "import", file.toString());
            Files.writeString(file, "name,phone,card\nAnne Weber,0151 2,card-1\n");
            Ended second = run(settings, "customer", "import", file.toString());
            Files.writeString(file, "name,email\nZoe,zoe@wild.example\n,nobody@wild.example\n");
            Ended wrong = run(settings, "customer", "import", file.toString());

            assertEquals(List.of("2 added", "0 changed", "0 unchanged"), first.lines().stream().map(String::strip).toList());
            assertEquals("0 added", second.lines().getFirst());
            assertEquals("1 changed", second.lines().get(1));
            assertEquals(2, wrong.exitCode());
            assertTrue(wrong.err().startsWith("Line 3 is no customer: a customer has a name"), wrong::said);
            assertFalse(wrong.said().contains("wild"), wrong::said);
            assertEquals(2, run(settings, "customer", "list").lines().size());
            assertTrue(run(settings, "customer", "list", "0151").out().contains("  0151 2  card CARD-1"));
        }
    }

    private static String id(Ended ended) {
        return ended.out().replaceAll("(?s).*?([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}).*", "$1");
    }

    private static Ended run(Settings settings, String... arguments) {
        return Ended.of(Shops.command(settings, arguments));
    }
}
