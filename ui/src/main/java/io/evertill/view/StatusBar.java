package io.evertill.view;

import io.evertill.price.BookAge;
import io.evertill.till.Action;
import io.evertill.till.BookAges;
import io.evertill.till.LeftCard;
import io.evertill.till.Phrase;
import io.evertill.till.SyncStatus;
import io.evertill.till.Till;
import io.evertill.till.TillState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The safe banner, the last sale's change, and the keys of the moment.
final class StatusBar implements Part {
    /// How many keys are hinted at; the sheet shows all.
    private static final int HINTS_MAX = 9;

    private final Label banner = new Label();
    private final Label last = new Label();
    private final HBox hints = new OneRow();
    private final HBox line;
    private Room room = Room.WIDE;
    private List<Hint> shownHints = List.of();
    private final VBox node;

    StatusBar() {
        banner.getStyleClass().add("banner-text");
        banner.setWrapText(true);
        HBox.setHgrow(banner, Priority.ALWAYS);
        banner.setMaxWidth(Double.MAX_VALUE);
        last.getStyleClass().add("last-sale");
        last.setMinWidth(Region.USE_PREF_SIZE);
        line = new HBox(banner, last);
        line.getStyleClass().add("banner");
        line.setAlignment(Pos.CENTER_LEFT);
        hints.getStyleClass().add("hints");
        node = new VBox(line, hints);
        node.getStyleClass().add("status-bar");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void fit(Room now, double em) {
        room = now;
        hints.setVisible(room != Room.SMALL);
        hints.setManaged(room != Room.SMALL);
    }

    @Override
    public void show(TillState state, Texts texts) {
        banner(state, texts);
        last.setText(state.last()
                .filter(_ -> room.isWide())
                .map(done -> texts.say(Phrase.LAST_SALE, done.sale().total(), done.sale().change()))
                .orElse(""));
        hints(state, texts);
    }

    private void banner(TillState state, Texts texts) {
        SyncStatus sync = state.around().sync();
        boolean isStopped = state.around().stopped().isPresent();
        boolean isOffline = sync.offlineSince().isPresent();
        boolean isWaiting = BookAges.verdict(state) != BookAge.Verdict.CURRENT
                || sync.waiting() > 0 || sync.parked() > 0 || !sync.cards().isEmpty() || !sync.advice().isEmpty();
        String text = state.around().stopped()
                .map(problem -> texts.say(Phrase.SELLING_STOPPED) + ": " + InputView.sentence(problem, texts))
                .orElseGet(() -> safe(sync, state.around().now(), state.lane().zone(), texts)
                        + prices(state, texts).map(said -> " · " + said).orElse(""));
        banner.setText(text);
        look(isStopped ? Sign.PROBLEM : isOffline ? Sign.CUT : Sign.SAFE,
                isStopped ? "stopped" : isOffline ? "offline" : isWaiting ? "waiting" : "calm");
    }

    private void look(Sign sign, String style) {
        if (!line.getStyleClass().contains(style)) {
            line.getStyleClass().removeAll("calm", "waiting", "offline", "stopped");
            line.getStyleClass().add(style);
        }
        sign.showOn(banner);
    }

    /// How old the prices are, where that is worth saying.
    private static Optional<String> prices(TillState state, Texts texts) {
        Optional<Duration> age = BookAges.age(state);
        return switch (BookAges.verdict(state)) {
            case CURRENT -> Optional.empty();
            case OLD -> age.map(old -> texts.say(Phrase.PRICES_OLD, old));
            case SUPERVISOR -> age.map(old -> texts.say(Phrase.PRICES_TOO_OLD, old));
        };
    }

    /// "Offline 3 h 12 · 46 sales 1,204.00 waiting · saved on this till · stock as of 09:14".
    static String safe(SyncStatus sync, Instant now, ZoneId zone, Texts texts) {
        List<String> parts = new ArrayList<>();
        parts.add(sync.offlineSince()
                .map(since -> texts.say(Phrase.OFFLINE_FOR, texts.length(Duration.between(since, now))))
                .orElseGet(() -> texts.say(Phrase.ONLINE)));
        if (sync.waiting() == 0) {
            parts.add(texts.say(Phrase.ALL_SAFE));
        } else {
            parts.add(texts.say(sync.waiting() == 1 ? Phrase.WAITING_ONE : Phrase.WAITING_MANY, sync.waiting(), sync.value()));
            sync.oldest().ifPresent(at -> parts.add(texts.say(Phrase.OLDEST, texts.length(Duration.between(at, now)))));
            parts.add(texts.say(Phrase.SAVED_HERE));
        }
        if (sync.parked() > 0) {
            parts.add(texts.say(Phrase.PARKED, sync.parked()));
        }
        if (!sync.cards().isEmpty()) {
            LeftCard first = sync.cards().getFirst();
            parts.add(texts.say(sync.cards().size() == 1 ? Phrase.CARD_LEFT_ONE : Phrase.CARD_LEFT_MANY, sync.cards().size(),
                    first.amount(), texts.when(first.askedAt(), now, zone)));
        }
        sync.advice().forEach(advice -> parts.add(texts.say(advice.phrase())));
        sync.confirmedAt().ifPresent(at -> parts.add(texts.say(Phrase.STOCK_AS_OF, texts.time(at, zone))));
        return String.join(" · ", parts);
    }

    private record Hint(String key, String name) {}

    /// Shows as many of its children as fit whole; the others are still on the sheet of keys.
    private static final class OneRow extends HBox {
        @Override
        protected double computeMinWidth(double height) {
            return 0;
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            double end = getWidth() - getInsets().getRight();
            getChildren().forEach(child -> child.setVisible(child.getBoundsInParent().getMaxX() <= end));
        }
    }

    private void hints(TillState state, Texts texts) {
        List<Action> offered = Till.offered(state).stream()
                .filter(action -> action != Action.NETWORK && action != Action.UP && action != Action.DOWN
                        && action != Action.ERASE && action != Action.THEME && action != Action.FONT
                        && action != Action.LANGUAGE && state.lane().keymap().stroke(action).isPresent())
                .limit(HINTS_MAX)
                .toList();
        List<Hint> now = offered.stream()
                .map(action -> new Hint(texts.key(state.lane().keymap(), action), ActionButton.name(action, state, texts)))
                .toList();
        if (now.equals(shownHints)) {
            return;
        }
        shownHints = now;
        hints.getChildren().setAll(now.stream().map(said -> {
            Label key = new Label(said.key());
            key.getStyleClass().add("key");
            Label name = new Label(said.name());
            name.getStyleClass().add("quiet");
            List.of(key, name).forEach(label -> label.setMinWidth(Region.USE_PREF_SIZE));
            HBox hint = new HBox(key, name);
            hint.setMinWidth(Region.USE_PREF_SIZE);
            hint.getStyleClass().add("hint");
            hint.setAlignment(Pos.CENTER_LEFT);
            return (Node) hint;
        }).toList());
    }
}
