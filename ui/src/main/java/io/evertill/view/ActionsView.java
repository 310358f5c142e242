package io.evertill.view;

import io.evertill.till.Action;
import io.evertill.till.TillState;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// The buttons of the selling screen, always at the same place.
final class ActionsView implements Part {
    private static final int COLUMNS = 4;
    private static final List<Action> ACTIONS = List.of(
            Action.EXACT_CASH, Action.CASH, Action.CARD, Action.VOUCHER,
            Action.QUANTITY, Action.ONE_MORE, Action.ONE_LESS, Action.VOID_LINE,
            Action.RETURN, Action.LAST_RECEIPT, Action.VOID_SALE, Action.SIGN_OUT);

    private final List<ActionButton> buttons;
    private final GridPane node = new GridPane();

    ActionsView(TillLoop loop) {
        buttons = ACTIONS.stream().map(action -> button(action, loop)).toList();
        node.getStyleClass().add("actions");
        IntStream.range(0, buttons.size()).forEach(at -> node.add(buttons.get(at).node(), at % COLUMNS, at / COLUMNS));
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / COLUMNS);
            node.getColumnConstraints().add(share);
        }
    }

    private static ActionButton button(Action action, TillLoop loop) {
        return action == Action.EXACT_CASH ? new ActionButton(action, loop, "go") : new ActionButton(action, loop);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(TillState state, Texts texts) {
        buttons.forEach(button -> button.show(state, texts));
    }
}
