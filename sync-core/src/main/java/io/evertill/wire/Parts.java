package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.price.Price;
import io.evertill.sale.Basket;
import io.evertill.sale.Claim;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// The parts that bodies are made of: money, people, items and lines as JSON.
///
/// These shapes are frozen in `/1` of every schema; a change of one is a new schema version.
final class Parts {
    private static final String KEPT = "KEPT";
    private static final String GIVEN_UP = "GIVEN_UP";

    private Parts() {}

    static ObjectNode money(Money money) {
        return Json.object().put("cur", money.currency().getCurrencyCode()).put("minor", money.minor());
    }

    static Money money(Fields fields) {
        return Money.of(fields.number("minor"), fields.text("cur"));
    }

    static ObjectNode person(Person person) {
        return Json.object().put("id", person.id()).put("name", person.name());
    }

    static Person person(Fields fields) {
        return new Person(fields.text("id"), fields.text("name"));
    }

    static ObjectNode rate(TaxRate rate) {
        return Json.object()
                .put("code", rate.code())
                .put("name", rate.name())
                .put("ppm", rate.partsPerMillion())
                .put("kind", rate.kind().name());
    }

    static TaxRate rate(Fields fields) {
        return new TaxRate(
                fields.text("code"), fields.text("name"), fields.smallNumber("ppm"),
                fields.choice("kind", TaxRate.Kind.class));
    }

    static Unit unit(Fields fields) {
        return new Unit(fields.text("unit"), Decimals.parse(fields.text("step"), Quantity.SCALE));
    }

    static ArrayNode lines(List<Line> lines, Items items) {
        ArrayNode array = Json.object().arrayNode();
        lines.forEach(line -> array.add(line(line, items)));
        return array;
    }

    static List<Line> lines(Fields body, String name, Items.Lists lists) {
        return body.list(name, Basket.LINES_MAX, fields -> line(fields, lists));
    }

    private static ObjectNode line(Line line, Items items) {
        ObjectNode node = Json.object()
                .put("n", line.number())
                .put("item", items.place(line.item()))
                .put("qty", line.quantity().text());
        node.set("price", price(line.price()));
        node.set("total", money(line.total()));
        if (!line.discounts().isEmpty()) {
            node.set("discounts", Discounts.write(line.discounts()));
        }
        line.returned().ifPresent(returned -> node.set("returned", returned(returned)));
        line.lot().ifPresent(lot -> node.put("lot", lot));
        line.serial().ifPresent(serial -> node.put("serial", serial));
        line.claim().ifPresent(claim -> node.set("claim", claim(claim)));
        line.expires().ifPresent(day -> node.put("expires", day.toString()));
        line.out().ifPresent(why -> node.put("out", why));
        return node;
    }

    private static ObjectNode claim(Claim claim) {
        return Json.object()
                .put("reservation", claim.reservation().toString())
                .put("order", claim.order())
                .put("promised", claim.promised().text())
                .put("rest", claim.isRestGivenUp() ? GIVEN_UP : KEPT);
    }

    private static Claim claim(Fields fields, Unit unit) {
        boolean isGivenUp = switch (fields.text("rest")) {
            case KEPT -> false;
            case GIVEN_UP -> true;
            case String other -> throw new IllegalArgumentException(fields.path() + ".rest is unknown: " + other);
        };
        return new Claim(fields.uuid("reservation"), fields.text("order"), Quantity.parse(fields.text("promised"), unit), isGivenUp);
    }

    private static Line line(Fields fields, Items.Lists lists) {
        Item item = lists.item(fields);
        Money total = money(fields.object("total"));
        return new Line(
                fields.smallNumber("n"),
                item,
                Quantity.parse(fields.text("qty"), item.unit()),
                price(fields.object("price"), total.currency()),
                total,
                fields.has("discounts") ? fields.list("discounts", Line.DISCOUNTS_MAX, Discounts::read) : List.of(),
                fields.findObject("returned").map(Parts::returned),
                fields.findText("lot"),
                fields.findText("serial"),
                fields.findObject("claim").map(claim -> claim(claim, item.unit())),
                fields.has("expires") ? Optional.of(fields.date("expires")) : Optional.empty(),
                fields.findText("out"));
    }

    private static ObjectNode price(Price price) {
        ObjectNode node = Json.object().put("unit", price.unit().text());
        return switch (price.source()) {
            case Price.Source.Base() -> node.put("source", "BASE");
            case Price.Source.Rule(String id) -> node.put("source", "RULE").put("rule", id);
            case Price.Source.Embedded() -> node.put("source", "EMBEDDED");
            case Price.Source.Paid() -> node.put("source", "PAID");
            case Price.Source.Set(String reason) -> node.put("source", "SET").put("reason", reason);
        };
    }

    private static Price price(Fields fields, Currency currency) {
        Price.Source source = switch (fields.text("source")) {
            case "BASE" -> new Price.Source.Base();
            case "RULE" -> new Price.Source.Rule(fields.text("rule"));
            case "EMBEDDED" -> new Price.Source.Embedded();
            case "PAID" -> new Price.Source.Paid();
            case "SET" -> new Price.Source.Set(fields.text("reason"));
            case String other -> throw new IllegalArgumentException(fields.path() + ".source is unknown: " + other);
        };
        return new Price(UnitPrice.parse(fields.text("unit"), currency), source);
    }

    private static ObjectNode returned(ReturnOf returned) {
        ObjectNode node = Json.object().put("condition", returned.condition().name()).put("reason", returned.reason());
        returned.sold().ifPresent(sold -> node.put("sale", sold.sale().toString())
                .put("receipt", sold.receipt().text())
                .put("line", sold.line()));
        returned.noted().ifPresent(receipt -> node.put("receipt", receipt.text()));
        returned.tax().ifPresent(tax -> node.set("tax", money(tax)));
        return node;
    }

    private static ReturnOf returned(Fields fields) {
        Optional<ReturnOf.SoldLine> sold = fields.findUuid("sale")
                .map(sale -> new ReturnOf.SoldLine(
                        sale, new ReceiptNumber(fields.text("receipt")), fields.smallNumber("line")));
        return new ReturnOf(
                sold,
                fields.choice("condition", ReturnOf.Condition.class),
                fields.text("reason"),
                fields.findObject("tax").map(Parts::money),
                sold.isPresent() ? Optional.empty() : fields.findText("receipt").map(ReceiptNumber::new));
    }
}
