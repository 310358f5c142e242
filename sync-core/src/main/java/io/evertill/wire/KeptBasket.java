package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.customer.Customer;
import io.evertill.ledger.Bytes;
import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.sale.Basket;
import io.evertill.sale.Sale;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The basket on the counter with what was paid towards it, as kept at the till for after a crash.
///
/// Which promotions apply is not kept: what they took off stays until the basket changes.
///
/// Never leaves the till; a program that does not understand what an older one kept starts with an empty basket.
///
/// @param basket the goods
/// @param tenders what was taken so far
/// @param attempt a card payment whose outcome is not known
/// @param coin the smallest coin, as in [Settlement]
/// @param age the proof that the customer is old enough
/// @param customer who buys, when known
public record KeptBasket(
        Basket basket,
        List<Tender> tenders,
        Optional<Attempt> attempt,
        long coin,
        Optional<Sale.AgeCheck> age,
        Optional<Customer> customer) {
    /// A card payment that was asked for.
    public record Attempt(UUID id, Money amount) {}

    /// Copies the list.
    public KeptBasket {
        tenders = List.copyOf(tenders);
    }

    /// Where nothing is rounded, and everybody may buy the goods.
    public KeptBasket(Basket basket, List<Tender> tenders, Optional<Attempt> attempt) {
        this(basket, tenders, attempt, 1, Optional.empty(), Optional.empty());
    }

    /// Of somebody whom the book of customers does not know.
    public KeptBasket(Basket basket, List<Tender> tenders, Optional<Attempt> attempt, long coin, Optional<Sale.AgeCheck> age) {
        this(basket, tenders, attempt, coin, age, Optional.empty());
    }

    /// The bytes to keep.
    public Bytes write() {
        ObjectNode node = Json.object()
                .put("currency", basket.currency().getCurrencyCode())
                .put("taxWhere", basket.taxRule().where().name())
                .put("taxRounding", basket.taxRule().rounding().name())
                .put("last", basket.lineNumberLast());
        Items items = Items.of(basket.lines(), basket.voided());
        items.write(node);
        node.set("lines", Parts.lines(basket.lines(), items));
        node.set("voided", Parts.lines(basket.voided(), items));
        ArrayNode paid = node.putArray("tenders");
        tenders.forEach(tender -> paid.add(SaleBody.tender(tender)));
        basket.rebate().ifPresent(rebate -> node.set("rebate", Discounts.cause(rebate)));
        if (coin > 1) {
            node.put("coin", coin);
        }
        age.ifPresent(check -> node.set("age", SaleBody.age(check)));
        customer.ifPresent(buyer -> node.set("customer", CustomerRows.write(buyer)));
        if (basket.isExempt()) {
            node.put("exempt", true);
        }
        attempt.ifPresent(asked -> node.putObject("attempt")
                .put("id", asked.id().toString())
                .set("amount", Parts.money(asked.amount())));
        return Json.canonical(node);
    }

    /// Reads kept bytes; empty when they cannot be understood.
    public static Optional<KeptBasket> read(Bytes bytes) {
        try {
            Fields fields = Fields.of(Json.parse(bytes.content()));
            Items.Lists lists = Items.Lists.of(fields, Basket.LINES_MAX);
            Basket basket = new Basket(
                    Currency.getInstance(fields.text("currency")),
                    new TaxRule(
                            fields.choice("taxWhere", TaxRule.Where.class), fields.choice("taxRounding", Rounding.class)),
                    Parts.lines(fields, "lines", lists),
                    Parts.lines(fields, "voided", lists),
                    fields.smallNumber("last"),
                    fields.findObject("rebate").map(Discounts::ofBasket),
                    Optional.empty(),
                    fields.has("exempt"));
            return Optional.of(new KeptBasket(
                    basket,
                    fields.list("tenders", Settlement.TENDERS_MAX, SaleBody::tender),
                    fields.findObject("attempt")
                            .map(asked -> new Attempt(asked.uuid("id"), Parts.money(asked.object("amount")))),
                    fields.has("coin") ? Math.clamp(fields.number("coin"), 1, Settlement.COIN_MAX) : 1,
                    fields.findObject("age").map(SaleBody::age),
                    fields.findObject("customer").map(Fields::node).map(CustomerRows::read)));
        } catch (IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }
}
