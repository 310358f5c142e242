package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.ledger.Entry;
import io.evertill.product.ProductId;
import io.evertill.sale.Consent;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;

/// `approval/1`: the body about what a supervisor agreed to.
final class ApprovalBody {
    private static final String BEYOND_STOCK = "BEYOND_STOCK";
    private static final String OLD_PRICES = "OLD_PRICES";

    private ApprovalBody() {}

    static ObjectNode write(Entry.Approved approved) {
        ObjectNode body = Json.object()
                .put("branch", approved.branch())
                .put("at", Fields.micros(approved.at()))
                .put("shift", approved.shift().toString());
        body.set("by", Parts.person(approved.by()));
        body.set("cashier", Parts.person(approved.cashier()));
        switch (approved.consent()) {
            case Consent.BeyondStock(ProductId product, Quantity wanted, Quantity known, var asOf) -> body
                    .put("to", BEYOND_STOCK)
                    .put("product", product.toString())
                    .put("unit", wanted.unit().code())
                    .put("step", Decimals.text(wanted.unit().step(), Quantity.SCALE))
                    .put("wanted", wanted.text())
                    .put("known", known.text())
                    .put("asOf", Fields.micros(asOf));
            case Consent.OldPrices(var asOf) -> body.put("to", OLD_PRICES).put("asOf", Fields.micros(asOf));
        }
        return body;
    }

    static Entry.Approved approved(Fields body) {
        return new Entry.Approved(
                body.text("branch"),
                body.instant("at"),
                Parts.person(body.object("by")),
                body.uuid("shift"),
                Parts.person(body.object("cashier")),
                consent(body));
    }

    private static Consent consent(Fields body) {
        return switch (body.text("to")) {
            case BEYOND_STOCK -> {
                Unit unit = Parts.unit(body);
                yield new Consent.BeyondStock(ProductId.parse(body.text("product")), Quantity.parse(body.text("wanted"), unit),
                        Quantity.parse(body.text("known"), unit), body.instant("asOf"));
            }
            case OLD_PRICES -> new Consent.OldPrices(body.instant("asOf"));
            case String other -> throw new IllegalArgumentException("nobody agrees to '" + other + "'");
        };
    }
}
