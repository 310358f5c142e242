package io.evertill.view;

import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// The customers' window, on a screen of their own while there is one. It shows the till's state and takes no input.
///
/// To be made and used on the thread that draws.
public final class CustomerWindow implements CustomerScreen {
    private static final double FONT_PART = 0.032;

    private final Stage stage;
    private final Label shop = new Label();
    private final VBox lines = new VBox();
    private final Label title = new Label();
    private final Label amount = new Label();
    private final Label below = new Label();
    private final VBox root;
    private final Scene scene;
    private CustomerPage newest = CustomerPage.DARK;

    /// A window that shows the states of a loop once it has a place.
    public CustomerWindow(Stage stage, TillLoop loop) {
        this.stage = stage;
        stage.setTitle("Evertill");
        shop.getStyleClass().add("customer-shop");
        lines.getStyleClass().add("customer-lines");
        title.getStyleClass().add("customer-title");
        amount.getStyleClass().add("customer-amount");
        below.getStyleClass().add("customer-below");
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        root = new VBox(shop, lines, space, row(title, amount), below);
        root.getStyleClass().addAll("till", "light", "customer");
        scene = new Scene(root);
        scene.getStylesheets().add(Objects.requireNonNull(TillWindow.class.getResource("till.css")).toExternalForm());
        stage.setScene(scene);
        loop.mirror(this);
    }

    /// Opens it over a screen, or closes it: without one it would lie over the till's. The till's own window keeps the keys.
    ///
    /// @param screen the bounds of the customers' screen; empty when it is gone
    public void place(Optional<Rectangle2D> screen) {
        screen.ifPresentOrElse(this::open, this::close);
    }

    private void open(Rectangle2D place) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
        root.setStyle("-fx-font-size: " + Math.rint(place.getHeight() * FONT_PART) + "px;");
        draw();
        stage.show();
    }

    /// Closes it; the next place opens it again.
    public void close() {
        stage.hide();
    }

    /// The scene, for tests.
    Scene scene() {
        return scene;
    }

    @Override
    public void show(CustomerPage page) {
        newest = page;
        if (stage.isShowing()) {
            draw();
        }
    }

    private void draw() {
        shop.setText(newest.shop());
        lines.getChildren().setAll(newest.rows().stream()
                .<Node>map(row -> row(new Label(row.goods()), new Label(row.amount())))
                .toList());
        title.setText(newest.title());
        amount.setText(newest.amount());
        below.setText(newest.below());
    }

    private static HBox row(Label left, Label right) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        left.getStyleClass().add("may-cut");
        right.setMinWidth(Region.USE_PREF_SIZE);
        return new HBox(left, space, right);
    }
}
