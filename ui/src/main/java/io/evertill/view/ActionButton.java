package io.evertill.view;

import io.evertill.till.Action;
import io.evertill.till.Till;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A button that does what a key does: it shows the action's name and the key.
final class ActionButton implements Part {
    private final Action action;
    private final Button button = new Button();
    private final Label name = new Label();
    private final Label key = new Label();

    /// @param styles how it looks besides the usual
    ActionButton(Action action, TillLoop loop, String... styles) {
        this.action = action;
        name.getStyleClass().add("action-name");
        key.getStyleClass().add("key");
        VBox both = new VBox(name, key);
        both.getStyleClass().add("action-text");
        both.setAlignment(Pos.CENTER);
        button.setGraphic(both);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("action");
        button.getStyleClass().addAll(styles);
        button.setFocusTraversable(false);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setOnAction(_ -> loop.tell(new TillEvent.Acted(action)));
    }

    Action action() {
        return action;
    }

    @Override
    public Button node() {
        return button;
    }

    /// Another name than the action's, with a sign before it: for what is on or off.
    void name(Sign sign, String text) {
        name.setGraphic(sign.icon());
        name.setText(text);
        button.setAccessibleText(spoken(text));
    }

    private String spoken(String called) {
        return key.getText().isEmpty() ? called : called + ", " + key.getText();
    }

    @Override
    public void show(TillState state, Texts texts) {
        String called = texts.say(action.phrase());
        String pressed = texts.key(state.lane().keymap(), action);
        name.setText(called);
        key.setText(pressed);
        button.setAccessibleText(spoken(called));
        button.setDisable(!Till.offered(state).contains(action));
    }
}
