package io.evertill.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One thing in large letters, with what can be done about it.
final class MessageView {
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox buttons = new HBox();
    private final VBox node;

    MessageView() {
        title.getStyleClass().add("message-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("message-detail");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        buttons.getStyleClass().add("message-buttons");
        node = new VBox(title, detail, buttons);
        node.getStyleClass().addAll("panel", "message");
        node.setAlignment(Pos.CENTER_LEFT);
    }

    Node node() {
        return node;
    }

    void show(Sign sign, String heading, String text, List<ActionButton> actions) {
        title.setGraphic(sign.icon());
        title.setText(heading);
        detail.setText(text);
        detail.setVisible(!text.isEmpty());
        detail.setManaged(!text.isEmpty());
        List<Node> nodes = actions.stream().<Node>map(ActionButton::node).toList();
        nodes.forEach(button -> HBox.setHgrow(button, Priority.ALWAYS));
        if (!buttons.getChildren().equals(nodes)) {
            buttons.getChildren().setAll(nodes);
        }
    }
}
