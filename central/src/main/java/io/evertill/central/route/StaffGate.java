package io.evertill.central.route;

import io.evertill.db.Staff;
import io.evertill.ingest.Admission;
import io.evertill.person.Person;
import io.evertill.person.Role;
import io.javalin.http.Context;

/// Says which person a request comes from, by the key of that person.
public final class StaffGate {
    private final Admission admission;

    public StaffGate(Admission admission) {
        this.admission = admission;
    }

    /// The person who sends a request, as named beside everything that comes of it: the same as a command names with --by.
    ///
    /// @param least the role that it takes
    /// @throws Problem 401 or 403
    public Person admitted(Context context, Role least) {
        Staff.Member member = Bearer.token(context).flatMap(admission::findMember).orElseThrow(StaffGate::unauthorized);
        if (member.revokedAt().isPresent()) {
            throw Problem.of(403, "REVOKED", "This key was revoked.");
        }
        if (!member.role().covers(least)) {
            throw Problem.of(403, "ROLE", member.name() + " is " + member.role() + "; this takes a " + least + ". Nothing was done.");
        }
        return new Person(member.name(), member.name());
    }

    private static Problem unauthorized() {
        return Problem.of(401, "UNAUTHORIZED", "The person's key is missing or not known here.");
    }
}
