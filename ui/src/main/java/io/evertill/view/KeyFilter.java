package io.evertill.view;

import io.evertill.key.Stroke;
import io.evertill.till.TillEvent;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Hears every key before any control does, and lets none through: nothing on the screen needs the focus.
///
/// A key that writes a character is heard when it does, every other when it is pressed.
final class KeyFilter {
    private static final Set<KeyCode> WRITE_NOTHING =
            Set.of(KeyCode.ENTER, KeyCode.TAB, KeyCode.BACK_SPACE, KeyCode.ESCAPE, KeyCode.DELETE);
    private static final int DELETE_CHARACTER = 127;

    private final TillLoop loop;

    KeyFilter(TillLoop loop) {
        this.loop = loop;
    }

    void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, KeyEvent::consume);
    }

    private void pressed(KeyEvent event) {
        event.consume();
        KeyCode code = event.getCode();
        boolean isCommand = event.isControlDown() != event.isAltDown();
        boolean isNamed = code.isFunctionKey() || code.isNavigationKey() || code.isMediaKey() || WRITE_NOTHING.contains(code)
                || code == KeyCode.INSERT;
        boolean isModifier = code.isModifierKey() || code == KeyCode.UNDEFINED;
        if (!isModifier && (isNamed || isCommand)) {
            Stroke stroke = new Stroke(code.name(), event.isControlDown(), event.isAltDown(), event.isShiftDown());
            loop.tell(new TillEvent.KeyPressed(stroke, loop.microsOfAct()));
        }
    }

    private void typed(KeyEvent event) {
        event.consume();
        boolean isCommand = event.isControlDown() != event.isAltDown();
        event.getCharacter().codePoints()
                .filter(character -> character >= ' ' && character != DELETE_CHARACTER && !isCommand)
                .forEach(character -> loop.tell(new TillEvent.KeyTyped(character, loop.micros())));
    }
}
