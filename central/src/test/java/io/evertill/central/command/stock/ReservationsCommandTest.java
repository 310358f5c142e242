package io.evertill.central.command.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.Shops;
import io.evertill.central.office.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Clients and reservations from the command line, beside a running centre.
class ReservationsCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void goodsAreReservedListedAndGivenBack(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings)) {
            Shops.receive(centre, "MUG1", "3");

            Ended reserved = run(settings, "reserve", "--store", "S1", "--sku", "mug1", "--quantity", "2", "--order", "O1",
                    "--owner", "Ann");
            Ended again = run(settings, "reserve", "--store", "S1", "--sku", "mug1", "--quantity", "2", "--order", "O1",
                    "--owner", "Ann");
            Ended tooMuch = run(settings, "reserve", "--store", "S1", "--sku", "MUG1", "--quantity", "2", "--order", "O2",
                    "--owner", "Bob");
            Ended listed = run(settings, "reservations", "--store", "S1");
            JsonNode json = run(settings, "reservations", "--store", "S1", "--json").json().path("reservations");
            String id = json.path(0).path("id").asText();
            Ended released = run(settings, "release", id);
            Ended other = run(settings, "reservations", "--store", "S1");

            assertEquals(0, reserved.exitCode(), reserved::said);
            assertEquals(reserved.out(), again.out());
            assertEquals(1, tooMuch.exitCode());
            assertTrue(tooMuch.err().startsWith("Line 1: only 1 each can be reserved."), tooMuch::err);
            assertTrue(listed.out().startsWith(id + "  2 each of MUG1 for Ann until "), listed::out);
            assertTrue(listed.out().contains("1 reservations are active."), listed::out);
            assertEquals(1, json.size());
            assertEquals(0, released.exitCode(), released::said);
            assertEquals(List.of("0 reservations are active."), other.lines());
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalGoodsAreReservedTogetherOrNotAtAll(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings)) {
            Shops.receive(centre, "MUG1", "3");
            Shops.receive(centre, "MUG2", "2", "L1");

            Ended missing = run(settings, "reserve", "--store", "S1", "--order", "O1", "--owner", "Ann", "mug1=3", "MUG2=3");
            Ended reserved = run(settings, "reserve", "--store", "S1", "--order", "O1", "--owner", "Ann", "mug1=3", "MUG2=2,lot=L1");
            Ended listed = run(settings, "reservations", "--store", "S1");
            Ended elsewhere = run(settings, "reserve", "--store", "S1", "--order", "O2", "--owner", "Ann", "MUG1=1,location=BACK");
            Ended nothing = run(settings, "reserve", "--store", "S1", "--order", "O2", "--owner", "Ann");
            Ended both = run(settings, "reserve", "--store", "S1", "--order", "O2", "--owner", "Ann", "--sku", "MUG1", "MUG1=1");
            Ended nonsense = run(settings, "reserve", "--store", "S1", "--order", "O2", "--owner", "Ann", "MUG1=1,colour=red");

            assertEquals(1, missing.exitCode(), missing::said);
            assertEquals(List.of("Line 2: only 0 each can be reserved.", "  Name the batch: lot=L1 has 2 each.",
                    "  No batch has the other 1 each.", "Nothing was reserved."), missing.err().lines().toList());
            assertEquals(0, reserved.exitCode(), reserved::said);
            assertEquals(2, reserved.lines().size());
            assertTrue(listed.out().contains("  2 each of MUG2, batch L1 for Ann until "), listed::out);
            assertEquals(1, elsewhere.exitCode(), elsewhere::said);
            assertEquals(List.of(2, 2, 2), List.of(nothing.exitCode(), both.exitCode(), nonsense.exitCode()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientIsMadeListedAndRevoked(CentreOn on) {
        Settings settings = on.settings(folder);
        Shops.start(settings).close();

        Ended made = run(settings, "client", "--name", "web");
        Ended listed = run(settings, "client");
        Ended revoked = run(settings, "client", "--name", "web", "--revoke");
        Ended again = run(settings, "client", "--name", "web", "--revoke");
        Ended after = run(settings, "client");

        assertTrue(made.lines().getLast().matches("[A-Za-z0-9_-]{43}"), made::out);
        assertTrue(listed.out().startsWith("web  since ") && !listed.out().contains(made.lines().getLast()), listed::out);
        assertEquals(0, revoked.exitCode(), revoked::said);
        assertEquals(2, again.exitCode());
        assertTrue(again.err().startsWith("There is no key of client web that could be revoked."), again::err);
        assertTrue(after.out().contains(", revoked "), after::out);
    }

    private static Ended run(Settings settings, String... arguments) {
        return Ended.of(Shops.command(settings, arguments));
    }
}
