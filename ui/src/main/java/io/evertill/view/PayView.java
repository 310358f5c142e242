package io.evertill.view;

import io.evertill.money.Money;
import io.evertill.till.Phrase;
import io.evertill.till.QuickCash;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/// Amounts of cash to touch.
final class PayView implements Part {
    private final TillLoop loop;
    private final Label title = new Label();
    private final GridPane amounts = new GridPane();
    private final VBox node;
    private Room room = Room.WIDE;
    private Optional<List<Money>> shown = Optional.empty();
    private Optional<Texts> said = Optional.empty();

    PayView(TillLoop loop) {
        this.loop = loop;
        title.getStyleClass().add("panel-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        amounts.getStyleClass().add("quick");
        VBox.setVgrow(amounts, Priority.ALWAYS);
        node = new VBox(title, amounts);
        node.getStyleClass().add("panel");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void fit(Room now, double em) {
        room = now;
        shown = Optional.empty();
    }

    @Override
    public void show(TillState state, Texts texts) {
        Money remaining = state.remainingInCash();
        boolean isPaid = state.remaining().isZero() && !state.sale().tenders().isEmpty();
        title.setText(texts.say(
                isPaid ? Phrase.PAID_IN_FULL : remaining.isNegative() ? Phrase.PAY_OUT_TITLE : Phrase.PAY_TITLE));
        List<Money> quick = QuickCash.above(remaining);
        title.setVisible(room.isWide() || quick.isEmpty());
        title.setManaged(title.isVisible());
        if (shown.filter(quick::equals).isPresent() && said.filter(texts::equals).isPresent()) {
            return;
        }
        shown = Optional.of(quick);
        said = Optional.of(texts);
        stand(quick.stream().map(amount -> button(amount, texts)).toList());
    }

    /// Below each other, or side by side where there is less height.
    private void stand(List<Button> buttons) {
        amounts.getChildren().clear();
        amounts.getColumnConstraints().clear();
        amounts.getRowConstraints().clear();
        int columns = room.isWide() ? 1 : QuickCash.AMOUNTS_MAX;
        for (int column = 0; column < columns; column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / columns);
            amounts.getColumnConstraints().add(share);
        }
        for (int at = 0; at < buttons.size(); at++) {
            amounts.add(buttons.get(at), at % columns, at / columns);
            if (at % columns == 0) {
                RowConstraints grows = new RowConstraints();
                grows.setVgrow(Priority.ALWAYS);
                amounts.getRowConstraints().add(grows);
            }
        }
    }

    private Button button(Money amount, Texts texts) {
        Button button = new Button(texts.money(amount));
        button.getStyleClass().add("quick-cash");
        button.setFocusTraversable(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMaxHeight(Double.MAX_VALUE);
        button.setAccessibleText(texts.say(Phrase.TENDER_CASH) + " " + button.getText());
        button.setOnAction(_ -> loop.tell(new TillEvent.CashTapped(amount)));
        return button;
    }
}
