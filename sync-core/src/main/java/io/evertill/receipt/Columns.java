package io.evertill.receipt;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text in columns of equal width, as a receipt printer has them.
///
/// A glyph is a grapheme cluster; a wide one takes two columns, a mark that sits on another glyph none. The direction of a
/// text is left to the printer: nothing is reordered here.
final class Columns {
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final String CUT = "...";

    private Columns() {}

    /// A text that a printer can take: one line, single blanks, no control characters, no marks that turn its direction.
    static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                kept.append('\ufffd');
            } else if (isBlank(point)) {
                if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
                    kept.append(' ');
                }
            } else if (!turnsDirection(point)) {
                kept.appendCodePoint(point);
            }
        });
        return kept.toString().strip();
    }

    /// How many columns a text takes.
    static int width(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return text.length();
        }
        return CLUSTER.matcher(text).results().mapToInt(cluster -> clusterWidth(cluster.group())).sum();
    }

    /// Whether a part of it is read from right to left.
    static boolean hasRightToLeft(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /// A cleaned text in lines: broken at blanks and between wide glyphs, inside a word only when it is longer than a line.
    ///
    /// @param columns at least 3
    /// @param linesMax what goes beyond is cut, and the cut is shown
    static List<String> wrap(String text, int columns, int linesMax) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        boolean blankBefore = false;
        for (String word : words(text)) {
            if (word.isBlank()) {
                blankBefore = true;
                continue;
            }
            int blank = blankBefore && used > 0 ? 1 : 0;
            int wide = width(word);
            if (used + blank + wide > columns && used > 0) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
                blank = 0;
            }
            line.append(" ".repeat(blank)).append(word);
            used += blank + wide;
            blankBefore = false;
            while (used > columns) {
                String first = start(line.toString(), columns);
                lines.add(first);
                line.delete(0, first.length());
                used = width(line.toString());
            }
        }
        if (used > 0) {
            lines.add(line.toString());
        }
        return lines.size() <= linesMax ? List.copyOf(lines) : cut(lines, columns, linesMax);
    }

    /// The text in the middle of a line.
    static String centred(String text, int columns) {
        return " ".repeat(Math.max(0, (columns - width(text)) / 2)) + text;
    }

    /// The text at the right end of a line.
    static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    private static List<String> cut(List<String> lines, int columns, int linesMax) {
        List<String> kept = new ArrayList<>(lines.subList(0, linesMax));
        kept.add(start(kept.removeLast(), columns - CUT.length()).stripTrailing() + CUT);
        return List.copyOf(kept);
    }

    /// As many whole glyphs from the start as fit; at least one.
    private static String start(String text, int columns) {
        Matcher cluster = CLUSTER.matcher(text);
        int end = 0;
        int used = 0;
        while (cluster.find()) {
            used += clusterWidth(cluster.group());
            if (used > columns && end > 0) {
                break;
            }
            end = cluster.end();
        }
        return text.substring(0, end);
    }

    /// The parts between which a line may break: words, blanks, and every wide glyph by itself.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        Matcher cluster = CLUSTER.matcher(text);
        while (cluster.find()) {
            String glyph = cluster.group();
            boolean alone = glyph.isBlank() || clusterWidth(glyph) == 2;
            if (alone && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            word.append(glyph);
            if (alone) {
                words.add(glyph);
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static int clusterWidth(String cluster) {
        return cluster.codePoints().map(Columns::pointWidth).max().orElse(0);
    }

    private static int pointWidth(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    /// Wide and full-width characters (Unicode Standard Annex 11), by block; ambiguous ones are narrow.
    private static boolean isWide(int point) {
        return (point >= 0x1100 && point <= 0x115f)
                || (point >= 0x2e80 && point <= 0x303e)
                || (point >= 0x3041 && point <= 0xa4cf)
                || (point >= 0xa960 && point <= 0xa97c)
                || (point >= 0xac00 && point <= 0xd7a3)
                || (point >= 0xf900 && point <= 0xfaff)
                || (point >= 0xfe30 && point <= 0xfe6f)
                || (point >= 0xff01 && point <= 0xff60)
                || (point >= 0xffe0 && point <= 0xffe6)
                || (point >= 0x1f300 && point <= 0x1f64f)
                || (point >= 0x1f680 && point <= 0x1faff)
                || (point >= 0x20000 && point <= 0x3fffd);
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point);
    }

    private static boolean turnsDirection(int point) {
        return point == 0x061c
                || point == 0x200e
                || point == 0x200f
                || (point >= 0x202a && point <= 0x202e)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0xfeff;
    }
}
