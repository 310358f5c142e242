package io.evertill.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.person.Person;
import io.evertill.staff.Badge;
import io.evertill.staff.StaffMember;
import io.evertill.staff.TillRole;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaffRowsTest {
    private static final StaffMember ZOE =
            new StaffMember(new Person("zoe", "Zoe"), TillRole.MANAGER, "$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA", Optional.empty());

    @Test
    void aMemberIsReadAsWrittenWithABadgeAndWithout() {
        StaffMember badged = ZOE.withBadge(Optional.of(Badge.of("ZOE-BADGE-1")));

        assertEquals(ZOE, StaffRows.member(StaffRows.member(ZOE)));
        assertEquals(badged, StaffRows.member(StaffRows.member(badged)));
    }

    @Test
    void aPinThatIsNoArgon2idIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> StaffRows.member(StaffRows.member(ZOE).put("pin", "4821")));
        assertThrows(IllegalArgumentException.class, () -> StaffRows.member(StaffRows.member(ZOE).put("role", "KING")));
    }
}
