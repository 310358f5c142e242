package io.evertill.view;

import io.evertill.till.Action;
import io.evertill.till.Phrase;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The input line with letters for a finger below it, which a button at its end brings and takes away.
///
/// Whether they are there is a matter of this window alone: no state of the till knows.
final class LettersView implements Part {
    private static final List<Phrase> ROWS = List.of(Phrase.LETTERS_TOP, Phrase.LETTERS_MIDDLE, Phrase.LETTERS_BOTTOM);
    private static final String DIGITS = "1234567890";
    private static final String SIGNS = "-.%/*";

    private final TillLoop loop;
    private final Node basket;
    private final Button toggle = key("");
    private final Button space = key("␣");
    private final Button erase = key("⌫");
    private final Button back = key("←");
    private final Button enter = key("↵");
    private final ActionButton more;
    private final VBox letters = new VBox();
    private final VBox node;
    private Room room = Room.WIDE;
    private List<String> rows = List.of();
    private List<String> shown = List.of();

    /// @param basket is put away for the letters where there is no room for both
    LettersView(Node input, Node basket, TillLoop loop) {
        this.loop = loop;
        this.basket = basket;
        toggle.getStyleClass().setAll("button", "digit", "letters-toggle");
        toggle.setMaxWidth(Button.USE_PREF_SIZE);
        HBox.setHgrow(toggle, Priority.NEVER);
        toggle.setOnAction(_ -> show(!letters.isVisible()));
        space.setOnAction(_ -> loop.tell(new TillEvent.Typed(' ')));
        erase.setOnAction(_ -> loop.tell(new TillEvent.Acted(Action.ERASE)));
        back.setOnAction(_ -> loop.tell(new TillEvent.Acted(Action.BACK)));
        enter.setOnAction(_ -> loop.tell(new TillEvent.Acted(Action.ENTER)));
        letters.getStyleClass().add("letters");
        HBox.setHgrow(input, Priority.ALWAYS);
        more = new ActionButton(Action.MORE, loop, "more-toggle");
        more.node().setMinWidth(Button.USE_PREF_SIZE);
        more.node().setMaxHeight(Button.USE_PREF_SIZE);
        HBox line = new HBox(input, more.node(), toggle);
        line.getStyleClass().add("input-line");
        node = new VBox(line, letters);
        node.getStyleClass().add("input-and-letters");
        show(false);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void fit(Room now, double em) {
        room = now;
        show(letters.isVisible());
    }

    private void show(boolean isWanted) {
        letters.setVisible(isWanted);
        letters.setManaged(isWanted);
        fill();
        boolean isBasketSeen = !isWanted || room.isWide();
        basket.setVisible(isBasketSeen);
        basket.setManaged(isBasketSeen);
    }

    @Override
    public void show(TillState state, Texts texts) {
        more.show(state, texts);
        toggle.setText(texts.say(Phrase.LETTERS));
        toggle.setAccessibleText(texts.say(Phrase.LETTERS_SPOKEN));
        space.setAccessibleText(texts.say(Phrase.LETTERS_SPACE));
        erase.setAccessibleText(texts.say(Phrase.DO_ERASE));
        back.setAccessibleText(texts.say(Phrase.DO_BACK));
        enter.setAccessibleText(texts.say(Phrase.DO_ENTER));
        rows = Stream.concat(Stream.of(DIGITS), ROWS.stream().map(texts::say)).toList();
        fill();
    }

    /// Lays the keys out when they are seen: a style is not found for what was never on screen.
    private void fill() {
        if (letters.isVisible() && !rows.equals(shown)) {
            shown = rows;
            letters.getChildren().setAll(rows.stream().map(this::row).toList());
            HBox last = row(SIGNS);
            last.getChildren().addAll(space, erase, back, enter);
            letters.getChildren().add(last);
        }
    }

    private HBox row(String characters) {
        HBox row = new HBox();
        row.getStyleClass().add("letters-row");
        row.getChildren().setAll(characters.codePoints().mapToObj(this::letter).toList());
        return row;
    }

    private Button letter(int character) {
        Button letter = key(Character.toString(character));
        letter.setOnAction(_ -> loop.tell(new TillEvent.Typed(character)));
        return letter;
    }

    /// Keys of a row share it evenly.
    private static Button key(String text) {
        Button key = new Button(text);
        key.getStyleClass().setAll(Stream.of("button", "digit", "letter").toList());
        key.setFocusTraversable(false);
        key.setMaxWidth(Double.MAX_VALUE);
        key.setMinWidth(0);
        key.setPrefWidth(1);
        HBox.setHgrow(key, Priority.ALWAYS);
        return key;
    }
}
