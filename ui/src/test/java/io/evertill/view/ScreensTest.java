package io.evertill.view;

import static io.evertill.till.Appearance.Language.ENGLISH;
import static io.evertill.till.Appearance.Language.FRENCH;
import static io.evertill.till.Appearance.Language.GERMAN;
import static io.evertill.till.Appearance.Language.SPANISH;
import static io.evertill.till.Appearance.Theme.DARK;
import static io.evertill.till.Appearance.Theme.LIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.till.Appearance;
import io.evertill.till.Appearance.Language;
import io.evertill.till.Appearance.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/// Every activity at every size, in every language and theme, as a careful eye sees it.
///
/// Pictures are under `target/screenshots`: every moment in one look, and in all looks with `-Dscreens=all`.
final class ScreensTest {
    private static final boolean IS_EVERY_PICTURE_WANTED = "all".equals(System.getProperty("screens"));
    private static final List<int[]> LARGE_SIZES = List.of(new int[] {1920, 1080}, new int[] {3840, 2160});
    /// Sizes are multiples of the font's, which follows the window: a few moments show that it does.
    private static final Set<String> ON_LARGE_SCREENS = Set.of("03-selling", "21-offline");

    private static final Set<String> FROM_THE_RIGHT = Set.of("01-sign-in", "03-selling", "05-search", "08-paying");

    private final List<String> faults = new ArrayList<>();

    @Test
    void everyActivityIsWholeReadableAndSaidAtEverySize() throws Exception {
        Rig rig = new Rig(Appearance.USUAL, TillWindow.WIDTH_MIN, TillWindow.HEIGHT_MIN);

        for (Map.Entry<String, Situations.Way> situation : Situations.ALL.entrySet()) {
            situation.getValue().go(rig);
            look(rig, situation.getKey());
        }

        rig.close();
        assertEquals("", String.join("\n", faults));
    }

    private void look(Rig rig, String situation) throws Exception {
        rig.drawn();
        look(rig, situation, List.of(
                looking(ENGLISH, LIGHT, 100), looking(ENGLISH, LIGHT, 200), looking(GERMAN, LIGHT, 200),
                looking(GERMAN, LIGHT, 150), looking(FRENCH, LIGHT, 100), looking(FRENCH, LIGHT, 200),
                looking(SPANISH, LIGHT, 125), looking(GERMAN, DARK, 100)));
        if (ON_LARGE_SCREENS.contains(situation) || IS_EVERY_PICTURE_WANTED) {
            for (int[] size : LARGE_SIZES) {
                rig.size(size[0], size[1]);
                look(rig, situation, List.of(looking(GERMAN, DARK, 100), looking(GERMAN, LIGHT, 200)));
            }
            rig.size(TillWindow.WIDTH_MIN, TillWindow.HEIGHT_MIN);
        }
        if (FROM_THE_RIGHT.contains(situation)) {
            Rig.onScreen(() -> {
                lookFromTheRight(rig, situation);
                return faults;
            });
        }
    }

    /// No language of today is read from the right; one that is has the screen laid out from there.
    private void lookFromTheRight(Rig rig, String situation) {
        rig.look(Appearance.USUAL);
        rig.layOut(NodeOrientation.RIGHT_TO_LEFT);
        String look = "from-the-right";
        Looks.faults(rig.scene()).forEach(fault -> faults.add(look + " " + situation + ": " + fault));
        Looks.seen(rig.scene().getRoot())
                .filter(node -> (node.getEffectiveNodeOrientation() == NodeOrientation.LEFT_TO_RIGHT) != isOfTheKeypad(node))
                .forEach(node -> faults.add(look + " " + situation + ": " + node + " is laid out from the other side"));
        Snapshots.save(rig.scene(), Path.of("target", "screenshots", look, situation + ".png"));
        rig.look(Appearance.USUAL);
    }

    /// Digits stand the same way everywhere.
    private static boolean isOfTheKeypad(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).anyMatch(any -> any.getStyleClass().contains("keypad"));
    }

    private static Appearance looking(Language language, Theme theme, int percent) {
        return new Appearance(language, theme, percent);
    }

    /// All looks of a moment in one go, so that nothing moves in between.
    private void look(Rig rig, String situation, List<Appearance> appearances) throws Exception {
        Rig.onScreen(() -> {
            appearances.forEach(appearance -> look(rig, situation, appearance));
            return faults;
        });
    }

    private void look(Rig rig, String situation, Appearance appearance) {
        rig.look(appearance);
        String look = appearance.language() + "-" + appearance.theme() + "-" + appearance.fontPercent() + "-"
                + Math.round(rig.scene().getWidth());
        Looks.faults(rig.scene()).forEach(fault -> faults.add(look + " " + situation + ": " + fault));
        Looks.pale(rig.scene()).forEach(fault -> faults.add(look + " " + situation + ": pale " + fault));
        boolean isUsual = appearance.equals(Appearance.USUAL);
        if (isUsual || IS_EVERY_PICTURE_WANTED) {
            Snapshots.save(rig.scene(), Path.of("target", "screenshots", look, situation + ".png"));
        }
    }
}
