package io.evertill.device;

import java.nio.CharBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/// A table of 256 characters that a printer knows, by the number that selects it (`ESC t n`).
///
/// A character that the table lacks is written without its accents, else in a usual stand-in, else as `?`, one for each
/// column that it takes, so that columns stay in line.
///
/// @param number selects it
/// @param charset the same table
public record CodePage(int number, Charset charset) {
    /// Western Europe with euro and pound: what most printers have under 16.
    public static final CodePage WESTERN = new CodePage(16, Charset.forName("windows-1252"));

    /// The numbers that Epson gave and most others took over.
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("windows-1252", 16), Map.entry("IBM437", 0), Map.entry("IBM850", 2), Map.entry("IBM00858", 19),
            Map.entry("IBM852", 18), Map.entry("IBM866", 17), Map.entry("windows-1250", 45), Map.entry("windows-1251", 46),
            Map.entry("windows-1253", 47), Map.entry("windows-1254", 48), Map.entry("ISO-8859-15", 40));
    private static final int NUMBER_MAX = 255;

    private static final Map<Integer, String> STAND_INS = Map.of(
            (int) '\u2013', "-", (int) '\u2014', "-", (int) '\u2018', "'", (int) '\u2019', "'", (int) '\u201c', "\"",
            (int) '\u201d', "\"", (int) '\u2026', "...", (int) '\u20ac', "EUR", (int) '\u00a0', " ", (int) '\u202f', " ");

    /// A page by the name of its characters, such as `windows-1252` or `IBM850`, with the usual number or one before it:
    /// `NUMBER:NAME`.
    ///
    /// @return empty when this program does not know the characters, or no usual number for them
    public static Optional<CodePage> parse(String text) {
        int colon = text.indexOf(':');
        String name = text.substring(colon + 1).strip();
        try {
            Charset charset = Charset.forName(name);
            Optional<Integer> number = colon < 0
                    ? Optional.ofNullable(NUMBERS.get(charset.name()))
                    : Optional.of(text.substring(0, colon).strip()).filter(digits -> digits.matches("[0-9]{1,3}")).map(Integer::valueOf);
            return number.filter(page -> page <= NUMBER_MAX && charset.canEncode()).map(page -> new CodePage(page, charset));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The bytes of a text.
    public byte[] bytes(String text) {
        CharsetEncoder encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        StringBuilder known = new StringBuilder(text.length());
        text.codePoints().forEach(point -> known.append(known(point)));
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(known));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("an encoder that replaces refused a text", e);
        }
    }

    private String known(int point) {
        String one = Character.toString(point);
        CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(one)) {
            return one;
        }
        String bare = Normalizer.normalize(one, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        if (encoder.canEncode(bare)) {
            return bare;
        }
        return STAND_INS.getOrDefault(point, isWide(point) ? "??" : "?");
    }

    /// Whether a glyph takes two columns, as the layout of a receipt counts it.
    private static boolean isWide(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> point < 0xff61 || point > 0xffdc;
            default -> point >= 0xff01 && point <= 0xff60;
        };
    }
}
