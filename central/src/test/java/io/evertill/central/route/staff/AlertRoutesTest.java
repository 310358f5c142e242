package io.evertill.central.route.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.Answer;
import io.evertill.central.Asker;
import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.Shops;
import io.evertill.central.office.Settings;
import io.evertill.inventory.Review;
import io.evertill.person.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Red cards as people see them over HTTP.
class AlertRoutesTest {
    private static final String NONE = "/v1/alerts/00000000-0000-7000-8000-000000000000";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aCardIsSeenAndPutAwayByAPersonAndStaysOpen(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); Asker asker = new Asker(centre)) {
            Ended.of(Shops.command(settings, "minimum", "MUG1", "3", "--store", "S1"));
            centre.office().db().write(Review::run);
            String[] bea = Shops.key(centre, "Bea", Role.CLERK);
            String card = "/v1/alerts/" + asker.get("/v1/alerts", bea).json().at("/alerts/0/id").asText();

            List<String> verdicts = Stream.of(
                            asker.send(card + "/acknowledge", "", bea),
                            asker.send(card + "/snooze", "{'seconds':3600}", bea),
                            asker.send(card + "/snooze", "{'seconds':0}", bea),
                            asker.send(card + "/snooze", "{}", bea),
                            asker.send(NONE + "/acknowledge", "", bea),
                            asker.send(NONE + "/snooze", "{'seconds':60}", bea),
                            asker.send("/v1/alerts/none/acknowledge", "", bea),
                            asker.get("/v1/alerts?afterAlert=none", bea),
                            asker.get("/v1/alerts"))
                    .map(Answer::verdict)
                    .toList();
            JsonNode alerts = asker.get("/v1/alerts", bea).json();
            JsonNode behind = asker.get("/v1/alerts?afterStore=S1&afterAlert=ffffffff-ffff-ffff-ffff-ffffffffffff", bea).json();

            assertEquals(List.of("200", "200", "400 SPAN", "400 UNREADABLE", "404 ALERT", "404 ALERT", "400 ID", "400 ID",
                    "401 UNAUTHORIZED"), verdicts);
            assertEquals(List.of("1", "Bea", "Bea", "0"), List.of(Integer.toString(alerts.get("alerts").size()),
                    alerts.at("/alerts/0/acknowledgedBy").asText(), alerts.at("/alerts/0/snoozedBy").asText(),
                    Integer.toString(behind.get("alerts").size())));
        }
    }
}
