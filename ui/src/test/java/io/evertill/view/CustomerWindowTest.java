package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.till.Shop;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

final class CustomerWindowTest {
    @Test
    void customersSeeTheLinesTheTotalAndTheChange() throws Exception {
        Rig rig = Rig.usual();
        CustomerWindow window = Rig.onScreen(() -> {
            CustomerWindow made = new CustomerWindow(new Stage(), rig.loop(), new Rectangle2D(0, 0, 1024, 600));
            made.open();
            return made;
        });
        rig.scan(Shop.MILK);
        rig.type("2*");
        rig.scan(Shop.COFFEE);
        rig.drawn();

        List<String> selling = said(window);
        picture(window, "customer-1-selling");
        rig.type("20");
        rig.press(KeyCode.F11);
        rig.drawn();

        assertTrue(selling.containsAll(List.of("1 × Fresh milk 3.5 % 1 l", "1.19", "17.98", "Total", "€19.17")), selling.toString());
        List<String> done = said(window);
        assertTrue(done.containsAll(List.of("Change", "€0.83", "Total €19.17")), done.toString());
        picture(window, "customer-2-change");
        assertEquals(List.of(), Rig.onScreen(() -> Looks.pale(window.scene())));
        Rig.onScreen(() -> {
            window.close();
            return true;
        });
        rig.close();
    }

    private static List<String> said(CustomerWindow window) throws Exception {
        return Rig.onScreen(() -> Looks.seen(window.scene().getRoot())
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList());
    }

    private static void picture(CustomerWindow window, String name) throws Exception {
        Rig.onScreen(() -> {
            Snapshots.save(window.scene(), Path.of("target", "screenshots", name + ".png"));
            return true;
        });
    }
}
