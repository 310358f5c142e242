package io.evertill.till;

import io.evertill.person.Person;
import io.evertill.staff.Badge;
import io.evertill.staff.Permissions;
import io.evertill.staff.Pin;
import io.evertill.staff.Roster;
import io.evertill.staff.StaffMember;
import io.evertill.staff.TillRole;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The staff of a [Shop]: cashiers Anna and Ben with one and the same PIN, Bea a supervisor, Cy the manager; each with a badge. The
/// till locks itself after ten minutes.
final class Crew {
    static final Crew NOBODY = new Crew(Roster.NOBODY);

    private final Map<String, Integer> wrong = new HashMap<>();
    private final Roster roster;

    private Crew(Roster roster) {
        this.roster = roster;
    }

    /// @param permissions as the setting says them
    Crew(String permissions) {
        this(new Roster(List.of(member(Shop.ANNA, TillRole.CASHIER), member(Shop.BEN, TillRole.CASHIER),
                        member(Shop.BEA, TillRole.SUPERVISOR), member(Shop.CY, TillRole.MANAGER)),
                Permissions.parse(permissions), Duration.ofMinutes(10)));
    }

    private static StaffMember member(Person person, TillRole role) {
        return new StaffMember(person, role, "$argon2id$of " + person.id(), Optional.of(Badge.of("BADGE-" + person.id())));
    }

    Roster roster() {
        return roster;
    }

    /// Somebody's PIN.
    static Pin pin(Person person) {
        return new Pin(person.equals(Shop.ANNA) || person.equals(Shop.BEN) ? "4821" : "736590");
    }

    /// From the third wrong PIN on there is a wait.
    TillEvent check(TillEffect.CheckPin wanted) {
        if (wanted.pin().equals(pin(wanted.who()))) {
            return new TillEvent.PinRight(wanted.ask());
        }
        int failures = wrong.merge(wanted.who().id(), 1, Integer::sum);
        return new TillEvent.PinWrong(wanted.ask(), Duration.ofSeconds(Math.max(0, failures - 2) * 30L));
    }
}
