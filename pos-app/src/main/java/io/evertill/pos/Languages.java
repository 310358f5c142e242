package io.evertill.pos;

import io.evertill.receipt.ReceiptLanguage;
import io.evertill.till.Appearance;
import java.util.Map;

/// What the till speaks: to its cashier, who may change it, and to customers.
///
/// | name | meaning | usual value |
/// |---|---|---|
/// | `language` | of the screen, until somebody takes another: `en`, `de`, `fr` or `es` | `en` |
/// | `language.receipt` | of receipts | as `language` |
///
/// @param screen when the till starts
/// @param receipt on every receipt
public record Languages(Appearance.Language screen, ReceiptLanguage receipt) {
    private static final String SCREEN = "language";
    private static final String RECEIPT = "language.receipt";

    static Languages of(Map<String, String> values) {
        String screen = values.getOrDefault(SCREEN, "en");
        String receipt = values.getOrDefault(RECEIPT, screen);
        return new Languages(switch (screen) {
            case "en" -> Appearance.Language.ENGLISH;
            case "de" -> Appearance.Language.GERMAN;
            case "fr" -> Appearance.Language.FRENCH;
            case "es" -> Appearance.Language.SPANISH;
            default -> throw unknown(SCREEN, screen);
        }, switch (receipt) {
            case "en" -> ReceiptLanguage.EN;
            case "de" -> ReceiptLanguage.DE;
            case "fr" -> ReceiptLanguage.FR;
            case "es" -> ReceiptLanguage.ES;
            default -> throw unknown(RECEIPT, receipt);
        });
    }

    private static IllegalArgumentException unknown(String name, String value) {
        return new IllegalArgumentException(name + " is en, de, fr or es: '" + value + "'");
    }
}
