package io.evertill.view;

import io.evertill.till.Action;
import io.evertill.till.Activity;
import io.evertill.till.Duties;
import io.evertill.till.Phrase;
import io.evertill.till.SeeingWhy;
import io.evertill.till.TillState;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What covers the selling screen: starting, signing in, red cards, the sheets of keys and buttons, and what a figure of stock is made
/// of.
final class CoverView implements Part {
    private static final int COLUMNS = 3;

    private final ChoicesView cashiers;
    private final PinView pin;
    private final Label starting = new Label();
    private final Label title = new Label();
    private final GridPane keys = new GridPane();
    private final VBox sheet;
    private final MoreView more;
    private final RedCardsView cards;
    private final WhyView why;
    private final StackPane node = new StackPane();

    CoverView(TillLoop loop) {
        cashiers = new ChoicesView(loop);
        pin = new PinView(loop);
        more = new MoreView(loop);
        cards = new RedCardsView(loop);
        why = new WhyView(loop);
        starting.getStyleClass().addAll("card", "cover-starting");
        title.getStyleClass().add("cover-title");
        keys.getStyleClass().add("key-sheet");
        VBox.setVgrow(keys, Priority.ALWAYS);
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / COLUMNS);
            keys.getColumnConstraints().add(share);
        }
        for (int row = 0; row < Math.ceilDiv(Action.values().length, COLUMNS); row++) {
            RowConstraints grows = new RowConstraints();
            grows.setVgrow(Priority.ALWAYS);
            keys.getRowConstraints().add(grows);
        }
        sheet = new VBox(title, keys);
        sheet.getStyleClass().addAll("card", "cover-sheet");
        node.getStyleClass().add("cover");
        node.setAlignment(Pos.CENTER);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(TillState state, Texts texts) {
        switch (state.activity()) {
            case Activity.Starting _ -> {
                starting.setText(texts.say(Phrase.STARTING));
                cover(starting);
            }
            case Activity.SigningIn(int selected) -> signIn(state, selected, texts);
            case Activity.AskingPin asking -> {
                pin.show(state, asking, texts);
                cover(pin.node());
            }
            case Activity.CheckingPin _ -> pin.check(texts);
            case Activity.Admitting _ -> {
                if (!node.isVisible()) {
                    signIn(state, 0, texts);
                }
            }
            case Activity.Helping _ -> {
                title.setText(texts.say(Phrase.KEYS_TITLE));
                keys(state, texts);
                cover(sheet);
            }
            case Activity.More(Activity before) -> {
                more.show(before, state, texts);
                cover(more.node());
            }
            case Activity.SeeingCards seeing -> {
                cards.show(state, seeing, texts);
                cover(cards.node());
            }
            case SeeingWhy seeing -> {
                why.show(seeing, state, texts);
                cover(why.node());
            }
            case Activity.Selling _, Activity.Choosing _, Activity.Weighing _, Activity.AskingAge _, Activity.AskingMark _,
                    Activity.Paying _, Activity.VoucherCode _, Activity.VoucherAmount _, Activity.AskingCard _, Activity.AtTerminal _,
                    Activity.AnsweringCard _, Activity.Charging _, Activity.Unanswered _, Activity.Saving _, Activity.ChoosingTender _,
                    Activity.AskingUndo _, Activity.Undoing _, Activity.UndoAtTerminal _, Activity.UndoOpen _, Activity.RecordingUndo _,
                    Activity.Done _,
                    Activity.FindingReceipt _, Activity.TakingBack _, Activity.TakingAny _, Activity.ChoosingBack _, Activity.VoidingLast _,
                    Activity.ExplainingReturn _,
                    Activity.ChoosingHeld _, Activity.ChoosingReserved _, Activity.Collecting _, Activity.Holding _,
                    Activity.ListingHeld _, Activity.Recalling _, Activity.LookingAgain _, Activity.ShowingReceipt _,
                    Activity.SeeingStock _,
                    Activity.Approving _, Activity.RecordingApproval _, Activity.Journal _, Activity.ReadingStory _,
                    Activity.SeeingStory _,
                    Activity.GivingUp _, Activity.Reducing _, Activity.TakingOut _,
                    Activity.Voiding _, Activity.AtDrawer _, Activity.MovingCash _,
                    Activity.DrawerWhy _, Activity.CountingCash _, Activity.Sealed _, Activity.ShowingReport _,
                    Activity.RecordingDrawer _, Activity.OpeningShift _, Activity.ReadingReport _, Activity.SettlingCards _,
                    Activity.SettlingCard _, Activity.FindingCustomer _, Activity.MeetingCustomer _, Activity.AddingCustomer _,
                    Activity.OfCount _, Activity.ListingCounts _, Activity.SubmittingCount _, Activity.ReadingResults _,
                    Activity.RecordingRuling _ ->
                node.setVisible(false);
        }
        // What is hidden must not ask for room: the sheet of keys is higher than some windows.
        node.setManaged(node.isVisible());
    }

    @Override
    public void fit(Room room, double em) {
        cashiers.renew();
        cards.renew();
        why.renew();
        title.setVisible(room.isWide());
        title.setManaged(room.isWide());
    }

    private void keys(TillState state, Texts texts) {
        Action[] actions = Action.values();
        int rows = Math.ceilDiv(actions.length, COLUMNS);
        keys.getChildren().clear();
        for (int at = 0; at < actions.length; at++) {
            keys.add(key(actions[at], state, texts), at / rows, at % rows);
        }
    }

    private void signIn(TillState state, int selected, Texts texts) {
        List<Choice> names = Duties.cashiers(state).stream().map(person -> new Choice(person.name(), "", "")).toList();
        cashiers.show(texts.say(state.sale().isEmpty() ? Phrase.WHO_IS_THERE : Phrase.WHO_GOES_ON), names, selected);
        Region box = (Region) cashiers.node();
        if (!box.getStyleClass().contains("cover-sheet")) {
            box.getStyleClass().addAll("card", "cover-sheet", "sign-in");
        }
        cover(box);
    }

    private void cover(Node with) {
        if (!node.getChildren().equals(List.of(with))) {
            node.getChildren().setAll(List.of(with));
        }
        node.setVisible(true);
    }

    private static Node key(Action action, TillState state, Texts texts) {
        Label key = new Label(texts.key(state.lane().keymap(), action));
        key.getStyleClass().addAll("key", "large-key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        Label name = new Label(texts.say(action.phrase()));
        HBox row = new HBox(key, name);
        row.getStyleClass().add("key-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
