package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.money.Money;
import io.evertill.sale.Sale;
import io.evertill.till.Activity;
import io.evertill.till.Shop;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The ways of a cashier with a customer who is known, and how many keys or touches each takes.
final class PatronJourneysTest {
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
    void aKnownCustomerIsOneKeySomeLettersAndEnter() throws Exception {
        rig.scan(Shop.COFFEE);

        rig.pressCtrl(KeyCode.K);
        rig.type("cit");
        rig.press(KeyCode.ENTER);

        assertEquals(5, rig.deeds());
        assertEquals(Optional.of(Shop.CITY), rig.state().sale().customer());
        assertEquals(Money.of(7_55, "EUR"), rig.state().remaining());
        rig.press(KeyCode.F12);
        Sale sale = assertInstanceOf(Activity.Done.class, rig.state().activity()).completed().sale();
        assertEquals(Optional.of(Shop.CITY.id()), sale.buyer().map(Sale.Buyer::id));
    }

    @Test
    void aScannedCardIsNoKeyAtAll() throws Exception {
        rig.scan(Shop.COFFEE);
        rig.scan("CARD-1");

        assertEquals(0, rig.deeds());
        assertEquals(Optional.of(Shop.ANNE), rig.state().sale().customer());
    }

    @Test
    void aNewCustomerCanBeMadeKnownAndTakenOffByTouchAlone() throws Exception {
        rig.scan(Shop.COFFEE);
        rig.touch("Customer");
        for (String digit : List.of("0", "1", "5", "1")) {
            rig.touch(digit);
        }
        rig.touch("New customer: 0151");
        rig.touch("7");
        rig.touch("Customer");

        assertEquals("0151", rig.state().sale().customer().orElseThrow().phone());
        assertEquals("7", rig.state().sale().customer().orElseThrow().name());
        rig.touch("Customer");
        rig.touch("Take ");
        assertEquals(Optional.empty(), rig.state().sale().customer());
    }
}
