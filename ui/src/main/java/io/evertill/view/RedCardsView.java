package io.evertill.view;

import io.evertill.till.Action;
import io.evertill.till.Activity;
import io.evertill.till.Concern;
import io.evertill.till.Concerns;
import io.evertill.till.Phrase;
import io.evertill.till.TillState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Red cards over the whole width of the window: the rows, and below them the marked one in full, with what to do next.
final class RedCardsView {
    private final ChoicesView rows;
    private final Label facts = line("card-facts");
    private final Label step = line("card-step");
    private final Label seen = line("quiet");
    private final Label said = line("pin-said");
    private final List<ActionButton> buttons;
    private final VBox node;

    RedCardsView(TillLoop loop) {
        rows = new ChoicesView(loop);
        buttons = Stream.of(Action.COUNT, Action.DRAWER, Action.JOURNAL, Action.BACK)
                .map(action -> new ActionButton(action, loop, "wide"))
                .toList();
        HBox row = new HBox();
        row.getStyleClass().add("panel-buttons");
        buttons.forEach(button -> {
            HBox.setHgrow(button.node(), Priority.ALWAYS);
            button.node().setPrefWidth(0);
            button.node().setMinWidth(0);
            row.getChildren().add(button.node());
        });
        row.setMinHeight(Region.USE_PREF_SIZE);
        VBox details = new VBox(said, facts, step, seen);
        details.getStyleClass().add("card-details");
        VBox.setVgrow(rows.node(), Priority.ALWAYS);
        node = new VBox(rows.node(), details, row);
        node.getStyleClass().addAll("card", "cover-sheet", "red-cards");
    }

    private static Label line(String style) {
        Label line = new Label();
        line.getStyleClass().add(style);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    Node node() {
        return node;
    }

    void renew() {
        rows.renew();
    }

    void show(TillState state, Activity.SeeingCards seeing, Texts texts) {
        Optional<Concern> marked = Concerns.marked(state, seeing);
        rows.show(RedCardWords.title(state, texts), RedCardWords.rows(state, texts),
                marked.map(Concerns.of(state)::indexOf).orElse(0));
        say(said, state.notice().map(notice -> InputView.sentence(notice, state, texts)).orElse(""));
        say(facts, marked.map(concern -> RedCardWords.sentence(concern, state, texts)).orElseGet(() -> texts.say(Phrase.CARDS_CALM)));
        say(step, marked.map(concern -> RedCardWords.step(concern, state, texts)).orElse(""));
        say(seen, marked.map(concern -> RedCardWords.seen(concern, state, texts)).orElse(""));
        buttons.forEach(button -> button.show(state, texts));
    }

    private static void say(Label line, String text) {
        line.setText(text);
        line.setVisible(!text.isEmpty());
        line.setManaged(!text.isEmpty());
    }
}
