package io.evertill.key;

import java.util.Optional;
import java.util.Set;

/// How a store's scanners send codes, as IT set them up.
///
/// @param prefix the key that announces a code, if the scanners send one: the sure way
/// @param suffixes the keys that end a code
/// @param gapMicrosMax the longest time between two keys of a scanner; hands are slower
/// @param stallMicrosMax the longest time for which a code may be interrupted, once, by a busy machine
/// @param charactersMin a shorter run of fast keys is a hand's
public record Scanner(
        Optional<Stroke> prefix, Set<Stroke> suffixes, long gapMicrosMax, long stallMicrosMax, int charactersMin) {
    /// The longest code: a GS1 symbol holds fewer.
    public static final int CODE_LENGTH_MAX = 256;

    /// Scanners as they come out of the box: no prefix, Enter or Tab at the end, at most 40 ms between keys.
    public static final Scanner USUAL = new Scanner(
            Optional.empty(), Set.of(Stroke.of("ENTER"), Stroke.of("TAB")), 40_000, 300_000, 6);

    /// Refuses times and lengths that no scanner has.
    public Scanner {
        suffixes = Set.copyOf(suffixes);
        if (gapMicrosMax < 1_000 || stallMicrosMax < gapMicrosMax || stallMicrosMax > 2_000_000) {
            throw new IllegalArgumentException("no scanner's times: " + gapMicrosMax + " us, " + stallMicrosMax + " us");
        }
        if (charactersMin < 3 || charactersMin > CODE_LENGTH_MAX) {
            throw new IllegalArgumentException("a code has 3 to " + CODE_LENGTH_MAX + " characters: " + charactersMin);
        }
    }
}
