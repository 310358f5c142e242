package io.evertill.view;

import io.evertill.money.Money;
import io.evertill.product.Obstacle;
import io.evertill.sale.Discount;
import io.evertill.sale.Line;
import io.evertill.stock.Quantity;
import io.evertill.till.Appearance;
import io.evertill.till.Collects;
import io.evertill.till.Phrase;
import io.evertill.till.Stocks;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import io.evertill.till.Waits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The goods on the counter: a list that makes cells for what is visible only.
final class BasketView implements Part {
    private static final int PROMOTED_LENGTH_MAX = 18;
    private static final int ORDER_LENGTH_MAX = 12;
    private static final double ROW_WIDE_EMS = 2.75;
    private static final double ROW_NARROW_EMS = 3;
    private static final PseudoClass RETURNED = PseudoClass.getPseudoClass("returned");

    private final TillLoop loop;
    private final ListView<Line> list = new ListView<>();
    private final Drag drag = new Drag(list);
    private final Row heading = new Row();
    private final Label empty = new Label();
    private final Label hint = new Label();
    private final VBox node;
    private Room room = Room.WIDE;
    private Texts texts = Texts.of(Appearance.USUAL.language());
    private Optional<TillState> shown = Optional.empty();

    BasketView(TillLoop loop) {
        this.loop = loop;
        list.getStyleClass().add("basket-list");
        list.setFocusTraversable(false);
        list.setMinHeight(0);
        list.setCellFactory(_ -> new Cell());
        heading.arrange(room);
        heading.node.getStyleClass().add("basket-heading");
        empty.getStyleClass().add("basket-empty");
        hint.getStyleClass().addAll("quiet", "basket-hint");
        hint.setWrapText(true);
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

    @Override
    public void fit(Room now, double em) {
        room = now;
        heading.node.setVisible(room.isWide());
        heading.node.setManaged(room.isWide());
        // New cells: those that stand would keep places measured with the old size of text.
        list.setCellFactory(_ -> new Cell());
        list.setFixedCellSize(Math.rint(em * (room.isWide() ? ROW_WIDE_EMS : ROW_NARROW_EMS)));
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
            list.setAccessibleText(texts.say(Phrase.BASKET));
            list.refresh();
        }
        List<Line> lines = state.sale().basket().lines();
        boolean isSeenAnew = shown.filter(before -> !before.watch().seen().equals(state.watch().seen())
                || !before.watch().waited().equals(state.watch().waited())).isPresent();
        boolean isSame = shown.filter(before -> before.sale().basket().lines().equals(lines)
                && before.selected() == state.selected()).isPresent();
        boolean isTagged = isTagged(state) || shown.filter(BasketView::isTagged).isPresent();
        shown = Optional.of(state);
        if (!isSame) {
            update(lines);
            mark(state.selected());
        }
        if (isTagged && (isSeenAnew || !isSame)) {
            list.refresh();
        }
    }

    private static boolean isTagged(TillState state) {
        return Stocks.isShort(state) || state.sale().basket().lines().stream().anyMatch(line -> Waits.obstacle(state, line).isPresent());
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

    /// What a line says besides what it sells: that it comes back, that there should be less of it, what was taken off, or
    /// which piece it is.
    private Optional<String> tag(Line line) {
        if (line.returned().isPresent()) {
            return Optional.of(texts.say(Phrase.LINE_RETURN));
        }
        return obstacle(line).or(() -> shortage(line)).or(() -> reserved(line)).or(() -> discount(line)).or(() -> exempt(line))
                .or(line::serial).or(line::lot);
    }

    /// Why a line that waited may not be sold any more.
    private Optional<String> obstacle(Line line) {
        return shown.flatMap(state -> Waits.obstacle(state, line)).map(obstacle -> switch (obstacle) {
            case Obstacle.Expired(var day) -> texts.say(Phrase.LINE_EXPIRED, day);
            case Obstacle.HeldBack(String lot) -> texts.say(Phrase.LINE_HELD_BACK, lot);
            case Obstacle.SoldBefore(String serial) -> texts.say(Phrase.LINE_SOLD, serial);
            case Obstacle.Withdrawn() -> texts.say(Phrase.LINE_WITHDRAWN);
        });
    }

    private Optional<String> reserved(Line line) {
        return line.claim().flatMap(claim -> shown.map(state -> {
            Quantity collected = new Quantity(state.sale().basket().collected(claim.reservation()), claim.promised().unit());
            Phrase rest = claim.isRestGivenUp() ? Phrase.LINE_REST_GIVEN_UP : Phrase.LINE_REST_KEPT;
            return Collects.isPart(state, line)
                    ? texts.say(rest, collected, claim.promised())
                    : texts.say(Phrase.LINE_RESERVED, brief(claim.order(), ORDER_LENGTH_MAX));
        }));
    }

    private Optional<String> discount(Line line) {
        return Optional.of(line.gross().minus(line.total()).minus(line.taxNotCharged()))
                .filter(Money::isPositive)
                .map(less -> promoted(line).isEmpty()
                        ? texts.say(Phrase.LINE_CHEAPER, texts.amount(less))
                        : texts.say(Phrase.LINE_PROMOTED, texts.amount(less), promoted(line)));
    }

    private Optional<String> exempt(Line line) {
        return Optional.of(line.taxNotCharged()).filter(Money::isPositive).map(tax -> texts.say(Phrase.LINE_EXEMPT, texts.amount(tax)));
    }

    /// The names of what made a line cheaper, as long as a row has room for them; the receipt has them whole.
    private static String promoted(Line line) {
        String names = line.discounts().stream()
                .map(Discount::cause)
                .filter(Discount.Cause.Promotion.class::isInstance)
                .map(Discount.Cause.Promotion.class::cast)
                .map(Discount.Cause.Promotion::name)
                .collect(Collectors.joining(", "));
        return brief(names, PROMOTED_LENGTH_MAX);
    }

    private static String brief(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private Optional<String> shortage(Line line) {
        return shown.flatMap(state -> Stocks.shortage(state, line).map(sighting -> texts.say(Phrase.LINE_SHORT,
                sighting.expected(), texts.when(sighting.asOf(), state.around().now(), state.lane().zone()))));
    }

    private Sign sign(Line line) {
        if (line.returned().isPresent()) {
            return Sign.RETURN;
        }
        if (obstacle(line).isPresent() || shortage(line).isPresent()) {
            return Sign.PROBLEM;
        }
        return discount(line).isPresent() ? Sign.CHEAPER : Sign.PIECE;
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
        boolean isFollowed = drag.isFollowed(index, false);
        list.getSelectionModel().select(index);
        if (!isFollowed) {
            return;
        }
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(index);
        } else {
            list.scrollTo(index);
        }
    }

    /// The columns of a row; prices stand right-aligned in a font whose digits have one width. In a narrow room quantity and
    /// price stand below the name.
    private static final class Row {
        private final Label article = new Label();
        private final Label tag = new Label();
        private final Label quantity = new Label();
        private final Label price = new Label();
        private final Label times = new Label("×");
        private final Label total = new Label();
        private final HBox below = new HBox();
        private final VBox both = new VBox();
        private final HBox node = new HBox();
        private Optional<Room> arranged = Optional.empty();

        Row() {
            article.getStyleClass().addAll("article", "may-cut");
            tag.getStyleClass().add("tag");
            tag.setVisible(false);
            tag.setManaged(false);
            quantity.getStyleClass().add("column-quantity");
            price.getStyleClass().add("column-price");
            total.getStyleClass().add("column-total");
            times.getStyleClass().add("quiet");
            below.getStyleClass().add("below");
            both.getStyleClass().add("both");
            both.setAlignment(Pos.CENTER_LEFT);
            both.setMinWidth(0);
            HBox.setHgrow(both, Priority.ALWAYS);
            List.of(quantity, price, times, total, tag).forEach(label -> label.setMinWidth(Region.USE_PREF_SIZE));
            article.setMinWidth(0);
            article.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(article, Priority.ALWAYS);
            node.getStyleClass().add("row");
            node.setAlignment(Pos.CENTER_LEFT);
        }

        void arrange(Room room) {
            if (arranged.filter(room::equals).isPresent()) {
                return;
            }
            arranged = Optional.of(room);
            List.of(node, both, below).forEach(box -> box.getChildren().clear());
            if (room.isWide()) {
                node.getChildren().setAll(List.of(article, tag, quantity, price, total));
            } else {
                below.getChildren().setAll(List.of(quantity, times, price, tag));
                both.getChildren().setAll(List.of(article, below));
                node.getChildren().setAll(List.of(both, total));
            }
        }
    }

    private final class Cell extends ListCell<Line> {
        private final Row row = new Row();

        Cell() {
            // As wide as the list, never wider: a long name is cut, an amount is not.
            setPrefWidth(0);
            drag.chooses(this, () -> loop.tell(new TillEvent.LineTapped(getItem().number())));
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
            row.arrange(room);
            boolean isReturned = line.returned().isPresent();
            row.article.setText(line.item().name());
            Optional<String> tag = tag(line);
            row.tag.setText(tag.orElse(""));
            sign(line).showOn(row.tag);
            row.tag.setVisible(tag.isPresent());
            row.tag.setManaged(tag.isPresent());
            row.quantity.setText(texts.quantity(line.quantity()));
            row.price.setText(texts.price(line.price().unit()));
            row.total.setText(texts.amount(line.total()));
            setAccessibleText(texts.say(Phrase.LINE_SPOKEN, line.item().name(), line.quantity(), line.total())
                    + tag.map(said -> ", " + said).orElse(""));
            pseudoClassStateChanged(RETURNED, isReturned);
            setGraphic(row.node);
        }
    }
}
