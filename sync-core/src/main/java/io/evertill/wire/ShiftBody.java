package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.entry.Entry;
import io.evertill.entry.ShiftEntry;
import io.evertill.money.Money;
import io.evertill.sale.ReceiptNumber;
import io.evertill.shift.CashCount;
import io.evertill.shift.Drawer;
import io.evertill.shift.Shift;
import java.util.Currency;

/// `shift_open`, `shift_close`, `cash/1` and `no_sale/1`: the bodies about the drawer. `/2` of the first two when the drawer was
/// counted by denomination, `/1` when only its sum was noted.
final class ShiftBody {
    private ShiftBody() {}

    static ObjectNode write(ShiftEntry.ShiftOpened opened) {
        Shift shift = opened.shift();
        ObjectNode body = Json.object()
                .put("branch", opened.branch())
                .put("shift", shift.id().toString())
                .put("businessDate", shift.businessDate().toString())
                .put("at", Fields.micros(shift.openedAt()));
        body.set("by", Parts.person(shift.openedBy()));
        body.set("float", Parts.money(shift.openingFloat()));
        opened.counted().ifPresent(count -> body.set("count", count(count)));
        return body;
    }

    static ShiftEntry.ShiftOpened opened(Fields body) {
        return new ShiftEntry.ShiftOpened(
                body.text("branch"),
                new Shift(body.uuid("shift"), body.date("businessDate"), body.instant("at"),
                        Parts.person(body.object("by")), Parts.money(body.object("float"))),
                body.findObject("count").map(ShiftBody::count));
    }

    static ObjectNode write(ShiftEntry.ShiftClosed closed) {
        ObjectNode body = common(closed).put("shift", closed.shift().toString()).put("sales", closed.expected().sales());
        body.set("cash", Parts.money(closed.expected().cash()));
        body.set("total", Parts.money(closed.expected().total()));
        body.set("counted", Parts.money(closed.counted()));
        closed.seal().ifPresent(seal -> body.put("number", seal.number().text())
                .put("digest", seal.digest().toString())
                .set("count", count(seal.count())));
        return body;
    }

    static ShiftEntry.ShiftClosed closed(Fields body) {
        return new ShiftEntry.ShiftClosed(
                body.text("branch"),
                body.instant("at"),
                Parts.person(body.object("by")),
                body.uuid("shift"),
                new Drawer(Parts.money(body.object("cash")), body.number("sales"), Parts.money(body.object("total"))),
                Parts.money(body.object("counted")),
                body.findObject("count").map(count -> new ShiftEntry.Seal(
                        new ReceiptNumber(body.text("number")), count(count), body.hash("digest"))));
    }

    static ObjectNode write(ShiftEntry.CashMoved moved) {
        ObjectNode body = common(moved).put("shift", moved.shift().toString()).put("reason", moved.reason());
        body.set("amount", Parts.money(moved.amount()));
        return body;
    }

    static ShiftEntry.CashMoved moved(Fields body) {
        return new ShiftEntry.CashMoved(
                body.text("branch"),
                body.instant("at"),
                Parts.person(body.object("by")),
                body.uuid("shift"),
                Parts.money(body.object("amount")),
                body.text("reason"));
    }

    static ObjectNode write(ShiftEntry.DrawerOpened opened) {
        return common(opened).put("shift", opened.shift().toString()).put("reason", opened.reason());
    }

    static ShiftEntry.DrawerOpened drawerOpened(Fields body) {
        return new ShiftEntry.DrawerOpened(
                body.text("branch"),
                body.instant("at"),
                Parts.person(body.object("by")),
                body.uuid("shift"),
                body.text("reason"));
    }

    private static ObjectNode count(CashCount count) {
        ObjectNode node = Json.object().put("cur", count.currency().getCurrencyCode());
        ArrayNode piles = node.putArray("piles");
        count.piles().forEach(pile -> piles.addObject().put("of", pile.denomination().minor()).put("n", pile.pieces()));
        return node;
    }

    private static CashCount count(Fields fields) {
        Currency currency = Currency.getInstance(fields.text("cur"));
        return new CashCount(currency, fields.list("piles", CashCount.PILES_MAX, pile ->
                new CashCount.Pile(new Money(pile.number("of"), currency), pile.smallNumber("n"))));
    }

    private static ObjectNode common(Entry entry) {
        ObjectNode body = Json.object().put("branch", entry.branch()).put("at", Fields.micros(entry.at()));
        body.set("by", Parts.person(entry.by()));
        return body;
    }
}
