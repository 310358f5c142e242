package io.evertill.staff;

import io.evertill.person.Person;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The staff of a store, and the rules for them.
///
/// A store without anybody who may sell has no staff: then the names in its settings are believed, as before there were PINs.
///
/// @param members by name
/// @param lockAfter after how long without a hand the till locks itself; zero for never
public record Roster(List<StaffMember> members, Permissions permissions, Duration lockAfter) {
    /// Nobody.
    public static final Roster NOBODY = new Roster(List.of(), Permissions.USUAL, Duration.ZERO);

    /// Sorts the list; refuses a time before now.
    public Roster {
        members = members.stream()
                .sorted(Comparator.comparing((StaffMember member) -> member.person().name()).thenComparing(member -> member.person().id()))
                .toList();
        if (lockAfter.isNegative()) {
            throw new IllegalArgumentException("a till locks itself after some time, not after " + lockAfter);
        }
    }

    /// Whether people show who they are here.
    public boolean isInUse() {
        return members.stream().anyMatch(member -> permissions.allow(member.role(), Act.SELL));
    }

    /// Those who may do something alone.
    public List<Person> able(Act act) {
        return members.stream()
                .filter(member -> permissions.allow(member.role(), act))
                .map(StaffMember::person)
                .toList();
    }

    /// Whether somebody may do something alone. Somebody unknown is a cashier where there is no staff, and nobody where there is.
    public boolean allows(Person person, Act act) {
        return role(person).filter(role -> permissions.allow(role, act)).isPresent();
    }

    /// What somebody is here: a cashier where there is no staff; empty for somebody unknown where there is.
    public Optional<TillRole> role(Person person) {
        return isInUse() ? find(person).map(StaffMember::role) : Optional.of(TillRole.CASHIER);
    }

    /// Somebody by id.
    public Optional<StaffMember> find(Person person) {
        return members.stream().filter(member -> member.person().id().equals(person.id())).findFirst();
    }

    /// The holder of a badge.
    public Optional<StaffMember> holder(String code) {
        Badge badge = Badge.of(code);
        return members.stream().filter(member -> member.badge().filter(badge::equals).isPresent()).findFirst();
    }
}
