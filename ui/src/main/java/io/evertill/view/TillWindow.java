package io.evertill.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.evertill.till.Appearance;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The window of a till: the basket at the left, money and choices at the right, who and when above, what is safe below.
///
/// To be made and used on the thread that draws, except [#snapshot].
public final class TillWindow {
    /// The smallest screen that everything fits on.
    public static final int WIDTH_MIN = 1366;
    /// Its height.
    public static final int HEIGHT_MIN = 768;

    private static final double FONT_PIXELS = 16;
    private static final double SCALE_MIN = 0.75;
    private static final double SCALE_MAX = 4;
    /// Below this a key of digits, and below the other any button, would be too small for a finger.
    private static final double FINE_EM = 26;
    private static final double FINEST_EM = 16;
    private static final double BASKET_PERCENT = 60;
    private static final double BASKET_PERCENT_SNUG = 55;
    private static final double BASKET_PERCENT_NARROW = 50;
    private static final List<String> FONTS = List.of(
            "/liberation/LiberationSans-Regular.ttf", "/liberation/LiberationSans-Bold.ttf",
            "/liberation/LiberationMono-Regular.ttf", "/liberation/LiberationMono-Bold.ttf",
            "/META-INF/resources/feather/4.28/fonts/feather.ttf");

    private final Stage stage;
    private final TillLoop loop;
    private final InputView input = new InputView();
    private final List<Part> parts;
    private final StackPane root = new StackPane();
    private final Scene scene;
    private final ColumnConstraints basketColumn = new ColumnConstraints();
    private final ColumnConstraints moneyColumn = new ColumnConstraints();
    private final VBox right;
    private Optional<Appearance> dressed = Optional.empty();
    private Optional<Fit> fitted = Optional.empty();

    private record Fit(Room room, double em) {}

    /// A window that shows the states of a loop and tells it what is done by hand.
    ///
    /// @param clock of the wall, ticked on screen
    public TillWindow(Stage stage, TillLoop loop, InstantSource clock) {
        this.stage = stage;
        this.loop = loop;
        FONTS.forEach(TillWindow::load);
        BasketView basket = new BasketView(loop);
        TopBar top = new TopBar(loop);
        TotalsView totals = new TotalsView();
        ActionsView actions = new ActionsView(loop);
        PanelView panel = new PanelView(loop);
        StatusBar status = new StatusBar();
        LettersView letters = new LettersView(input.node(), basket.node(), loop);
        CoverView cover = new CoverView(loop);
        parts = List.of(top, basket, input, letters, totals, actions, panel, status, cover);

        VBox left = new VBox(basket.node(), letters.node());
        VBox.setVgrow(basket.node(), Priority.ALWAYS);
        right = new VBox(totals.node(), actions.node(), panel.node());
        VBox.setVgrow(panel.node(), Priority.ALWAYS);
        left.getStyleClass().add("side");
        right.getStyleClass().add("side");
        BorderPane frame = new BorderPane(new StackPane(halves(left, right), cover.node()));
        frame.setTop(top.node());
        frame.setBottom(status.node());
        root.getChildren().add(frame);
        root.getStyleClass().add("till");
        scene = new Scene(root, WIDTH_MIN, HEIGHT_MIN);
        scene.getStylesheets().add(Objects.requireNonNull(TillWindow.class.getResource("till.css")).toExternalForm());
        scene.widthProperty().addListener((_, _, _) -> show(loop.state()));
        scene.heightProperty().addListener((_, _, _) -> show(loop.state()));
        scene.addPreLayoutPulseListener(loop::busy);
        // The picture is handed over after the layout, and this thread waits for the one before: what is run later comes after.
        scene.addPostLayoutPulseListener(() -> Platform.runLater(loop::idle));
        new KeyFilter(loop).listen(scene);
        loop.show(this::show);
        loop.flash(input::flash);
        tick(clock);
    }

    private GridPane halves(VBox left, VBox right) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("halves");
        grid.getColumnConstraints().setAll(List.of(basketColumn, moneyColumn));
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        row.setPercentHeight(100);
        grid.getRowConstraints().add(row);
        grid.add(left, 0, 0);
        grid.add(right, 1, 0);
        return grid;
    }

    /// A font that the program brings along, so that digits stand in columns on every machine.
    private static void load(String file) {
        Font.loadFont(Objects.requireNonNull(TillWindow.class.getResourceAsStream(file), file), FONT_PIXELS);
    }

    private void tick(InstantSource clock) {
        Timeline ticks = new Timeline(new KeyFrame(Duration.seconds(1), _ -> loop.tell(new TillEvent.Ticked(clock.instant()))));
        ticks.setCycleCount(Animation.INDEFINITE);
        ticks.play();
    }

    /// Opens the window.
    public void open() {
        stage.setTitle("Evertill");
        stage.setScene(scene);
        stage.show();
    }

    /// The scene, for tests and tours that press keys.
    public Scene scene() {
        return scene;
    }

    /// Saves a picture of what is on screen as a PNG file; from any thread.
    public CompletableFuture<Path> snapshot(Path file) {
        return loop.onScreen(() -> {
            Snapshots.save(scene, file);
            return file;
        });
    }

    void show(TillState state) {
        dress(state.appearance());
        Texts texts = Texts.of(state.appearance().language());
        layOut(texts.orientation());
        parts.forEach(part -> part.show(state, texts));
    }

    /// Whatever stands at the left stands at the right where words are read from there; digits stay as they are everywhere.
    void layOut(NodeOrientation from) {
        if (root.getNodeOrientation() != from) {
            root.setNodeOrientation(from);
            root.getStyleClass().remove("from-the-right");
            if (from == NodeOrientation.RIGHT_TO_LEFT) {
                root.getStyleClass().add("from-the-right");
            }
        }
    }

    /// Theme and size. All sizes are multiples of the font's, which follows the window.
    private void dress(Appearance appearance) {
        boolean isNewTheme = dressed.filter(before -> before.theme() == appearance.theme()).isEmpty();
        dressed = Optional.of(appearance);
        if (isNewTheme) {
            scene.setUserAgentStylesheet(switch (appearance.theme()) {
                case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                case DARK -> new PrimerDark().getUserAgentStylesheet();
            });
            root.getStyleClass().removeAll("light", "dark");
            root.getStyleClass().add(switch (appearance.theme()) {
                case LIGHT -> "light";
                case DARK -> "dark";
            });
        }
        double fits = Math.min(scene.getWidth() / WIDTH_MIN, scene.getHeight() / HEIGHT_MIN);
        double scale = Math.max(SCALE_MIN, Math.min(SCALE_MAX, fits)) * appearance.fontPercent() / 100;
        double pixels = Math.rint(FONT_PIXELS * scale * 2) / 2;
        String style = "-fx-font-size: " + pixels + "px;";
        if (!style.equals(root.getStyle())) {
            root.setStyle(style);
        }
        Fit fit = new Fit(Room.of(scene.getWidth() / pixels, scene.getHeight() / pixels), pixels);
        if (fitted.filter(fit::equals).isEmpty()) {
            fitted = Optional.of(fit);
            fit(fit.room(), pixels);
        }
    }

    private void fit(Room room, double em) {
        double basketPercent = switch (room) {
            case WIDE -> BASKET_PERCENT;
            case SNUG -> BASKET_PERCENT_SNUG;
            case NARROW, SMALL -> BASKET_PERCENT_NARROW;
        };
        basketColumn.setPercentWidth(basketPercent);
        moneyColumn.setPercentWidth(100 - basketPercent);
        root.getStyleClass().removeAll("snug", "narrow", "small", "fine", "finest");
        if (em < FINE_EM) {
            root.getStyleClass().add("fine");
        }
        if (em < FINEST_EM) {
            root.getStyleClass().add("finest");
        }
        switch (room) {
            case WIDE -> {}
            case SNUG -> root.getStyleClass().add("snug");
            case NARROW -> root.getStyleClass().add("narrow");
            case SMALL -> root.getStyleClass().addAll("narrow", "small");
        }
        parts.forEach(part -> part.fit(room, em));
        VBox.setVgrow(right.getChildren().get(1), room == Room.SMALL ? Priority.ALWAYS : Priority.NEVER);
    }
}
