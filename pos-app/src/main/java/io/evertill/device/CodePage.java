package io.evertill.device;

import java.nio.CharBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.text.Normalizer;
import java.util.Map;

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

    private static final Map<Integer, String> STAND_INS = Map.of(
            (int) '\u2013', "-", (int) '\u2014', "-", (int) '\u2018', "'", (int) '\u2019', "'", (int) '\u201c', "\"",
            (int) '\u201d', "\"", (int) '\u2026', "...", (int) '\u20ac', "EUR", (int) '\u00a0', " ", (int) '\u202f', " ");

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
