package io.evertill.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    /// The whole table: whoever changes it changes it here too.
    @Test
    void theTableAsShipped() {
        Map<Act, TillRole> table = Arrays.stream(Act.values()).collect(Collectors.toMap(act -> act, Permissions.USUAL::least));

        assertEquals(Map.ofEntries(
                Map.entry(Act.SELL, TillRole.CASHIER),
                Map.entry(Act.SETTLE_CARD, TillRole.SUPERVISOR),
                Map.entry(Act.VOID_LINE, TillRole.CASHIER),
                Map.entry(Act.CASH_OUT, TillRole.CASHIER),
                Map.entry(Act.VOID_SALE, TillRole.CASHIER),
                Map.entry(Act.NO_SALE, TillRole.SUPERVISOR),
                Map.entry(Act.SEE_FIGURES, TillRole.SUPERVISOR),
                Map.entry(Act.RETURN_WITHOUT_RECEIPT, TillRole.SUPERVISOR),
                Map.entry(Act.VOID_LAST, TillRole.SUPERVISOR),
                Map.entry(Act.DISCOUNT, TillRole.SUPERVISOR),
                Map.entry(Act.SET_PRICE, TillRole.SUPERVISOR),
                Map.entry(Act.SELL_BEYOND_STOCK, TillRole.SUPERVISOR),
                Map.entry(Act.SELL_AT_OLD_PRICES, TillRole.SUPERVISOR),
                Map.entry(Act.COUNT, TillRole.CASHIER),
                Map.entry(Act.APPROVE_COUNT, TillRole.SUPERVISOR),
                Map.entry(Act.SEE_CARDS, TillRole.SUPERVISOR),
                Map.entry(Act.CLOSE_SHIFT, TillRole.CASHIER)), table);
    }

    @Test
    void eachRoleMayWhatTheOneBeforeMayAndItStandsBeside() {
        assertTrue(Permissions.USUAL.allow(TillRole.CASHIER, Act.SELL));
        assertFalse(Permissions.USUAL.allow(TillRole.CASHIER, Act.DISCOUNT));
        assertTrue(Permissions.USUAL.allow(TillRole.SUPERVISOR, Act.DISCOUNT));
        assertTrue(Permissions.USUAL.allow(TillRole.MANAGER, Act.DISCOUNT));
        for (Act act : Act.values()) {
            assertFalse(Permissions.USUAL.allow(TillRole.IT, act), act.name());
        }
        assertTrue(TillRole.IT.covers(TillRole.IT));
        assertFalse(TillRole.MANAGER.covers(TillRole.IT));
    }

    @Test
    void aStoreChangesSingleRows() {
        Permissions strict = Permissions.parse(" VOID_SALE:MANAGER  DISCOUNT:CASHIER ");

        assertFalse(strict.allow(TillRole.SUPERVISOR, Act.VOID_SALE));
        assertTrue(strict.allow(TillRole.MANAGER, Act.VOID_SALE));
        assertTrue(strict.allow(TillRole.CASHIER, Act.DISCOUNT));
        assertFalse(strict.allow(TillRole.CASHIER, Act.SET_PRICE));
        assertEquals(Permissions.USUAL, Permissions.parse(""));
    }

    @Test
    void whatIsNoActAndNoRoleIsRefused() {
        for (String text : new String[] {"VOID_SALE", "FLY:CASHIER", "VOID_SALE:KING", "VOID_SALE:IT", "SELL:MANAGER"}) {
            assertThrows(IllegalArgumentException.class, () -> Permissions.parse(text), text);
        }
    }

    @Test
    void aTillTakesWhatItUnderstandsOfANewerCentre() {
        Permissions read = Permissions.read("FLY:CASHIER VOID_SALE:MANAGER NO_SALE:KING SELL:MANAGER DISCOUNT:IT HALF");

        assertEquals(Map.of(Act.VOID_SALE, TillRole.MANAGER, Act.NO_SALE, TillRole.MANAGER, Act.DISCOUNT, TillRole.MANAGER), read.least());
        assertEquals(List.of("FLY:CASHIER", "NO_SALE:KING", "SELL:MANAGER", "DISCOUNT:IT", "HALF"), read.unclear());
        assertEquals(Permissions.parse("VOID_SALE:MANAGER"), Permissions.read(" VOID_SALE:MANAGER "));
    }
}
