package io.evertill.view;

import io.evertill.sale.Line;
import io.evertill.till.Appearance;
import io.evertill.till.Phrase;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The goods on the counter: a list that makes cells for what is visible only.
final class BasketView implements Part {
    private static final PseudoClass RETURNED = PseudoClass.getPseudoClass("returned");

    private final TillLoop loop;
    private final ListView<Line> list = new ListView<>();
    private final Row heading = new Row();
    private final Label empty = new Label();
    private final Label hint = new Label();
    private final VBox node;
    private Texts texts = Texts.of(Appearance.USUAL.language());
    private Optional<TillState> shown = Optional.empty();

    BasketView(TillLoop loop) {
        this.loop = loop;
        list.getStyleClass().add("basket-list");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Cell());
        heading.node.getStyleClass().add("basket-heading");
        empty.getStyleClass().add("basket-empty");
        hint.getStyleClass().add("quiet");
        VBox nothing = new VBox(Sign.EMPTY.icon(), empty, hint);
        nothing.getStyleClass().add("basket-nothing");
        nothing.setAlignment(Pos.CENTER);
        list.setPlaceholder(nothing);
        StackPane body = new StackPane(list);
        VBox.setVgrow(body, Priority.ALWAYS);
        node = new VBox(heading.node, body);
        node.getStyleClass().addAll("card", "basket");
    }

    @Override
    public Node node() {
        return node;
    }

    /// Tells the list how high a row is, so that it need not measure.
    void rowHeight(double pixels) {
        if (list.getFixedCellSize() != pixels) {
            list.setFixedCellSize(pixels);
        }
    }

    @Override
    public void show(TillState state, Texts now) {
        boolean isNewLanguage = !texts.equals(now) || shown.isEmpty();
        texts = now;
        if (isNewLanguage) {
            heading.article.setText(texts.say(Phrase.COLUMN_ARTICLE));
            heading.quantity.setText(texts.say(Phrase.COLUMN_QUANTITY));
            heading.price.setText(texts.say(Phrase.COLUMN_PRICE));
            heading.total.setText(texts.say(Phrase.COLUMN_TOTAL));
            empty.setText(texts.say(Phrase.BASKET_EMPTY));
            hint.setText(texts.say(Phrase.BASKET_EMPTY_HINT));
            list.refresh();
        }
        List<Line> lines = state.sale().basket().lines();
        boolean isSame = shown.filter(before -> before.sale().basket().lines().equals(lines)
                && before.selected() == state.selected()).isPresent();
        shown = Optional.of(state);
        if (!isSame) {
            update(lines);
            mark(state.selected());
        }
    }

    /// Changes the rows that differ, so that the others keep their cells.
    private void update(List<Line> lines) {
        List<Line> rows = list.getItems();
        int common = Math.min(rows.size(), lines.size());
        for (int at = 0; at < common; at++) {
            if (!rows.get(at).equals(lines.get(at))) {
                rows.set(at, lines.get(at));
            }
        }
        if (rows.size() > lines.size()) {
            rows.subList(lines.size(), rows.size()).clear();
        } else if (lines.size() > rows.size()) {
            rows.addAll(lines.subList(rows.size(), lines.size()));
        }
    }

    private void mark(int number) {
        int index = IntStream.range(0, list.getItems().size())
                .filter(at -> list.getItems().get(at).number() == number)
                .findFirst()
                .orElse(-1);
        if (index < 0) {
            list.getSelectionModel().clearSelection();
            return;
        }
        list.getSelectionModel().select(index);
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(index);
        } else {
            list.scrollTo(index);
        }
    }

    /// The columns of a row; prices stand right-aligned in a font whose digits have one width.
    private static final class Row {
        private final Label article = new Label();
        private final Label tag = new Label();
        private final Label quantity = new Label();
        private final Label price = new Label();
        private final Label total = new Label();
        private final HBox node;

        Row() {
            article.getStyleClass().addAll("article", "may-cut");
            tag.getStyleClass().add("tag");
            tag.setVisible(false);
            tag.setManaged(false);
            quantity.getStyleClass().add("column-quantity");
            price.getStyleClass().add("column-price");
            total.getStyleClass().add("column-total");
            List.of(quantity, price, total, tag).forEach(label -> label.setMinWidth(Region.USE_PREF_SIZE));
            article.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(article, Priority.ALWAYS);
            node = new HBox(article, tag, quantity, price, total);
            node.getStyleClass().add("row");
            node.setAlignment(Pos.CENTER_LEFT);
        }
    }

    private final class Cell extends ListCell<Line> {
        private final Row row = new Row();

        Cell() {
            row.tag.setGraphic(Sign.RETURN.icon());
            setOnMousePressed(event -> {
                Line line = getItem();
                if (line != null && event.getButton() == MouseButton.PRIMARY) {
                    loop.tell(new TillEvent.LineTapped(line.number()));
                }
                event.consume();
            });
        }

        @Override
        protected void updateItem(Line line, boolean isEmpty) {
            super.updateItem(line, isEmpty);
            if (isEmpty || line == null) {
                setGraphic(null);
                setAccessibleText("");
                pseudoClassStateChanged(RETURNED, false);
                return;
            }
            boolean isReturned = line.returned().isPresent();
            row.article.setText(line.item().name());
            row.tag.setText(texts.say(Phrase.LINE_RETURN));
            row.tag.setVisible(isReturned);
            row.tag.setManaged(isReturned);
            row.quantity.setText(texts.quantity(line.quantity()));
            row.price.setText(texts.price(line.price().unit()));
            row.total.setText(texts.amount(line.total()));
            setAccessibleText(texts.say(Phrase.LINE_SPOKEN, line.item().name(), line.quantity(), line.total()));
            pseudoClassStateChanged(RETURNED, isReturned);
            setGraphic(row.node);
        }
    }
}
