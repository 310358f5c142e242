package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.office.Settings;
import io.evertill.journal.CentreCount;
import io.evertill.money.Money;
import io.evertill.outbox.ShiftProving;
import io.evertill.register.ShiftBook;
import io.evertill.shift.ShiftReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A till asks over the network what the centre has of its shift.
class ShiftQuestionTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void bothEndsOfTheLineHaveTheSame(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); ShopTill till = Shops.till(centre, folder, "T1")) {
            ShiftReport report = closed(till);

            assertTrue(new ShiftProving(till.db, till.link).step());

            CentreCount count = new ShiftBook(till.db).centre(report).orElseThrow();
            assertEquals(List.of(2L, Money.of(5_00, "GBP"), true), List.of(count.sales(), count.total(), count.isSame()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherTillsShiftIsNoneAndARevokedTillAsksNothing(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings);
                ShopTill till = Shops.till(centre, folder, "T1");
                ShopTill other = Shops.till(centre, folder, "T2");
                Asker asker = new Asker(centre)) {
            UUID shift = closed(till).shift().id();
            String streams = "/v1/streams/" + till.db.read(tx -> tx.streams().open().orElseThrow().id()) + "/shifts/";
            String path = streams + shift;
            String[] bearer = Asker.bearer(till.grant.token());

            List<String> answers = new ArrayList<>(List.of(
                    asker.get(path + "?from=1&to=9").verdict(),
                    asker.get(path + "?from=1&to=9", Asker.bearer(other.grant.token())).verdict(),
                    asker.get("/v1/streams/none/shifts/" + shift + "?from=1&to=9", bearer).verdict(),
                    asker.get(streams + "none?from=1&to=9", bearer).verdict(),
                    asker.get(path, bearer).verdict(),
                    asker.get(path + "?from=2&to=1", bearer).verdict(),
                    asker.get(path + "?from=0&to=9", bearer).verdict(),
                    asker.get(path + "?from=1&to=9999999999999999999", bearer).verdict(),
                    asker.get(path + "?from=1&to=50001", bearer).verdict()));
            String here = asker.get(path + "?from=1&to=50000", bearer).body().text();
            String part = asker.get(path + "?from=1&to=2", bearer).body().text();
            String second = asker.get(path + "?from=3&to=3", bearer).body().text();
            String another = asker.get(streams + new UUID(1, 1) + "?from=1&to=9", bearer).body().text();
            Ended.of(Shops.command(settings, "revoke", "--store", "S1", "--till", "T1"));
            answers.add(asker.get(path + "?from=1&to=9", bearer).verdict());

            assertEquals(List.of("401 UNAUTHORIZED", "404 STREAM", "400 STREAM", "400 SHIFT", "400 RANGE", "400 RANGE",
                    "400 RANGE", "400 RANGE", "400 RANGE",
                    "403 REVOKED"), answers);
            assertTrue(here.contains("\"sales\":2") && here.contains("\"minor\":500"), here);
            assertTrue(part.contains("\"sales\":1"), part);
            assertTrue(second.contains("\"sales\":1"), second);
            assertTrue(another.contains("\"sales\":0"), another);
        }
    }

    private static ShiftReport closed(ShopTill till) {
        till.pull();
        till.openShift();
        till.sell("MUG1");
        till.sell("MUG2");
        till.closeShift();
        till.deliver();
        return new ShiftBook(till.db).last().orElseThrow();
    }
}
