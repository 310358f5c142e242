package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.entry.TillEntry;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.product.ProductId;
import io.evertill.sale.Consent;
import io.evertill.sale.Cut;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.util.Currency;

/// `approval`: the body about what a supervisor agreed to; `/5` about lines and cash that are taken out, sales that are taken back and card
/// payments that a terminal keeps, `/4` about those that no answer came to, `/3` about goods without a receipt, baskets given up, figures
/// that are shown, drawers and shifts, `/2` about discounts and prices set by hand, `/1` about all else.
final class ApprovalBody {
    private static final String BEYOND_STOCK = "BEYOND_STOCK";
    private static final String OLD_PRICES = "OLD_PRICES";

    private static final String DISCOUNTED = "DISCOUNTED";
    private static final String PRICE_SET = "PRICE_SET";
    private static final String WITHOUT_RECEIPT = "WITHOUT_RECEIPT";
    private static final String SALE_VOIDED = "SALE_VOIDED";
    private static final String FIGURES_SHOWN = "FIGURES_SHOWN";
    private static final String DRAWER_OPENED = "DRAWER_OPENED";
    private static final String SHIFT_CLOSED = "SHIFT_CLOSED";
    private static final String CARD_SETTLED = "CARD_SETTLED";
    private static final String LINE_VOIDED = "LINE_VOIDED";
    private static final String SALE_UNDONE = "SALE_UNDONE";
    private static final String CASH_TAKEN = "CASH_TAKEN";
    private static final String CARD_KEPT = "CARD_KEPT";

    private ApprovalBody() {}

    static String schema(Consent consent) {
        return switch (consent) {
            case Consent.BeyondStock _, Consent.OldPrices _ -> "approval/1";
            case Consent.Discounted _, Consent.PriceSet _ -> "approval/2";
            case Consent.WithoutReceipt _, Consent.SaleVoided _, Consent.FiguresShown _, Consent.DrawerOpened _,
                    Consent.ShiftClosed _ -> "approval/3";
            case Consent.CardSettled _ -> "approval/4";
            case Consent.LineVoided _, Consent.CashTaken _, Consent.SaleUndone _, Consent.CardKept _ -> "approval/5";
        };
    }

    static ObjectNode write(TillEntry.Approved approved) {
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
            case Consent.FiguresShown() -> body.put("to", FIGURES_SHOWN);
            case Consent.DrawerOpened(String reason) -> body.put("to", DRAWER_OPENED).put("reason", reason);
            case Consent.ShiftClosed() -> body.put("to", SHIFT_CLOSED);
            case Consent.CardSettled(var attempt, Money amount) -> body
                    .put("to", CARD_SETTLED).put("attempt", attempt.toString()).set("amount", Parts.money(amount));
            case Consent.CashTaken(Money amount, String reason) ->
                body.put("to", CASH_TAKEN).put("reason", reason).set("amount", Parts.money(amount));
            case Consent.SaleUndone(var receipt, Money total, String reason) ->
                body.put("to", SALE_UNDONE).put("receipt", receipt.text()).put("reason", reason).set("total", Parts.money(total));
            case Consent.LineVoided(ProductId product, int line, Quantity quantity, Money total, var reason) -> {
                body.put("to", LINE_VOIDED)
                        .put("product", product.toString())
                        .put("line", line)
                        .put("unit", quantity.unit().code())
                        .put("step", Decimals.text(quantity.unit().step(), Quantity.SCALE))
                        .put("quantity", quantity.text())
                        .set("total", Parts.money(total));
                reason.ifPresent(why -> body.put("reason", why));
            }
            case Consent.CardKept(var attempt, Money amount) -> body
                    .put("to", CARD_KEPT).put("attempt", attempt.toString()).set("amount", Parts.money(amount));
            case Consent.Discounted(int line, Cut cut, Money price, String reason) -> Discounts
                    .cut(body.put("to", DISCOUNTED).put("line", line).put("reason", reason), cut)
                    .set("price", Parts.money(price));
            case Consent.PriceSet(ProductId product, int line, UnitPrice before, UnitPrice after, String reason) -> body
                    .put("to", PRICE_SET)
                    .put("product", product.toString())
                    .put("line", line)
                    .put("currency", before.currency().getCurrencyCode())
                    .put("before", before.text())
                    .put("after", after.text())
                    .put("reason", reason);
            case Consent.WithoutReceipt(ProductId product, int line, Quantity quantity, Money refund, var condition, String reason) ->
                body.put("to", WITHOUT_RECEIPT)
                        .put("product", product.toString())
                        .put("line", line)
                        .put("unit", quantity.unit().code())
                        .put("step", Decimals.text(quantity.unit().step(), Quantity.SCALE))
                        .put("quantity", quantity.text())
                        .put("condition", condition.name())
                        .put("reason", reason)
                        .set("refund", Parts.money(refund));
            case Consent.SaleVoided(int lines, Money total, String reason) ->
                body.put("to", SALE_VOIDED).put("lines", lines).put("reason", reason).set("total", Parts.money(total));
        }
        return body;
    }

    static TillEntry.Approved approved(Fields body) {
        return new TillEntry.Approved(
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
            case FIGURES_SHOWN -> new Consent.FiguresShown();
            case DRAWER_OPENED -> new Consent.DrawerOpened(body.text("reason"));
            case SHIFT_CLOSED -> new Consent.ShiftClosed();
            case CARD_SETTLED -> new Consent.CardSettled(body.uuid("attempt"), Parts.money(body.object("amount")));
            case CARD_KEPT -> new Consent.CardKept(body.uuid("attempt"), Parts.money(body.object("amount")));
            case OLD_PRICES -> new Consent.OldPrices(body.instant("asOf"));
            case DISCOUNTED -> new Consent.Discounted(
                    body.smallNumber("line"), Discounts.cut(body), Parts.money(body.object("price")), body.text("reason"));
            case PRICE_SET -> {
                Currency currency = Currency.getInstance(body.text("currency"));
                yield new Consent.PriceSet(ProductId.parse(body.text("product")), body.smallNumber("line"),
                        UnitPrice.parse(body.text("before"), currency), UnitPrice.parse(body.text("after"), currency),
                        body.text("reason"));
            }
            case WITHOUT_RECEIPT -> new Consent.WithoutReceipt(ProductId.parse(body.text("product")), body.smallNumber("line"),
                    Quantity.parse(body.text("quantity"), Parts.unit(body)), Parts.money(body.object("refund")),
                    body.choice("condition", ReturnOf.Condition.class), body.text("reason"));
            case SALE_UNDONE -> new Consent.SaleUndone(
                    new ReceiptNumber(body.text("receipt")), Parts.money(body.object("total")), body.text("reason"));
            case CASH_TAKEN -> new Consent.CashTaken(Parts.money(body.object("amount")), body.text("reason"));
            case LINE_VOIDED -> new Consent.LineVoided(ProductId.parse(body.text("product")), body.smallNumber("line"),
                    Quantity.parse(body.text("quantity"), Parts.unit(body)), Parts.money(body.object("total")), body.findText("reason"));
            case SALE_VOIDED -> new Consent.SaleVoided(
                    body.smallNumber("lines"), Parts.money(body.object("total")), body.text("reason"));
            case String other -> throw new IllegalArgumentException("nobody agrees to '" + other + "'");
        };
    }
}
