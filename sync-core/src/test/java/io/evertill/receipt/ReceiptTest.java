package io.evertill.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.price.Price;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.sale.Basket;
import io.evertill.sale.Item;
import io.evertill.sale.Cut;
import io.evertill.sale.Discount;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final TaxRate VAT = new TaxRate("V", "VAT", 200_000, TaxRate.Kind.INCLUSIVE);
    private static final TaxRate ZERO = new TaxRate("Z", "VAT", 0, TaxRate.Kind.INCLUSIVE);
    private static final TaxRate MWST = new TaxRate("V", "MwSt", 190_000, TaxRate.Kind.INCLUSIVE);
    private static final TaxRate MWST_7 = new TaxRate("E", "MwSt", 70_000, TaxRate.Kind.INCLUSIVE);
    private static final TaxRate SALES_TAX = new TaxRate("S", "Sales tax", 82_500, TaxRate.Kind.EXCLUSIVE);
    private static final UUID EARLIER = new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0001L);
    private static final Heading HEADING = new Heading(
            "Corner Shop", List.of("1 High Street, Kingsbridge", "VAT no. GB 000 0000 00"), "Thank you!\nOpen 7 to 19");
    private static final Heading KOPF = new Heading("Eckladen", List.of("Hauptstraße 1, 12345 Musterstadt"), "Vielen Dank!");
    private static final Proof PROOF = new Proof(4711, "9f3a2c1d");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void anEnglishReceiptShowsEverythingThatWasAgreed() {
        Basket basket = Basket.empty(GBP, TaxRule.USUAL)
                .ring(item("Chocolate bar 100 g", Unit.EACH, VAT), pieces(3), price("1.29", GBP))
                .ring(item("Bread", Unit.EACH, ZERO), pieces(1), price("2.40", GBP))
                .ring(item("Tomatoes, loose", Unit.KILOGRAM, ZERO), Quantity.parse("0.35", Unit.KILOGRAM), price("2.49", GBP));

        Receipt receipt = Receipt.of(
                sale(basket, new Tender.Voucher(gbp(200), "GIFT-77"), new Tender.Cash(gbp(2000))),
                PROOF, HEADING, ReceiptLanguage.EN, LONDON, Mark.ORIGINAL);

        assertEquals("""
                               Corner Shop
                        1 High Street, Kingsbridge
                          VAT no. GB 000 0000 00

                Store S1                           Till T2
                Receipt S1-T2-9f3a-17    14 Mar 2026 15:09
                Served by Ada
                ------------------------------------------
                Chocolate bar 100 g
                  3 x 1.29                          3.87 A
                Bread                               2.40 B
                Tomatoes, loose
                  0.350 kg x 2.49/kg                0.87 B
                ------------------------------------------
                TOTAL GBP                           7.14
                Voucher GIFT-77                     2.00
                Cash                               20.00
                Change                             14.86

                                         Net   Tax Gross
                A VAT 20%               3.22  0.65  3.87
                B VAT 0%                3.27  0.00  3.27

                     Ledger no. 4711, check 9f3a2c1d
                            [ S1-T2-9f3a-17 ]
                                Thank you!
                               Open 7 to 19
                """, receipt.text());
    }

    @Test
    void aGermanCopyUsesCommasAndSaysTwiceThatItIsACopy() {
        Basket basket = Basket.empty(EUR, TaxRule.USUAL)
                .ring(item("Espressomaschine", Unit.EACH, MWST), pieces(1), price("1249.00", EUR))
                .ring(item("Äpfel", Unit.KILOGRAM, MWST_7), Quantity.parse("1.204", Unit.KILOGRAM), price("2.99", EUR));

        Receipt receipt = Receipt.of(
                sale(basket, new Tender.Card(eur(125260), EARLIER, "T-ID 65")),
                PROOF, KOPF, ReceiptLanguage.DE, BERLIN, Mark.COPY);

        assertEquals("""
                                 Eckladen
                     Hauptstraße 1, 12345 Musterstadt
                              *** KOPIE ***

                Filiale S1                        Kasse T2
                Bon S1-T2-9f3a-17         14.03.2026 16:09
                Es bediente Sie Ada
                ------------------------------------------
                Espressomaschine                1.249,00 A
                Äpfel
                  1,204 kg x 2,99/kg                3,60 B
                ------------------------------------------
                SUMME EUR                       1.252,60
                Karte T-ID 65                   1.252,60

                                 Netto   Steuer   Brutto
                A MwSt 19 %   1.049,58   199,42 1.249,00
                B MwSt 7 %        3,36     0,24     3,60

                    Journalnr. 4711, Prüfwert 9f3a2c1d
                            [ S1-T2-9f3a-17 ]
                              *** KOPIE ***
                               Vielen Dank!
                """, receipt.text());
    }

    @Test
    void cashThatWasRoundedIsALineOfItsOwn() {
        Basket basket = Basket.empty(GBP, TaxRule.USUAL).ring(item("Scarf", Unit.EACH, VAT), pieces(1), price("8.02", GBP));
        Sale exact = sale(basket, new Tender.Cash(gbp(802)));
        Sale rounded = new Sale(exact.receipt(), exact.branch(), exact.shift(), exact.businessDate(), exact.at(), exact.cashier(),
                exact.customer(), exact.buyer(), exact.age(), exact.lines(), exact.voided(), exact.taxes(), exact.total(),
                List.of(new Tender.Cash(gbp(1000))), gbp(200), gbp(-2));

        String text = Receipt.of(rounded, PROOF, HEADING, ReceiptLanguage.EN, LONDON, Mark.ORIGINAL).text();

        assertTrue(text.contains("8.02\nRounding                           -0.02\nCash"), text);
    }

    @ParameterizedTest
    @CsvSource({"NOT_WANTED, not wanted", "DEFECTIVE, defective", "WRONG_GOODS, wrong goods", "GIFT, gift", "moths, moths"})
    void aReceiptSaysWhyGoodsCameBackWithoutOne(String reason, String said) {
        Basket basket = Basket.empty(GBP, TaxRule.USUAL).plus(Line.returned(1, item("Scarf", Unit.EACH, VAT), pieces(1), price("8.00", GBP),
                gbp(800), new ReturnOf(ReturnOf.Condition.UNKNOWN, reason, Optional.of(new ReceiptNumber("S2-T1-0c44-8")))));

        String text = Receipt.of(sale(basket, new Tender.Cash(gbp(-800))), PROOF, HEADING, ReceiptLanguage.EN, LONDON, Mark.ORIGINAL)
                .text();

        assertTrue(text.contains("  Return without receipt: " + said + "\n  (S2-T1-0c44-8)\n"), text);
    }

    @Test
    void aReturnNamesItsReceiptAndTheMoneyPaidOut() {
        Line sold = Line.sold(2, item("Umbrella", Unit.EACH, VAT), pieces(2), price("12.50", GBP));
        Returnable returnable = new Returnable(
                EARLIER, new ReceiptNumber("S1-T1-0c2d-12"), sold, Quantity.zero(Unit.EACH), Money.zero(GBP));
        ReturnOf blind = new ReturnOf(Optional.empty(), ReturnOf.Condition.UNKNOWN, "gift, no receipt kept");
        Basket basket = Basket.empty(GBP, TaxRule.USUAL)
                .plus(returnable.take(1, pieces(1), ReturnOf.Condition.DAMAGED, "torn"))
                .plus(Line.returned(2, item("Scarf", Unit.EACH, VAT), pieces(1), price("8.00", GBP), gbp(800), blind));

        Receipt receipt = Receipt.of(
                sale(basket, new Tender.Cash(gbp(-2050))), PROOF, HEADING, ReceiptLanguage.EN, LONDON, Mark.ORIGINAL);

        assertEquals("""
                               Corner Shop
                        1 High Street, Kingsbridge
                          VAT no. GB 000 0000 00

                Store S1                           Till T2
                Receipt S1-T2-9f3a-17    14 Mar 2026 15:09
                Served by Ada
                ------------------------------------------
                Umbrella
                  -1 x 12.50                      -12.50 A
                  Return of S1-T1-0c2d-12, line 2
                Scarf
                  -1 x 8.00                        -8.00 A
                  Return without receipt: gift, no receipt
                  kept
                ------------------------------------------
                TOTAL GBP                         -20.50
                Cash paid out                     -20.50

                                       Net    Tax  Gross
                A VAT 20%           -17.08  -3.42 -20.50

                     Ledger no. 4711, check 9f3a2c1d
                            [ S1-T2-9f3a-17 ]
                                Thank you!
                               Open 7 to 19
                """, receipt.text());
    }

    @Test
    void everyDiscountStandsBelowItsLineWithItsReason() {
        Basket basket = Basket.empty(GBP, TaxRule.USUAL)
                .ring(item("Umbrella", Unit.EACH, VAT), pieces(1), price("12.50", GBP))
                .discounted(1, Optional.of(new Discount.Cause.ByHand(new Cut.Percent(1_250), "box torn")))
                .ring(item("Chocolate bar 100 g", Unit.EACH, VAT), pieces(3), price("1.29", GBP))
                .discounted(2, Optional.of(new Discount.Cause.ByHand(new Cut.Amount(gbp(87)), "short dated")))
                .ring(item("Bread", Unit.EACH, ZERO), pieces(1), price("0.00", GBP))
                .rebated(Optional.of(new Discount.Cause.OfBasket(new Cut.Percent(1_000), "STAFF")));

        Receipt receipt = Receipt.of(
                sale(basket, new Tender.Cash(gbp(1255))), PROOF, new Heading("", List.of(), ""), ReceiptLanguage.EN, LONDON,
                Mark.ORIGINAL);

        assertEquals("""

                Store S1                           Till T2
                Receipt S1-T2-9f3a-17    14 Mar 2026 15:09
                Served by Ada
                ------------------------------------------
                Umbrella                           12.50 A
                  Discount 12.5%: box torn         -1.56 A
                  Discount on all 10%: staff       -1.09 A
                Chocolate bar 100 g
                  3 x 1.29                          3.87 A
                  Discount: short dated            -0.87 A
                  Discount on all 10%: staff       -0.30 A
                Bread                               0.00 B
                ------------------------------------------
                TOTAL GBP                          12.55
                """, receipt.text().substring(0, receipt.text().indexOf("Cash")));
    }

    @Test
    void aTaxThatIsAddedStandsBetweenSubtotalAndTotal() {
        Basket basket = Basket.empty(Currency.getInstance("USD"), TaxRule.USUAL)
                .ring(item("Notebook", Unit.EACH, SALES_TAX), pieces(2), price("4.99", Currency.getInstance("USD")));

        Receipt receipt = Receipt.of(
                sale(basket, new Tender.Cash(Money.of(1080, "USD"))),
                PROOF, new Heading("", List.of(), ""), ReceiptLanguage.EN, ZoneId.of("America/Chicago"), Mark.ORIGINAL);

        assertEquals("""

                Store S1                           Till T2
                Receipt S1-T2-9f3a-17    14 Mar 2026 10:09
                Served by Ada
                ------------------------------------------
                Notebook
                  2 x 4.99                          9.98 A
                ------------------------------------------
                Subtotal                            9.98
                + Sales tax 8.25%                   0.82
                TOTAL USD                          10.80
                Cash                               10.80

                                         Net   Tax Gross
                A Sales tax 8.25%       9.98  0.82 10.80

                     Ledger no. 4711, check 9f3a2c1d
                            [ S1-T2-9f3a-17 ]
                """, receipt.text());
    }

    @Test
    void namesOfAnyScriptWrapAndLeaveTheAmountsInTheirColumn() {
        Basket basket = Basket.empty(EUR, TaxRule.USUAL)
                .ring(item("Bio-Haferdrink ungesüßt mit Calcium und Vitamin D, 6 x 1 Liter im Karton", Unit.EACH, MWST),
                        pieces(1), price("11.94", EUR))
                .ring(item("北海道産の特濃牛乳を使った手作りなめらかカスタードプリン", Unit.EACH, MWST_7), pieces(2), price("3.20", EUR))
                .ring(item("חלב טרי 3% שומן", Unit.EACH, MWST_7), pieces(1), price("1.80", EUR))
                .ring(item("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", Unit.EACH, MWST), pieces(1), price("7.00", EUR))
                .ring(item("क्षेत्रीय नमकीन 👩‍👩‍👧‍👧 café", Unit.EACH, MWST), pieces(1), price("1.00", EUR))
                .ring(item("x ".repeat(99), Unit.EACH, MWST), pieces(1), price("1.00", EUR))
                .ring(item("a \u00a0 b\u202ec d", Unit.EACH, MWST), pieces(1), price("1.00", EUR));

        Receipt receipt = Receipt.of(
                sale(basket, new Tender.Cash(basket.total())), PROOF, KOPF, ReceiptLanguage.DE, BERLIN, Mark.ORIGINAL);

        assertEquals("""
                                 Eckladen
                     Hauptstraße 1, 12345 Musterstadt

                Filiale S1                        Kasse T2
                Bon S1-T2-9f3a-17         14.03.2026 16:09
                Es bediente Sie Ada
                ------------------------------------------
                Bio-Haferdrink ungesüßt mit Calcium und
                Vitamin D, 6 x 1 Liter im Karton   11,94 A
                北海道産の特濃牛乳を使った手作りなめらかカ
                スタードプリン
                  2 x 3,20                          6,40 B
                חלב טרי 3% שומן
                  1 x 1,80                          1,80 B
                Donaudampfschifffahrtsgesellschaftskapitän
                smützenabzeichen                    7,00 A
                क्षेत्रीय नमकीन 👩‍👩‍👧‍👧 café                    1,00 A
                x x x x x x x x x x x x x x x x x x x x x
                x x x x x x x x x x x x x x x x x x x x x
                x x x x x x x x x x x x x x x x x x x x...
                                                    1,00 A
                a bc d                              1,00 A
                ------------------------------------------
                SUMME EUR                          30,14
                Bar                                30,14

                                     Netto Steuer Brutto
                A MwSt 19 %          18,44   3,50  21,94
                B MwSt 7 %            7,66   0,54   8,20

                    Journalnr. 4711, Prüfwert 9f3a2c1d
                            [ S1-T2-9f3a-17 ]
                               Vielen Dank!
                """, receipt.text());
        assertFits(receipt);
    }

    @Test
    void whatWouldDriveAPrinterIsLeftOut() {
        Basket basket = Basket.empty(GBP, TaxRule.USUAL).ring(item("Tea", Unit.EACH, VAT), pieces(1), price("1", GBP));
        Heading wild = new Heading("a\u001b@\tb", List.of("\u001d(k\u0003", "half \ud83d"), "one\r\ntwo\u0000");

        Receipt receipt = Receipt.of(
                sale(basket, new Tender.Cash(gbp(100))), PROOF, wild, ReceiptLanguage.EN, LONDON, Mark.ORIGINAL);

        List<String> texts = receipt.lines().stream().map(line -> line.text().strip()).toList();
        assertEquals(List.of("a @ b", "(k", "half \ufffd"), texts.subList(0, 3));
        assertEquals(List.of("one", "two"), texts.subList(texts.size() - 2, texts.size()));
    }

    @Test
    void aThousandLinesAreAllThere() {
        Basket basket = Basket.empty(GBP, TaxRule.USUAL);
        for (int number = 1; number <= 1_000; number++) {
            basket = basket.plus(Line.sold(number, item("Item " + number, Unit.EACH, VAT), pieces(1), price("0.01", GBP)));
        }

        Receipt receipt = Receipt.of(
                sale(basket, new Tender.Cash(gbp(1000))), PROOF, HEADING, ReceiptLanguage.EN, LONDON, Mark.ORIGINAL);

        assertEquals(1_000, receipt.lines().stream().filter(line -> line.text().startsWith("Item ")).count());
        assertFits(receipt);
    }

    @ParameterizedTest
    @EnumSource(ReceiptLanguage.class)
    void hugeAmountsAndLongTextsStayWithinTheColumns(ReceiptLanguage language) {
        String longWord = "W".repeat(200);
        String code = "W".repeat(64);
        Basket basket = Basket.empty(GBP, TaxRule.USUAL).plus(new Line(
                1, item(longWord, Unit.EACH, new TaxRate("X", code, 123_456, TaxRate.Kind.EXCLUSIVE)),
                Quantity.of(1, Unit.EACH), price("1", GBP), gbp(8_000_000_000_000_000_000L),
                Optional.empty(), Optional.of(code), Optional.of(code)));
        Receipt receipt = Receipt.of(
                sale(basket, new Tender.Voucher(basket.total(), code)),
                PROOF, new Heading(longWord, List.of(longWord), longWord), language, LONDON, Mark.COPY);

        assertFits(receipt);
        assertTrue(receipt.text().contains(language.money(basket.total())));
    }

    private static void assertFits(Receipt receipt) {
        for (String line : receipt.text().lines().toList()) {
            assertTrue(Columns.width(line) <= Receipt.COLUMNS, line);
        }
    }

    private static Sale sale(Basket basket, Tender... tenders) {
        Settlement settlement = Settlement.of(basket.total());
        for (Tender tender : tenders) {
            settlement = settlement.offer(tender) instanceof Settlement.Offer.Added(Settlement added) ? added : settlement;
        }
        Sale.Occasion occasion = new Sale.Occasion("S1", EARLIER, LocalDate.of(2026, 3, 14),
                Instant.parse("2026-03-14T15:09:26.535897Z"), new Person("ada", "Ada"), Optional.empty());
        return Sale.of(new ReceiptNumber("S1-T2-9f3a-17"), occasion, basket, settlement);
    }

    private static Item item(String name, Unit unit, TaxRate tax) {
        Sku sku = Sku.of(Integer.toHexString(name.hashCode()));
        return new Item(ProductId.of(sku), sku, name, unit, Product.Kind.GOODS, tax);
    }

    private static Price price(String text, Currency currency) {
        return new Price(UnitPrice.parse(text, currency), new Price.Source.Base());
    }

    private static Quantity pieces(long count) {
        return Quantity.of(count, Unit.EACH);
    }

    private static Money gbp(long minor) {
        return new Money(minor, GBP);
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}
