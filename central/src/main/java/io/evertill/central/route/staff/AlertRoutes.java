package io.evertill.central.route.staff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.desk.AlertText;
import io.evertill.central.route.Exchange;
import io.evertill.central.route.Problem;
import io.evertill.central.route.Route;
import io.evertill.central.route.StaffGate;
import io.evertill.db.Alerts;
import io.evertill.db.Database;
import io.evertill.person.Person;
import io.evertill.person.Role;
import io.evertill.wire.DeskForms;
import io.evertill.wire.Json;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// `/v1/alerts`: the red cards, as the command `alerts` lists them; they are as the job `review` found them last.
public final class AlertRoutes {
    private static final int PAGE = 200;
    private static final Duration SNOOZE_MAX = Duration.ofDays(30);

    private final StaffGate gate;
    private final Database db;

    public AlertRoutes(StaffGate gate, Database db) {
        this.gate = gate;
        this.db = db;
    }

    /// What is answered.
    public List<Route> all() {
        return List.of(
                new Route(HandlerType.GET, "/v1/alerts", this::list),
                new Route(HandlerType.POST, "/v1/alerts/{alert}/acknowledge", this::acknowledge),
                new Route(HandlerType.POST, "/v1/alerts/{alert}/snooze", this::snooze));
    }

    private void list(Context context) {
        Optional<String> only = gate.store(context, Role.CLERK);
        String store = only.orElse(Exchange.text(context.queryParam("afterStore")));
        UUID after = Exchange.id(context.queryParam("afterAlert")).orElse(new UUID(0, 0));
        List<Alerts.Card> page = db.read(tx -> tx.alerts().open(store, after, PAGE)).stream()
                .filter(card -> only.map(card.finding().branch()::equals).orElse(true))
                .toList();
        ObjectNode answer = Json.object().put("isMore", page.size() == PAGE);
        ArrayNode rows = answer.putArray("alerts");
        page.forEach(card -> AlertText.put(card, rows.addObject()));
        Exchange.answer(context, answer);
    }

    private void acknowledge(Context context) {
        UUID alert = alert(context);
        Person person = admitted(context, alert);
        answer(context, db.write(tx -> tx.alerts().acknowledge(alert, new Alerts.Acknowledged(tx.now(), person.name()))));
    }

    private void snooze(Context context) {
        UUID alert = alert(context);
        Person person = admitted(context, alert);
        long seconds = Exchange.form(context, DeskForms::seconds);
        if (seconds < 1 || seconds > SNOOZE_MAX.toSeconds()) {
            throw Problem.bad("SPAN", "A card is put away for 1 to " + SNOOZE_MAX.toSeconds() + " seconds.");
        }
        answer(context, db.write(tx ->
                tx.alerts().snooze(alert, new Alerts.Snoozed(tx.now().plusSeconds(seconds), person.name()))));
    }

    private Person admitted(Context context, UUID alert) {
        Person person = gate.admitted(context, Role.CLERK);
        return db.read(tx -> tx.alerts().store(alert))
                .map(store -> gate.admitted(context, Role.CLERK, Set.of(store)))
                .orElse(person);
    }

    private static void answer(Context context, boolean isDone) {
        if (!isDone) {
            throw Problem.of(404, "ALERT", "There is no such open card.");
        }
        Exchange.answer(context, Json.object().put("status", "OK"));
    }

    private static UUID alert(Context context) {
        return Exchange.id(context.pathParam("alert")).orElseThrow();
    }
}
