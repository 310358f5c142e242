package io.evertill.central.route.staff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.desk.Articles;
import io.evertill.central.desk.Batches;
import io.evertill.central.desk.RecallText;
import io.evertill.central.office.Refusal;
import io.evertill.central.route.Exchange;
import io.evertill.central.route.Problem;
import io.evertill.central.route.Route;
import io.evertill.central.route.StaffGate;
import io.evertill.db.Database;
import io.evertill.db.Lots;
import io.evertill.db.Tx;
import io.evertill.inventory.Recall;
import io.evertill.ledger.EntryId;
import io.evertill.lot.Lot;
import io.evertill.person.Person;
import io.evertill.person.Role;
import io.evertill.product.ProductId;
import io.evertill.wire.DeskForms;
import io.evertill.wire.Json;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// `/v1/products/{sku}/lots`: batches, as the commands `lot` and `recall` do it.
public final class LotRoutes {
    private static final int PAGE = 200;

    private final StaffGate gate;
    private final Database db;

    public LotRoutes(StaffGate gate, Database db) {
        this.gate = gate;
        this.db = db;
    }

    /// What is answered.
    public List<Route> all() {
        return List.of(
                new Route(HandlerType.GET, "/v1/products/{sku}/lots", this::list),
                new Route(HandlerType.POST, "/v1/products/{sku}/lots/{lot}/decisions", this::decide),
                new Route(HandlerType.GET, "/v1/products/{sku}/lots/{lot}/recall", this::recall),
                new Route(HandlerType.GET, "/v1/products/{sku}/lots/{lot}/movements", context ->
                        movements(context, LotRoutes::moved)),
                new Route(HandlerType.GET, "/v1/products/{sku}/lots/{lot}/exposure", context ->
                        movements(context, Recall::exposed)));
    }

    private void list(Context context) {
        gate.admitted(context, Role.CLERK);
        String sku = context.pathParam("sku");
        String after = Exchange.text(context.queryParam("after"));
        List<Lot> page = db.read(tx -> tx.lots().of(product(tx, sku), after, PAGE));
        ObjectNode answer = Json.object().put("isMore", page.size() == PAGE);
        ArrayNode rows = answer.putArray("lots");
        page.forEach(lot -> Batches.put(lot, rows.addObject()));
        Exchange.answer(context, answer);
    }

    private void decide(Context context) {
        Person person = gate.admittedEverywhere(context, Role.MANAGER);
        String sku = context.pathParam("sku");
        String number = context.pathParam("lot");
        DeskForms.Batch form = Exchange.form(context, DeskForms.Batch::read);
        Exchange.answer(context, db.write(tx -> {
            ProductId product = product(tx, sku);
            define(tx, product, number, form);
            Batches.decide(tx, product, number, new Lots.Decision(form.state(), tx.now(), person.name(), form.note().strip()));
            return Batches.put(tx.lots().find(product, number).orElseThrow(), Json.object());
        }));
    }

    private static void define(Tx tx, ProductId product, String number, DeskForms.Batch form) {
        try {
            Batches.define(tx, product, number, form.expires(), form.supplier());
        } catch (IllegalArgumentException e) {
            throw Problem.bad("LOT", "This is no batch: " + e.getMessage() + ".");
        }
    }

    private void recall(Context context) {
        gate.admittedEverywhere(context, Role.CLERK);
        String sku = context.pathParam("sku");
        String number = context.pathParam("lot");
        Exchange.answer(context, db.read(tx -> RecallText.json(Recall.of(tx, product(tx, sku), number))));
    }

    /// A page of movements that have to do with a batch.
    private interface Movements {
        List<Lots.Traced> page(Tx tx, Lots.Batch batch, Lots.After after, int limit);
    }

    private static List<Lots.Traced> moved(Tx tx, Lots.Batch batch, Lots.After after, int limit) {
        return tx.lots().movements(batch.product(), batch.lot(), after, limit);
    }

    private void movements(Context context, Movements movements) {
        gate.admittedEverywhere(context, Role.CLERK);
        String sku = context.pathParam("sku");
        String number = context.pathParam("lot");
        Lots.After after = after(context);
        Exchange.answer(context, db.read(tx -> {
            Lots.Batch batch = new Lots.Batch(product(tx, sku), number);
            List<Lots.Traced> page = movements.page(tx, batch, after, PAGE);
            Optional<Instant> recalledAt = Recall.recalledAt(tx, batch);
            ObjectNode answer = Json.object().put("isMore", page.size() == PAGE);
            ArrayNode rows = answer.putArray("movements");
            page.forEach(movement -> RecallText.put(movement, recalledAt, rows.addObject()));
            return answer;
        }));
    }

    private static Lots.After after(Context context) {
        Optional<UUID> entry = Exchange.id(context.queryParam("afterEntry"));
        String line = Exchange.text(context.queryParam("afterLine"));
        if (!line.matches("[0-9]{0,6}")) {
            throw Problem.bad("AFTER", "A line is a number, as in the last row of the page before.");
        }
        return entry.map(id -> new Lots.After(Exchange.text(context.queryParam("afterStore")), new EntryId(id),
                        line.isEmpty() ? 0 : Integer.parseInt(line)))
                .orElse(Lots.After.NOTHING);
    }

    private static ProductId product(Tx tx, String sku) {
        try {
            return Articles.find(tx, sku).id();
        } catch (Refusal _) {
            throw Problem.of(404, "PRODUCT", "There is no product of this SKU.");
        }
    }
}
