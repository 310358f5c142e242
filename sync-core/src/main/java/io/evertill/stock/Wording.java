package io.evertill.stock;

/// What a text in a fact may be: something that every printer, file and database can hold.
///
/// That leaves out control characters (a NUL stops a PostgreSQL statement, an escape drives a printer) and halves of
/// characters (they have no UTF-8).
public final class Wording {
    private static final String CUT = "...";
    private static final int DELETE = 0x7f;
    private static final int FIRST_OF_THREE_BYTES = 0x800;
    private static final int ESCAPED_BYTES = 6;

    private Wording() {}

    /// Whether a database can hold a text: no NUL and no half characters.
    public static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && hasUtf8(text);
    }

    /// Whether a text has no control characters below the blank and no half characters.
    public static boolean isPrintable(String text) {
        return text.chars().noneMatch(c -> c < ' ' || c == DELETE) && hasUtf8(text);
    }

    /// The beginning of a text, made printable: for messages about texts that came from elsewhere.
    public static String brief(String text, int lengthMax) {
        String start = text.substring(0, Math.min(text.length(), lengthMax));
        StringBuilder brief = new StringBuilder(start.length() + CUT.length());
        start.codePoints().forEach(point -> {
            boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            brief.appendCodePoint(point < ' ' || point == DELETE || isHalf ? '?' : point);
        });
        return brief.append(text.length() > lengthMax ? CUT : "").toString();
    }

    private static boolean hasUtf8(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                boolean isPair = at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
                if (!isPair) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }

    /// The most bytes that a text takes between the quotes of a JSON text in UTF-8.
    public static int jsonBytes(String text) {
        int bytes = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < ' ') {
                bytes += ESCAPED_BYTES;
            } else if (c == '"' || c == '\\' || (c > DELETE && c < FIRST_OF_THREE_BYTES) || Character.isSurrogate(c)) {
                bytes += 2;
            } else {
                bytes += c <= DELETE ? 1 : 3;
            }
        }
        return bytes;
    }

    /// The text, when it says something: printable, not blank, at most so long.
    ///
    /// @param what names the text in the message
    /// @throws IllegalArgumentException otherwise
    public static String require(String what, String text, int lengthMax) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        return allow(what, text, lengthMax);
    }

    /// The text, when it is printable and at most so long; it may be empty.
    ///
    /// @param what names the text in the message
    /// @throws IllegalArgumentException otherwise
    public static String allow(String what, String text, int lengthMax) {
        if (text.length() > lengthMax || !isPrintable(text)) {
            throw new IllegalArgumentException(
                    what + " has at most " + lengthMax + " printable characters: '" + text + "'");
        }
        return text;
    }
}
