package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.ledger.Bytes;
import io.evertill.money.Money;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Returnable;
import io.evertill.stock.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// What was sold on a receipt and what of it came back, as the centre tells a till that did not sell it. Nothing in it says who
/// bought, who sold, or how it was paid.
///
/// @param sale the entry id of the sale
/// @param lines what came back is what did at other tills than the one that is told
public record SoldReceipt(ReceiptNumber receipt, UUID sale, List<Returnable> lines) {
    /// Copies the list; refuses a line of another sale.
    public SoldReceipt {
        lines = List.copyOf(lines);
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
        for (Returnable line : lines) {
            ObjectNode back = backs.addObject().put("qty", line.returned().text());
            back.set("refunded", Parts.money(line.refunded()));
            line.tax().ifPresent(tax -> back.set("tax", Parts.money(tax)));
        }
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
                back.text("qty"), Parts.money(back.object("refunded")), back.findObject("tax").map(Parts::money)));
        if (sold.size() != backs.size()) {
            throw new IllegalArgumentException(sold.size() + " lines, of which " + backs.size() + " say what came back");
        }
        return new SoldReceipt(receipt, sale, IntStream.range(0, sold.size())
                .mapToObj(at -> new Returnable(sale, receipt, sold.get(at),
                        Quantity.parse(backs.get(at).quantity(), sold.get(at).quantity().unit()), backs.get(at).refunded(),
                        backs.get(at).tax()))
                .toList());
    }

    private record Back(String quantity, Money refunded, Optional<Money> tax) {}
}
