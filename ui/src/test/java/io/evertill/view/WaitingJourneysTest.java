package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.till.Activity;
import io.evertill.till.Shop;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The ways of a cashier with goods that waited.
final class WaitingJourneysTest {
    private Rig rig;

    @BeforeEach
    void open() throws Exception {
        rig = Rig.usual();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void aBasketWhoseBatchWasCalledBackWhileItWaitedIsPaidWithoutIt() throws Exception {
        rig.scan("(01)04006381333931(10)L-1");
        rig.scan(Shop.BREAD);
        rig.press(KeyCode.F3);
        rig.shop().freezes("L-1", true);

        rig.press(KeyCode.F3, KeyCode.ENTER, KeyCode.F12);

        assertInstanceOf(Activity.Selling.class, rig.state().activity());
        assertTrue(rig.scene().getRoot().lookupAll(".label").stream().anyMatch(tag ->
                tag instanceof Label label && label.getText().equals("batch L-1 held back, take it out")));
        rig.press(KeyCode.DELETE, KeyCode.F12);
        assertEquals(Money.of(3_45, "EUR"),
                assertInstanceOf(Activity.Done.class, rig.state().activity()).completed().sale().total());
    }
}
