package io.evertill.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells scanned codes from typed keys, key by key.
///
/// Characters are held back until it is certain whose they are: at most [Scanner#gapMicrosMax] for a hand's, so whoever
/// shows the input line shows [#held] behind it and nobody waits. Three keys closer together than any hand's make a run
/// that may be interrupted once, for [Scanner#stallMicrosMax]: a busy machine delivers keys late, and half a code must
/// not turn into a quantity. A run of [Scanner#charactersMin] that ends with a suffix, with another key or with silence is
/// a code; the same character over and over is a key held down. A second suffix right behind a code (CR LF), with
/// no other key in between, is dropped.
///
/// Between the parts of a GS1 symbol scanners send Ctrl+], or hold Alt while they type 029 on the keys of numbers, with or without
/// Num Lock. Inside a run both stand for the separator; a hand's do nothing.
///
/// With a prefix everything up to the suffix is a code, whatever its length and speed.
///
/// @param scanner how the scanners are set up
/// @param held the characters that are not yet certain
/// @param digits what of the number 029 was typed with Alt
/// @param isAnnounced whether a prefix came and its suffix did not
/// @param isStalled whether the run was interrupted once
/// @param lastMicros when the last character of the run came
/// @param codeMicros when the last code ended
public record Wedge(
        Scanner scanner, String held, String digits, boolean isAnnounced, boolean isStalled, long lastMicros, long codeMicros) {
    private static final int FASTER_THAN_HANDS = 3;
    private static final Stroke SEPARATOR = Stroke.parse("CTRL+CLOSE_BRACKET");
    private static final char SEPARATOR_CHARACTER = '\u001d';
    private static final String SEPARATOR_DIGITS = "029";
    private static final Map<Stroke, String> DIGITS = Map.of(
            Stroke.parse("ALT+NUMPAD0"), "0", Stroke.parse("ALT+NUMPAD2"), "2", Stroke.parse("ALT+NUMPAD9"), "9",
            Stroke.parse("ALT+INSERT"), "0", Stroke.parse("ALT+DOWN"), "2", Stroke.parse("ALT+PAGE_UP"), "9");
    private static final long NEVER = Long.MIN_VALUE / 2;

    /// Nothing heard yet.
    public static Wedge of(Scanner scanner) {
        return new Wedge(scanner, "", "", false, false, NEVER, NEVER);
    }

    /// Hears a character.
    ///
    /// @param character its code point, printable
    /// @param micros when it came
    public Heard typed(int character, long micros) {
        String more = held + Character.toString(character);
        if (more.length() > Scanner.CODE_LENGTH_MAX) {
            return new Heard(empty(codeMicros), List.of(new Heard.Sign.Torn()));
        }
        long gap = micros - lastMicros;
        if (isAnnounced && gap <= scanner.stallMicrosMax()) {
            return new Heard(new Wedge(scanner, more, "", true, false, micros, codeMicros), List.of());
        }
        if (!held.isEmpty() && gap <= scanner.gapMicrosMax()) {
            return new Heard(new Wedge(scanner, more, "", false, isStalled, micros, codeMicros), List.of());
        }
        if (isFast() && !isStalled && gap <= scanner.stallMicrosMax()) {
            return new Heard(new Wedge(scanner, more, "", false, true, micros, codeMicros), List.of());
        }
        return new Heard(new Wedge(scanner, Character.toString(character), "", false, false, micros, codeMicros), settled());
    }

    /// Hears a key that writes no character.
    ///
    /// @param stroke which
    /// @param micros when it came
    public Heard pressed(Stroke stroke, long micros) {
        if (stroke.equals(SEPARATOR) && isHolding()) {
            return typed(SEPARATOR_CHARACTER, micros);
        }
        Optional<String> more = Optional.ofNullable(DIGITS.get(stroke)).map(digits::concat).filter(SEPARATOR_DIGITS::startsWith);
        if (more.isPresent() && isHolding()) {
            return more.get().equals(SEPARATOR_DIGITS)
                    ? typed(SEPARATOR_CHARACTER, micros)
                    : new Heard(new Wedge(scanner, held, more.get(), isAnnounced, isStalled, micros, codeMicros), List.of());
        }
        boolean isSuffix = scanner.suffixes().contains(stroke);
        if (scanner.prefix().filter(stroke::equals).isPresent()) {
            return new Heard(new Wedge(scanner, "", "", true, false, micros, codeMicros), settled());
        }
        if (isAnnounced && isSuffix && micros - lastMicros <= scanner.stallMicrosMax()) {
            List<Heard.Sign> code = held.isEmpty() ? List.of(new Heard.Sign.Torn()) : List.of(new Heard.Sign.Code(held));
            return new Heard(empty(micros), code);
        }
        if (isSuffix && held.isEmpty() && micros - codeMicros <= scanner.gapMicrosMax()) {
            return new Heard(this, List.of());
        }
        if (isSuffix && isCode() && micros - lastMicros <= scanner.stallMicrosMax()) {
            return new Heard(empty(micros), settled());
        }
        List<Heard.Sign> signs = new ArrayList<>(settled());
        signs.add(new Heard.Sign.Pressed(stroke));
        return new Heard(empty(NEVER), signs);
    }

    /// Hears that nothing came until now; what is held becomes certain when that was long enough.
    public Heard quiet(long micros) {
        long patience = isAnnounced || isFast() ? scanner.stallMicrosMax() : scanner.gapMicrosMax();
        if (!isHolding() || micros - lastMicros < patience) {
            return new Heard(this, List.of());
        }
        return new Heard(empty(codeMicros), settled());
    }

    /// Whether a call of [#quiet] is needed when no further key comes.
    public boolean isHolding() {
        return isAnnounced || !held.isEmpty();
    }

    /// Whether what is held should be shown as typed: a code that was announced should not.
    public boolean isShown() {
        return !isAnnounced && !isFast();
    }

    private boolean isFast() {
        return held.length() >= FASTER_THAN_HANDS;
    }

    private boolean isCode() {
        return held.length() >= scanner.charactersMin() && held.chars().distinct().limit(2).count() > 1;
    }

    private List<Heard.Sign> settled() {
        if (isAnnounced) {
            return List.of(new Heard.Sign.Torn());
        }
        if (isCode()) {
            return List.of(new Heard.Sign.Code(held));
        }
        return held.codePoints()
                .filter(character -> character != SEPARATOR_CHARACTER)
                .<Heard.Sign>mapToObj(Heard.Sign.Typed::new)
                .toList();
    }

    private Wedge empty(long codeEndMicros) {
        return new Wedge(scanner, "", "", false, false, NEVER, codeEndMicros);
    }
}
