package io.evertill.till;

import io.evertill.key.Scanner;
import io.evertill.key.Stroke;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What IT wants otherwise than usual: lines such as `EXACT_CASH = Ctrl+Enter` or `THEME = none`, `#` for notes.
///
/// All mistakes are found at once. With one of them none of the changes is made: half a keymap is nobody's.
///
/// @param keymap the keys with the changes, or the usual ones where there are mistakes
/// @param mistakes a sentence each, for whoever wrote the lines
public record KeyChanges(Keymap keymap, List<String> mistakes) {
    /// As shipped.
    public static final KeyChanges NONE = new KeyChanges(Keymap.USUAL, List.of());

    private static final String NO_KEY = "none";
    private static final String FUNCTIONS = "F([1-9]|1[0-9]|2[0-4])";
    private static final Set<String> NAMED = Set.of("ENTER", "ESCAPE", "BACK_SPACE", "TAB", "DELETE", "INSERT", "UP", "DOWN", "LEFT",
            "RIGHT", "HOME", "END", "PAGE_UP", "PAGE_DOWN");
    private static final String WRITING = "[A-Z]|DIGIT[0-9]|NUMPAD[0-9]|SPACE|COMMA|PERIOD|MINUS|PLUS";
    /// What scanners send inside a code, see [io.evertill.key.Wedge].
    private static final Set<Stroke> SEPARATORS = Set.of(Stroke.parse("CTRL+CLOSE_BRACKET"), Stroke.parse("ALT+NUMPAD0"),
            Stroke.parse("ALT+NUMPAD2"), Stroke.parse("ALT+NUMPAD9"), Stroke.parse("ALT+INSERT"), Stroke.parse("ALT+DOWN"),
            Stroke.parse("ALT+PAGE_UP"));

    /// Copies the list.
    public KeyChanges {
        mistakes = List.copyOf(mistakes);
    }

    /// Changes that cannot even be read.
    public static KeyChanges unreadable(String mistake) {
        return new KeyChanges(Keymap.USUAL, List.of(mistake));
    }

    /// Reads the lines of a file.
    ///
    /// @param scanner how codes are sent here: its keys are no action's
    public static KeyChanges of(List<String> lines, Scanner scanner) {
        Map<Action, Stroke> keys = new EnumMap<>(Keymap.USUAL.keys());
        Set<Action> changed = EnumSet.noneOf(Action.class);
        List<String> mistakes = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String where = "line " + (at + 1) + ": ";
                change(line, scanner, keys, changed).ifPresent(mistake -> mistakes.add(where + mistake));
            }
        }
        Keymap.clashes(keys).forEach(clash -> mistakes.add(clash.one() + " and " + clash.other()
                + " can be done at the same time and have the same key, " + clash.stroke()));
        return mistakes.isEmpty() ? new KeyChanges(new Keymap(keys), List.of()) : new KeyChanges(Keymap.USUAL, mistakes);
    }

    /// Makes the change of a line.
    ///
    /// @return what is wrong with it
    private static Optional<String> change(String line, Scanner scanner, Map<Action, Stroke> keys, Set<Action> changed) {
        int equals = line.indexOf('=');
        String name = (equals < 0 ? line : line.substring(0, equals)).strip();
        String text = equals < 0 ? "" : line.substring(equals + 1).strip();
        Optional<Action> action = List.of(Action.values()).stream().filter(each -> each.name().equals(name)).findFirst();
        if (action.isEmpty()) {
            return Optional.of("'" + name + "' is no action; 'evertill keys' lists them all");
        }
        if (!changed.add(action.get())) {
            return Optional.of(name + " stands here for the second time");
        }
        if (text.toLowerCase(Locale.ROOT).equals(NO_KEY)) {
            keys.remove(action.get());
            return Keymap.NEEDED.contains(action.get())
                    ? Optional.of(name + " cannot be without a key: not every screen has a button for it")
                    : Optional.empty();
        }
        Optional<Stroke> stroke = stroke(text);
        if (stroke.isEmpty()) {
            return Optional.of("'" + text + "' is no key of a till: write F1 to F24, a name such as Page_Up or Delete, Ctrl+ or Alt+ and a"
                    + " letter, or none");
        }
        Optional<String> objection = objection(action.get(), stroke.get(), scanner);
        if (objection.isEmpty()) {
            keys.put(action.get(), stroke.get());
        }
        return objection;
    }

    private static Optional<Stroke> stroke(String text) {
        try {
            return Optional.of(Stroke.parse(text)).filter(stroke ->
                    stroke.key().matches(FUNCTIONS) || NAMED.contains(stroke.key()) || stroke.key().matches(WRITING));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Why a key cannot be an action's: because a hand types with it, or a scanner sends it.
    private static Optional<String> objection(Action action, Stroke stroke, Scanner scanner) {
        boolean isCommand = stroke.isCtrl() != stroke.isAlt();
        if (stroke.key().matches(WRITING) && !isCommand) {
            return Optional.of(stroke + " writes a character: scans and typing need it");
        }
        if (SEPARATORS.contains(stroke) || scanner.prefix().filter(stroke::equals).isPresent()) {
            return Optional.of(stroke + " is sent by scanners");
        }
        boolean isUsual = Keymap.USUAL.stroke(action).filter(stroke::equals).isPresent();
        return scanner.suffixes().contains(stroke) && !isUsual
                ? Optional.of(stroke + " ends a code of a scanner: only " + suffixAction(stroke) + " may have it")
                : Optional.empty();
    }

    private static String suffixAction(Stroke stroke) {
        return List.of(Action.values()).stream()
                .filter(action -> Keymap.USUAL.stroke(action).filter(stroke::equals).isPresent())
                .map(Action::name)
                .findFirst()
                .orElse("the scanner");
    }
}
