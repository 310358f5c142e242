package io.evertill.staff;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which act wants which role: the one table of it.
///
/// @param least the least role, where it is not the usual one
public record Permissions(Map<Act, TillRole> least) {
    /// Nothing but the usual roles.
    public static final Permissions USUAL = new Permissions(Map.of());

    /// Copies the map; refuses to let only [TillRole#IT] do anything.
    public Permissions {
        least = Map.copyOf(least);
        if (least.containsValue(TillRole.IT)) {
            throw new IllegalArgumentException("what a till is for wants CASHIER, SUPERVISOR or MANAGER, not IT");
        }
        if (least.containsKey(Act.SELL)) {
            throw new IllegalArgumentException("every cashier may SELL");
        }
    }

    /// Reads `ACT:ROLE`, separated by blanks.
    ///
    /// @throws IllegalArgumentException naming what is no act or no role
    public static Permissions parse(String text) {
        Map<Act, TillRole> least = new EnumMap<>(Act.class);
        for (String pair : text.isBlank() ? List.<String>of() : List.of(text.strip().split("\\s+"))) {
            int colon = pair.indexOf(':');
            Optional<Act> act = colon < 0 ? Optional.empty() : find(Act.values(), pair.substring(0, colon));
            Optional<TillRole> role = find(TillRole.values(), pair.substring(colon + 1));
            if (act.isEmpty() || role.isEmpty()) {
                throw new IllegalArgumentException("'" + pair + "' is not ACT:ROLE, with an act of " + Arrays.toString(Act.values())
                        + " and a role of " + Arrays.toString(TillRole.values()));
            }
            least.put(act.get(), role.get());
        }
        return new Permissions(least);
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
