package io.evertill.view;

import io.evertill.receipt.Receipt;
import io.evertill.receipt.ReceiptLine;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A receipt as it comes out of the printer.
final class ReceiptView {
    private final Label title = new Label();
    private final Label story = new Label();
    private final VBox paper = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final VBox node;

    ReceiptView() {
        title.getStyleClass().add("panel-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        paper.getStyleClass().add("paper");
        paper.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        story.getStyleClass().add("story");
        story.setWrapText(true);
        story.setMinHeight(Region.USE_PREF_SIZE);
        VBox centred = new VBox(story, paper);
        centred.setAlignment(Pos.TOP_CENTER);
        paper.setMaxWidth(Region.USE_PREF_SIZE);
        scroll.setContent(centred);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("paper-scroll");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        node = new VBox(title, scroll);
        node.getStyleClass().add("panel");
    }

    Node node() {
        return node;
    }

    void show(String heading, Receipt receipt) {
        show(heading, "", receipt);
    }

    /// @param told what is said of it above the paper, and moves with it; may be empty
    void show(String heading, String told, Receipt receipt) {
        story.setText(told);
        story.setVisible(!told.isEmpty());
        story.setManaged(!told.isEmpty());
        title.setText(heading);
        scroll.setAccessibleText(heading);
        paper.setAccessibleText(receipt.text());
        paper.getChildren().setAll(receipt.lines().stream().map(ReceiptView::line).toList());
    }

    private static Node line(ReceiptLine line) {
        Label label = new Label(switch (line.style()) {
            case NORMAL, BOLD, LARGE -> line.text().isEmpty() ? " " : line.text();
            case SYMBOL -> "[" + line.text() + "]";
        });
        label.getStyleClass().add(switch (line.style()) {
            case NORMAL -> "paper-normal";
            case BOLD -> "paper-bold";
            case LARGE -> "paper-large";
            case SYMBOL -> "paper-symbol";
        });
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
