package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.customer.CustomerId;
import io.evertill.entry.TillEntry;
import io.evertill.money.Money;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.tax.TaxAmount;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.util.List;

/// `sale`, `void` and `payment_attempt`: the bodies that hold lines of a basket; `sale/9` and `void/7` when it says of a line why it was
/// taken out; `sale/8` when it is known how long goods might be sold, `/7` when goods came back of which only the
/// number of their receipt was noted, `/6` when the book knows the customer or something was exempt from tax, `/5` when one of the
/// lines collects a reservation, `/4` when the customer's age was asked for, `/3` when cash was rounded, `/2` when one of the lines
/// has a discount, `/1` otherwise, and so with `void/5` and `payment_attempt/6`; `void/6` when lines were taken out before.
final class SaleBody {
    private SaleBody() {}

    /// Whether any of some lines has a discount, which `/1` cannot say.
    private static boolean isDiscounted(List<Line> lines) {
        return lines.stream().anyMatch(line -> !line.discounts().isEmpty());
    }

    /// Whether any of some lines came back with no more than the number of its receipt, which no other version can say.
    private static boolean isNoted(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.returned().flatMap(ReturnOf::noted).isPresent());
    }

    /// Whether any of some lines was exempt from its tax, which no version says that is older than this word.
    private static boolean isExempt(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.item().tax().isExempt());
    }

    /// Whether any of some lines collects a reservation, which `/4` cannot say.
    private static boolean isCollecting(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.claim().isPresent());
    }

    /// Whether it says of any of some lines why it was taken out, which no older version says.
    private static boolean isExplained(List<Line> voided) {
        return voided.stream().anyMatch(line -> line.out().isPresent());
    }

    /// Whether of any of some lines it is known how long its goods might be sold, which no version says that is older than this word.
    private static boolean isDated(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.expires().isPresent());
    }

    static String schema(Sale sale) {
        if (isExplained(sale.voided())) {
            return "sale/9";
        }
        if (isDated(sale.lines()) || isDated(sale.voided())) {
            return "sale/8";
        }
        if (isNoted(sale.lines()) || isNoted(sale.voided())) {
            return "sale/7";
        }
        if (sale.buyer().isPresent() || isExempt(sale.lines()) || isExempt(sale.voided())) {
            return "sale/6";
        }
        if (isCollecting(sale.lines()) || isCollecting(sale.voided())) {
            return "sale/5";
        }
        if (sale.age().isPresent()) {
            return "sale/4";
        }
        if (!sale.rounding().isZero()) {
            return "sale/3";
        }
        return isDiscounted(sale.lines()) || isDiscounted(sale.voided()) ? "sale/2" : "sale/1";
    }

    static ObjectNode write(TillEntry.Sold sold) {
        Sale sale = sold.sale();
        ObjectNode body = Json.object()
                .put("receipt", sale.receipt().text())
                .put("branch", sale.branch())
                .put("shift", sale.shift().toString())
                .put("businessDate", sale.businessDate().toString())
                .put("at", Fields.micros(sale.at()));
        sale.customer().ifPresent(customer -> body.put("customer", customer));
        sale.buyer().ifPresent(buyer -> body.set("buyer", buyer(buyer)));
        sale.age().ifPresent(check -> body.set("age", age(check)));
        body.set("cashier", Parts.person(sale.cashier()));
        Items items = Items.of(sale.lines(), sale.voided());
        items.write(body);
        body.set("lines", Parts.lines(sale.lines(), items));
        body.set("voided", Parts.lines(sale.voided(), items));
        ArrayNode taxes = body.putArray("taxes");
        sale.taxes().forEach(tax -> taxes.add(tax(tax, items)));
        body.set("total", Parts.money(sale.total()));
        ArrayNode tenders = body.putArray("tenders");
        sale.tenders().forEach(tender -> tenders.add(tender(tender)));
        body.set("change", Parts.money(sale.change()));
        if (!sale.rounding().isZero()) {
            body.set("rounding", Parts.money(sale.rounding()));
        }
        return body;
    }

    static ObjectNode buyer(Sale.Buyer buyer) {
        ObjectNode node = Json.object().put("id", buyer.id().toString());
        buyer.exemption().ifPresent(exemption -> CustomerRows.put(node, exemption));
        return node;
    }

    static Sale.Buyer buyer(Fields fields) {
        return new Sale.Buyer(new CustomerId(fields.uuid("id")), CustomerRows.exemption(fields));
    }

    static ObjectNode age(Sale.AgeCheck check) {
        return Json.object().put("years", check.years()).put("how", check.manner().name());
    }

    static Sale.AgeCheck age(Fields fields) {
        return new Sale.AgeCheck(fields.smallNumber("years"), fields.choice("how", Sale.AgeCheck.Manner.class));
    }

    static TillEntry.Sold sold(Fields body) {
        Items.Lists lists = Items.Lists.of(body, Basket.LINES_MAX);
        Money total = Parts.money(body.object("total"));
        return new TillEntry.Sold(new Sale(
                new ReceiptNumber(body.text("receipt")),
                body.text("branch"),
                body.uuid("shift"),
                body.date("businessDate"),
                body.instant("at"),
                Parts.person(body.object("cashier")),
                body.findText("customer"),
                body.findObject("buyer").map(SaleBody::buyer),
                body.findObject("age").map(SaleBody::age),
                Parts.lines(body, "lines", lists),
                Parts.lines(body, "voided", lists),
                body.list("taxes", Basket.LINES_MAX, fields -> tax(fields, lists)),
                total,
                body.list("tenders", Settlement.TENDERS_MAX, SaleBody::tender),
                Parts.money(body.object("change")),
                body.findObject("rounding").map(Parts::money).orElseGet(() -> Money.zero(total.currency()))));
    }

    static String schema(TillEntry.Voided voided) {
        if (isExplained(voided.voided())) {
            return "void/7";
        }
        if (!voided.voided().isEmpty()) {
            return "void/6";
        }
        if (isNoted(voided.lines())) {
            return "void/5";
        }
        if (isExempt(voided.lines())) {
            return "void/4";
        }
        if (isCollecting(voided.lines())) {
            return "void/3";
        }
        return isDiscounted(voided.lines()) ? "void/2" : "void/1";
    }

    static ObjectNode write(TillEntry.Voided voided) {
        ObjectNode body = Json.object()
                .put("branch", voided.branch())
                .put("at", Fields.micros(voided.at()))
                .put("shift", voided.shift().toString())
                .put("reason", voided.reason());
        voided.sale().ifPresent(sale -> body.put("sale", sale.toString()));
        body.set("by", Parts.person(voided.by()));
        Items items = Items.of(voided.lines(), voided.voided());
        items.write(body);
        body.set("lines", Parts.lines(voided.lines(), items));
        if (!voided.voided().isEmpty()) {
            body.set("voided", Parts.lines(voided.voided(), items));
        }
        body.set("total", Parts.money(voided.total()));
        body.set("cash", Parts.money(voided.cash()));
        return body;
    }

    static TillEntry.Voided voided(Fields body) {
        Items.Lists lists = Items.Lists.of(body, Basket.LINES_MAX);
        return new TillEntry.Voided(
                body.text("branch"),
                body.instant("at"),
                Parts.person(body.object("by")),
                body.uuid("shift"),
                body.findUuid("sale"),
                Parts.lines(body, "lines", lists),
                body.has("voided") ? Parts.lines(body, "voided", lists) : List.of(),
                Parts.money(body.object("total")),
                Parts.money(body.object("cash")),
                body.text("reason"));
    }

    /// `/7` when a payment is taken back or kept, `/6` when the number of a receipt was noted, `/5` when something was exempt from tax,
    /// `/4` when a line collects a reservation, `/3` when a terminal was heard or left, `/2` when a line has a discount, `/1` otherwise.
    static String schema(TillEntry.PaymentAttempted attempted) {
        boolean isOfUndoing = switch (attempted.phase()) {
            case UNDOING, UNDONE, KEPT -> true;
            case ASKED, APPROVED, DECLINED, TIMED_OUT, LEFT_OPEN -> false;
        };
        if (isOfUndoing) {
            return "payment_attempt/7";
        }
        if (isNoted(attempted.lines())) {
            return "payment_attempt/6";
        }
        if (isExempt(attempted.lines())) {
            return "payment_attempt/5";
        }
        if (isCollecting(attempted.lines())) {
            return "payment_attempt/4";
        }
        boolean isOfTerminal = attempted.told().isPresent()
                || switch (attempted.phase()) {
                    case TIMED_OUT, LEFT_OPEN -> true;
                    case ASKED, APPROVED, DECLINED, UNDOING, UNDONE, KEPT -> false;
                };
        return isOfTerminal ? "payment_attempt/3" : isDiscounted(attempted.lines()) ? "payment_attempt/2" : "payment_attempt/1";
    }

    static ObjectNode write(TillEntry.PaymentAttempted attempted) {
        ObjectNode body = Json.object()
                .put("branch", attempted.branch())
                .put("at", Fields.micros(attempted.at()))
                .put("shift", attempted.shift().toString())
                .put("attempt", attempted.attempt().toString())
                .put("phase", attempted.phase().name());
        body.set("by", Parts.person(attempted.by()));
        Items items = Items.of(attempted.lines(), List.of());
        items.write(body);
        body.set("lines", Parts.lines(attempted.lines(), items));
        body.set("amount", Parts.money(attempted.amount()));
        attempted.told().ifPresent(told -> body.put("told", told));
        return body;
    }

    static TillEntry.PaymentAttempted attempted(Fields body) {
        return new TillEntry.PaymentAttempted(
                body.text("branch"),
                body.instant("at"),
                Parts.person(body.object("by")),
                body.uuid("shift"),
                body.uuid("attempt"),
                Parts.money(body.object("amount")),
                body.choice("phase", TillEntry.PaymentAttempted.Phase.class),
                Parts.lines(body, "lines", Items.Lists.of(body, Basket.LINES_MAX)),
                body.findText("told"));
    }

    private static ObjectNode tax(TaxAmount tax, Items items) {
        ObjectNode node = Json.object().put("rate", items.place(tax.rate()));
        node.set("net", Parts.money(tax.net()));
        node.set("tax", Parts.money(tax.tax()));
        node.set("gross", Parts.money(tax.gross()));
        return node;
    }

    private static TaxAmount tax(Fields fields, Items.Lists lists) {
        return new TaxAmount(lists.rate(fields), Parts.money(fields.object("net")), Parts.money(fields.object("tax")),
                Parts.money(fields.object("gross")));
    }

    static ObjectNode tender(Tender tender) {
        ObjectNode node = Json.object();
        node.set("amount", Parts.money(tender.amount()));
        return switch (tender) {
            case Tender.Cash _ -> node.put("kind", "CASH");
            case Tender.Card card -> node.put("kind", "CARD")
                    .put("attempt", card.attempt().toString())
                    .put("reference", card.reference());
            case Tender.Voucher voucher -> node.put("kind", "VOUCHER").put("code", voucher.code());
        };
    }

    static Tender tender(Fields fields) {
        Money amount = Parts.money(fields.object("amount"));
        return switch (fields.text("kind")) {
            case "CASH" -> new Tender.Cash(amount);
            case "CARD" -> new Tender.Card(amount, fields.uuid("attempt"), fields.text("reference"));
            case "VOUCHER" -> new Tender.Voucher(amount, fields.text("code"));
            case String other -> throw new IllegalArgumentException(fields.path() + ".kind is unknown: " + other);
        };
    }
}
