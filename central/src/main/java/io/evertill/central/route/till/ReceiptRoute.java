package io.evertill.central.route.till;

import io.evertill.central.route.Gate;
import io.evertill.central.route.Problem;
import io.evertill.db.Database;
import io.evertill.db.Tills;
import io.evertill.inventory.ReturnWatch;
import io.evertill.sale.ReceiptNumber;
import io.evertill.wire.SoldReceipt;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/// `GET /v1/receipts/{receipt}`: what was sold on a receipt of any till, and what of it came back at other tills than the one that
/// asks.
public final class ReceiptRoute implements Handler {
    private final Gate gate;
    private final Database db;

    public ReceiptRoute(Gate gate, Database db) {
        this.gate = gate;
        this.db = db;
    }

    @Override
    public void handle(Context context) {
        Tills.Till till = gate.admitted(context);
        String receipt = context.pathParam("receipt");
        if (!ReceiptNumber.looksLike(receipt)) {
            throw Problem.bad("NUMBER", "The address names no receipt: a receipt is store-till-xxxx-number.");
        }
        SoldReceipt sold = db.read(tx -> ReturnWatch.find(tx, new ReceiptNumber(receipt), till.branch(), till.terminal()))
                .orElseThrow(() -> Problem.of(404, "RECEIPT", "No sale with this receipt is known here, or not yet."));
        context.contentType("application/json").header("Cache-Control", "no-store").result(sold.write().content());
    }
}
