package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.till.Appearance;
import io.evertill.till.Appearance.Language;
import io.evertill.till.Appearance.Theme;
import io.evertill.till.SeeingWhy;
import io.evertill.till.Sheet;
import io.evertill.till.Shop;
import io.evertill.till.TillEvent;
import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The rows behind a figure of stock under a finger, while the centre answers and time passes.
final class WhyTouchTest {
    private static final String DEEDS = "\nscan milk\npress Ctrl+S\n";

    private static final Appearance LARGE = new Appearance(Language.ENGLISH, Theme.LIGHT, 200);

    private final Shop shop = new Shop();
    private Rig rig;

    @BeforeEach
    void open() throws Exception {
        shop.stocks(Shop.MILK, 6, 3);
        rig = new Rig(LARGE, 1366, 768).opened();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private static Sheet sheet(Shop shop, String deeds) {
        Sheet sheet = new Sheet(shop);
        sheet.run(DEEDS + deeds);
        return sheet;
    }

    /// How far down the screen a row begins.
    private double place(String row) throws Exception {
        rig.drawn();
        return Rig.onScreen(() -> Looks.seen(rig.scene().getRoot())
                .filter(node -> node instanceof ListCell<?> && row.equals(node.getAccessibleText()))
                .mapToDouble(node -> node.localToScene(node.getLayoutBounds()).getMinY())
                .findFirst()
                .orElseThrow());
    }

    private static SeeingWhy seeing(Sheet sheet) {
        return assertInstanceOf(SeeingWhy.class, sheet.state().activity());
    }

    @Test
    void aListThatAFingerHasMovedStaysWhereItIsWhenTheCentreAnswersAndTimePasses() throws Exception {
        SeeingWhy full = seeing(sheet(shop, "press Ctrl+Y"));
        Sheet asked = sheet(shop, "hold\npress Ctrl+Y");
        rig.enter(shop, Shop.appearing(asked.state(), LARGE));
        rig.tell(new TillEvent.WhyShown(seeing(asked).ask(), full.reckoning().orElseThrow()));
        List<String> above = rig.rows("choices");

        rig.drag("Sale S1-T1-9f3a-17", -150);
        String moved = rig.rows("choices").getFirst();
        double place = place(moved);
        rig.tell(new TillEvent.Ticked(Shop.NOW.plusSeconds(120)));
        List<Object> later = List.of(rig.rows("choices").getFirst(), place(moved));
        rig.tell(new TillEvent.WhyHeard(seeing(asked).question(), full.word().orElseThrow()));
        List<Object> answered = List.of(rig.rows("choices").getFirst(), place(moved));

        assertNotEquals(above.getFirst(), moved);
        assertEquals(List.of(moved, place), later);
        assertEquals(List.of(moved, place), answered);
        assertEquals(0, assertInstanceOf(SeeingWhy.class, rig.state().activity()).selected());
        rig.press(KeyCode.DOWN);
        assertTrue(rig.rows("choices").stream().anyMatch(row -> row.startsWith("Sale S1-T1-9f3a-17")), "an arrow shows what it marks");
    }

    /// Where the finger reads the end, the row there is another one afterwards and the rest comes behind it.
    @Test
    void theEndOfAListThatAFingerHasMovedIsWhereTheAnswerBegins() throws Exception {
        SeeingWhy full = seeing(sheet(shop, "press Ctrl+Y"));
        Sheet asked = sheet(shop, "hold\npress Ctrl+Y");
        rig.enter(shop, Shop.appearing(asked.state(), LARGE));
        rig.tell(new TillEvent.WhyShown(seeing(asked).ask(), full.reckoning().orElseThrow()));
        for (int time = 0; time < 8 && rig.rows("choices").stream().noneMatch(row -> row.startsWith("Asking")); time++) {
            rig.drag(rig.rows("choices").get(1).substring(0, 12), -150);
        }
        List<String> end = rig.rows("choices");
        rig.tell(new TillEvent.WhyHeard(seeing(asked).question(), full.word().orElseThrow()));
        List<String> answered = rig.rows("choices");

        assertTrue(end.getLast().startsWith("Asking"), end::toString);
        assertEquals(end.getFirst(), answered.getFirst());
        assertTrue(answered.stream().anyMatch(row -> row.startsWith("At the centre")), answered::toString);
    }
}
