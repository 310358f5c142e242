package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.till.Shop;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

final class CustomerWindowTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1024, 600);
    private static final Rectangle2D OTHER_SCREEN = new Rectangle2D(200, 0, 800, 480);

    @Test
    void customersSeeTheLinesTheTotalAndTheChange() throws Exception {
        Rig rig = Rig.usual();
        CustomerWindow window = window(rig);
        place(window, Optional.of(SCREEN));
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

    /// A screen that is pulled out takes the window with it, which would else lie over the till's; on the next one it is up to date.
    @Test
    void theWindowIsWhereTheCustomersScreenIsAndNowhereElse() throws Exception {
        Rig rig = Rig.usual();
        CustomerWindow window = window(rig);
        rig.scan(Shop.MILK);
        assertEquals(false, isOpen(window));

        place(window, Optional.of(SCREEN));
        assertTrue(said(window).contains("€1.19"), said(window)::toString);
        place(window, Optional.empty());
        assertEquals(false, isOpen(window));
        rig.scan(Shop.COFFEE);
        place(window, Optional.of(OTHER_SCREEN));

        assertTrue(isOpen(window));
        assertTrue(said(window).contains("€10.18"), said(window)::toString);
        assertEquals(List.of(OTHER_SCREEN.getMinX(), OTHER_SCREEN.getWidth()),
                Rig.onScreen(() -> List.of(window.scene().getWindow().getX(), window.scene().getWindow().getWidth())));
        place(window, Optional.empty());
        rig.close();
    }

    private static CustomerWindow window(Rig rig) throws Exception {
        return Rig.onScreen(() -> new CustomerWindow(new Stage(), rig.loop()));
    }

    private static void place(CustomerWindow window, Optional<Rectangle2D> screen) throws Exception {
        Rig.onScreen(() -> {
            window.place(screen);
            return true;
        });
    }

    private static boolean isOpen(CustomerWindow window) throws Exception {
        return Rig.onScreen(() -> window.scene().getWindow().isShowing());
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
