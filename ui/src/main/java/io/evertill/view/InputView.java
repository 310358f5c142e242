package io.evertill.view;

import io.evertill.product.Product;
import io.evertill.till.Activity;
import io.evertill.till.Notice;
import io.evertill.till.Phrase;
import io.evertill.till.SeeingWhy;
import io.evertill.till.TillEffect;
import io.evertill.till.TillState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The input line, and above it what the till says. The line is no text field: what it holds is part of the state.
final class InputView implements Part {
    private static final Duration FLASH = Duration.millis(350);
    private static final List<String> TONES = List.of("good", "asking", "refused", "problem");

    private final Label text = new Label();
    private final Label prompt = new Label();
    private final Label waiting = new Label();
    private final Label tone = new Label();
    private final Label sentence = new Label();
    private final HBox line;
    private final HBox notice;
    private Room room = Room.WIDE;
    private final VBox node;

    InputView() {
        text.getStyleClass().add("input-text");
        text.getStyleClass().add("may-cut");
        text.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        prompt.getStyleClass().addAll("input-prompt", "may-cut");
        waiting.getStyleClass().add("tag");
        waiting.setMinWidth(Region.USE_PREF_SIZE);
        Region caret = new Region();
        caret.getStyleClass().add("caret");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line = new HBox(text, caret, prompt, space, waiting);
        line.getStyleClass().add("input");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setAccessibleRole(AccessibleRole.TEXT);
        tone.getStyleClass().add("notice-tone");
        tone.setMinWidth(Region.USE_PREF_SIZE);
        sentence.getStyleClass().add("notice-text");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        notice = new HBox(tone, sentence);
        notice.getStyleClass().add("notice");
        notice.setAlignment(Pos.CENTER_LEFT);
        node = new VBox(notice, line);
        node.getStyleClass().add("input-box");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void fit(Room now, double em) {
        room = now;
        tone.setContentDisplay(room.isWide() ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
    }

    /// Answers a sound with a short change of the line's border, for who cannot hear it.
    void flash(TillEffect.Sound sound) {
        PseudoClass state = PseudoClass.getPseudoClass(switch (sound) {
            case OK -> "ok";
            case UNKNOWN -> "unknown";
            case BLOCKED -> "stopped";
        });
        line.pseudoClassStateChanged(state, true);
        PauseTransition pause = new PauseTransition(FLASH);
        pause.setOnFinished(_ -> line.pseudoClassStateChanged(state, false));
        pause.play();
    }

    @Override
    public void show(TillState state, Texts texts) {
        String input = state.inputShown();
        text.setText(input);
        prompt.setText(input.isEmpty() ? prompt(state, texts) : "");
        line.setAccessibleText(input.isEmpty() ? prompt.getText() : input);
        int scans = state.scansAhead();
        waiting.setText(texts.say(scans == 1 ? Phrase.SCANS_WAIT_ONE : Phrase.SCANS_WAIT_MANY, scans));
        waiting.setVisible(scans > 0);
        waiting.setManaged(scans > 0);
        say(state, texts);
    }

    private static String prompt(TillState state, Texts texts) {
        return switch (state.activity()) {
            case Activity.Selling _, Activity.Choosing _, Activity.Done _, Activity.ShowingReceipt _,
                    Activity.SeeingStock _, SeeingWhy _ ->
                texts.say(Phrase.INPUT_PROMPT);
            case Activity.ChoosingReserved _ -> texts.say(Phrase.RESERVED_PROMPT);
            case Activity.Weighing(var article, long _) -> texts.say(Phrase.WEIGHT_PROMPT, article.item().unit().code());
            case Activity.FindingCustomer _ -> texts.say(Phrase.CUSTOMER_PROMPT);
            case Activity.MeetingCustomer(var draft) -> texts.say(draft.field().phrase());
            case Activity.AskingAge _ -> texts.say(Phrase.BIRTHDAY_PROMPT);
            case Activity.AskingMark asking ->
                texts.say(asking.article().track() == Product.Track.SERIAL ? Phrase.SERIAL_PROMPT : Phrase.LOT_PROMPT);
            case Activity.Paying _, Activity.MovingCash _ -> texts.say(Phrase.AMOUNT_PROMPT);
            case Activity.CountingCash _ -> texts.say(Phrase.COUNT_PROMPT);
            case Activity.VoucherCode _ -> texts.say(Phrase.VOUCHER_CODE_PROMPT);
            case Activity.VoucherAmount _ -> texts.say(Phrase.VOUCHER_AMOUNT_PROMPT);
            case Activity.AtTerminal _, Activity.Unanswered _ -> texts.say(Phrase.REFERENCE_PROMPT);
            case Activity.Counting _ -> texts.say(Phrase.TALLY_PROMPT);
            case Activity.RulingCount _ -> texts.say(Phrase.COUNT_RULE_PROMPT);
            case Activity.Journal _ -> texts.say(Phrase.JOURNAL_PROMPT);
            case Activity.FindingReceipt _ -> texts.say(Phrase.RECEIPT_PROMPT);
            case Activity.TakingBack _, Activity.TakingAny _, Activity.ChoosingBack _ -> texts.say(Phrase.RETURN_PROMPT);
            case Activity.Starting _, Activity.SigningIn _, Activity.AskingPin _, Activity.Waiting _, Activity.Helping _, Activity.More _,
                    Activity.ChoosingTender _, Activity.UndoAtTerminal _, Activity.UndoOpen _,
                    Activity.GivingUp _, Activity.Reducing _, Activity.TakingOut _,
                    Activity.VoidingLast _, Activity.Approving _, Activity.ExplainingReturn _,
                    Activity.ChoosingHeld _, Activity.Collecting _, Activity.AtDrawer _, Activity.DrawerWhy _, Activity.Sealed _,
                    Activity.ShowingReport _, Activity.SettlingCards _, Activity.SeeingStory _, Activity.SeeingCards _,
                    Activity.SeeingResults _ -> "";
        };
    }

    private void say(TillState state, Texts texts) {
        Optional<Notice> said = state.notice();
        notice.setVisible(said.isPresent());
        // Where there is room, the basket keeps its size whatever the till says.
        notice.setManaged(room.isWide() || said.isPresent());
        if (said.isEmpty()) {
            notice.getStyleClass().removeAll(TONES);
            tone.setText("");
            tone.setGraphic(null);
            sentence.setText("");
            return;
        }
        String text = sentence(said.get(), state, texts);
        switch (loudest(said.get())) {
            case Notice.Said(Notice.Tone how, Phrase _, List<Object> _) -> {
                switch (how) {
                    case GOOD -> say("good", Sign.GOOD, texts.say(Phrase.TONE_GOOD), text);
                    case ASKING -> say("asking", Sign.ASKING, texts.say(Phrase.TONE_ASKING), text);
                    case REFUSED -> say("refused", Sign.REFUSED, texts.say(Phrase.TONE_REFUSED), text);
                }
            }
            case Notice.Problem _, Notice.Several _ -> say("problem", Sign.PROBLEM, texts.say(Phrase.TONE_PROBLEM), text);
        }
    }

    /// That of several which wants the most of the cashier.
    private static Notice loudest(Notice notice) {
        return Notice.each(notice).stream()
                .max(Comparator.comparingInt(part -> part instanceof Notice.Said(var how, var _, var _)
                        ? List.of(Notice.Tone.values()).indexOf(how)
                        : Notice.Tone.values().length))
                .orElse(notice);
    }

    /// What is said.
    static String sentence(Notice notice, TillState state, Texts texts) {
        return switch (notice) {
            case Notice.Said(var _, Phrase phrase, List<Object> about) -> texts.say(phrase, about.stream()
                    .map(part -> part instanceof Instant at ? texts.dateTime(at, state.lane().zone()) : part)
                    .toArray());
            case Notice.Problem problem -> sentence(problem, texts);
            case Notice.Several(List<Notice> parts) ->
                parts.stream().map(part -> sentence(part, state, texts)).collect(Collectors.joining(" "));
        };
    }

    /// What happened, what is safe, what to do.
    static String sentence(Notice.Problem problem, Texts texts) {
        StringBuilder sentence = new StringBuilder(texts.say(problem.trouble().happened()))
                .append(problem.detail().isEmpty() ? "" : " (" + problem.detail() + ")")
                .append(' ').append(texts.say(problem.trouble().safe()))
                .append(' ').append(texts.say(problem.trouble().todo()));
        if (problem.scansDropped() > 0) {
            sentence.append(' ').append(texts.say(Phrase.SCANS_DROPPED, problem.scansDropped()));
        }
        return sentence.toString();
    }

    private void say(String style, Sign sign, String word, String text) {
        if (!notice.getStyleClass().contains(style)) {
            notice.getStyleClass().removeAll(TONES);
            notice.getStyleClass().add(style);
        }
        sign.showOn(tone);
        tone.setText(word);
        sentence.setText(text);
        notice.setAccessibleText(word + ": " + text);
    }
}
