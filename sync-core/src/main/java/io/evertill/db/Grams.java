package io.evertill.db;

import io.evertill.product.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The pieces of words that the search index knows: three letters in a row, and the first one, two and three letters of a
/// word behind [#START].
///
/// A part of a word is found by the pieces that it must have. Scripts that write words without blanks between them, or a
/// word in one or two signs, have pieces of one and two signs as well.
final class Grams {
    /// Stands before the first letter of a word.
    static final String START = "^";

    private static final int SIZE = 3;
    /// More pieces would narrow the search no further, and each costs.
    private static final int PIECES_MAX = 16;

    private Grams() {}

    /// Every piece of every word, once.
    static Set<String> of(Words words) {
        Set<String> pieces = new LinkedHashSet<>();
        words.list().forEach(word -> add(points(START + word), pieces));
        return pieces;
    }

    /// The pieces that a word must have to begin so.
    static List<String> ofStart(String start) {
        int[] points = points(START + start);
        if (points.length <= SIZE + 1) {
            return List.of(text(points, 0, points.length));
        }
        List<String> pieces = new ArrayList<>();
        pieces.add(text(points, 0, SIZE + 1));
        addTriples(points, SIZE + 1, pieces);
        return pieces;
    }

    /// The pieces that a word must have to contain this; none when the index does not know parts so short.
    static List<String> ofPart(String part) {
        int[] points = points(part);
        if (points.length < SIZE) {
            return isDense(points[0]) ? List.of(part) : List.of();
        }
        List<String> pieces = new ArrayList<>();
        addTriples(points, 0, pieces);
        return pieces;
    }

    private static void add(int[] points, Set<String> pieces) {
        for (int length = 2; length <= Math.min(points.length, SIZE + 1); length++) {
            pieces.add(text(points, 0, length));
        }
        for (int at = 1; at < points.length; at++) {
            if (at + SIZE <= points.length) {
                pieces.add(text(points, at, SIZE));
            }
            if (isDense(points[at])) {
                pieces.add(text(points, at, 1));
                pieces.add(text(points, at, Math.min(2, points.length - at)));
            }
        }
    }

    /// The triples from a place on, and the last of all.
    private static void addTriples(int[] points, int from, List<String> pieces) {
        for (int at = from; at + SIZE < points.length && pieces.size() < PIECES_MAX; at++) {
            pieces.add(text(points, at, SIZE));
        }
        pieces.add(text(points, points.length - SIZE, SIZE));
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
