package io.evertill.view;

import io.evertill.till.Action;
import io.evertill.till.Activity;
import io.evertill.till.Till;
import io.evertill.till.TillState;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/// The buttons of the selling screen, always at the same place; with large text only those of the moment, and none where
/// the panel needs their place.
final class ActionsView implements Part {
    private static final int COLUMNS_WIDE = 4;
    private static final int COLUMNS_NARROW = 3;
    private static final List<Action> ACTIONS = List.of(
            Action.EXACT_CASH, Action.CASH, Action.CARD, Action.VOUCHER,
            Action.QUANTITY, Action.ONE_MORE, Action.ONE_LESS, Action.VOID_LINE,
            Action.RETURN, Action.LAST_RECEIPT, Action.VOID_SALE, Action.SIGN_OUT);

    private final List<ActionButton> buttons;
    private final GridPane node = new GridPane();
    private Room room = Room.WIDE;
    private List<ActionButton> standing = List.of();

    ActionsView(TillLoop loop) {
        buttons = ACTIONS.stream().map(action -> button(action, loop)).toList();
        node.getStyleClass().add("actions");
    }

    private static ActionButton button(Action action, TillLoop loop) {
        return action == Action.EXACT_CASH ? new ActionButton(action, loop, "go") : new ActionButton(action, loop);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void fit(Room now, double em) {
        room = now;
        standing = List.of();
    }

    @Override
    public void show(TillState state, Texts texts) {
        buttons.forEach(button -> button.show(state, texts));
        List<ActionButton> wanted = wanted(state);
        node.setVisible(!wanted.isEmpty());
        node.setManaged(!wanted.isEmpty());
        if (!standing.equals(wanted)) {
            standing = wanted;
            stand(room.isWide() ? COLUMNS_WIDE : COLUMNS_NARROW);
        }
    }

    private List<ActionButton> wanted(TillState state) {
        List<Action> offered = Till.offered(state);
        List<ActionButton> useful = buttons.stream().filter(button -> offered.contains(button.action())).toList();
        return switch (room) {
            case WIDE -> buttons;
            case SNUG -> useful.isEmpty() ? useful : buttons;
            case NARROW, SMALL -> switch (state.activity()) {
                case Activity.Selling _, Activity.Paying _ -> useful;
                case Activity _ -> List.of();
            };
        };
    }

    private void stand(int columns) {
        node.getChildren().clear();
        node.getColumnConstraints().clear();
        node.getRowConstraints().clear();
        for (int at = 0; at < standing.size(); at++) {
            node.add(standing.get(at).node(), at % columns, at / columns);
        }
        for (int column = 0; column < columns; column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / columns);
            node.getColumnConstraints().add(share);
        }
        for (int at = 0; at < standing.size(); at += columns) {
            RowConstraints grows = new RowConstraints();
            grows.setVgrow(Priority.ALWAYS);
            node.getRowConstraints().add(grows);
        }
    }
}
