package io.evertill.key;

import java.util.Locale;
import java.util.Set;

/// A key that writes no character, with the modifiers held down: `F12`, `Ctrl+P`, `Delete`.
///
/// @param key the key's name in upper case with underscores, as JavaFX names it: `F12`, `BACK_SPACE`, `P`
/// @param isCtrl whether Ctrl is held
/// @param isAlt whether Alt is held
/// @param isShift whether Shift is held
public record Stroke(String key, boolean isCtrl, boolean isAlt, boolean isShift) {
    private static final int KEY_LENGTH_MAX = 32;
    private static final Set<String> MODIFIERS = Set.of("CTRL", "ALT", "SHIFT");

    /// Refuses a key without a name, in lower case, or that is a modifier alone.
    public Stroke {
        boolean isName = key.length() <= KEY_LENGTH_MAX && key.matches("[A-Z0-9_]+");
        if (!isName || MODIFIERS.contains(key)) {
            throw new IllegalArgumentException("no name of a key: '" + key + "'");
        }
    }

    /// A key alone.
    public static Stroke of(String key) {
        return new Stroke(key, false, false, false);
    }

    /// Reads text such as `F12`, `ctrl+p` or `Shift+Back_Space`, in any case.
    ///
    /// @throws IllegalArgumentException when it names no key
    public static Stroke parse(String text) {
        String[] parts = text.strip().toUpperCase(Locale.ROOT).split("\\+", -1);
        Stroke stroke = of(parts[parts.length - 1].strip());
        for (int at = 0; at < parts.length - 1; at++) {
            stroke = switch (parts[at].strip()) {
                case "CTRL" -> new Stroke(stroke.key, true, stroke.isAlt, stroke.isShift);
                case "ALT" -> new Stroke(stroke.key, stroke.isCtrl, true, stroke.isShift);
                case "SHIFT" -> new Stroke(stroke.key, stroke.isCtrl, stroke.isAlt, true);
                default -> throw new IllegalArgumentException("'" + text + "' has an unknown modifier: '" + parts[at] + "'");
            };
        }
        return stroke;
    }

    /// The text that [#parse] reads back.
    @Override
    public String toString() {
        return (isCtrl ? "CTRL+" : "") + (isAlt ? "ALT+" : "") + (isShift ? "SHIFT+" : "") + key;
    }
}
