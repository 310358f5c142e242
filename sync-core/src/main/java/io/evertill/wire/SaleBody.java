package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.ledger.Entry;
import io.evertill.money.Money;
import io.evertill.sale.Basket;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Sale;
import io.evertill.tax.TaxAmount;
import io.evertill.tax.TaxRate;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `sale/1`, `void/1` and `payment_attempt/1`: the bodies that hold lines of a basket.
final class SaleBody {
    private static final int RATES_MAX = 100;

    private SaleBody() {}

    static ObjectNode write(Entry.Sold sold) {
        Sale sale = sold.sale();
        ObjectNode body = Json.object()
                .put("receipt", sale.receipt().text())
                .put("branch", sale.branch())
                .put("shift", sale.shift().toString())
                .put("businessDate", sale.businessDate().toString())
                .put("at", Fields.micros(sale.at()));
        sale.customer().ifPresent(customer -> body.put("customer", customer));
        body.set("cashier", Parts.person(sale.cashier()));
        body.set("rates", rates(sale.lines(), sale.voided()));
        body.set("lines", Parts.lines(sale.lines()));
        body.set("voided", Parts.lines(sale.voided()));
        ArrayNode taxes = body.putArray("taxes");
        sale.taxes().forEach(tax -> taxes.add(tax(tax)));
        body.set("total", Parts.money(sale.total()));
        ArrayNode tenders = body.putArray("tenders");
        sale.tenders().forEach(tender -> tenders.add(tender(tender)));
        body.set("change", Parts.money(sale.change()));
        return body;
    }

    static Entry.Sold sold(Fields body) {
        Map<String, TaxRate> rates = Parts.rates(body, RATES_MAX);
        return new Entry.Sold(new Sale(
                new ReceiptNumber(body.text("receipt")),
                body.text("branch"),
                body.uuid("shift"),
                body.date("businessDate"),
                body.instant("at"),
                Parts.person(body.object("cashier")),
                body.findText("customer"),
                Parts.lines(body, "lines", rates, Basket.LINES_MAX),
                Parts.lines(body, "voided", rates, Basket.LINES_MAX),
                body.list("taxes", RATES_MAX, fields -> tax(fields, rates)),
                Parts.money(body.object("total")),
                body.list("tenders", Settlement.TENDERS_MAX, SaleBody::tender),
                Parts.money(body.object("change"))));
    }

    static ObjectNode write(Entry.Voided voided) {
        ObjectNode body = Json.object()
                .put("branch", voided.branch())
                .put("at", Fields.micros(voided.at()))
                .put("shift", voided.shift().toString())
                .put("reason", voided.reason());
        voided.sale().ifPresent(sale -> body.put("sale", sale.toString()));
        body.set("by", Parts.person(voided.by()));
        body.set("rates", rates(voided.lines(), List.of()));
        body.set("lines", Parts.lines(voided.lines()));
        body.set("total", Parts.money(voided.total()));
        body.set("cash", Parts.money(voided.cash()));
        return body;
    }

    static Entry.Voided voided(Fields body) {
        return new Entry.Voided(
                body.text("branch"),
                body.instant("at"),
                Parts.person(body.object("by")),
                body.uuid("shift"),
                body.findUuid("sale"),
                Parts.lines(body, "lines", Parts.rates(body, RATES_MAX), Basket.LINES_MAX),
                Parts.money(body.object("total")),
                Parts.money(body.object("cash")),
                body.text("reason"));
    }

    static ObjectNode write(Entry.PaymentAttempted attempted) {
        ObjectNode body = Json.object()
                .put("branch", attempted.branch())
                .put("at", Fields.micros(attempted.at()))
                .put("shift", attempted.shift().toString())
                .put("attempt", attempted.attempt().toString())
                .put("phase", attempted.phase().name());
        body.set("by", Parts.person(attempted.by()));
        body.set("rates", rates(attempted.lines(), List.of()));
        body.set("lines", Parts.lines(attempted.lines()));
        body.set("amount", Parts.money(attempted.amount()));
        return body;
    }

    static Entry.PaymentAttempted attempted(Fields body) {
        return new Entry.PaymentAttempted(
                body.text("branch"),
                body.instant("at"),
                Parts.person(body.object("by")),
                body.uuid("shift"),
                body.uuid("attempt"),
                Parts.money(body.object("amount")),
                body.choice("phase", Entry.PaymentAttempted.Phase.class),
                Parts.lines(body, "lines", Parts.rates(body, RATES_MAX), Basket.LINES_MAX));
    }

    private static ArrayNode rates(List<Line> lines, List<Line> voided) {
        List<Item> items = Stream.concat(lines.stream(), voided.stream()).map(Line::item).toList();
        return Parts.rates(items);
    }

    private static ObjectNode tax(TaxAmount tax) {
        ObjectNode node = Json.object().put("code", tax.rate().code());
        node.set("net", Parts.money(tax.net()));
        node.set("tax", Parts.money(tax.tax()));
        node.set("gross", Parts.money(tax.gross()));
        return node;
    }

    private static TaxAmount tax(Fields fields, Map<String, TaxRate> rates) {
        TaxRate rate = rates.get(fields.text("code"));
        if (rate == null) {
            throw new IllegalArgumentException(fields.path() + ".code names no rate of this entry");
        }
        return new TaxAmount(rate, Parts.money(fields.object("net")), Parts.money(fields.object("tax")),
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
