package io.evertill.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.person.Person;
import io.evertill.staff.Badge;
import io.evertill.staff.StaffMember;
import io.evertill.staff.TillRole;
import java.util.Optional;

/// The rows of the feed about who works at the tills, as JSON objects.
public final class StaffRows {
    private static final String BADGE = "badge";

    private StaffRows() {}

    /// A member of the staff.
    public static ObjectNode member(StaffMember member) {
        ObjectNode row = Json.object()
                .put("id", member.person().id())
                .put("name", member.person().name())
                .put("role", member.role().name())
                .put("pin", member.pinHash());
        member.badge().ifPresent(badge -> row.put(BADGE, badge.hash().toString()));
        return row;
    }

    /// Reads [#member] back.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or wrong
    public static StaffMember member(JsonNode node) {
        Fields row = Fields.of(node);
        return new StaffMember(
                new Person(row.text("id"), row.text("name")),
                row.choice("role", TillRole.class),
                row.text("pin"),
                row.has(BADGE) ? Optional.of(new Badge(row.hash(BADGE))) : Optional.empty());
    }
}
