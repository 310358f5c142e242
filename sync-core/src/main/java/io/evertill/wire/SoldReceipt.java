package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Returnable;
import io.evertill.stock.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What was sold on a receipt and what of it came back, as the centre tells a till that did not sell it. Nothing in it says who
/// bought, who sold, or how it was paid.
///
/// @param sale the entry id of the sale
/// @param lines what came back is what did at other tills than the one that is told, and all of which only the number was noted
/// @param own what the till that is told took back of each line itself, as far as the centre has applied it
/// @param applied how far the centre has applied the streams of the till that is told; empty from a centre that does not say
public record SoldReceipt(
        ReceiptNumber receipt, UUID sale, List<Returnable> lines, List<Returnable.Back> own, Optional<Map<StreamId, Long>> applied) {
    private static final int STREAMS_MAX = 1_000;
    private static final Returnable.Back NOTHING = new Returnable.Back(0, 0);

    /// Copies the lists; refuses a line of another sale, and lines that do not match.
    public SoldReceipt {
        lines = List.copyOf(lines);
        own = List.copyOf(own);
        applied = applied.map(Map::copyOf);
        if (own.size() != lines.size()) {
            throw new IllegalArgumentException(lines.size() + " lines, and what the till itself took back of " + own.size());
        }
        for (Returnable line : lines) {
            if (!line.sale().equals(sale) || !line.receipt().equals(receipt)) {
                throw new IllegalArgumentException("line " + line.line().number() + " is of " + line.receipt() + ", not of " + receipt);
            }
        }
    }

    /// As JSON.
    public Bytes write() {
        List<Line> sold = Line.dateless(lines.stream().map(known -> known.line().claiming(Optional.empty())).toList());
        ObjectNode node = Json.object().put("receipt", receipt.text()).put("sale", sale.toString());
        Items items = Items.of(sold, List.of());
        items.write(node);
        node.set("lines", Parts.lines(sold, items));
        ArrayNode backs = node.putArray("returned");
        for (int at = 0; at < lines.size(); at++) {
            Returnable line = lines.get(at);
            ObjectNode back = backs.addObject().put("qty", line.returned().text());
            back.set("refunded", Parts.money(line.refunded()));
            line.tax().ifPresent(tax -> back.set("tax", Parts.money(tax)));
            if (!own.get(at).equals(NOTHING)) {
                back.putObject("own")
                        .put("qty", new Quantity(own.get(at).quantity(), line.returned().unit()).text())
                        .set("refunded", Parts.money(new Money(own.get(at).refunded(), line.refunded().currency())));
            }
        }
        applied.ifPresent(known -> {
            ArrayNode streams = node.putArray("streams");
            known.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(stream ->
                    streams.addObject().put("streamId", stream.getKey().toString()).put("appliedSeq", stream.getValue()));
        });
        return Json.canonical(node);
    }

    /// Reads what a centre wrote.
    ///
    /// @throws IllegalArgumentException when it is none
    public static SoldReceipt read(byte[] body) {
        Fields fields = Fields.of(Json.parse(body));
        ReceiptNumber receipt = new ReceiptNumber(fields.text("receipt"));
        UUID sale = fields.uuid("sale");
        List<Line> sold = Parts.lines(fields, "lines", Items.Lists.of(fields, Basket.LINES_MAX));
        List<Back> backs = fields.list("returned", Basket.LINES_MAX, back -> new Back(
                back.text("qty"), Parts.money(back.object("refunded")), back.findObject("tax").map(Parts::money),
                back.findObject("own")));
        if (sold.size() != backs.size()) {
            throw new IllegalArgumentException(sold.size() + " lines, of which " + backs.size() + " say what came back");
        }
        return new SoldReceipt(receipt, sale, IntStream.range(0, sold.size())
                .mapToObj(at -> new Returnable(sale, receipt, sold.get(at),
                        Quantity.parse(backs.get(at).quantity(), sold.get(at).quantity().unit()), backs.get(at).refunded(),
                        backs.get(at).tax()))
                .toList(),
                IntStream.range(0, sold.size())
                        .mapToObj(at -> backs.get(at).own()
                                .map(own -> new Returnable.Back(
                                        Quantity.parse(own.text("qty"), sold.get(at).quantity().unit()).tenThousandths(),
                                        Parts.money(own.object("refunded")).minor()))
                                .orElse(NOTHING))
                        .toList(),
                streams(fields));
    }

    private static Optional<Map<StreamId, Long>> streams(Fields fields) {
        return fields.has("streams")
                ? Optional.of(fields.list("streams", STREAMS_MAX, stream ->
                                Map.entry(new StreamId(stream.uuid("streamId")), stream.number("appliedSeq"))).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                : Optional.empty();
    }

    private record Back(String quantity, Money refunded, Optional<Money> tax, Optional<Fields> own) {}
}
