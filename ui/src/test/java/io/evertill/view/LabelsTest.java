package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.till.Action;
import io.evertill.till.Appearance.Language;
import io.evertill.till.Keymap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

final class LabelsTest {
    @Test
    void aButtonIsCalledAsItsKeyOnTheSheet() throws Exception {
        Rig rig = Rig.usual();
        rig.drawn();
        Set<String> buttons = Rig.onScreen(() -> Looks.seen(rig.scene().getRoot())
                .filter(node -> node instanceof Button && node.getStyleClass().contains("action"))
                .map(Node::getAccessibleText)
                .filter(text -> !text.startsWith("Network"))
                .collect(Collectors.toCollection(TreeSet::new)));

        rig.press(KeyCode.F1);
        rig.drawn();

        Set<String> sheet = Rig.onScreen(() -> Looks.seen(rig.scene().getRoot())
                .filter(node -> node.getStyleClass().contains("key-row"))
                .map(row -> word(row, 1) + ", " + word(row, 0))
                .collect(Collectors.toCollection(TreeSet::new)));
        Texts texts = Texts.of(Language.ENGLISH);
        assertEquals(Stream.of(Action.values())
                .map(action -> texts.say(action.phrase()) + ", " + texts.key(Keymap.USUAL, action))
                .collect(Collectors.toCollection(TreeSet::new)), sheet);
        buttons.removeAll(sheet);
        assertEquals(Set.of(), buttons);
        rig.close();
    }

    private static String word(Node row, int at) {
        return ((Label) ((HBox) row).getChildren().get(at)).getText();
    }
}
