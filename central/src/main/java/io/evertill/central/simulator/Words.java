package io.evertill.central.simulator;

import java.util.ArrayList;
import java.util.List;

/// The words of a line, as a shell would see them: blanks separate, quotes keep together, `#` begins a remark.
final class Words {
    private Words() {}

    /// The words; none for an empty line and for a remark.
    ///
    /// @throws IllegalArgumentException with a sentence when a quote is not closed
    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean isWord = false;
        char quote = ' ';
        for (int at = 0; at < line.length(); at++) {
            char next = line.charAt(at);
            if (quote != ' ') {
                quote = next == quote ? ' ' : quote;
                if (quote != ' ') {
                    word.append(next);
                }
            } else if (next == '"' || next == '\'') {
                quote = next;
                isWord = true;
            } else if (next == '#' && !isWord) {
                break;
            } else if (Character.isWhitespace(next)) {
                if (isWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                isWord = false;
            } else {
                word.append(next);
                isWord = true;
            }
        }
        if (quote != ' ') {
            throw new IllegalArgumentException("A quote is not closed. Nothing was done.");
        }
        if (isWord) {
            words.add(word.toString());
        }
        return words;
    }
}
