package io.evertill.view;

import io.evertill.till.Appearance.Language;
import io.evertill.till.Phrase;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// What is seen while a machine becomes a till: what goes on, in a sentence, and that nothing has to be done.
///
/// To be made and used on the thread that draws.
public final class SetupWindow {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 420;
    private static final double SPACE = 20;

    private final Stage stage;
    private final Label what = new Label();

    /// A window that is not shown yet.
    public SetupWindow(Stage stage, Language language) {
        this.stage = stage;
        Texts texts = Texts.of(language);
        Label title = new Label(texts.say(Phrase.SETTING_UP));
        Label again = new Label(texts.say(Phrase.SETTING_UP_AGAIN));
        what.setId("setup-what");
        what.setWrapText(true);
        again.setWrapText(true);
        title.setStyle("-fx-font-size: 1.6em;");
        VBox root = new VBox(SPACE, title, what, again);
        root.setAlignment(Pos.CENTER_LEFT);
        root.setPadding(new Insets(2 * SPACE));
        root.getStyleClass().addAll("till", "light");
        root.setStyle("-fx-font-size: 20px;");
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        scene.getStylesheets().add(Objects.requireNonNull(TillWindow.class.getResource("till.css")).toExternalForm());
        stage.setTitle("Evertill");
        stage.setScene(scene);
    }

    /// Shows it.
    public void open() {
        stage.show();
    }

    /// Says what goes on.
    public void say(String sentence) {
        what.setText(sentence);
    }

    /// Closes it.
    public void close() {
        stage.hide();
    }
}
