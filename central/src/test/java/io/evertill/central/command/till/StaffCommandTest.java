package io.evertill.central.command.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.Shops;
import io.evertill.central.office.Settings;
import io.evertill.db.Database;
import io.evertill.feed.Personnel;
import io.evertill.staff.Badge;
import io.evertill.staff.Pin;
import io.evertill.staff.StaffMember;
import io.evertill.staff.TillRole;
import io.evertill.wire.PinHash;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaffCommandTest {
    private static final Pattern SHOWN = Pattern.compile("The PIN, shown this once: ([0-9]+)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aPinThatIsGivenIsKeptAsAHashAndNeverSaid(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings)) {
            Ended added = run(settings, "staff", "add", "zoe", "Zoe Martin", "--store", "S1", "--pin", "4821");
            Ended again = run(settings, "staff", "add", "zoe", "Zoe Martin", "--store", "S1", "--pin", "4821");
            Ended list = run(settings, "staff", "list");
            Ended elsewhere = run(settings, "staff", "list", "--store", "S2");

            assertEquals("zoe  Zoe Martin  CASHIER  in store S1\n", added.said());
            assertEquals(2, again.exitCode(), again::said);
            assertEquals("zoe  Zoe Martin  CASHIER  in store S1\n", list.said());
            assertEquals("", elsewhere.said());
            assertFalse(again.said().contains("4821"));
            assertTrue(PinHash.matches(new Pin("4821"), member(centre).pinHash()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsTrustedMoreGetsALongerPinWithTheRole(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings)) {
            Ended added = run(settings, "staff", "add", "zoe", "Zoe");
            Ended tooShort = run(settings, "staff", "role", "zoe", "SUPERVISOR", "--pin", "48213");
            Ended role = run(settings, "staff", "role", "zoe", "SUPERVISOR");
            Ended manager = run(settings, "staff", "role", "zoe", "MANAGER");

            assertEquals(4, shown(added).length());
            assertEquals(2, tooShort.exitCode());
            assertFalse(tooShort.said().contains("48213"), tooShort::said);
            assertEquals(6, shown(role).length());
            assertTrue(manager.out().endsWith("The PIN stays.\n"), manager::said);
            assertEquals(TillRole.MANAGER, member(centre).role());
            assertTrue(PinHash.matches(new Pin(shown(role)), member(centre).pinHash()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPinIsChangedABadgeGivenAndTakenAndSomebodyRemoved(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings)) {
            run(settings, "staff", "add", "zoe", "Zoe", "--pin", "4821");
            Ended pin = run(settings, "staff", "pin", "zoe", "--pin", "90210");
            Ended made = run(settings, "staff", "badge", "zoe");
            Optional<Badge> badge = member(centre).badge();
            Ended given = run(settings, "staff", "badge", "zoe", "--code", "4006381333931");
            Ended none = run(settings, "staff", "badge", "zoe", "--none");
            Ended removed = run(settings, "staff", "remove", "zoe");
            Ended nobody = run(settings, "staff", "pin", "zoe");

            assertFalse(pin.said().contains("90210"), pin::said);
            assertEquals(badge, Optional.of(Badge.of(made.out().strip().substring(made.out().strip().lastIndexOf(' ')))));
            assertFalse(given.said().contains("4006381333931"), given::said);
            assertEquals("Changed: zoe  Zoe  CASHIER\n", none.said());
            assertEquals(0, removed.exitCode());
            assertEquals("Nothing was changed: there is nobody called zoe.\n", nobody.said());
        }
    }

    private static StaffMember member(Centre centre) {
        Database db = centre.office().db();
        return db.read(tx -> Personnel.find(tx, "zoe")).orElseThrow().member();
    }

    private static String shown(Ended ended) {
        Matcher matcher = SHOWN.matcher(ended.out());
        assertTrue(matcher.find(), ended::said);
        return matcher.group(1);
    }

    private static Ended run(Settings settings, String... arguments) {
        return Ended.of(Shops.command(settings, arguments));
    }
}
