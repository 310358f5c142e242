package io.evertill.view;

import io.evertill.till.Action;
import io.evertill.till.Phrase;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import java.text.DecimalFormatSymbols;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/// Digits for a finger.
final class Keypad implements Part {
    private static final List<String> KEYS = List.of("7", "8", "9", "<", "4", "5", "6", "*", "1", "2", "3", "!", "0", ",", "=");
    private static final int COLUMNS = 4;
    private static final int ROWS = 4;

    private final GridPane node = new GridPane();
    private final Button point;
    private final Button erase;
    private final Button back;
    private final Button enter;

    Keypad(TillLoop loop) {
        node.getStyleClass().add("keypad");
        node.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        for (int at = 0; at < KEYS.size(); at++) {
            node.add(button(KEYS.get(at), loop), at % COLUMNS, at / COLUMNS);
        }
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / COLUMNS);
            node.getColumnConstraints().add(share);
        }
        for (int row = 0; row < ROWS; row++) {
            RowConstraints grows = new RowConstraints();
            grows.setVgrow(Priority.ALWAYS);
            node.getRowConstraints().add(grows);
        }
        point = find(",");
        erase = find("<");
        back = find("!");
        enter = find("=");
        GridPane.setColumnSpan(enter, 2);
        enter.getStyleClass().add("enter");
    }

    private Button button(String key, TillLoop loop) {
        Button button = new Button(key);
        button.getStyleClass().add("digit");
        button.setUserData(key);
        button.setFocusTraversable(false);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setOnAction(_ -> loop.tell(switch (key) {
            case "<" -> new TillEvent.Acted(Action.ERASE);
            case "!" -> new TillEvent.Acted(Action.BACK);
            case "=" -> new TillEvent.Acted(Action.ENTER);
            default -> new TillEvent.Typed(button.getText().codePointAt(0));
        }));
        return button;
    }

    private Button find(String key) {
        return node.getChildren().stream()
                .filter(child -> key.equals(child.getUserData()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(TillState state, Texts texts) {
        point.setText(String.valueOf(DecimalFormatSymbols.getInstance(texts.locale()).getDecimalSeparator()));
        erase.setText("⌫");
        erase.setAccessibleText(texts.say(Phrase.DO_ERASE));
        back.setText(texts.say(Phrase.KEY_ESCAPE));
        back.setAccessibleText(texts.say(Phrase.DO_BACK));
        enter.setText(texts.say(Phrase.KEY_ENTER));
    }
}
