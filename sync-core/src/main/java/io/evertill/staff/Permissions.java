package io.evertill.staff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which act wants which role: the one table of it.
///
/// @param least the least role, where it is not the usual one
/// @param unclear what a setting says besides that this version does not understand
public record Permissions(Map<Act, TillRole> least, List<String> unclear) {
    /// Nothing but the usual roles.
    public static final Permissions USUAL = new Permissions(Map.of(), List.of());

    /// Copies the map and the list; refuses to let only [TillRole#IT] do anything.
    public Permissions {
        least = Map.copyOf(least);
        unclear = List.copyOf(unclear);
        if (least.containsValue(TillRole.IT)) {
            throw new IllegalArgumentException("what a till is for wants CASHIER, SUPERVISOR or MANAGER, not IT");
        }
        if (least.containsKey(Act.SELL)) {
            throw new IllegalArgumentException("every cashier may SELL");
        }
    }

    /// Reads `ACT:ROLE`, separated by blanks, as somebody writes it.
    ///
    /// @throws IllegalArgumentException naming what is no act or no role
    public static Permissions parse(String text) {
        Map<Act, TillRole> least = new EnumMap<>(Act.class);
        for (String pair : pairs(text)) {
            Optional<Act> act = act(pair);
            Optional<TillRole> role = role(pair);
            if (act.isEmpty() || role.isEmpty()) {
                throw new IllegalArgumentException("'" + pair + "' is not ACT:ROLE, with an act of " + Arrays.toString(Act.values())
                        + " and a role of " + Arrays.toString(TillRole.values()));
            }
            least.put(act.get(), role.get());
        }
        return new Permissions(least, List.of());
    }

    /// Reads the same from a centre that may be newer: an act that this version does not know is left out, for nobody can do it
    /// here; one that it knows wants a manager where it does not know the role. It never fails.
    public static Permissions read(String text) {
        Map<Act, TillRole> least = new EnumMap<>(Act.class);
        List<String> unclear = new ArrayList<>();
        for (String pair : pairs(text)) {
            Optional<Act> act = act(pair).filter(known -> known != Act.SELL);
            Optional<TillRole> role = role(pair).filter(known -> known != TillRole.IT);
            act.ifPresent(known -> least.put(known, role.orElse(TillRole.MANAGER)));
            if (act.isEmpty() || role.isEmpty()) {
                unclear.add(pair);
            }
        }
        return new Permissions(least, unclear);
    }

    private static List<String> pairs(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static Optional<Act> act(String pair) {
        int colon = pair.indexOf(':');
        return colon < 0 ? Optional.empty() : find(Act.values(), pair.substring(0, colon));
    }

    private static Optional<TillRole> role(String pair) {
        return find(TillRole.values(), pair.substring(pair.indexOf(':') + 1));
    }

    private static <E extends Enum<E>> Optional<E> find(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }

    /// The least role that may do something.
    public TillRole least(Act act) {
        return least.getOrDefault(act, act.usual());
    }

    /// Whether a role may do something alone.
    public boolean allow(TillRole role, Act act) {
        return role.covers(least(act));
    }
}
