package io.evertill.staff;

import io.evertill.money.Money;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Up to which amount each role may do something alone.
///
/// @param most by role, not below zero; nobody may more alone than a role above, and a role without a limit at or above it may all
public record RoleLimits(Map<TillRole, Money> most) {
    /// For everybody without a limit.
    public static final RoleLimits NONE = new RoleLimits(Map.of());

    /// Copies the map; refuses a limit below zero, and one for [TillRole#IT], which does nothing at a till.
    public RoleLimits {
        most = Map.copyOf(most);
        if (most.containsKey(TillRole.IT) || most.values().stream().anyMatch(Money::isNegative)) {
            throw new IllegalArgumentException("limits are for CASHIER, SUPERVISOR or MANAGER and not below zero: " + most);
        }
    }

    /// Reads `ROLE:AMOUNT` in major units, separated by blanks.
    ///
    /// @throws IllegalArgumentException naming what is no role or no amount
    public static RoleLimits parse(String text, Currency currency) {
        Map<TillRole, Money> most = new EnumMap<>(TillRole.class);
        for (String pair : text.isBlank() ? new String[0] : text.strip().split("\\s+")) {
            int colon = pair.indexOf(':');
            TillRole role = Arrays.stream(TillRole.values())
                    .filter(one -> colon > 0 && one.name().equals(pair.substring(0, colon)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'" + pair + "' is not ROLE:AMOUNT, such as CASHIER:50"));
            most.put(role, Money.parse(pair.substring(colon + 1), currency));
        }
        return new RoleLimits(most);
    }

    /// Whether a role may do alone what is worth so much, not below zero.
    public boolean allow(TillRole role, Money amount) {
        Optional<Money> limit = most.entrySet().stream()
                .filter(each -> each.getKey().covers(role))
                .map(Map.Entry::getValue)
                .min(Money::compareTo);
        return limit.filter(some -> amount.compareTo(some) > 0).isEmpty();
    }
}
