package io.evertill.central.route.staff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.desk.CountRow;
import io.evertill.central.desk.CountText;
import io.evertill.central.office.Office;
import io.evertill.central.route.Exchange;
import io.evertill.central.route.Problem;
import io.evertill.central.route.Route;
import io.evertill.central.route.StaffGate;
import io.evertill.count.LineState;
import io.evertill.db.CountLines;
import io.evertill.db.Database;
import io.evertill.db.Tx;
import io.evertill.inventory.Assortment;
import io.evertill.inventory.CountPlanning;
import io.evertill.inventory.CountPosting;
import io.evertill.inventory.Counts;
import io.evertill.person.Person;
import io.evertill.person.Role;
import io.evertill.stock.Place;
import io.evertill.wire.DeskForms;
import io.evertill.wire.Json;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// `/v1/stores/{store}/counts`: counting, step by step, as the command `count` does it.
public final class CountRoutes {
    private static final int PAGE = 200;

    private final StaffGate gate;
    private final Database db;
    private final Supplier<UUID> ids;

    public CountRoutes(StaffGate gate, Office office, Supplier<UUID> ids) {
        this.gate = gate;
        this.db = office.db();
        this.ids = ids;
    }

    /// What is answered.
    public List<Route> all() {
        return List.of(
                new Route(HandlerType.GET, "/v1/stores/{store}/counts", this::list),
                new Route(HandlerType.GET, "/v1/stores/{store}/counts/{line}", this::show),
                new Route(HandlerType.POST, "/v1/stores/{store}/counts/plan", this::plan),
                new Route(HandlerType.POST, "/v1/stores/{store}/counts/sheet", this::sheet),
                new Route(HandlerType.POST, "/v1/stores/{store}/counts/submissions", this::submit),
                new Route(HandlerType.POST, "/v1/stores/{store}/counts/postings", this::post),
                new Route(HandlerType.POST, "/v1/stores/{store}/counts/{line}/decisions", this::decide));
    }

    private void list(Context context) {
        String store = store(context);
        gate.admitted(context, Role.CLERK, Set.of(store));
        UUID after = Exchange.id(context.queryParam("after")).orElse(new UUID(0, 0));
        Exchange.answer(context, db.read(tx -> {
            List<CountLines.Line> page = tx.countLines().openAfter(store, after, PAGE);
            return json(tx, page).put("isMore", page.size() == PAGE);
        }));
    }

    private void show(Context context) {
        String store = store(context);
        gate.admitted(context, Role.MANAGER, Set.of(store));
        UUID id = line(context);
        Exchange.answer(context, db.read(tx -> CountText.json(tx, store, tx.countLines().find(store, id).orElseThrow(() ->
                Problem.of(404, "LINE", "There is no line " + id + " in store " + store + ".")))));
    }

    private void plan(Context context) {
        String store = store(context);
        gate.admitted(context, Role.CLERK, Set.of(store));
        Optional<Integer> size = Exchange.form(context, DeskForms::size);
        CountPlanning.Plan plan = db.write(tx -> CountPlanning.plan(tx, store, size, ids));
        ObjectNode answer = Json.object().put("listed", plan.listed()).put("size", plan.size()).put("needed", plan.needed());
        plan.breachDay().ifPresent(day -> answer.put("breachDay", day));
        Exchange.answer(context, answer);
    }

    private void sheet(Context context) {
        String store = store(context);
        Person person = gate.admitted(context, Role.CLERK, Set.of(store));
        Optional<UUID> after = Exchange.id(context.queryParam("after"));
        Exchange.answer(context, db.write(tx -> {
            if (after.isEmpty()) {
                Counts.assign(tx, store, person);
            }
            List<CountLines.Line> page = Counts.sheet(tx, store, person, after.orElse(new UUID(0, 0)), PAGE);
            return json(tx, page).put("isMore", page.size() == PAGE);
        }));
    }

    private static ObjectNode json(Tx tx, List<CountLines.Line> lines) {
        Assortment assortment = new Assortment(tx);
        ObjectNode answer = Json.object();
        ArrayNode rows = answer.putArray("lines");
        lines.forEach(line -> CountText.put(tx, assortment, line, rows.addObject()));
        return answer;
    }

    private void submit(Context context) {
        String store = store(context);
        Person person = gate.admitted(context, Role.CLERK, Set.of(store));
        DeskForms.Counted form = Exchange.form(context, DeskForms.Counted::read);
        answer(context, db.write(tx -> Counts.submit(
                tx, store, Counts.submission(store, person, form.submission()), person, rows(tx, store, form.rows()))));
    }

    private static List<Counts.Row> rows(Tx tx, String store, List<DeskForms.Row> forms) {
        Assortment assortment = new Assortment(tx);
        List<Counts.Row> rows = new ArrayList<>();
        for (DeskForms.Row form : forms) {
            try {
                rows.add(CountRow.of(assortment, store, form));
            } catch (IllegalArgumentException e) {
                throw Problem.bad("ROW", "Row " + (rows.size() + 1) + " is no count: " + e.getMessage() + ". Nothing was recorded.");
            }
        }
        return rows;
    }

    /// Judges lines as a command does: what is settled stays so.
    private void post(Context context) {
        String store = store(context);
        Person person = gate.admitted(context, Role.MANAGER, Set.of(store));
        Set<String> waived = Set.copyOf(Exchange.form(context, DeskForms::waived));
        ObjectNode answer = Json.object();
        ArrayNode rows = answer.putArray("lines");
        CountPosting.settleAll(db, store, person, waived, (line, outcome) -> CountText.put(line, outcome, rows.addObject()));
        Exchange.answer(context, answer);
    }

    private void decide(Context context) {
        String store = store(context);
        Person person = gate.admitted(context, Role.MANAGER, Set.of(store));
        UUID line = line(context);
        DeskForms.Decided form = Exchange.form(context, DeskForms.Decided::read);
        Counts.Asking asking = new Counts.Asking(person, form.note().strip());
        answer(context, db.write(tx -> switch (form.state()) {
            case APPROVED -> Counts.approve(tx, store, line, new CountLines.Approval(person, form.cause().strip(), asking.note()));
            case REJECTED -> Counts.reject(tx, store, line, asking);
            case RECOUNT -> Counts.recount(tx, store, line, asking);
            case CANCELLED -> Counts.cancel(tx, store, line, asking);
            case PLANNED, ASSIGNED, COUNTING, COUNTED, REVIEW, POSTED -> throw Problem.bad("DECISION",
                    "A line is " + LineState.APPROVED + ", " + LineState.REJECTED + ", " + LineState.RECOUNT + " or "
                            + LineState.CANCELLED + " by a decision, not " + form.state() + ".");
        }));
    }

    private static void answer(Context context, Counts.Outcome outcome) {
        switch (outcome) {
            case Counts.Outcome.Done _ -> Exchange.answer(context, Json.object().put("status", "OK"));
            case Counts.Outcome.Refused(List<String> sentences) ->
                    throw Problem.of(409, "COUNT_REFUSED", String.join(" ", sentences));
        }
    }

    private static String store(Context context) {
        try {
            return Place.shelf(context.pathParam("store")).branch();
        } catch (IllegalArgumentException e) {
            throw Problem.bad("STORE", "This names no store: " + e.getMessage() + ".");
        }
    }

    private static UUID line(Context context) {
        return Exchange.id(context.pathParam("line")).orElseThrow();
    }
}
