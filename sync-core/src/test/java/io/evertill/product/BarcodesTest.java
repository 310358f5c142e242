package io.evertill.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.product.Barcodes.EightDigits;
import io.evertill.product.InStoreLayout.ValueKind;
import io.evertill.stock.Chance;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Unit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarcodesTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final InStoreLayout PRICE = new InStoreLayout("22", 4, ValueKind.PRICE, 5, 2, true);
    private static final InStoreLayout PRICE_4 = new InStoreLayout("02", 5, ValueKind.PRICE, 4, 2, true);
    private static final InStoreLayout WEIGHT = new InStoreLayout("29", 5, ValueKind.WEIGHT, 5, 3, false);
    private static final Barcodes PLAIN = new Barcodes(List.of(), EUR);
    private static final Barcodes SHOP = new Barcodes(List.of(PRICE, PRICE_4, WEIGHT), EUR);

    @RandomTest(seeds = 5_000)
    void everyTextHasAnAnswer(Chance chance) {
        String text = chance.pick("", "", "]E0", "]E3", "]E4", "]C1", "]d2", "]d20109506000134352", "]", " ", "]\u001d", "(01)", "01")
                + (chance.oneIn(3) ? chance.text(40) : chance.digits(chance.below(20)));
        Barcodes barcodes = anyBarcodes(chance);

        Barcode answer = barcodes.read(text);

        assertEquals(answer, barcodes.read(" " + text + "\r\n"));
        switch (answer) {
            case Barcode.Item(Gtin gtin) -> assertEquals(Gtin.LENGTH, gtin.digits().length());
            case Barcode.Marked(Gtin gtin, ElementString elements) ->
                    assertEquals(gtin, Gtin.of(elements.tradeItem().orElseThrow()));
            case Barcode.Priced(String item, Money price) -> assertTrue(price.isPositive() && item.length() < 13);
            case Barcode.Weighed(String item, Quantity weight) -> assertTrue(weight.isPositive() && item.length() < 13);
            case Barcode.Text(String read) -> assertTrue(text.contains(read));
            case Barcode.WrongCheckDigit(String read, char expected) -> assertTrue(expected >= '0' && expected <= '9', read);
        }
    }

    @RandomTest
    void aCodeIsTheSameItemHoweverManyZerosTheScannerSends(Chance chance) {
        String upc = GtinTest.valid(chance, 12);
        Barcodes barcodes = anyBarcodes(chance);

        assertEquals(barcodes.read(upc), barcodes.read("0" + upc));
        assertEquals(barcodes.read(upc), barcodes.read("00" + upc));
        assertEquals(barcodes.read(upc), barcodes.read("]E0" + upc));
        assertEquals(barcodes.read(upc), barcodes.read("]E0" + "0" + upc));
    }

    @RandomTest
    void aWrongDigitNamesTheRightCheckDigit(Chance chance) {
        String right = GtinTest.valid(chance, chance.pick(12, 13, 14));
        char last = right.charAt(right.length() - 1);
        String wrong = right.substring(0, right.length() - 1) + (last == '9' ? '0' : (char) (last + 1));

        assertEquals(new Barcode.WrongCheckDigit(wrong, last), SHOP.read(wrong));
    }

    @ParameterizedTest
    @CsvSource({
        "124560, 1200000456", "275831, 2710000583", "412022, 4120000202", "876543, 8760000054", "753774, 7537000007",
        "213756, 2137500006", "517019, 5170100009", "593663, 5930000066", "123643, 1230000064"
    })
    void upcEGrowsTheZerosThatItLeftOut(String six, String grown) {
        String upcA = "0" + grown;
        String check = String.valueOf(Gtin.checkDigit(upcA));

        assertEquals(upcA + check, Barcodes.expandUpcE("0" + six + check).orElseThrow());
        assertEquals(new Barcode.Item(Gtin.of(upcA + check)), PLAIN.read("]E0" + "0" + six + check));
    }

    @RandomTest(seeds = 2_000)
    void eightDigitsAreAnItemWhenEitherReadingIsRight(Chance chance) {
        String eight = chance.flip() ? GtinTest.valid(chance, 8) : chance.pick("0", "1") + chance.digits(7);
        boolean isEan = Gtin.checkDigit(eight.substring(0, 7)) == eight.charAt(7);
        boolean isUpc = Barcodes.expandUpcE(eight)
                .filter(upc -> Gtin.checkDigit(upc.substring(0, 11)) == upc.charAt(11))
                .isPresent();

        assertEquals(isEan || isUpc, PLAIN.read(eight) instanceof Barcode.Item);
        assertEquals(isEan, PLAIN.read("]E4" + eight) instanceof Barcode.Item);
        if (eight.charAt(0) <= '1') {
            assertEquals(isUpc, PLAIN.read("]E0" + eight) instanceof Barcode.Item);
        }
    }

    @Test
    void whenBothReadingsAreRightThePrefixDecidesAndThenTheSetting() {
        Barcode ean = new Barcode.Item(Gtin.of("04252702"));
        Barcode upc = new Barcode.Item(Gtin.of("042000005272"));
        Barcodes upcFirst = new Barcodes(List.of(), EUR, EightDigits.UPC_E_FIRST, ElementString.SEPARATOR);

        assertEquals(ean, PLAIN.read("04252702"));
        assertEquals(upc, upcFirst.read("04252702"));
        assertEquals(upc, PLAIN.read("]E004252702"));
        assertEquals(ean, upcFirst.read("]E404252702"));
    }

    @RandomTest
    void everyShortUpcEIsAlsoAnEan8SoTheOtherReadingIsThereToBeLookedUp(Chance chance) {
        String seven = chance.pick("0", "1") + chance.digits(5) + chance.pick("5", "6", "7", "8", "9");
        String code = seven + Gtin.checkDigit(seven);
        Gtin ean = Gtin.of(code);
        Gtin upc = Gtin.of(Barcodes.expandUpcE(code).orElseThrow());
        Barcodes upcFirst = new Barcodes(List.of(), EUR, EightDigits.UPC_E_FIRST, ElementString.SEPARATOR);

        assertEquals(new Barcode.Item(ean), PLAIN.read(code));
        assertEquals(Optional.of(upc), PLAIN.otherReading(code));
        assertEquals(new Barcode.Item(upc), upcFirst.read(code));
        assertEquals(Optional.of(ean), upcFirst.otherReading(code));
        assertEquals(Optional.empty(), PLAIN.otherReading("]E4" + code));
        assertEquals(Optional.empty(), PLAIN.otherReading("]E0" + code));
    }

    @RandomTest(seeds = 1_000)
    void onlyEightDigitsHaveAnotherReading(Chance chance) {
        String text = chance.flip() ? chance.text(20) : chance.digits(chance.below(16));
        Barcodes barcodes = anyBarcodes(chance);

        barcodes.otherReading(text).ifPresent(other -> {
            assertEquals(8, text.strip().length());
            assertNotEquals(new Barcode.Item(other), barcodes.read(text));
        });
    }

    @Test
    void theSettingOnlyOrdersWhatBothCouldBe() {
        Barcodes upcFirst = new Barcodes(List.of(), EUR, EightDigits.UPC_E_FIRST, ElementString.SEPARATOR);

        assertEquals(new Barcode.Item(Gtin.of("96385272")), upcFirst.read("96385272"));
        assertEquals(new Barcode.Item(Gtin.of("042100005264")), PLAIN.read("04252614"));
        assertInstanceOf(Barcode.WrongCheckDigit.class, PLAIN.read("]E404252614"));
    }

    @Test
    void anIssueNumberBehindACodeIsLeftOut() {
        Barcode item = new Barcode.Item(Gtin.of("9771234567003"));

        assertEquals(item, PLAIN.read("]E3977123456700312"));
        assertEquals(item, PLAIN.read("]E3977123456700312345"));
        assertEquals(new Barcode.Item(Gtin.of("036000291452")), PLAIN.read("]E303600029145212345"));
        assertEquals(new Barcode.Text("977123456700312345"), PLAIN.read("977123456700312345"));
    }

    @Test
    void aCaseIsNeverItsUnit() {
        assertEquals(new Barcode.Item(Gtin.of("00614141007349")), PLAIN.read("614141007349"));
        assertEquals(new Barcode.Item(Gtin.of("10614141007346")), PLAIN.read("10614141007346"));
    }

    @ParameterizedTest
    @CsvSource({"2875, 9", "0000, 0", "14685, 6", "00000, 0"})
    void valuesHaveTheCheckDigitsOfTheSpecification(String value, char expected) {
        assertEquals(expected, InnerCheck.digit(value));
    }

    @RandomTest
    void theWeightsOfValuesFollowTheirRule(Chance chance) {
        String four = chance.digits(4);
        int sum = weigh(four, 0, 2, -1) + weigh(four, 1, 2, -1) + weigh(four, 2, 3, 0) + weigh(four, 3, 5, -1);
        assertEquals((char) ('0' + sum * 3 % 10), InnerCheck.digit(four));

        String five = chance.digits(5);
        int total = weigh(five, 0, 5, 1) + weigh(five, 1, 2, -1) + weigh(five, 2, 5, -1) + weigh(five, 3, 5, 1) + weigh(five, 4, 2, -1);
        String check = String.valueOf(InnerCheck.digit(five));
        assertEquals(0, (total + weigh(check, 0, 5, -1)) % 10);
    }

    @Test
    void aPriceInsideACodeIsReadOnlyWhenItsOwnCheckDigitIsRight() {
        String right = withCheckDigit("221234" + "6" + "14685");
        String wrong = withCheckDigit("221234" + "7" + "14685");

        assertEquals(new Barcode.Priced("221234", new Money(14685, EUR)), SHOP.read(right));
        assertEquals(new Barcode.WrongCheckDigit(wrong, '6'), SHOP.read(wrong));
    }

    @Test
    void aUpcACodeOfTheShopIsReadByTheLayoutWithItsZero() {
        String upc = withCheckDigit("2" + "12345" + "9" + "2875");

        assertEquals(new Barcode.Priced("0212345", new Money(2875, EUR)), SHOP.read(upc));
        assertEquals(SHOP.read(upc), SHOP.read("0" + upc));
    }

    @Test
    void aWeightInsideACodeIsInGrams() {
        assertEquals(new Barcode.Weighed("2900042", Quantity.parse("1.234", Unit.KILOGRAM)),
                SHOP.read(withCheckDigit("2900042" + "01234")));
    }

    @Test
    void aCodeWithAValueOfNothingIsAPlainItem() {
        String bare = withCheckDigit("2900042" + "00000");

        assertEquals(new Barcode.Item(Gtin.of(bare)), SHOP.read(bare));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABC", "4711", "]", "]E0", "]ab", "S1-T2-9f3a-17", "1234567", "400638133393 1", "٤٠٠٦٣٨١٣"})
    void whatIsNoBarcodeByFormIsText(String text) {
        assertEquals(new Barcode.Text(text), SHOP.read(text));
    }

    @Test
    void aLayoutThatCannotAlwaysBeReadIsRefused() {
        List<InStoreLayout> cents = List.of(PRICE);
        Currency yen = Currency.getInstance("JPY");

        assertThrows(IllegalArgumentException.class, () -> new Barcodes(cents, yen));
        assertThrows(IllegalArgumentException.class, () -> new InStoreLayout("29", 5, ValueKind.WEIGHT, 5, 4, false));
        assertThrows(IllegalArgumentException.class, () -> new InStoreLayout("29", 1, ValueKind.WEIGHT, 9, 0, false));
        assertThrows(IllegalArgumentException.class, () -> new InStoreLayout("29", 5, ValueKind.PRICE, 5, 2, true));
        assertThrows(IllegalArgumentException.class, () -> new InStoreLayout("2x", 5, ValueKind.PRICE, 5, 2, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "]d2010950600013435210LOT1\u001d21SN9", "]C1010950600013435210LOT1\u001d21SN9", "]Q3010950600013435210LOT1|21SN9",
        "010950600013435210LOT1\u001d21SN9", "010950600013435210LOT1|21SN9", "(01)09506000134352(10)LOT1(21)SN9",
        "]e021SN9\u001d10LOT1\u001d0109506000134352"
    })
    void aSymbolThatSaysMoreIsKnownHoweverTheScannerSendsIt(String scanned) {
        Barcodes barcodes = new Barcodes(List.of(), EUR, EightDigits.EAN_8_FIRST, '|');

        Barcode.Marked marked = assertInstanceOf(Barcode.Marked.class, barcodes.read(scanned));

        assertEquals(Gtin.of("9506000134352"), marked.gtin());
        assertEquals(Map.of("01", "09506000134352", "10", "LOT1", "21", "SN9"), marked.elements().values());
    }

    @Test
    void aSymbolWhoseItemIsMisreadOrMissingIsNoItem() {
        assertEquals(new Barcode.WrongCheckDigit("09506000134351", '2'), PLAIN.read("]d2010950600013435110LOT1"));
        assertEquals(new Barcode.Text("00095060001343520000"), PLAIN.read("]C100095060001343520000"));
    }

    private static Barcodes anyBarcodes(Chance chance) {
        List<InStoreLayout> layouts = chance.list(0, 4, () -> {
            String prefix = chance.pick("02", "04", "20", "21", "2", "299", "0", "1", "4");
            boolean innerCheck = chance.flip();
            int itemDigits = 1 + chance.below(11 - prefix.length() - (innerCheck ? 1 : 0));
            int valueDigits = 12 - prefix.length() - (innerCheck ? 1 : 0) - itemDigits;
            ValueKind kind = chance.pick(ValueKind.values());
            int decimals = chance.below(Math.min(kind == ValueKind.PRICE ? 2 : 3, valueDigits) + 1);
            boolean isTooHeavy = kind == ValueKind.WEIGHT && valueDigits - decimals > 8;
            return isTooHeavy ? WEIGHT : new InStoreLayout(prefix, itemDigits, kind, valueDigits, decimals, innerCheck);
        });
        return new Barcodes(layouts, EUR, chance.pick(EightDigits.values()), chance.pick(ElementString.SEPARATOR, '|'));
    }

    private static String withCheckDigit(String digits) {
        return digits + Gtin.checkDigit(digits);
    }

    private static int weigh(String digits, int at, int weight, int sign) {
        int product = (digits.charAt(at) - '0') * weight;
        return Math.floorMod(product + sign * (product / 10), 10);
    }
}
