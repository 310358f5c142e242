package io.evertill.pos;

import io.evertill.key.Scanner;
import io.evertill.key.Stroke;
import io.evertill.till.Action;
import io.evertill.till.Keymap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the scanners of a till send codes, as the settings say it.
final class Scanners {
    /// The names of the settings.
    static final List<String> NAMES =
            List.of("scanner.prefix", "scanner.suffix", "scanner.gap.ms", "scanner.stall.ms", "scanner.characters");

    private static final String NO_PREFIX = "none";
    private static final int SUFFIXES_MAX = 4;
    private static final int MICROS_A_MS = 1_000;
    private static final int GAP_MS_MIN = 1;
    private static final int GAP_MS_MAX = 200;
    private static final int STALL_MS_MAX = 2_000;
    private static final int CHARACTERS_MIN = 3;
    private static final int CHARACTERS_MAX = 32;
    private static final String SENDABLE = "F([1-9]|1[0-9]|2[0-4])|ENTER|TAB";
    private static final String WITH_MODIFIER = "[A-Z]";

    private Scanners() {}

    /// Reads the settings about scanners; those that are missing are as usual.
    ///
    /// @throws IllegalArgumentException saying which is wrong and what to write instead
    static Scanner of(Map<String, String> values) {
        Scanner usual = Scanner.USUAL;
        Optional<Stroke> prefix = Optional.ofNullable(values.get("scanner.prefix"))
                .filter(text -> !text.equalsIgnoreCase(NO_PREFIX))
                .map(text -> key("scanner.prefix", text));
        Set<Stroke> suffixes = Optional.ofNullable(values.get("scanner.suffix"))
                .map(Scanners::suffixes)
                .orElse(usual.suffixes());
        prefix.filter(suffixes::contains).ifPresent(key -> {
            throw new IllegalArgumentException("scanner.prefix and scanner.suffix are both " + key
                    + ": a key cannot begin a code and end it");
        });
        prefix.ifPresent(key -> free("scanner.prefix", key, Set.of()));
        suffixes.forEach(key -> free("scanner.suffix", key, Set.of(Action.ENTER)));
        int gap = number(values, "scanner.gap.ms", (int) usual.gapMicrosMax() / MICROS_A_MS, GAP_MS_MIN, GAP_MS_MAX);
        int stall = number(values, "scanner.stall.ms",
                Math.max(gap, (int) usual.stallMicrosMax() / MICROS_A_MS), gap, STALL_MS_MAX);
        int characters = number(values, "scanner.characters", usual.charactersMin(), CHARACTERS_MIN, CHARACTERS_MAX);
        return new Scanner(prefix, suffixes, (long) gap * MICROS_A_MS, (long) stall * MICROS_A_MS, characters);
    }

    private static Set<Stroke> suffixes(String text) {
        List<String> keys = Stream.of(text.split("[\\s,]+")).filter(key -> !key.isEmpty()).toList();
        if (keys.isEmpty() || keys.size() > SUFFIXES_MAX) {
            throw new IllegalArgumentException("scanner.suffix has 1 to " + SUFFIXES_MAX + " keys such as Enter, Tab: '" + text + "'");
        }
        return keys.stream().map(key -> key("scanner.suffix", key)).collect(Collectors.toUnmodifiableSet());
    }

    private static Stroke key(String name, String text) {
        boolean isKey = text.matches("[A-Za-z0-9+]{1,32}") && !text.startsWith("+") && !text.endsWith("+");
        Optional<Stroke> stroke = isKey ? Optional.of(Stroke.parse(text)) : Optional.empty();
        return stroke.filter(Scanners::isSendable).orElseThrow(() -> new IllegalArgumentException(
                name + " is a key that a scanner can send and that writes nothing: F1 to F24, Enter, Tab, or Ctrl+ and a"
                        + " letter; not '" + text + "'"));
    }

    private static boolean isSendable(Stroke stroke) {
        return stroke.key().matches(SENDABLE)
                || (stroke.isCtrl() != stroke.isAlt() && stroke.key().matches(WITH_MODIFIER));
    }

    /// Refuses a key that does something else when a hand presses it.
    private static void free(String name, Stroke key, Set<Action> unless) {
        Stream.of(Action.values())
                .filter(action -> Keymap.USUAL.stroke(action).filter(key::equals).isPresent() && !unless.contains(action))
                .findFirst()
                .ifPresent(action -> {
                    throw new IllegalArgumentException(name + " " + key + " is the key of " + action
                            + ": choose another, such as F24");
                });
    }

    private static int number(Map<String, String> values, String name, int usual, int min, int max) {
        String text = values.getOrDefault(name, Integer.toString(usual));
        int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        if (number < min || number > max) {
            throw new IllegalArgumentException(name + " is a number from " + min + " to " + max + ": '" + text + "'");
        }
        return number;
    }
}
