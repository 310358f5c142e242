package io.evertill.transfer;

import io.evertill.stock.Place;

/// What a transfer is called, on paper and in the ledger.
///
/// @param text 1 to 64 characters, not blank, no control characters
public record TransferId(String text) implements Comparable<TransferId> {
    /// Refuses a text that names no place on the way.
    public TransferId {
        if (!Place.isName(text)) {
            throw new IllegalArgumentException("a transfer has a name of 1 to 64 characters, not '" + text + "'");
        }
    }

    @Override
    public int compareTo(TransferId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
