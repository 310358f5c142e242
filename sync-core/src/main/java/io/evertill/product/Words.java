package io.evertill.product;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// A text as a person searches in it: its words without case, accents, ligatures and punctuation.
///
/// `Crème "Straße"` is ` creme strasse`. Both what is searched and what is typed go through here, so that what a person
/// leaves away or types differently is found all the same. Vowel signs that are letters of their own (Thai, Devanagari)
/// stay; digits of every script become `0` to `9`. It does not stem and knows no language.
///
/// @param text every word behind one blank; empty when there is none
public record Words(String text) {
    private static final int FIRST_NOT_ASCII = 0x80;
    private static final int KANA_VOICED = 0x3099;
    private static final int KANA_HALF_VOICED = 0x309a;

    /// The words of some texts.
    public static Words of(String... texts) {
        StringBuilder words = new StringBuilder();
        for (String text : texts) {
            split(folded(text), words);
        }
        return new Words(words.toString());
    }

    /// The words by which a product is found: those of its name, its SKU whole and in parts, its barcodes as printed.
    public static Words of(Product product) {
        return of(product.name(), product.sku().code(), product.gtins().stream().map(Gtin::digits).sorted().toList());
    }

    /// The same from the parts of a product.
    ///
    /// @param gtins with 14 digits each
    public static Words of(String name, String sku, List<String> gtins) {
        StringBuilder words = new StringBuilder();
        split(folded(name), words);
        int skuAt = words.length();
        split(folded(sku), words);
        if (words.lastIndexOf(" ") > skuAt) {
            words.append(' ').append(words.substring(skuAt).replace(" ", ""));
        }
        for (String gtin : gtins) {
            String significant = gtin.substring(zeros(gtin));
            words.append(' ').append(significant).append(" 0").append(significant);
        }
        return new Words(words.toString());
    }

    private static int zeros(String digits) {
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return zeros;
    }

    /// The words one by one.
    public List<String> list() {
        return text.isEmpty() ? List.of() : List.of(text.substring(1).split(" "));
    }

    /// Whether a word begins so.
    public boolean hasStart(String start) {
        return text.contains(" " + start);
    }

    /// Whether a word has this in it.
    public boolean hasPart(String part) {
        return text.contains(part);
    }

    private static void split(String folded, StringBuilder words) {
        boolean isInside = false;
        for (int at = 0; at < folded.length(); at += Character.charCount(folded.codePointAt(at))) {
            int point = folded.codePointAt(at);
            if (!isOfWord(point)) {
                // The s of "Kellogg's" is no word that anybody looks for.
                isInside = isInside && isPossessive(folded, at);
                continue;
            }
            if (!isInside) {
                words.append(' ');
            }
            words.appendCodePoint(point);
            isInside = true;
        }
    }

    private static boolean isPossessive(String folded, int at) {
        boolean isApostrophe = folded.charAt(at) == '\'' || folded.charAt(at) == '\u2019';
        boolean hasLetter = at + 1 < folded.length() && Character.isLetter(folded.charAt(at + 1));
        boolean isLast = at + 2 >= folded.length() || !isOfWord(folded.codePointAt(at + 2));
        return isApostrophe && hasLetter && isLast;
    }

    private static boolean isOfWord(int point) {
        return Character.isLetterOrDigit(point) || switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static String folded(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return lower;
        }
        StringBuilder plain = new StringBuilder(lower.length());
        Normalizer.normalize(lower, Normalizer.Form.NFKD).codePoints()
                .filter(point -> !isAccent(point))
                .forEach(point -> plain.append(letter(point)));
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= FIRST_NOT_ASCII) {
                return false;
            }
        }
        return true;
    }

    /// Accents, Hebrew points and Arabic vowel marks; not the signs that make another kana.
    private static boolean isAccent(int point) {
        if (Character.getType(point) != Character.NON_SPACING_MARK || point == KANA_VOICED || point == KANA_HALF_VOICED) {
            return false;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case INHERITED, HEBREW, ARABIC -> true;
            default -> false;
        };
    }

    /// Letters that Unicode does not take apart, as people type them who do not have them; Arabic letters that are written
    /// in several ways; the Arabic line that only stretches a word.
    private static String letter(int point) {
        return switch (point) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'þ' -> "th";
            case 'ı' -> "i";
            case 'ς' -> "σ";
            case 0x0640 -> "";
            case 0x0649, 0x06cc -> "\u064a";
            case 0x0629 -> "\u0647";
            case 0x06a9 -> "\u0643";
            default -> Character.isDigit(point)
                    ? String.valueOf(Character.digit(point, 10))
                    : Character.toString(point);
        };
    }
}
