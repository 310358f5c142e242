package io.evertill.staff;

import io.evertill.ledger.Hash;
import java.nio.charset.StandardCharsets;

/// What is kept of a badge's code: its SHA-256, so that who reads the table cannot print the badge. A badge must therefore be long
/// and made by chance.
///
/// @param hash of the code without blanks around it
public record Badge(Hash hash) {
    /// The fewest characters of a code.
    public static final int LENGTH_MIN = 8;
    private static final int LENGTH_MAX = 80;

    /// The badge with a code, of any length.
    public static Badge of(String code) {
        return new Badge(Hash.sha256(code.strip().getBytes(StandardCharsets.UTF_8)));
    }

    /// The badge with a code that somebody is to get.
    ///
    /// @throws IllegalArgumentException when it is too short to be one, or too long to be scanned
    public static Badge issue(String code) {
        int length = code.strip().length();
        if (length < LENGTH_MIN || length > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "a badge has " + LENGTH_MIN + " to " + LENGTH_MAX + " characters, not " + length);
        }
        return of(code);
    }
}
