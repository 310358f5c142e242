package io.evertill.central;

import io.evertill.feed.HeadOffice;

/// Words that several commands say.
final class Phrases {
    private Phrases() {}

    /// What a definition did.
    static String of(HeadOffice.Change change) {
        return switch (change) {
            case ADDED -> "Added";
            case CHANGED -> "Changed";
            case SAME -> "Unchanged";
        };
    }
}
