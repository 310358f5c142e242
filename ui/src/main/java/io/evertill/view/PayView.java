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
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Amounts of cash to touch.
final class PayView implements Part {
    private final TillLoop loop;
    private final Label title = new Label();
    private final VBox amounts = new VBox();
    private final VBox node;
    private Optional<List<Money>> shown = Optional.empty();
    private Optional<Texts> said = Optional.empty();

    PayView(TillLoop loop) {
        this.loop = loop;
        title.getStyleClass().add("panel-title");
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
    public void show(TillState state, Texts texts) {
        title.setText(texts.say(state.remaining().isNegative() ? Phrase.PAY_OUT_TITLE : Phrase.PAY_TITLE));
        List<Money> quick = QuickCash.above(state.remaining());
        if (shown.filter(quick::equals).isPresent() && said.filter(texts::equals).isPresent()) {
            return;
        }
        shown = Optional.of(quick);
        said = Optional.of(texts);
        amounts.getChildren().setAll(quick.stream().map(amount -> (Node) button(amount, texts)).toList());
    }

    private Button button(Money amount, Texts texts) {
        Button button = new Button(texts.money(amount));
        button.getStyleClass().add("quick-cash");
        button.setFocusTraversable(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMaxHeight(Double.MAX_VALUE);
        VBox.setVgrow(button, Priority.ALWAYS);
        button.setAccessibleText(texts.say(Phrase.TENDER_CASH) + " " + button.getText());
        button.setOnAction(_ -> loop.tell(new TillEvent.CashTapped(amount)));
        return button;
    }
}
