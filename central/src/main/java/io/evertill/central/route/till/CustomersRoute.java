package io.evertill.central.route.till;

import io.evertill.central.route.Gate;
import io.evertill.central.route.Intake;
import io.evertill.central.route.Problem;
import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.db.Database;
import io.evertill.feed.Clientele;
import io.evertill.wire.CustomerRows;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;

/// `POST /v1/customers`: a till tells of customers whom it met, beside its entries, so that they can be forgotten.
public final class CustomersRoute implements Handler {
    private static final int BYTES_MAX = 256 * 1024;

    private final Gate gate;
    private final Database db;
    private final Clientele clientele;
    private final Runnable taken;

    /// @param taken runs after somebody was taken in
    public CustomersRoute(Gate gate, Database db, Clientele clientele, Runnable taken) {
        this.gate = gate;
        this.db = db;
        this.clientele = clientele;
        this.taken = taken;
    }

    @Override
    public void handle(Context context) {
        gate.admitted(context);
        List<Customer> met = read(Intake.read(context, BYTES_MAX));
        List<CustomerId> gone = db.write(tx -> clientele.meet(tx, met));
        taken.run();
        context.contentType("application/json").result(CustomerRows.answer(gone).content());
    }

    private static List<Customer> read(byte[] bytes) {
        try {
            return CustomerRows.message(bytes);
        } catch (IllegalArgumentException e) {
            throw Problem.bad("UNREADABLE", "The request cannot be read: " + e.getMessage());
        }
    }
}
