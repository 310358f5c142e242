package io.evertill.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.person.Person;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final StaffMember ZOE = member("zoe", "Zoe", TillRole.CASHIER, Optional.of(Badge.of("ZOE-BADGE-1")));
    private static final StaffMember BEA = member("bea", "Bea", TillRole.SUPERVISOR, Optional.of(Badge.of("BEA-BADGE-1")));
    private static final StaffMember IVO = member("ivo", "Ivo", TillRole.IT, Optional.empty());

    @Test
    void aStoreWithoutAnybodyWhoSellsHasNoStaffAndEverybodyIsACashier() {
        Roster nobody = roster(IVO);

        assertFalse(nobody.isInUse());
        assertTrue(nobody.allows(new Person("anna", "Anna"), Act.SELL));
        assertFalse(nobody.allows(new Person("anna", "Anna"), Act.DISCOUNT));
    }

    @Test
    void whereThereIsStaffAStrangerMayNothing() {
        Roster roster = roster(ZOE, BEA, IVO);

        assertTrue(roster.isInUse());
        assertFalse(roster.allows(new Person("anna", "Anna"), Act.SELL));
        assertEquals(List.of(BEA.person(), ZOE.person()), roster.able(Act.SELL));
        assertEquals(List.of(BEA.person()), roster.able(Act.DISCOUNT));
    }

    @Test
    void aBadgeTellsWhoItIsWithBlanksAroundItOrWithout() {
        assertEquals(Optional.of(BEA), roster(ZOE, BEA).holder(" BEA-BADGE-1 "));
        assertEquals(Optional.empty(), roster(ZOE, BEA).holder("BEA-BADGE-2"));
        assertThrows(IllegalArgumentException.class, () -> Badge.issue("1234567"));
    }

    @Test
    void noHashIsPrinted() {
        assertFalse(roster(BEA).toString().contains("argon2id"), roster(BEA).toString());
    }

    private static Roster roster(StaffMember... members) {
        return new Roster(List.of(members), Permissions.USUAL, Duration.ZERO);
    }

    private static StaffMember member(String id, String name, TillRole role, Optional<Badge> badge) {
        return new StaffMember(new Person(id, name), role, "$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA", badge);
    }
}
