package io.evertill.central.route.staff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.desk.ConsolidationText;
import io.evertill.central.route.Exchange;
import io.evertill.central.route.Route;
import io.evertill.central.route.StaffGate;
import io.evertill.db.Database;
import io.evertill.db.StockHistory.AsOf;
import io.evertill.inventory.Consolidation;
import io.evertill.person.Role;
import io.evertill.wire.Json;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;

/// `/v1/reports`: reports, as the command `report` gives them.
public final class ReportRoutes {
    private static final int PAGE = 500;

    private final StaffGate gate;
    private final Database db;

    public ReportRoutes(StaffGate gate, Database db) {
        this.gate = gate;
        this.db = db;
    }

    /// What is answered.
    public List<Route> all() {
        return List.of(new Route(HandlerType.GET, "/v1/reports/consolidated", this::consolidated));
    }

    private void consolidated(Context context) {
        gate.admittedEverywhere(context, Role.MANAGER);
        AsOf asOf = new AsOf(Exchange.instant(context.queryParam("asOf")), Exchange.instant(context.queryParam("known")));
        String after = Exchange.text(context.queryParam("afterSku"));
        List<Consolidation.Row> page = db.read(tx -> Consolidation.page(tx, asOf, after, PAGE));
        ObjectNode answer = Json.object().put("isMore", page.size() == PAGE);
        ArrayNode rows = answer.putArray("products");
        page.forEach(row -> ConsolidationText.put(row, rows.addObject()));
        Exchange.answer(context, answer);
    }
}
