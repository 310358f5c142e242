package io.evertill.view;

import io.evertill.money.Money;
import io.evertill.sale.Line;
import io.evertill.sale.Sale;
import io.evertill.till.Activity;
import io.evertill.till.Phrase;
import io.evertill.till.TillState;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// The customers' screen: what was rung up, what it comes to, and the change. It shows the till's state and takes no input.
///
/// To be made and used on the thread that draws.
public final class CustomerWindow {
    private static final int LINES_MAX = 12;
    private static final double FONT_PART = 0.032;

    private final Stage stage;
    private final Label shop = new Label();
    private final VBox lines = new VBox();
    private final Label title = new Label();
    private final Label amount = new Label();
    private final Label below = new Label();
    private final VBox root;
    private final Scene scene;

    /// A window on a screen that shows the states of a loop.
    ///
    /// @param place the screen's bounds
    public CustomerWindow(Stage stage, TillLoop loop, Rectangle2D place) {
        this.stage = stage;
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        shop.getStyleClass().add("customer-shop");
        lines.getStyleClass().add("customer-lines");
        title.getStyleClass().add("customer-title");
        amount.getStyleClass().add("customer-amount");
        below.getStyleClass().add("customer-below");
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        root = new VBox(shop, lines, space, row(title, amount), below);
        root.getStyleClass().addAll("till", "light", "customer");
        root.setStyle("-fx-font-size: " + Math.rint(place.getHeight() * FONT_PART) + "px;");
        scene = new Scene(root, place.getWidth(), place.getHeight());
        scene.getStylesheets().add(Objects.requireNonNull(TillWindow.class.getResource("till.css")).toExternalForm());
        loop.show(this::show);
    }

    /// Opens the window; the till's own keeps the keys.
    public void open() {
        stage.setTitle("Evertill");
        stage.setScene(scene);
        stage.show();
    }

    /// Closes it.
    public void close() {
        stage.hide();
    }

    /// The scene, for tests.
    Scene scene() {
        return scene;
    }

    private void show(TillState state) {
        Texts texts = Texts.of(state.appearance().language());
        shop.setText(state.lane().store());
        if (state.activity() instanceof Activity.Done(var completed)) {
            done(completed.sale(), texts);
        } else {
            open(state, texts);
        }
    }

    private void done(Sale sale, Texts texts) {
        boolean isPaidOut = sale.total().isNegative();
        show(sale.lines(), texts);
        title.setText(texts.say(isPaidOut ? Phrase.PAID_OUT : Phrase.CHANGE));
        amount.setText(texts.money(isPaidOut ? sale.total().negated() : sale.change()));
        below.setText(texts.say(Phrase.TOTAL) + " " + texts.money(sale.total()));
    }

    private void open(TillState state, Texts texts) {
        Money remaining = state.remaining();
        boolean isPart = !state.sale().tenders().isEmpty();
        show(state.sale().basket().lines(), texts);
        title.setText(texts.say(remaining.isNegative() ? Phrase.TO_PAY_OUT : isPart ? Phrase.TO_PAY : Phrase.TOTAL));
        amount.setText(texts.money(remaining.isNegative() ? remaining.negated() : remaining));
        below.setText(isPart ? texts.say(Phrase.TOTAL) + " " + texts.money(state.sale().basket().total()) : "");
    }

    /// The last lines, the newest at the bottom.
    private void show(List<Line> all, Texts texts) {
        lines.getChildren().setAll(all.stream()
                .skip(Math.max(0, all.size() - LINES_MAX))
                .<Node>map(line -> row(
                        new Label(texts.quantity(line.quantity()) + " × " + line.item().name()),
                        new Label(texts.amount(line.total()))))
                .toList());
    }

    private static HBox row(Label left, Label right) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        left.getStyleClass().add("may-cut");
        right.setMinWidth(Region.USE_PREF_SIZE);
        return new HBox(left, space, right);
    }
}
