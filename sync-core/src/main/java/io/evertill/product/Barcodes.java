package io.evertill.product;

import io.evertill.money.Money;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// Reads scanned and typed codes: EAN-8, EAN-13, UPC-A, UPC-E, GTIN-14 and the shop's own layouts.
///
/// Eight digits can be EAN-8 or UPC-E. The AIM prefix of the scanner decides when it is sent (`]E4` is EAN-8, `]E0` the
/// rest), else EAN-8 goes first and UPC-E is tried when the EAN-8 check digit is wrong.
///
/// @param layouts the shop's own layouts, the first that fits wins
/// @param currency what prices inside codes are in
public record Barcodes(List<InStoreLayout> layouts, Currency currency) {
    private static final int AIM_LENGTH = 3;

    /// Copies the list.
    public Barcodes {
        layouts = List.copyOf(layouts);
    }

    /// Says what a code is. Total: every text has an answer.
    public Barcode read(String scanned) {
        String text = scanned.strip();
        boolean ean8 = text.startsWith("]E4");
        if (text.length() > AIM_LENGTH && text.charAt(0) == ']') {
            text = text.substring(AIM_LENGTH);
        }
        if (!Gtin.isDigits(text)) {
            return new Barcode.Text(text);
        }
        return switch (text.length()) {
            case 8 -> eight(text, ean8);
            case 12, 14 -> item(text);
            case 13 -> thirteen(text);
            default -> new Barcode.Text(text);
        };
    }

    private static Barcode eight(String text, boolean ean8Only) {
        Barcode ean = item(text);
        if (ean instanceof Barcode.Item || ean8Only) {
            return ean;
        }
        return expandUpcE(text).map(Barcodes::item).filter(Barcode.Item.class::isInstance).orElse(ean);
    }

    private Barcode thirteen(String text) {
        Barcode item = item(text);
        if (!(item instanceof Barcode.Item)) {
            return item;
        }
        for (InStoreLayout layout : layouts) {
            if (text.startsWith(layout.prefix())) {
                return inStore(layout, text);
            }
        }
        return item;
    }

    private Barcode inStore(InStoreLayout layout, String text) {
        String digits = layout.value(text);
        if (layout.innerCheck()) {
            char expected = InnerCheck.digit(digits);
            if (text.charAt(InStoreLayout.LENGTH - 2 - digits.length()) != expected) {
                return new Barcode.WrongCheckDigit(text, expected);
            }
        }
        String decimal = Decimals.fixed(Long.parseLong(digits), layout.valueDecimals());
        return switch (layout.valueKind()) {
            case PRICE -> new Barcode.Priced(layout.item(text), Money.parse(decimal, currency));
            case WEIGHT -> new Barcode.Weighed(layout.item(text), Quantity.parse(decimal, Unit.KILOGRAM));
        };
    }

    private static Barcode item(String text) {
        char expected = Gtin.checkDigit(text.substring(0, text.length() - 1));
        return expected == text.charAt(text.length() - 1)
                ? new Barcode.Item(Gtin.of(text))
                : new Barcode.WrongCheckDigit(text, expected);
    }

    /// Expands eight digits of UPC-E (number system, six digits, check digit) to UPC-A (GS1 General Specifications 5.2.2.4.2).
    static Optional<String> expandUpcE(String text) {
        char system = text.charAt(0);
        if (system != '0' && system != '1') {
            return Optional.empty();
        }
        String six = text.substring(1, 7);
        char last = six.charAt(5);
        String body = switch (last) {
            case '0', '1', '2' -> six.substring(0, 2) + last + "0000" + six.substring(2, 5);
            case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
            case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
            default -> six.substring(0, 5) + "0000" + last;
        };
        return Optional.of(system + body + text.charAt(7));
    }
}
