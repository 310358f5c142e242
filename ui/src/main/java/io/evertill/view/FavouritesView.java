package io.evertill.view;

import io.evertill.till.Article;
import io.evertill.till.Phrase;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Articles that are sold often, or have no code: one touch each.
final class FavouritesView implements Part {
    private static final int COLUMNS = 2;

    private final TillLoop loop;
    private final Label title = new Label();
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane();
    private final VBox node;
    private Optional<List<Article>> shown = Optional.empty();
    private Optional<Texts> said = Optional.empty();

    FavouritesView(TillLoop loop) {
        this.loop = loop;
        title.getStyleClass().add("panel-title");
        grid.getStyleClass().add("favourites");
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(share);
        }
        scroll.setContent(grid);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("paper-scroll");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        node = new VBox(title, scroll);
        node.getStyleClass().add("panel");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(TillState state, Texts texts) {
        List<Article> favourites = state.around().favourites();
        if (shown.filter(favourites::equals).isPresent() && said.filter(texts::equals).isPresent()) {
            return;
        }
        shown = Optional.of(favourites);
        said = Optional.of(texts);
        scroll.setAccessibleText(texts.say(Phrase.FAVOURITES_TITLE));
        title.setText(favourites.isEmpty() ? "" : texts.say(Phrase.FAVOURITES_TITLE));
        List<Button> buttons = new ArrayList<>();
        for (int at = 0; at < favourites.size(); at++) {
            Button button = button(favourites.get(at), at, texts);
            GridPane.setConstraints(button, at % COLUMNS, at / COLUMNS);
            buttons.add(button);
        }
        grid.getChildren().setAll(buttons);
    }

    private Button button(Article article, int index, Texts texts) {
        Label name = new Label(article.item().name());
        name.getStyleClass().addAll("favourite-name", "may-cut");
        name.setWrapText(true);
        Label price = new Label(texts.price(article.price().unit())
                + (article.item().unit().isMeasured() ? " / " + article.item().unit().code() : ""));
        price.getStyleClass().add("quiet");
        price.setMinHeight(Region.USE_PREF_SIZE);
        VBox both = new VBox(name, price);
        both.setAlignment(Pos.CENTER_LEFT);
        both.getStyleClass().add("favourite-text");
        Button button = new Button();
        button.setGraphic(both);
        button.getStyleClass().add("favourite");
        button.setFocusTraversable(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(name.getText() + ", " + price.getText());
        button.setOnAction(_ -> loop.tell(new TillEvent.FavouriteTapped(index)));
        return button;
    }
}
