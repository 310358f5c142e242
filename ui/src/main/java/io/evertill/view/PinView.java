package io.evertill.view;

import io.evertill.till.Activity;
import io.evertill.till.Phrase;
import io.evertill.till.TillState;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks for a PIN: as many dots as digits were typed, and never a digit.
final class PinView {
    private static final String DOT = "●";

    private final MessageView message = new MessageView();
    private final Label dots = new Label();
    private final Label said = new Label();
    private final Keypad keypad;
    private final HBox node;

    PinView(TillLoop loop) {
        keypad = new Keypad(loop);
        dots.getStyleClass().add("pin-dots");
        dots.setMinHeight(Region.USE_PREF_SIZE);
        said.getStyleClass().add("pin-said");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(message.node(), dots, said);
        words.getStyleClass().add("pin-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        node = new HBox(words, keypad.node());
        node.getStyleClass().addAll("card", "cover-sheet", "pin");
    }

    Region node() {
        return node;
    }

    void show(TillState state, Activity.AskingPin asking, Texts texts) {
        keypad.show(state, texts);
        message.show(Sign.CASHIER, texts.say(Phrase.PIN_TITLE, asking.who().name()), asking.matter()
                .map(matter -> PanelView.question(matter, state, texts))
                .orElseGet(() -> texts.say(Phrase.PIN_HINT)), List.of());
        dots.setText(asking.typed().digits().isEmpty() ? " " : DOT.repeat(asking.typed().digits().length()));
        dots.setAccessibleText(texts.say(Phrase.PIN_TITLE, asking.who().name()));
        say(state.notice().map(notice -> InputView.sentence(notice, state, texts)).orElse(""), state.notice().map(_ -> Sign.REFUSED));
    }

    /// While it is being checked.
    void check(Texts texts) {
        say(texts.say(Phrase.PIN_CHECKING), Optional.of(Sign.WAITING));
    }

    private void say(String sentence, Optional<Sign> sign) {
        sign.ifPresentOrElse(one -> said.setGraphic(one.icon()), () -> said.setGraphic(null));
        said.setText(sentence);
    }
}
