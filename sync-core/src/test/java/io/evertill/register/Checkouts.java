package io.evertill.register;

import io.evertill.entry.TillEntry;
import io.evertill.ledger.EntryId;
import io.evertill.outbox.Shop;
import io.evertill.price.Price;
import io.evertill.sale.Basket;
import io.evertill.sale.Item;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.sale.Sale;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a test sells at a till and takes back: pieces at 2.50, paid in cash.
final class Checkouts {
    private final Register register;
    private long id;

    Checkouts(Register register) {
        this.register = register;
    }

    Register.Checkout cash(String sku, long pieces) {
        Basket basket = Basket.empty(Shop.GBP, TaxRule.USUAL).ring(item(sku), Quantity.of(pieces, Unit.EACH), price());
        return new Register.Checkout(new EntryId(new UUID(9, ++id)), Shop.ANNA, Optional.empty(), basket, paid(basket));
    }

    Register.Checkout refund(Returnable line, long pieces) {
        Basket basket = Basket.empty(Shop.GBP, TaxRule.USUAL)
                .plus(line.take(1, Quantity.of(pieces, Unit.EACH), ReturnOf.Condition.RESALABLE, ""));
        return new Register.Checkout(register.entryId(), Shop.ANNA, Optional.empty(), basket, paid(basket));
    }

    static Settlement paid(Basket basket) {
        return new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())));
    }

    static Item item(String sku) {
        return Item.of(Shop.product(sku, "A " + sku, "2.50"), Shop.VAT);
    }

    static Price price() {
        return new Price(Shop.product("X", "X", "2.50").basePrice(), new Price.Source.Base());
    }

    static Sale sold(Outcome outcome) {
        return ((TillEntry.Sold) ((Outcome.Saved) outcome).entry()).sale();
    }
}
