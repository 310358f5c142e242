package io.evertill.view;

import io.evertill.till.Action;
import io.evertill.till.Activity;
import io.evertill.till.Phrase;
import io.evertill.till.TillState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/// A large button for everything that can be done now, for a finger: whatever has no room elsewhere is here.
final class MoreView {
    private static final int COLUMNS = 4;
    /// So many rows have room when text is largest; where more is offered, the buttons are narrower.
    private static final int ROWS_MAX = 6;
    /// Of the window rather than of the sale: they stand behind the others.
    private static final List<Action> WINDOW = List.of(Action.LANGUAGE, Action.THEME, Action.FONT, Action.HELP);

    private final Map<Action, ActionButton> buttons = new EnumMap<>(Action.class);
    private final Label title = new Label();
    private final GridPane grid = new GridPane();
    private final VBox node;
    private List<Action> shown = List.of();

    MoreView(TillLoop loop) {
        for (Action action : Action.values()) {
            buttons.put(action, new ActionButton(action, loop, "wide"));
        }
        title.getStyleClass().add("cover-title");
        grid.getStyleClass().addAll("actions", "more");
        VBox.setVgrow(grid, Priority.ALWAYS);
        node = new VBox(title, grid);
        node.getStyleClass().addAll("card", "cover-sheet", "more-sheet");
    }

    Node node() {
        return node;
    }

    /// @param before what the cashier was doing
    void show(Activity before, TillState state, Texts texts) {
        title.setText(texts.say(Phrase.MORE_TITLE));
        List<Action> wanted = wanted(before);
        wanted.forEach(action -> button(action).show(state, texts));
        if (!shown.equals(wanted)) {
            shown = wanted;
            stand();
        }
    }

    private ActionButton button(Action action) {
        return Objects.requireNonNull(buttons.get(action));
    }

    private static List<Action> wanted(Activity before) {
        List<Action> wanted = new ArrayList<>(before.offers());
        wanted.remove(Action.MORE);
        wanted.addAll(WINDOW);
        wanted.add(Action.BACK);
        return List.copyOf(wanted);
    }

    private void stand() {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        int columns = Math.max(COLUMNS, Math.ceilDiv(shown.size(), ROWS_MAX));
        for (int column = 0; column < columns; column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(share);
        }
        for (int at = 0; at < shown.size(); at++) {
            grid.add(button(shown.get(at)).node(), at % columns, at / columns);
        }
        for (int at = 0; at < shown.size(); at += columns) {
            RowConstraints grows = new RowConstraints();
            grows.setVgrow(Priority.ALWAYS);
            grid.getRowConstraints().add(grows);
        }
    }
}
