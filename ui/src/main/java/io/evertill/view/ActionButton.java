package io.evertill.view;

import io.evertill.till.Action;
import io.evertill.till.Activity;
import io.evertill.till.Phrase;
import io.evertill.till.SeeingWhy;
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

    @Override
    public void show(TillState state, Texts texts) {
        show(state, name(action, state, texts), texts.key(state.lane().keymap(), action));
    }

    /// What an action is called now: what voids a line gives back what was paid while money is taken, and what is explained already is
    /// looked at again.
    static String name(Action action, TillState state, Texts texts) {
        boolean isTakingBack = action == Action.VOID_LINE && !state.sale().tenders().isEmpty()
                && (state.activity() instanceof Activity.Paying || state.activity() instanceof Activity.ChoosingTender);
        boolean isAgain = action == Action.WHY && state.activity() instanceof SeeingWhy;
        return texts.say(isTakingBack ? Phrase.DO_TAKE_BACK : isAgain ? Phrase.DO_WHY_AGAIN : action.phrase());
    }

    /// Shows another name than the action's, with a sign before it: for what is on or off.
    void show(TillState state, Texts texts, Sign sign, String called) {
        sign.showOn(name);
        show(state, called, texts.key(state.lane().keymap(), action));
    }

    private void show(TillState state, String called, String pressed) {
        name.setText(called);
        key.setText(pressed);
        button.setAccessibleText(pressed.isEmpty() ? called : called + ", " + pressed);
        button.setDisable(!Till.offered(state).contains(action));
    }
}
