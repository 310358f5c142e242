package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.alert.Facts;
import io.evertill.alert.RedCard;
import io.evertill.ledger.Bytes;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;

/// The rows of the feed about red cards, as JSON objects.
///
/// A reader is lenient where the centre may be newer: facts that it cannot understand are none, and then the sentence says them.
public final class AlertRows {
    private AlertRows() {}

    /// A card.
    public static ObjectNode card(RedCard card) {
        ObjectNode row = Json.object()
                .put("card", card.id().toString())
                .put("kind", card.kind())
                .put("openedAt", Fields.micros(card.openedAt()))
                .put("sentence", card.sentence())
                .put("advice", card.advice());
        if (!(card.facts() instanceof Facts.None)) {
            row.set("facts", facts(card.facts()));
        }
        card.seen().ifPresent(seen -> row.putObject("seen").put("at", Fields.micros(seen.at())).put("by", seen.by()));
        return row;
    }

    /// Reads [#card] back.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or wrong, facts excepted
    public static RedCard card(Bytes content) {
        Fields row = Fields.of(Json.parse(content.content()));
        return new RedCard(row.uuid("card"), row.text("kind"), row.instant("openedAt"),
                row.has("facts") ? known(row) : new Facts.None(), row.text("sentence"), row.text("advice"),
                row.findObject("seen").map(seen -> new RedCard.Seen(seen.instant("at"), seen.text("by"))));
    }

    private static Facts known(Fields row) {
        try {
            return facts(row.object("facts"));
        } catch (IllegalArgumentException _) {
            return new Facts.None();
        }
    }

    /// Facts as the centre keeps them; empty for none.
    public static String text(Facts facts) {
        return facts instanceof Facts.None ? "" : Json.canonical(facts(facts)).text();
    }

    /// Reads [#text] back; what cannot be understood is none.
    public static Facts facts(String text) {
        try {
            return text.isEmpty() ? new Facts.None() : facts(Fields.of(Json.parse(Bytes.of(text).content())));
        } catch (IllegalArgumentException _) {
            return new Facts.None();
        }
    }

    private static ObjectNode facts(Facts facts) {
        return switch (facts) {
            case Facts.None _ -> Json.object();
            case Facts.LowStock low -> goods("LOW_STOCK", low.goods())
                    .put("available", text(low.available()))
                    .put("onHand", text(low.onHand()))
                    .put("inbound", text(low.inbound()))
                    .put("minimum", text(low.minimum()))
                    .put("transfer", low.transfer());
            case Facts.Oversold sold -> goods("OVERSOLD", sold.goods())
                    .put("place", sold.place())
                    .put("lot", sold.lot())
                    .put("qty", text(sold.balance()))
                    .put("since", Fields.micros(sold.since()));
            case Facts.Unassigned moved -> goods("UNASSIGNED", moved.goods())
                    .put("place", moved.place())
                    .put("qty", text(moved.quantity()))
                    .put("movedAt", Fields.micros(moved.movedAt()));
            case Facts.Uncounted uncounted -> form("UNCOUNTED")
                    .put("goods", uncounted.goods())
                    .put("days", uncounted.days())
                    .put("oldest", Fields.micros(uncounted.oldest()));
            case Facts.Parked parked -> form("PARKED")
                    .put("till", parked.till())
                    .put("terminal", parked.terminal())
                    .put("entries", parked.entries());
            case Facts.Silent silent -> form("SILENT")
                    .put("till", silent.till())
                    .put("terminal", silent.terminal())
                    .put("heardAt", Fields.micros(silent.heardAt()));
            case Facts.Underway underway -> {
                ObjectNode node = form("UNDERWAY")
                        .put("transfer", underway.transfer())
                        .put("source", underway.source())
                        .put("since", Fields.micros(underway.since()));
                underway.expectedAt().ifPresent(at -> node.put("expectedAt", Fields.micros(at)));
                yield node;
            }
        };
    }

    private static Facts facts(Fields row) {
        return switch (row.text("form")) {
            case "LOW_STOCK" -> new Facts.LowStock(goods(row), number(row, "available"), number(row, "onHand"), number(row, "inbound"),
                    number(row, "minimum"), row.text("transfer"));
            case "OVERSOLD" -> new Facts.Oversold(
                    goods(row), row.text("place"), row.text("lot"), number(row, "qty"), row.instant("since"));
            case "UNASSIGNED" -> new Facts.Unassigned(goods(row), row.text("place"), number(row, "qty"), row.instant("movedAt"));
            case "UNCOUNTED" -> new Facts.Uncounted(row.number("goods"), row.number("days"), row.instant("oldest"));
            case "PARKED" -> new Facts.Parked(row.text("till"), row.text("terminal"), row.number("entries"));
            case "SILENT" -> new Facts.Silent(row.text("till"), row.text("terminal"), row.instant("heardAt"));
            case "UNDERWAY" -> new Facts.Underway(
                    row.text("transfer"), row.text("source"), row.instant("since"), row.findInstant("expectedAt"));
            default -> new Facts.None();
        };
    }

    private static ObjectNode form(String form) {
        return Json.object().put("form", form);
    }

    private static ObjectNode goods(String form, Facts.Goods goods) {
        return form(form)
                .put("sku", goods.sku())
                .put("name", goods.name())
                .put("unit", goods.unit().code())
                .put("step", text(goods.unit().step()));
    }

    private static Facts.Goods goods(Fields row) {
        return new Facts.Goods(row.text("sku"), row.text("name"), Parts.unit(row));
    }

    private static long number(Fields row, String name) {
        return Decimals.parse(row.text(name), Quantity.SCALE);
    }

    private static String text(long tenThousandths) {
        return Decimals.text(tenThousandths, Quantity.SCALE);
    }
}
