package io.evertill.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.customer.CustomerId;
import io.evertill.customer.Exemption;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.price.Price;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.sale.Basket;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GiftReceiptTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final TaxRate VAT = new TaxRate("V", "VAT", 200_000, TaxRate.Kind.INCLUSIVE);

    @Test
    void aGiftReceiptNamesNoPriceAndNothingThatCameBack() {
        Basket basket = Basket.empty(GBP, TaxRule.USUAL)
                .plus(line(1, "Chocolate bar 100 g", 3, 387, Optional.empty()))
                .plus(line(2, "Bread", -1, -240, Optional.of(new ReturnOf(Optional.empty(), ReturnOf.Condition.RESALABLE, "GIFT"))));
        Settlement settlement = new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())));
        Sale.Occasion occasion = new Sale.Occasion("S1", new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0001L),
                LocalDate.of(2026, 3, 14), Instant.parse("2026-03-14T15:09:26Z"), new Person("ada", "Ada"), Optional.of("Grace Hopper"),
                Optional.of(new Sale.Buyer(new CustomerId(new UUID(0, 1)), Optional.of(new Exemption("EX-1", LocalDate.of(2026, 12, 31))))),
                Optional.empty());

        Receipt receipt = Receipt.of(Sale.of(new ReceiptNumber("S1-T2-9f3a-17"), occasion, basket, settlement),
                new Proof(4711, "9f3a2c1d"), new Heading("Corner Shop", List.of(), "Thank you!"), ReceiptLanguage.EN,
                ZoneId.of("Europe/London"), Mark.GIFT);

        assertEquals("""
                               Corner Shop
                           *** GIFT RECEIPT ***

                Store S1                           Till T2
                Receipt S1-T2-9f3a-17    14 Mar 2026 15:09
                Served by Ada
                ------------------------------------------
                3 x Chocolate bar 100 g
                  Lot L-7
                ------------------------------------------

                     Ledger no. 4711, check 9f3a2c1d
                            [ S1-T2-9f3a-17 ]
                           *** GIFT RECEIPT ***
                                Thank you!
                """, receipt.text());
    }

    private static Line line(int number, String name, long pieces, long total, Optional<ReturnOf> returned) {
        Sku sku = Sku.of(Integer.toHexString(name.hashCode()));
        Item item = new Item(ProductId.of(sku), sku, name, Unit.EACH, Product.Kind.GOODS, VAT);
        return new Line(number, item, Quantity.of(pieces, Unit.EACH), new Price(UnitPrice.parse("1.29", GBP), new Price.Source.Base()),
                new Money(total, GBP), returned, Optional.of("L-7"), Optional.empty());
    }
}
