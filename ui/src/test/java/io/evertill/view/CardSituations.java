package io.evertill.view;

import java.util.Map;
import javafx.scene.input.KeyCode;

/// What there is to look at while a terminal that the till can ask takes money and gives it back.
final class CardSituations {
    private CardSituations() {}

    /// Adds them; the last one leaves the screen where sales are paid.
    static void put(Map<String, Situations.Way> all) {
        all.put("39-at-the-connected-terminal", rig -> {
            rig.shop().withTerminal();
            rig.restart();
            rig.hold(true);
            rig.press(KeyCode.ESCAPE, KeyCode.F10, KeyCode.ENTER, KeyCode.F10);
        });
        all.put("40-terminal-silent", rig -> {
            rig.hold(false);
            rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE);
        });
        all.put("40-undo-asked", rig -> {
            rig.press(KeyCode.F3);
            rig.type("1");
            rig.press(KeyCode.F10);
            rig.hold(true);
            rig.press(KeyCode.DELETE);
        });
        all.put("40-undo-silent", rig -> rig.press(KeyCode.ESCAPE));
        all.put("40-undo-refused", rig -> {
            rig.hold(false);
            rig.shop().terminal().keeping(true);
            rig.press(KeyCode.F4);
        });
        all.put("40-undo-approving", rig -> rig.press(KeyCode.F3));
        all.put("40-undo-which", rig -> {
            rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE);
            rig.type("1");
            rig.press(KeyCode.F11, KeyCode.DELETE);
        });
        all.put("40-undo-kept", rig -> rig.press(KeyCode.UP, KeyCode.ENTER, KeyCode.F3, KeyCode.ENTER));
        all.put("40-undo-void", rig -> rig.press(KeyCode.F8));
    }
}
