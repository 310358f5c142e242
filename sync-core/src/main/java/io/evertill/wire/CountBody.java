package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.entry.CountEntry;
import io.evertill.entry.Entry;
import io.evertill.ledger.EntryId;
import io.evertill.lot.PieceDifference;
import io.evertill.product.ProductId;
import io.evertill.sale.Item;
import io.evertill.stock.Decimals;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import java.util.List;
import java.util.Optional;

/// `count/1`, `count_decision/1`, `count_adjustment/1` and `count_correction/1`: what was counted and decided, and
/// what it did to the ledger. `…/2`: the same
/// where something is said of pieces with numbers.
final class CountBody {
    private static final int PIECES_MAX = 100_000;

    private CountBody() {}

    static ObjectNode write(CountEntry.Counted counted) {
        ObjectNode body = begin(counted);
        Items items = Items.of(counted.lines().stream().map(CountEntry.Tally::item).toList());
        items.write(body);
        ArrayNode lines = body.putArray("lines");
        for (CountEntry.Tally line : counted.lines()) {
            ObjectNode fields = lines.addObject()
                    .put("n", line.number())
                    .put("count", line.count().toString())
                    .put("attempt", line.attempt())
                    .put("item", items.place(line.item()))
                    .put("place", line.place().code())
                    .put("lot", line.lot())
                    .put("qty", line.counted().text())
                    .put("countedAt", Fields.micros(line.countedAt()));
            line.pieces().ifPresent(pieces -> put(fields, "pieces", pieces));
        }
        return body;
    }

    /// Whether anything is said of pieces.
    static boolean isByPiece(CountEntry.Counted counted) {
        return counted.lines().stream().anyMatch(line -> line.pieces().isPresent());
    }

    static CountEntry.Counted counted(Fields body) {
        Items.Lists lists = Items.Lists.of(body, Entry.LINES_MAX);
        String branch = body.text("branch");
        return new CountEntry.Counted(
                branch,
                body.instant("at"),
                Parts.person(body.object("by")),
                body.list("lines", Entry.LINES_MAX, fields -> {
                    Item item = lists.item(fields);
                    return new CountEntry.Tally(
                            fields.smallNumber("n"),
                            fields.uuid("count"),
                            fields.smallNumber("attempt"),
                            item,
                            Place.parse(branch, fields.text("place")),
                            fields.text("lot"),
                            Quantity.parse(fields.text("qty"), item.unit()),
                            fields.instant("countedAt"),
                            pieces(fields, "pieces"));
                }));
    }

    static ObjectNode write(CountEntry.CountAdjusted adjusted) {
        ObjectNode body = begin(adjusted)
                .put("count", adjusted.count().toString())
                .put("place", adjusted.place().code())
                .put("lot", adjusted.lot())
                .put("counted", adjusted.difference().counted().text())
                .put("expected", adjusted.difference().expected().text())
                .put("before", adjusted.difference().before().text())
                .put("after", adjusted.difference().after().text())
                .put("countedIn", adjusted.approval().counted().toString())
                .put("reason", adjusted.approval().reason())
                .put("note", adjusted.approval().note());
        body.set("counter", Parts.person(adjusted.approval().counter()));
        body.set("approver", Parts.person(adjusted.approval().by()));
        adjusted.pieces().ifPresent(pieces -> {
            put(body, "missing", pieces.missing());
            put(body, "found", pieces.found());
        });
        Items items = Items.of(List.of(adjusted.item()));
        items.write(body);
        return body.put("item", items.place(adjusted.item()));
    }

    static CountEntry.CountAdjusted adjusted(Fields body) {
        Item item = Items.Lists.of(body, 1).item(body);
        String branch = body.text("branch");
        return new CountEntry.CountAdjusted(
                branch,
                body.instant("at"),
                Parts.person(body.object("by")),
                body.uuid("count"),
                item,
                Place.parse(branch, body.text("place")),
                body.text("lot"),
                new CountEntry.Difference(
                        quantity(body, "counted", item),
                        quantity(body, "expected", item),
                        quantity(body, "before", item),
                        quantity(body, "after", item)),
                pieces(body, "missing").map(missing -> new PieceDifference(missing, body.texts("found", PIECES_MAX))),
                new CountEntry.Approval(
                        new EntryId(body.uuid("countedIn")),
                        Parts.person(body.object("counter")),
                        Parts.person(body.object("approver")),
                        body.text("reason"),
                        body.text("note")));
    }

    static ObjectNode write(CountEntry.CountRuled ruled) {
        return begin(ruled)
                .put("count", ruled.count().toString())
                .put("attempt", ruled.attempt())
                .put("decision", ruled.ruling().name())
                .put("reason", ruled.cause())
                .put("note", ruled.note());
    }

    static CountEntry.CountRuled ruled(Fields body) {
        return new CountEntry.CountRuled(
                body.text("branch"),
                body.instant("at"),
                Parts.person(body.object("by")),
                body.uuid("count"),
                body.smallNumber("attempt"),
                body.choice("decision", CountEntry.Ruling.class),
                body.text("reason"),
                body.text("note"));
    }

    static ObjectNode write(CountEntry.CountCorrected corrected) {
        ObjectNode body = begin(corrected)
                .put("count", corrected.count().toString())
                .put("late", corrected.late().toString())
                .put("lateLine", corrected.lateLine())
                .put("product", corrected.product().toString())
                .put("place", corrected.place().code())
                .put("lot", corrected.goods().lot())
                .put("unit", corrected.quantity().unit().code())
                .put("step", Decimals.text(corrected.quantity().unit().step(), Quantity.SCALE))
                .put("qty", corrected.quantity().text());
        return corrected.goods().isPiece() ? body.put("serial", corrected.goods().serial()) : body;
    }

    static CountEntry.CountCorrected corrected(Fields body) {
        String branch = body.text("branch");
        return new CountEntry.CountCorrected(
                branch,
                body.instant("at"),
                Parts.person(body.object("by")),
                body.uuid("count"),
                new EntryId(body.uuid("late")),
                body.smallNumber("lateLine"),
                ProductId.parse(body.text("product")),
                Place.parse(branch, body.text("place")),
                new Tracking(body.text("lot"), body.findText("serial").orElse("")),
                Quantity.parse(body.text("qty"), Parts.unit(body)));
    }

    private static ObjectNode begin(Entry entry) {
        ObjectNode body = Json.object().put("branch", entry.branch()).put("at", Fields.micros(entry.at()));
        body.set("by", Parts.person(entry.by()));
        return body;
    }

    private static void put(ObjectNode node, String name, List<String> pieces) {
        ArrayNode numbers = node.putArray(name);
        pieces.forEach(numbers::add);
    }

    private static Optional<List<String>> pieces(Fields fields, String name) {
        return fields.has(name) ? Optional.of(fields.texts(name, PIECES_MAX)) : Optional.empty();
    }

    private static Quantity quantity(Fields body, String name, Item item) {
        return Quantity.parse(body.text(name), item.unit());
    }
}
