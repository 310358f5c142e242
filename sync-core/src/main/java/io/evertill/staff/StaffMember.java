package io.evertill.staff;

import io.evertill.person.Person;
import io.evertill.stock.Wording;
import java.util.Optional;

/// Somebody who works at the tills.
///
/// @param pinHash Argon2id of the PIN in its usual notation, `$argon2id$v=19$m=…`
/// @param badge what the badge says, if there is one
public record StaffMember(Person person, TillRole role, String pinHash, Optional<Badge> badge) {
    private static final int HASH_LENGTH_MAX = 200;

    /// Checks the notation.
    public StaffMember {
        Wording.require("the hash of a PIN", pinHash, HASH_LENGTH_MAX);
        if (!pinHash.startsWith("$argon2id$")) {
            throw new IllegalArgumentException("the hash of " + person.id() + "'s PIN is not Argon2id");
        }
    }

    /// The same in another role.
    public StaffMember in(TillRole other) {
        return new StaffMember(person, other, pinHash, badge);
    }

    /// The same with another PIN.
    public StaffMember withPin(String hash) {
        return new StaffMember(person, role, hash, badge);
    }

    /// The same with another badge, or without one.
    public StaffMember withBadge(Optional<Badge> other) {
        return new StaffMember(person, role, pinHash, other);
    }

    /// Who, and no hash.
    @Override
    public String toString() {
        return "StaffMember[" + person + ", " + role + "]";
    }
}
