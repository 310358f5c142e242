package io.evertill.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleLimitsTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void eachRoleHasItsLimitAndWhoeverHasNoneMayAll() {
        RoleLimits limits = RoleLimits.parse(" CASHIER:50  SUPERVISOR:200.50 ", EUR);

        assertTrue(limits.allow(TillRole.CASHIER, eur(5_000)));
        assertFalse(limits.allow(TillRole.CASHIER, eur(5_001)));
        assertTrue(limits.allow(TillRole.SUPERVISOR, eur(20_050)));
        assertFalse(limits.allow(TillRole.SUPERVISOR, eur(20_051)));
        assertTrue(limits.allow(TillRole.MANAGER, eur(1_000_000)));
        assertTrue(RoleLimits.NONE.allow(TillRole.CASHIER, eur(1_000_000)));
        assertEquals(RoleLimits.NONE, RoleLimits.parse(" ", EUR));
    }

    /// A setting that forgets a role, or mistypes it, must not give a cashier more than a supervisor has.
    @Test
    void nobodyMayMoreAloneThanARoleAbove() {
        assertFalse(RoleLimits.parse("SUPERVISOR:200", EUR).allow(TillRole.CASHIER, eur(20_001)));
        assertFalse(RoleLimits.parse("CASHIER:300 SUPERVISOR:200", EUR).allow(TillRole.CASHIER, eur(20_001)));
        assertTrue(RoleLimits.parse("SUPERVISOR:200", EUR).allow(TillRole.MANAGER, eur(20_001)));
    }

    @Test
    void whatIsNoLimitIsRefused() {
        for (String text : List.of("50", "CASHIER", "CASHIER:", "CLERK:50", "CASHIER:-1", "IT:50", ":50", "CASHIER:5.001")) {
            assertThrows(IllegalArgumentException.class, () -> RoleLimits.parse(text, EUR), text);
        }
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}
