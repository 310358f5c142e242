package io.evertill.view;

import io.evertill.till.Action;
import io.evertill.till.Activity;
import io.evertill.till.SeeingWhy;
import io.evertill.till.TillState;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a figure of stock is made of: the rows, and the marked one in full below them.
final class WhyView {
    private final ChoicesView choices;
    private final Label marked = new Label();
    private final ActionButton again;
    private final ActionButton back;
    private final VBox node;

    WhyView(TillLoop loop) {
        choices = new ChoicesView(loop);
        again = new ActionButton(Action.WHY, loop, "wide");
        back = new ActionButton(Action.BACK, loop, "wide");
        marked.getStyleClass().add("why-marked");
        marked.setWrapText(true);
        marked.setMinHeight(Region.USE_PREF_SIZE);
        marked.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(marked, Priority.ALWAYS);
        List.of(again, back).forEach(button -> button.node().setMinWidth(Region.USE_PREF_SIZE));
        HBox below = new HBox(marked, again.node(), back.node());
        below.getStyleClass().add("why-below");
        below.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(choices.node(), Priority.ALWAYS);
        node = new VBox(choices.node(), below);
        node.getStyleClass().addAll("card", "cover-sheet", "why-sheet");
    }

    Node node() {
        return node;
    }

    void renew() {
        choices.renew();
    }

    void show(SeeingWhy seeing, TillState state, Texts texts) {
        List<Choice> rows = WhyWords.rows(seeing, state, texts);
        choices.show(WhyWords.title(seeing, texts), rows, seeing.selected());
        marked.setText(rows.stream().skip(seeing.selected()).findFirst().map(WhyWords::inFull).orElse(""));
        again.show(state, texts);
        back.show(state, texts);
    }
}
