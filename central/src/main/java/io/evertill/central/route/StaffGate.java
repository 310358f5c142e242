package io.evertill.central.route;

import io.evertill.db.Staff;
import io.evertill.ingest.Admission;
import io.evertill.person.Person;
import io.evertill.person.Role;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;

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
        return person(member(context, least));
    }

    /// The same, for what is of one of some stores: a key that is bound to another one does not do.
    public Person admitted(Context context, Role least, Set<String> stores) {
        Staff.Member member = member(context, least);
        if (member.store().filter(store -> !stores.contains(store)).isPresent()) {
            throw elsewhere(member);
        }
        return person(member);
    }

    /// The same, for what is of all stores together: no key does that is bound to one.
    public Person admittedEverywhere(Context context, Role least) {
        return admitted(context, least, Set.of());
    }

    /// The only store of which the person who sends a request may act; empty for all.
    public Optional<String> store(Context context, Role least) {
        return member(context, least).store();
    }

    private static Person person(Staff.Member member) {
        return new Person(member.name(), member.name());
    }

    private static Problem elsewhere(Staff.Member member) {
        return Problem.of(403, "STORE_ONLY",
                "The key of " + member.name() + " is for store " + member.store().orElse("") + " only. Nothing was done.");
    }

    private Staff.Member member(Context context, Role least) {
        Staff.Member member = Bearer.token(context).flatMap(admission::findMember).orElseThrow(StaffGate::unauthorized);
        if (member.revokedAt().isPresent()) {
            throw Problem.of(403, "REVOKED", "This key was revoked.");
        }
        if (admission.isOver(member)) {
            throw Problem.of(403, "EXPIRED", "This key has ended. Ask for another: evertill-central person");
        }
        if (!member.role().covers(least)) {
            throw Problem.of(403, "ROLE", member.name() + " is " + member.role() + "; this takes a " + least + ". Nothing was done.");
        }
        return member;
    }

    private static Problem unauthorized() {
        return Problem.of(401, "UNAUTHORIZED", "The person's key is missing or not known here.");
    }
}
