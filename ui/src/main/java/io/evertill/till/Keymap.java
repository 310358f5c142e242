package io.evertill.till;

import io.evertill.key.Stroke;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which key does what: data that IT can change.
///
/// Two actions may share a key when no activity offers both; [#clashes] finds those that must not.
///
/// @param keys a key for every action, except where a button does as well
public record Keymap(Map<Action, Stroke> keys) {
    /// The actions that need a key: rows are touched where they stand, so nothing on screen moves a mark or a line's text.
    static final Set<Action> NEEDED = Set.of(Action.ENTER, Action.BACK, Action.ERASE, Action.UP, Action.DOWN);

    /// The keys as shipped.
    public static final Keymap USUAL = usual();

    /// Two actions on one key in one activity.
    public record Clash(Stroke stroke, Action one, Action other) {}

    /// Copies the map; refuses an action without a key that has no button either, and keys that clash.
    public Keymap {
        keys = Map.copyOf(keys);
        for (Action action : NEEDED) {
            if (!keys.containsKey(action)) {
                throw new IllegalArgumentException("no key for " + action);
            }
        }
        List<Clash> clashes = clashes(keys);
        if (!clashes.isEmpty()) {
            throw new IllegalArgumentException("one key for two actions: " + clashes);
        }
    }

    /// These keys with some changed.
    ///
    /// @param changes name of an action -> key, such as `EXACT_CASH` -> `Ctrl+Enter`
    /// @throws IllegalArgumentException when a name or key is unknown, or two actions of one activity would share a key
    public Keymap with(Map<String, String> changes) {
        Map<Action, Stroke> more = new EnumMap<>(keys);
        changes.forEach((action, stroke) -> more.put(Action.valueOf(action), Stroke.parse(stroke)));
        return new Keymap(more);
    }

    /// The key of an action; empty where there is only a button.
    public Optional<Stroke> stroke(Action action) {
        return Optional.ofNullable(keys.get(action));
    }

    /// The action of a key among those that are offered.
    public Optional<Action> find(Stroke stroke, Collection<Action> offered) {
        return offered.stream().filter(action -> stroke.equals(keys.get(action))).findFirst();
    }

    /// Pairs of actions that some activity offers together and that have the same key.
    static List<Clash> clashes(Map<Action, Stroke> keys) {
        List<Clash> clashes = new ArrayList<>();
        for (List<Action> together : Offers.together()) {
            Map<Stroke, Action> seen = new HashMap<>();
            for (Action action : together) {
                Optional<Stroke> stroke = Optional.ofNullable(keys.get(action));
                Optional<Clash> clash = stroke.flatMap(key ->
                        Optional.ofNullable(seen.putIfAbsent(key, action)).map(other -> new Clash(key, other, action)));
                clash.filter(found -> !clashes.contains(found)).ifPresent(clashes::add);
            }
        }
        return clashes;
    }

    private static Keymap usual() {
        Map<Action, Stroke> keys = new EnumMap<>(Action.class);
        for (Action action : Action.values()) {
            keys.put(action, Stroke.parse(action.usualKey()));
        }
        return new Keymap(keys);
    }
}
