package io.evertill.db;

import io.evertill.product.Words;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The pieces of words that the search index knows: the first letters of a word behind [#START], one to six of them, and inside it four
/// and three in a row.
///
/// A part of a word is found by the pieces that it must have. Scripts that write words without blanks between them, or a
/// word in one or two signs, have pieces of one and two signs as well. Three digits from inside a long number are in too many
/// barcodes to tell anything, and are no piece.
final class Grams {
    /// Stands before the first letter of a word; alone it is a piece of none.
    static final String START = "^";
    /// More pieces of one word would narrow the search no further, and each costs.
    static final int PIECES_MAX = 8;

    private static final int START_LENGTH_MAX = 6;
    private static final int LENGTH = 4;
    private static final int SHORT_LENGTH = 3;
    private static final int LONG_NUMBER_MIN = 7;

    private Grams() {}

    /// Every piece of every word, once.
    static Set<String> of(Words words) {
        Set<String> pieces = new LinkedHashSet<>();
        words.list().forEach(word -> add(points(word), pieces));
        return pieces;
    }

    /// The pieces that a word must have to begin so, the telling ones first.
    static List<String> ofStart(String start) {
        int[] points = points(start);
        int known = Math.min(points.length, START_LENGTH_MAX);
        return Stream.concat(Stream.of(START + text(points, 0, known)), beyond(points, known)).limit(PIECES_MAX).toList();
    }

    /// The pieces that a word must have to contain this, the telling ones first; none when the index does not know parts so short.
    static List<String> ofPart(String part) {
        int[] points = points(part);
        if (points.length < SHORT_LENGTH) {
            return isDense(points[0]) ? List.of(part) : List.of();
        }
        return points.length == SHORT_LENGTH ? List.of(part) : beyond(points, 0).limit(PIECES_MAX).toList();
    }

    private static void add(int[] points, Set<String> pieces) {
        for (int length = 1; length <= Math.min(points.length, START_LENGTH_MAX); length++) {
            pieces.add(START + text(points, 0, length));
        }
        boolean isLongNumber = points.length >= LONG_NUMBER_MIN && Arrays.stream(points).allMatch(Character::isDigit);
        for (int at = 0; at < points.length; at++) {
            if (at + LENGTH <= points.length) {
                pieces.add(text(points, at, LENGTH));
            }
            if (at + SHORT_LENGTH <= points.length && !isLongNumber) {
                pieces.add(text(points, at, SHORT_LENGTH));
            }
            if (isDense(points[at])) {
                pieces.add(text(points, at, 1));
                pieces.add(text(points, at, Math.min(2, points.length - at)));
            }
        }
    }

    /// The pieces that reach beyond the letters that are known, from the end: first those side by side, then those between.
    private static Stream<String> beyond(int[] points, int known) {
        return IntStream.range(0, LENGTH).boxed().flatMap(offset ->
                IntStream.iterate(points.length - offset, end -> end > known && end >= LENGTH, end -> end - LENGTH)
                        .mapToObj(end -> text(points, end - LENGTH, LENGTH)));
    }

    private static boolean isDense(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }

    private static int[] points(String text) {
        return text.codePoints().toArray();
    }

    private static String text(int[] points, int from, int length) {
        return new String(points, from, length);
    }
}
