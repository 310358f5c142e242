package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.sale.Cut;
import io.evertill.sale.Discount;
import io.evertill.sale.Discount.Cause;
import java.util.List;

/// Discounts as JSON: each an amount and why.
final class Discounts {
    private static final String BY_HAND = "BY_HAND";
    private static final String OF_BASKET = "OF_BASKET";
    private static final String PROMOTION = "PROMOTION";
    private static final String TAX_EXEMPT = "TAX_EXEMPT";

    private Discounts() {}

    static ArrayNode write(List<Discount> discounts) {
        ArrayNode array = Json.object().arrayNode();
        for (Discount discount : discounts) {
            ObjectNode node = cause(discount.cause());
            node.set("amount", Parts.money(discount.amount()));
            array.add(node);
        }
        return array;
    }

    static Discount read(Fields fields) {
        Cause cause = switch (fields.text("cause")) {
            case BY_HAND -> new Cause.ByHand(cut(fields), fields.text("reason"));
            case OF_BASKET -> ofBasket(fields);
            case TAX_EXEMPT -> new Cause.TaxExempt();
            case PROMOTION -> new Cause.Promotion(fields.text("id"), fields.text("name"));
            case String other -> throw new IllegalArgumentException(fields.path() + ".cause is unknown: " + other);
        };
        return new Discount(Parts.money(fields.object("amount")), cause);
    }

    static ObjectNode cause(Cause cause) {
        ObjectNode node = Json.object();
        return switch (cause) {
            case Cause.ByHand(Cut cut, String reason) -> cut(node.put("cause", BY_HAND).put("reason", reason), cut);
            case Cause.OfBasket(Cut cut, String reason) -> cut(node.put("cause", OF_BASKET).put("reason", reason), cut);
            case Cause.Promotion(String id, String name) -> node.put("cause", PROMOTION).put("id", id).put("name", name);
            case Cause.TaxExempt() -> node.put("cause", TAX_EXEMPT);
        };
    }

    static Cause.OfBasket ofBasket(Fields fields) {
        return new Cause.OfBasket(cut(fields), fields.text("reason"));
    }

    static ObjectNode cut(ObjectNode node, Cut cut) {
        switch (cut) {
            case Cut.Percent(int hundredths) -> node.put("percent", hundredths);
            case Cut.Amount(var amount) -> node.set("off", Parts.money(amount));
        }
        return node;
    }

    static Cut cut(Fields fields) {
        return fields.has("percent")
                ? new Cut.Percent(fields.smallNumber("percent"))
                : new Cut.Amount(Parts.money(fields.object("off")));
    }
}
