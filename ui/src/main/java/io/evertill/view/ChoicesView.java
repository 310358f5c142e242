package io.evertill.view;

import io.evertill.till.TillEvent;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Rows to choose from, one of them marked: by arrows and Enter, or by a touch.
final class ChoicesView {
    private final TillLoop loop;
    private final Label title = new Label();
    private final ListView<Choice> list = new ListView<>();
    private final Drag drag = new Drag(list);
    private final VBox node;

    ChoicesView(TillLoop loop) {
        this.loop = loop;
        title.getStyleClass().add("panel-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        list.getStyleClass().add("choices");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(new Region());
        VBox.setVgrow(list, Priority.ALWAYS);
        node = new VBox(title, list);
        node.getStyleClass().add("panel");
    }

    Node node() {
        return node;
    }

    /// Makes new rows: those that stand would keep places measured with the old size of text.
    void renew() {
        list.setCellFactory(_ -> new Cell());
    }

    void show(String heading, List<Choice> choices, int selected) {
        title.setText(heading);
        list.setAccessibleText(heading);
        boolean isNew = !isGrown(choices);
        if (isNew) {
            list.getItems().setAll(choices);
        } else {
            grow(choices);
        }
        if (selected >= 0 && selected < choices.size()) {
            boolean isFollowed = drag.isFollowed(selected, isNew);
            list.getSelectionModel().select(selected);
            if (isFollowed && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                flow.scrollTo(selected);
            }
        }
    }

    /// Whether it is the same list with more rows at its end, or with a last one that says something else: a finger that has moved the list
    /// still reads what it read.
    private boolean isGrown(List<Choice> choices) {
        List<Choice> old = list.getItems();
        int kept = old.size() - 1;
        return old.equals(choices) || (kept > 0 && choices.size() > kept && old.subList(0, kept).equals(choices.subList(0, kept)));
    }

    private void grow(List<Choice> choices) {
        List<Choice> old = list.getItems();
        int last = old.size() - 1;
        if (last >= 0 && !old.getLast().equals(choices.get(last))) {
            old.set(last, choices.get(last));
        }
        if (choices.size() > old.size()) {
            old.addAll(choices.subList(old.size(), choices.size()));
        }
    }

    private final class Cell extends ListCell<Choice> {
        private final Label name = new Label();
        private final Label detail = new Label();
        private final Label trailing = new Label();
        private final HBox row;

        Cell() {
            name.getStyleClass().addAll("article", "may-cut");
            detail.getStyleClass().addAll("quiet", "detail", "may-cut");
            trailing.getStyleClass().add("trailing");
            trailing.setMinWidth(Region.USE_PREF_SIZE);
            VBox both = new VBox(name, detail);
            both.setAlignment(Pos.CENTER_LEFT);
            both.setMinWidth(0);
            HBox.setHgrow(both, Priority.ALWAYS);
            row = new HBox(both, trailing);
            row.getStyleClass().add("choice");
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinWidth(0);
            row.setPrefWidth(1);
            drag.chooses(this, () -> loop.tell(new TillEvent.ChoiceTapped(getIndex())));
        }

        @Override
        protected void updateItem(Choice choice, boolean isEmpty) {
            super.updateItem(choice, isEmpty);
            if (isEmpty || choice == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            name.setText(choice.name());
            detail.setText(choice.detail());
            detail.setVisible(!choice.detail().isEmpty());
            detail.setManaged(!choice.detail().isEmpty());
            trailing.setText(choice.trailing());
            setAccessibleText(choice.name() + ", " + choice.detail() + ", " + choice.trailing());
            setGraphic(row);
        }
    }
}
