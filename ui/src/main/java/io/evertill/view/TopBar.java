package io.evertill.view;

import io.evertill.till.Action;
import io.evertill.till.Concerns;
import io.evertill.till.Duty;
import io.evertill.till.Phrase;
import io.evertill.till.TillState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Store, till, cashier, shift and clock; and what concerns the window rather than the sale.
final class TopBar implements Part {
    /// A name up to this long is never cut: who sells says more than where and since when.
    private static final int NAME_WHOLE_LENGTH = 20;

    private final Label place = new Label();
    private final Label cashier = new Label();
    private final Label cards = new Label();
    private final Label shift = new Label();
    private final Label clock = new Label();
    private final ActionButton network;
    private final List<ActionButton> buttons;
    private final HBox node;

    TopBar(TillLoop loop) {
        place.getStyleClass().addAll("place", "may-cut");
        cashier.setGraphic(Sign.CASHIER.icon());
        cashier.getStyleClass().add("may-cut");
        cards.setGraphic(Sign.PROBLEM.icon());
        cards.getStyleClass().addAll("tag", "red-count");
        cards.setMinWidth(Region.USE_PREF_SIZE);
        clock.setGraphic(Sign.CLOCK.icon());
        clock.getStyleClass().add("clock");
        clock.setMinWidth(Region.USE_PREF_SIZE);
        shift.getStyleClass().addAll("quiet", "may-cut");
        network = new ActionButton(Action.NETWORK, loop);
        buttons = Stream.of(Action.CUSTOMER, Action.STOCK, Action.DRAWER, Action.LANGUAGE, Action.THEME, Action.FONT, Action.HELP)
                .map(action -> new ActionButton(action, loop))
                .toList();
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        node = new HBox(place, cashier, cards, shift, space, network.node());
        buttons.forEach(button -> node.getChildren().add(button.node()));
        node.getChildren().add(clock);
        node.getStyleClass().add("top-bar");
        node.setAlignment(Pos.CENTER_LEFT);
        Stream.concat(Stream.of(network), buttons.stream()).forEach(each -> each.node().setMinWidth(Region.USE_PREF_SIZE));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void fit(Room room, double em) {
        shift.setVisible(room == Room.WIDE);
        shift.setManaged(room == Room.WIDE);
        buttons.forEach(button -> {
            boolean isNeeded = switch (button.action()) {
                case FONT, HELP -> true;
                case CUSTOMER, STOCK, DRAWER -> room == Room.WIDE;
                default -> room != Room.SMALL;
            };
            button.node().setVisible(isNeeded);
            button.node().setManaged(isNeeded);
        });
    }

    @Override
    public void show(TillState state, Texts texts) {
        Optional<Duty> duty = state.duty();
        place.setText(state.lane().store() + " · " + state.lane().till());
        cashier.setText(duty.map(on -> on.cashier().name()).orElseGet(() -> texts.say(Phrase.TOP_NOBODY)));
        cashier.setMinWidth(cashier.getText().length() <= NAME_WHOLE_LENGTH ? Region.USE_PREF_SIZE : Region.USE_COMPUTED_SIZE);
        cashier.setAccessibleText(texts.say(Phrase.TOP_CASHIER) + ": " + cashier.getText());
        shift.setText(duty.map(on -> texts.say(Phrase.TOP_SHIFT) + " " + texts.say(Phrase.TOP_SHIFT_SINCE,
                texts.date(on.shift().businessDate()), texts.time(on.shift().openedAt(), state.lane().zone()))).orElse(""));
        clock.setText(texts.time(state.around().now(), state.lane().zone()));
        buttons.forEach(button -> button.show(state, texts));
        cards(state, texts);
        network(state, texts);
    }

    /// How many red cards there are, for whoever may see them.
    private void cards(TillState state, Texts texts) {
        Optional<Long> count = Concerns.countFor(state);
        cards.setText(count.map(Object::toString).orElse(""));
        cards.setAccessibleText(count.map(many -> texts.say(many == 1L ? Phrase.CARDS_ONE : Phrase.CARDS_MANY, many)).orElse(""));
        cards.setVisible(count.isPresent());
        cards.setManaged(count.isPresent());
    }

    private void network(TillState state, Texts texts) {
        boolean isCut = state.around().isNetworkCut();
        network.show(state, texts, isCut ? Sign.CUT : Sign.CONNECTED,
                texts.say(isCut ? Phrase.NETWORK_CUT : Phrase.NETWORK_CONNECTED));
        if (!isCut) {
            network.node().getStyleClass().remove("cut");
        } else if (!network.node().getStyleClass().contains("cut")) {
            network.node().getStyleClass().add("cut");
        }
        network.node().setVisible(state.lane().hasNetworkSwitch());
        network.node().setManaged(state.lane().hasNetworkSwitch());
    }
}
