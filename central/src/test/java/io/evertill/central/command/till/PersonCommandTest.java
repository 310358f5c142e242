package io.evertill.central.command.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.Shops;
import io.evertill.central.office.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// People get keys and lose them.
class PersonCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aKeyIsMadeListedAndRevoked(CentreOn on) {
        Settings settings = on.settings(folder);
        Shops.start(settings).close();

        Ended clerk = run(settings, "person", "--name", "Bea");
        Ended manager = run(settings, "person", "--name", "Bea", "--role", "manager");
        Ended listed = run(settings, "person");
        Ended revoked = run(settings, "person", "--name", "Bea", "--revoke");
        Ended again = run(settings, "person", "--name", "Bea", "--revoke");
        Ended nameless = run(settings, "person", "--revoke");
        Ended after = run(settings, "person");

        assertTrue(clerk.out().startsWith("This is the key of Bea, CLERK."), clerk::said);
        assertTrue(manager.lines().getLast().matches("[A-Za-z0-9_-]{43}"), manager::said);
        assertTrue(listed.out().startsWith("Bea  MANAGER  since ") && !listed.out().contains(manager.lines().getLast()), listed::out);
        assertEquals(0, revoked.exitCode(), revoked::said);
        assertEquals(2, again.exitCode());
        assertTrue(again.err().startsWith("There is no key of Bea that could be revoked."), again::err);
        assertEquals(2, nameless.exitCode());
        assertTrue(after.out().contains(", revoked "), after::out);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyCanBeForOneStoreAndForSomeTime(CentreOn on) {
        Settings settings = on.settings(folder);
        Shops.start(settings).close();

        Ended made = run(settings, "person", "--name", "Bea", "--store", "S1", "--valid", "8h");
        Ended listed = run(settings, "person");
        Ended nowhere = run(settings, "person", "--name", "Cal", "--store", " ");
        Ended never = run(settings, "person", "--name", "Cal", "--valid", "0h");

        assertTrue(made.out().startsWith("This is the key of Bea, CLERK, only in store S1."), made::said);
        assertTrue(listed.out().startsWith("Bea  CLERK  only in store S1  since ") && listed.out().contains(", until "), listed::out);
        assertEquals(2, nowhere.exitCode(), nowhere::said);
        assertEquals(2, never.exitCode(), never::said);
    }

    private static Ended run(Settings settings, String... arguments) {
        return Ended.of(Shops.command(settings, arguments));
    }
}
