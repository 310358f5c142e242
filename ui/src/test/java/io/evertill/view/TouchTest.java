package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.receipt.Mark;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.till.Action;
import io.evertill.till.Activity;
import io.evertill.till.Appearance;
import io.evertill.till.Appearance.Language;
import io.evertill.till.Appearance.Theme;
import io.evertill.till.DrawerDeed;
import io.evertill.till.Phrase;
import io.evertill.till.Shop;
import io.evertill.till.Till;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A till without a keyboard: whatever can be done on the selling screen is done by a finger, on small screens and with large text.
final class TouchTest {
    private static final double PIXELS_MIN = 44;
    /// Rows are touched where they stand, and how the window looks is changed while selling.
    private static final Set<Action> NOT_TOUCHED =
            Set.of(Action.UP, Action.DOWN, Action.NETWORK, Action.THEME, Action.LANGUAGE);
    private static final String LETTERS = "Letters on the screen";

    private final Set<String> missing = new TreeSet<>();
    private final Set<String> small = new TreeSet<>();
    private Rig rig;

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({"1366, 768, 125", "1366, 768, 200", "1024, 768, 100", "1024, 768, 200"})
    void everyActionHasAButtonLargeEnoughForAFinger(int width, int height, int percent) throws Exception {
        open(Language.ENGLISH, width, height, percent);

        look();
        rig.scan(Shop.BREAD);
        look();
        rig.touch(LETTERS);
        rig.touch("Enter");
        rig.touch(LETTERS);
        look();
        rig.touch("Cash exact");
        look();
        more("Last receipt");
        look();
        more("Return");
        look();

        assertEquals(Set.of(), missing, "no button");
        assertEquals(Set.of(), small, "too small for a finger");
    }

    /// Every action of the moment is on the screen, beside the letters or on the sheet.
    private void look() throws Exception {
        String doing = rig.state().activity().getClass().getSimpleName();
        Set<String> found = new TreeSet<>(buttons());
        if (found.stream().anyMatch(LETTERS::equals)) {
            rig.touch(LETTERS);
            found.addAll(buttons());
            rig.touch(LETTERS);
        }
        if (Till.offered(rig.state()).contains(Action.MORE)) {
            rig.touch("More");
            found.addAll(buttons());
            rig.touch("Back");
        }
        Texts texts = Texts.of(Language.ENGLISH);
        Till.offered(rig.state()).stream()
                .filter(action -> !NOT_TOUCHED.contains(action))
                .map(action -> texts.say(action.phrase()))
                .filter(name -> found.stream().noneMatch(text -> text.equals(name) || text.startsWith(name + ", ")))
                .forEach(name -> missing.add(doing + ": " + name));
    }

    private List<String> buttons() throws Exception {
        rig.drawn();
        return Rig.onScreen(() -> Looks.seen(rig.scene().getRoot())
                .filter(node -> node instanceof Button && !node.isDisabled())
                .peek(this::measure)
                .map(Node::getAccessibleText)
                .filter(text -> text != null)
                .toList());
    }

    private void measure(Node button) {
        Bounds bounds = button.localToScene(button.getLayoutBounds());
        if (bounds.getWidth() < PIXELS_MIN || bounds.getHeight() < PIXELS_MIN) {
            small.add("%s %s%s %.0fx%.0f".formatted(rig.state().activity().getClass().getSimpleName(), button.getStyleClass(),
                    button.getAccessibleText(), bounds.getWidth(), bounds.getHeight()));
        }
    }

    private void more(String words) throws Exception {
        rig.touch("More");
        rig.touch(words);
    }

    @ParameterizedTest
    @CsvSource({"1366, 768, 125", "1366, 768, 200", "1024, 768, 100"})
    void aDayOfWhatHasNoRoomElsewhere(int width, int height, int percent) throws Exception {
        open(Language.ENGLISH, width, height, percent);

        rig.scan(Shop.BREAD);
        digits("5%");
        more("Discount");
        rig.touch("Damaged");
        assertEquals(Money.of(328, "EUR"), rig.state().sale().basket().total());

        more("Hold");
        rig.scan(Shop.COFFEE);
        more("Void sale");
        rig.touch("Rung up by mistake");
        more("Hold");
        rig.touch("No. 1");
        assertEquals(Money.of(328, "EUR"), rig.state().sale().basket().total());

        rig.touch("Cash exact");
        rig.shop().wanted();
        more("Gift receipt");
        assertTrue(rig.shop().wanted().stream().anyMatch(effect -> effect instanceof TillEffect.PrintAgain print
                && print.mark() == Mark.GIFT));

        more("Return");
        rig.touch("No receipt");
        rig.touch("It does not work");
        rig.scan(Shop.COFFEE);
        rig.touch("Bea");
        more("Cash exact");
        Sale sale = assertInstanceOf(Activity.Done.class, rig.state().activity()).completed().sale();
        assertEquals(List.of(ReturnOf.Condition.RESALABLE), sale.lines().stream()
                .flatMap(line -> line.returned().stream()).map(ReturnOf::condition).toList());

        rig.scan(Shop.MILK);
        more("Drawer");
        rig.touch("Put cash in");
        digits("20");
        rig.touch("Enter");
        rig.shop().wanted();
        rig.touch("Change money");
        assertTrue(rig.shop().wanted().stream().anyMatch(effect -> effect instanceof TillEffect.RecordDrawer recording
                && recording.deed() instanceof DrawerDeed.Moved moved && moved.amount().equals(Money.of(2_000, "EUR"))));
    }

    /// Where there are no digits beside the basket, those above the letters do.
    private void digits(String text) throws Exception {
        boolean hasAll = buttons(true).containsAll(text.chars().mapToObj(Character::toString).toList());
        if (!hasAll) {
            rig.touch(LETTERS);
        }
        for (int character : text.codePoints().toArray()) {
            rig.touch(Character.toString(character));
        }
        if (!hasAll) {
            rig.touch(LETTERS);
        }
    }

    private List<String> buttons(boolean isShown) throws Exception {
        rig.drawn();
        return Rig.onScreen(() -> Looks.seen(rig.scene().getRoot())
                .filter(node -> node instanceof Button && node.isDisabled() != isShown)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null)
                .toList());
    }

    /// What stands below the last row that is seen is reached without a wheel and without a key.
    @Test
    void aListGoesAlongWithAFingerAndChoosesNothingMeanwhile() throws Exception {
        open(Language.ENGLISH, 1366, 768, 100);
        rig.touch("Drawer");
        String first = rig.rows("choices").getFirst();

        rig.drag("X report", -200);
        rig.tell(new TillEvent.Ticked(Shop.NOW.plusSeconds(1)));

        assertInstanceOf(Activity.AtDrawer.class, rig.state().activity());
        assertNotEquals(first, rig.rows("choices").getFirst());
        rig.touch("Count and close");
        assertFalse(rig.state().activity() instanceof Activity.AtDrawer);
    }

    /// Pictures to be looked at, in the language of long words.
    @ParameterizedTest
    @EnumSource(Language.class)
    void theSheetIsWholeInEveryLanguage(Language language) throws Exception {
        List<String> faults = new ArrayList<>();
        for (String look : List.of("1366 768 125", "1366 768 200", "1024 768 100", "1024 768 200")) {
            String[] size = look.split(" ", -1);
            open(language, Integer.parseInt(size[0]), Integer.parseInt(size[1]), Integer.parseInt(size[2]));
            rig.scan(Shop.MILK);
            for (String moment : List.of("selling", "more", "letters")) {
                switch (moment) {
                    case "more" -> rig.pressCtrl(KeyCode.E);
                    case "letters" -> {
                        rig.press(KeyCode.ESCAPE);
                        rig.touch(Texts.of(language).say(Phrase.LETTERS_SPOKEN));
                    }
                    default -> {}
                }
                rig.drawn();
                faults.addAll(Rig.onScreen(() -> {
                    rig.look(rig.state().appearance());
                    return Looks.faults(rig.scene());
                }).stream()
                        .map(fault -> look + " " + moment + ": " + fault).toList());
                if (language == Language.GERMAN) {
                    rig.picture("touch/" + language + "-" + moment + "-" + look.replace(' ', '-'));
                }
            }
            rig.close();
        }
        assertEquals("", String.join("\n", faults));
    }

    private void open(Language language, int width, int height, int percent) throws Exception {
        rig = new Rig(new Appearance(language, Theme.LIGHT, percent), width, height).opened();
    }
}
