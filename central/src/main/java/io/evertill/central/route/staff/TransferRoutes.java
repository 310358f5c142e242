package io.evertill.central.route.staff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.desk.TransferFact;
import io.evertill.central.desk.TransferGoods;
import io.evertill.central.desk.TransferNames;
import io.evertill.central.desk.TransferText;
import io.evertill.central.route.Exchange;
import io.evertill.central.route.Problem;
import io.evertill.central.route.Route;
import io.evertill.central.route.StaffGate;
import io.evertill.db.Database;
import io.evertill.db.Tx;
import io.evertill.inventory.Dossier;
import io.evertill.inventory.Transfers;
import io.evertill.person.Person;
import io.evertill.person.Role;
import io.evertill.transfer.Step;
import io.evertill.transfer.TransferId;
import io.evertill.wire.Json;
import io.evertill.wire.TransferForms;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `/v1/transfers`: goods on their way between two stores, as the command `transfer` works them.
public final class TransferRoutes {
    private static final int PAGE = 100;
    private static final Set<Step> STEPS = Set.of(Step.APPROVE, Step.REJECT, Step.PICK, Step.CANCEL, Step.CLOSE);

    private final StaffGate gate;
    private final Database db;

    public TransferRoutes(StaffGate gate, Database db) {
        this.gate = gate;
        this.db = db;
    }

    /// What is answered.
    public List<Route> all() {
        return List.of(
                new Route(HandlerType.GET, "/v1/transfers", this::list),
                new Route(HandlerType.POST, "/v1/transfers", this::request),
                new Route(HandlerType.GET, "/v1/transfers/{transfer}", this::show),
                new Route(HandlerType.POST, "/v1/transfers/{transfer}/steps", this::step),
                new Route(HandlerType.POST, "/v1/transfers/{transfer}/facts", this::fact));
    }

    private void list(Context context) {
        gate.admitted(context, Role.CLERK);
        String after = Exchange.text(context.queryParam("after"));
        boolean isAll = Exchange.text(context.queryParam("ended")).equals("true");
        Exchange.answer(context, db.read(tx -> {
            List<Dossier> page = isAll ? Transfers.after(tx, after, PAGE) : Transfers.openAfter(tx, after, PAGE);
            ObjectNode answer = Json.object().put("isMore", page.size() == PAGE);
            ArrayNode rows = answer.putArray("transfers");
            page.forEach(dossier -> rows.add(new TransferText(tx, dossier).json()));
            return answer;
        }));
    }

    private void show(Context context) {
        gate.admitted(context, Role.CLERK);
        TransferId id = TransferNames.id(context.pathParam("transfer"));
        Exchange.answer(context, db.read(tx -> json(tx, id)));
    }

    private void request(Context context) {
        gate.admitted(context, Role.CLERK);
        TransferForms.Requested form = Exchange.form(context, TransferForms.Requested::read);
        io.evertill.transfer.Route route = TransferNames.route(form.source(), form.target());
        Person person = gate.admitted(context, Role.CLERK, Set.of(route.source(), route.target()));
        TransferId id = TransferNames.id(form.id());
        Transfers.Asking asking = new Transfers.Asking(person.name(), form.note().strip(), form.expectedAt());
        context.status(201);
        Exchange.answer(context, db.write(tx -> json(tx, id, Transfers.request(tx, id, route,
                TransferGoods.quantities(tx, TransferGoods.of(form.goods())), asking))));
    }

    private void step(Context context) {
        Role least = Role.CLERK;
        gate.admitted(context, least);
        TransferForms.Stepped form = Exchange.form(context, TransferForms.Stepped::read);
        if (isDecision(form.step())) {
            least = Role.MANAGER;
            gate.admitted(context, least);
        }
        if (!STEPS.contains(form.step()) || (form.step() != Step.APPROVE && !form.goods().isEmpty())) {
            throw Problem.bad("STEP", "A step is APPROVE, REJECT, PICK, CANCEL or CLOSE, and only an approval names goods.");
        }
        TransferId id = TransferNames.id(context.pathParam("transfer"));
        Person person = gate.admitted(context, least, stores(id, form.step()));
        Transfers.Asking asking = Transfers.Asking.of(person.name(), form.note().strip());
        Exchange.answer(context, db.write(tx -> json(tx, id, form.step() == Step.APPROVE
                ? Transfers.approve(tx, id, TransferGoods.quantities(tx, TransferGoods.of(form.goods())), asking)
                : Transfers.take(tx, id, form.step(), asking))));
    }

    /// The stores that may take a step: the source says what it sends, and both may give up or end.
    private Set<String> stores(TransferId id, Step step) {
        io.evertill.transfer.Route route = route(id).orElseThrow(() -> unknown(id));
        return switch (step) {
            case APPROVE, REJECT, PICK -> Set.of(route.source());
            case REQUEST, CANCEL, RECALL, CLOSE -> Set.of(route.source(), route.target());
        };
    }

    private Optional<io.evertill.transfer.Route> route(TransferId id) {
        return db.read(tx -> Transfers.find(tx, id)).flatMap(dossier -> dossier.transfer().route());
    }

    private static boolean isDecision(Step step) {
        return switch (step) {
            case APPROVE, REJECT, CANCEL, RECALL -> true;
            case REQUEST, PICK, CLOSE -> false;
        };
    }

    private void fact(Context context) {
        gate.admitted(context, Role.CLERK);
        TransferForms.Handled form = Exchange.form(context, TransferForms.Handled::read);
        Role least = form.action().needsApproval() ? Role.MANAGER : Role.CLERK;
        gate.admitted(context, least);
        TransferId id = TransferNames.id(context.pathParam("transfer"));
        Optional<io.evertill.transfer.Route> given =
                form.source().flatMap(source -> form.target().map(target -> TransferNames.route(source, target)));
        Set<String> handling = form.store().or(() -> given.or(() -> route(id)).map(form.action()::usualBranch)).stream()
                .collect(Collectors.toSet());
        Person person = gate.admitted(context, least, handling);
        TransferFact fact = new TransferFact(id, form.action(), form.document(), person,
                form.action().needsApproval() ? person.name() : "", form.reason().strip(), form.store(),
                given, TransferGoods.of(form.goods()));
        Exchange.answer(context, db.write(tx -> json(tx, id, fact.record(tx))));
    }

    private static ObjectNode json(Tx tx, TransferId id, Transfers.Answer answer) {
        return switch (answer) {
            case Transfers.Answer.Done(Dossier dossier) -> new TransferText(tx, dossier).json();
            case Transfers.Answer.Known() -> json(tx, id);
            case Transfers.Answer.Refused(var refusal) -> throw refusal.code().equals("UNKNOWN_TRANSFER")
                    ? unknown(id)
                    : Problem.of(409, refusal.code(), refusal.sentence());
        };
    }

    private static ObjectNode json(Tx tx, TransferId id) {
        Optional<Dossier> found = Transfers.find(tx, id);
        return new TransferText(tx, found.orElseThrow(() -> unknown(id))).json();
    }

    private static Problem unknown(TransferId id) {
        return Problem.of(404, "UNKNOWN_TRANSFER", "Nothing is known of transfer " + id + ".");
    }
}
