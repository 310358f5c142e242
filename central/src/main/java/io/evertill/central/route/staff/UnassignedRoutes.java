package io.evertill.central.route.staff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.desk.Articles;
import io.evertill.central.desk.BatchTasks;
import io.evertill.central.route.Exchange;
import io.evertill.central.route.Problem;
import io.evertill.central.route.Route;
import io.evertill.central.route.StaffGate;
import io.evertill.db.BatchStock;
import io.evertill.db.Database;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.inventory.LotResolution;
import io.evertill.person.Person;
import io.evertill.person.Role;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Decimals;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.wire.DeskForms;
import io.evertill.wire.Json;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `/v1/stores/{store}/unassigned` and `…/suggestion`: goods whose batch nobody said, and batches to take, as the command `lot`
/// does it.
public final class UnassignedRoutes {
    private static final int PAGE = 200;

    private final StaffGate gate;
    private final Database db;

    public UnassignedRoutes(StaffGate gate, Database db) {
        this.gate = gate;
        this.db = db;
    }

    /// What is answered.
    public List<Route> all() {
        return List.of(
                new Route(HandlerType.GET, "/v1/stores/{store}/unassigned", this::list),
                new Route(HandlerType.POST, "/v1/stores/{store}/unassigned/resolutions", this::resolve),
                new Route(HandlerType.GET, "/v1/stores/{store}/suggestion", this::suggest));
    }

    private void list(Context context) {
        String store = store(context);
        gate.admitted(context, Role.CLERK, Set.of(store));
        Optional<Move.Key> after = after(store, Exchange.text(context.queryParam("afterSku")),
                Exchange.text(context.queryParam("afterPlace")));
        Exchange.answer(context, db.read(tx -> {
            List<BatchStock.Unassigned> page = BatchTasks.page(tx, Optional.of(store), after, PAGE);
            ObjectNode answer = Json.object().put("isMore", page.size() == PAGE);
            ArrayNode rows = answer.putArray("goods");
            page.forEach(task -> BatchTasks.put(tx, task, rows.addObject()));
            return answer;
        }));
    }

    private static Optional<Move.Key> after(String store, String sku, String place) {
        try {
            return sku.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Move.Key(ProductId.of(Sku.of(sku)), Place.parse(store, place), ""));
        } catch (IllegalArgumentException e) {
            throw Problem.bad("AFTER", "This names no goods: " + e.getMessage() + ".");
        }
    }

    private void resolve(Context context) {
        String store = store(context);
        Person person = gate.admitted(context, Role.CLERK, Set.of(store));
        DeskForms.Named form = Exchange.form(context, DeskForms.Named::read);
        Exchange.answer(context, db.write(tx -> switch (resolve(tx, store, person, form)) {
            case LotResolution.Outcome.Resolved(long left) ->
                    Json.object().put("status", "OK").put("left", Decimals.text(left, Quantity.SCALE));
            case LotResolution.Outcome.Refused(String code, String sentence) -> throw Problem.of(409, code, sentence);
        }));
    }

    private static LotResolution.Outcome resolve(Tx tx, String store, Person person, DeskForms.Named form) {
        Product product = Articles.find(tx, form.sku());
        try {
            return LotResolution.resolve(tx, LotResolution.request(store, person, form.request()), new LotResolution.Asking(product,
                    Place.parse(store, form.place()), form.lot(), Quantity.parse(form.quantity(), product.unit()), person,
                    form.reason().strip(), form.at()));
        } catch (IllegalArgumentException e) {
            throw Problem.bad("GOODS", "This cannot be recorded: " + e.getMessage() + ".");
        }
    }

    private void suggest(Context context) {
        String store = store(context);
        gate.admitted(context, Role.CLERK, Set.of(store));
        String sku = Exchange.text(context.queryParam("sku"));
        String amount = Exchange.text(context.queryParam("quantity"));
        String shelfDays = Exchange.text(context.queryParam("shelfDays"));
        Exchange.answer(context, db.read(tx -> {
            Product product = Articles.find(tx, sku);
            try {
                return BatchTasks.put(BatchTasks.suggest(tx, product, Place.shelf(store),
                        Quantity.parse(amount, product.unit()), shelfDays.isEmpty() ? 0 : Integer.parseInt(shelfDays)), Json.object());
            } catch (IllegalArgumentException e) {
                throw Problem.bad("GOODS", "Nothing can be suggested: " + e.getMessage() + ".");
            }
        }));
    }

    private static String store(Context context) {
        try {
            return Place.shelf(context.pathParam("store")).branch();
        } catch (IllegalArgumentException e) {
            throw Problem.bad("STORE", "This names no store: " + e.getMessage() + ".");
        }
    }
}
