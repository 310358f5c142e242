package io.evertill.product;

import io.evertill.money.Money;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads scanned and typed codes: EAN-8, EAN-13, UPC-A, UPC-E, GTIN-14, the shop's own layouts, and GS1 element strings.
///
/// An element string is known by its AIM prefix; without one, by a separator in it, by brackets at its begin, or by being a
/// whole one that begins with a trade item number whose check digit is right.
///
/// Eight digits can be EAN-8 or UPC-E. The AIM prefix of the scanner decides when it is sent (`]E4` is EAN-8, `]E0` the
/// rest), else the setting, and the other one is tried when the check digit of the first is wrong. Every UPC-E code whose
/// sixth digit is 5 to 9 has a right check digit as EAN-8 too: [#otherReading] is there for a first reading that nobody
/// knows. A UPC-A code is the
/// EAN-13 code with a zero before it, also for the shop's own layouts: one that begins with 2 has prefix 02.
///
/// @param layouts the shop's own layouts, the first that fits wins
/// @param currency what prices inside codes are in
/// @param eightDigits which goes first when eight digits came without an AIM prefix
/// @param separator what the scanner sends between the values of an element string, beside [ElementString#SEPARATOR]
public record Barcodes(List<InStoreLayout> layouts, Currency currency, EightDigits eightDigits, char separator) {
    private static final int EIGHT = 8;
    private static final int AIM_LENGTH = 3;
    private static final String AIM_EAN_8 = "]E4";
    private static final String AIM_ADD_ON = "]E3";
    /// GS1-128, DataBar, DataMatrix, QR and DotCode.
    private static final Set<String> AIM_GS1 = Set.of("]C1", "]e0", "]d2", "]Q3", "]J1");
    private static final String TRADE_ITEM = "01";
    private static final List<Integer> ADD_ON_LENGTHS = List.of(2, 5);

    /// Which goes first when eight digits could be either.
    public enum EightDigits {
        /// Usual outside North America.
        EAN_8_FIRST,
        /// For shops whose small packs carry UPC-E.
        UPC_E_FIRST
    }

    /// Copies the list. Refuses a layout whose prices have more decimals than the currency.
    public Barcodes {
        layouts = List.copyOf(layouts);
        int digits = currency.getDefaultFractionDigits();
        for (InStoreLayout layout : layouts) {
            if (layout.valueKind() == InStoreLayout.ValueKind.PRICE && layout.valueDecimals() > digits) {
                throw new IllegalArgumentException("the layout with prefix " + layout.prefix() + " has prices with "
                        + layout.valueDecimals() + " decimals, " + currency + " has " + digits);
            }
        }
    }

    /// With EAN-8 first, and the usual separator.
    public Barcodes(List<InStoreLayout> layouts, Currency currency) {
        this(layouts, currency, EightDigits.EAN_8_FIRST, ElementString.SEPARATOR);
    }

    /// Says what a code is. Total: every text has an answer.
    public Barcode read(String scanned) {
        String text = scanned.strip();
        String aim = aim(text);
        String code = withoutAddOn(aim, text.substring(aim.length()));
        if (AIM_GS1.contains(aim) || looksLikeElements(code)) {
            return elements(code).orElseGet(() -> new Barcode.Text(code));
        }
        if (!Gtin.isDigits(code)) {
            return new Barcode.Text(code);
        }
        return switch (code.length()) {
            case EIGHT -> eight(code, aim);
            case 12 -> thirteen(code, "0" + code);
            case 13 -> thirteen(code, code);
            case 14 -> code.startsWith("0") ? thirteen(code, code.substring(1)) : item(code);
            default -> new Barcode.Text(code);
        };
    }

    private boolean looksLikeElements(String code) {
        boolean isSeparated = code.indexOf(ElementString.SEPARATOR) >= 0;
        boolean beginsWithItem = code.startsWith(TRADE_ITEM)
                && code.length() > TRADE_ITEM.length() + Gtin.LENGTH
                && elements(code).filter(Barcode.Marked.class::isInstance).isPresent();
        return isSeparated || code.startsWith("(" + TRADE_ITEM + ")") || beginsWithItem;
    }

    /// What an element string says; empty when it is none or names no trade item.
    private Optional<Barcode> elements(String code) {
        return ElementString.read(code, separator).flatMap(elements -> elements.tradeItem().map(digits ->
                item(digits) instanceof Barcode.Item(Gtin gtin) ? new Barcode.Marked(gtin, elements) : item(digits)));
    }

    /// What an element string says that names no trade item, such as a label with nothing but a number; empty for every other text.
    public Optional<ElementString> label(String scanned) {
        String text = scanned.strip();
        String aim = aim(text);
        return AIM_GS1.contains(aim) || text.startsWith("(")
                ? ElementString.read(text.substring(aim.length()), separator).filter(label -> label.tradeItem().isEmpty())
                : Optional.empty();
    }

    /// A text without the prefix that a scanner sent before it.
    public static String withoutAim(String scanned) {
        String text = scanned.strip();
        return text.substring(aim(text).length());
    }

    /// The other item that eight digits could be, when both check digits are right and no AIM prefix decided: to be looked
    /// up when the item of [#read] is unknown.
    public Optional<Gtin> otherReading(String scanned) {
        String text = scanned.strip();
        if (text.length() != EIGHT || !Gtin.isDigits(text)) {
            return Optional.empty();
        }
        Barcode first = read(text);
        return Stream.of(item(text), upcE(text))
                .flatMap(reading -> reading instanceof Barcode.Item(Gtin gtin) ? Stream.of(gtin) : Stream.empty())
                .filter(gtin -> !first.equals(new Barcode.Item(gtin)))
                .findFirst();
    }

    /// The symbology identifier (ISO/IEC 15424) that a scanner sent before the code; empty without one.
    private static String aim(String text) {
        boolean isSent = text.length() > AIM_LENGTH
                && text.charAt(0) == ']'
                && isPlain(text.charAt(1))
                && isPlain(text.charAt(2));
        return isSent ? text.substring(0, AIM_LENGTH) : "";
    }

    private static boolean isPlain(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /// A magazine's issue number stands behind its code: two or five digits that name no other item.
    private static String withoutAddOn(String aim, String code) {
        if (!aim.equals(AIM_ADD_ON) || !Gtin.isDigits(code)) {
            return code;
        }
        return ADD_ON_LENGTHS.stream()
                .map(length -> code.length() - length)
                .filter(length -> length == 12 || length == 13)
                .map(length -> code.substring(0, length))
                .findFirst()
                .orElse(code);
    }

    private Barcode eight(String text, String aim) {
        Barcode ean = item(text);
        Barcode upc = upcE(text);
        if (aim.equals(AIM_EAN_8)) {
            return ean;
        }
        if (aim.startsWith("]E")) {
            return upc;
        }
        Barcode first = switch (eightDigits) {
            case EAN_8_FIRST -> ean;
            case UPC_E_FIRST -> upc;
        };
        Barcode second = first.equals(ean) ? upc : ean;
        return !(first instanceof Barcode.Item) && second instanceof Barcode.Item ? second : first;
    }

    /// Eight digits as UPC-E; as EAN-8 when their number system knows no UPC-E.
    private static Barcode upcE(String text) {
        return item(expandUpcE(text).orElse(text));
    }

    private Barcode thirteen(String text, String ean13) {
        Barcode item = item(text);
        if (!(item instanceof Barcode.Item)) {
            return item;
        }
        return layouts.stream()
                .filter(layout -> ean13.startsWith(layout.prefix()))
                .findFirst()
                .map(layout -> inStore(layout, ean13, item))
                .orElse(item);
    }

    private Barcode inStore(InStoreLayout layout, String text, Barcode plain) {
        String digits = layout.value(text);
        if (layout.innerCheck()) {
            char expected = InnerCheck.digit(digits);
            if (text.charAt(InStoreLayout.LENGTH - 2 - digits.length()) != expected) {
                return new Barcode.WrongCheckDigit(text, expected);
            }
        }
        long value = Long.parseLong(digits);
        // Nothing of a product cannot be sold: such a code is the bare number on the shelf or in the scale's list.
        if (value == 0) {
            return plain;
        }
        String decimal = Decimals.fixed(value, layout.valueDecimals());
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
