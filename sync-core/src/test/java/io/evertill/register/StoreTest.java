package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.price.BookAge;
import io.evertill.product.Barcodes;
import io.evertill.product.ElementString;
import io.evertill.sale.DiscountLimits;
import io.evertill.shift.DrawerRules;
import io.evertill.staff.ActLimits;
import io.evertill.staff.Permissions;
import io.evertill.staff.RoleLimits;
import java.time.Duration;
import java.util.Currency;
import io.evertill.tender.Settlement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreTest {
    @Test
    void aStoreWithoutSettingsHasSomebodyToAsk() {
        Store store = store(Map.of());

        assertEquals(List.of(new Person("supervisor", "Supervisor")), store.supervisors());
        assertEquals(BookAge.USUAL, store.bookAge());
    }

    @Test
    void supervisorsAndAgesAreSettings() {
        Store store = store(Map.of("supervisors", "bea:Bea|cy:Cy", "price.age.warn", "12", "price.age.supervisor", "48"));

        assertEquals(List.of(new Person("bea", "Bea"), new Person("cy", "Cy")), store.supervisors());
        assertEquals(new BookAge(Duration.ofHours(12), Duration.ofHours(48)), store.bookAge());
    }

    /// One may be the store's own and the other everybody's.
    @Test
    void twoAgesThatDoNotFitStopNoTill() {
        assertEquals(new BookAge(Duration.ofHours(100), Duration.ofHours(100)), store(Map.of("price.age.warn", "100")).bookAge());
        assertThrows(IllegalArgumentException.class, () -> store(Map.of("price.age.warn", "0")));
    }

    @Test
    void howCodesAreReadIsASetting() {
        Store store = store(Map.of("barcode.separator", "|", "barcode.eight", "UPC_E_FIRST"));

        assertEquals('|', store.barcodes().separator());
        assertEquals(Barcodes.EightDigits.UPC_E_FIRST, store.barcodes().eightDigits());
        assertEquals(ElementString.SEPARATOR, store(Map.of()).barcodes().separator());
        assertThrows(IllegalArgumentException.class, () -> store(Map.of("barcode.separator", "7")));
        assertThrows(IllegalArgumentException.class, () -> store(Map.of("barcode.separator", "GS")));
    }

    @Test
    void whoMayWhatAndWhenTheTillLocksAreSettings() {
        assertEquals(Permissions.USUAL, store(Map.of()).permissions());
        assertEquals(Duration.ofMinutes(10), store(Map.of()).lockAfter());
        assertEquals(Duration.ZERO, store(Map.of("lock.minutes", "0")).lockAfter());
        assertEquals(Permissions.parse("VOID_SALE:MANAGER"), store(Map.of("permissions", "VOID_SALE:MANAGER")).permissions());
        assertThrows(IllegalArgumentException.class, () -> store(Map.of("lock.minutes", "-1")));
        assertEquals(List.of("FLY:CASHIER"),
                store(Map.of("permissions", "FLY:CASHIER VOID_SALE:MANAGER")).permissions().unclear(), "of a newer centre");
    }

    @Test
    void theSmallestCoinIsASettingWithinLimits() {
        assertEquals(1, store(Map.of()).coin());
        assertEquals(5, store(Map.of("cash.rounding", "0.05")).coin());
        assertEquals(Settlement.COIN_MAX, store(Map.of("cash.rounding", "10.00")).coin());
        for (String text : List.of("0", "-0.05", "10.01")) {
            assertThrows(IllegalArgumentException.class, () -> store(Map.of("cash.rounding", text)), text);
        }
    }

    @Test
    void whatACashierMayGiveAloneIsASetting() {
        assertEquals(DiscountLimits.USUAL, store(Map.of()).discounts());
        assertEquals(new DiscountLimits(1_250, false),
                store(Map.of("discount.max.cashier", "12.5", "price.set.supervisor", "no")).discounts());
        assertThrows(IllegalArgumentException.class, () -> store(Map.of("discount.max.cashier", "101")));
        assertThrows(IllegalArgumentException.class, () -> store(Map.of("discount.max.cashier", "-1")));
        assertThrows(IllegalArgumentException.class, () -> store(Map.of("price.set.supervisor", "maybe")));
    }

    @Test
    void howMuchEachRoleMayAloneIsASetting() {
        Currency eur = Currency.getInstance("EUR");

        assertEquals(ActLimits.NONE, store(Map.of()).limits());
        assertEquals(
                new ActLimits(RoleLimits.parse("CASHIER:50", eur), RoleLimits.parse("CASHIER:0", eur),
                        RoleLimits.parse("CASHIER:100 SUPERVISOR:500", eur), RoleLimits.parse("SUPERVISOR:25.50", eur), true),
                store(Map.of("void.line.max", "CASHIER:50", "void.paid.max", "CASHIER:0", "cash.out.max", "CASHIER:100 SUPERVISOR:500",
                        "return.open.max", "SUPERVISOR:25.50", "void.line.reason", "yes")).limits());
        assertThrows(IllegalArgumentException.class, () -> store(Map.of("void.line.reason", "always")));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> store(Map.of("cash.out.max", "50"))).getMessage()
                .startsWith("setting cash.out.max: "));
    }

    @Test
    void howCashIsHandledIsASetting() {
        DrawerRules rules = store(Map.of("drawer.denominations", "50 5 0.50", "drawer.float", "COUNTED", "drawer.cashiers", "OWN",
                "drawer.close", "OPEN")).drawer();

        assertEquals(new DrawerRules(List.of(Money.of(5_000, "EUR"), Money.of(500, "EUR"), Money.of(50, "EUR")),
                DrawerRules.Opening.COUNTED, DrawerRules.Sharing.OWN, DrawerRules.Closing.OPEN), rules);
        assertEquals(DrawerRules.usual(Currency.getInstance("EUR")), store(Map.of()).drawer());
        assertThrows(IllegalArgumentException.class, () -> store(Map.of("drawer.denominations", "50 five")));
        assertThrows(IllegalArgumentException.class, () -> store(Map.of("drawer.float", "GUESSED")));
    }

    private static Store store(Map<String, String> settings) {
        return Store.read(name -> Optional.ofNullable(settings.get(name)));
    }
}
