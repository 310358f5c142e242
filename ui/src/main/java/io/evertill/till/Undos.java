package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.sale.Consent;
import io.evertill.tender.Tender;
import io.evertill.tender.TerminalWord;
import io.evertill.till.Notice.Tone;
import java.util.Optional;

/// Taking back what a card has paid before the sale is complete. The wish is durable before the terminal hears of it, and the tender
/// stays in the sale until the terminal has said that the money went back, or a supervisor that it does not (protocol 2.2).
///
/// The terminal gives back once however often it is asked, so it is asked again after silence and after a restart.
final class Undos {
    private Undos() {}

    /// Records that a card's money is to go back.
    ///
    /// @param then why the whole sale is given up afterwards; empty when it goes on
    static void begin(Turn turn, Tender.Card card, Optional<VoidReason> then) {
        turn.state().duty().ifPresent(duty -> {
            OpenSale sale = turn.state().sale();
            OpenSale.Attempt attempt = new OpenSale.Attempt(card.attempt(), card.amount());
            turn.type("");
            long ask = turn.ask(number -> new TillEffect.RecordUndo(number, sale, attempt, duty));
            turn.go(new Activity.AskingUndo(ask, attempt, then));
        });
    }

    /// The wish is in the ledger: now the terminal hears of it.
    static void recorded(Turn turn, Activity.AskingUndo asking) {
        turn.hold(turn.state().sale().asking(asking.attempt()));
        ask(turn, asking.then());
    }

    /// Asks the terminal, once more if need be.
    static void ask(Turn turn, Optional<VoidReason> then) {
        turn.state().sale().attempt().ifPresent(attempt -> {
            if (turn.state().lane().equipment().hasTerminal()) {
                long ask = turn.ask(number -> new TillEffect.Undo(number, attempt));
                turn.go(new Activity.Undoing(ask, then));
                turn.say(Tone.ASKING, Phrase.UNDO_ASKED, attempt.amount());
            } else {
                turn.go(new Activity.UndoAtTerminal(then));
                turn.say(Tone.ASKING, Phrase.UNDO_ASK, attempt.amount());
            }
        });
    }

    /// Nobody waits for the terminal any longer. What it does meanwhile it says when it is asked again.
    static void giveUp(Turn turn, Activity.Undoing undoing) {
        unheard(turn, "", undoing.then());
    }

    /// The terminal spoke.
    static void heard(Turn turn, Activity.Undoing undoing, TerminalWord word) {
        switch (word) {
            case TerminalWord.Declined(String reason) -> record(turn, CardAnswer.UNDONE, Optional.of(reason), undoing.then());
            case TerminalWord.TimedOut() -> record(turn, CardAnswer.UNDONE, Optional.of(""), undoing.then());
            case TerminalWord.Approved(String reference) -> refused(turn, reference, undoing.then());
            case TerminalWord.Unknown(String sentence) -> unheard(turn, sentence, undoing.then());
        }
    }

    /// The cashier read on a terminal that stands alone that the money went back.
    static void undone(Turn turn, Optional<VoidReason> then) {
        record(turn, CardAnswer.UNDONE, Optional.empty(), then);
    }

    /// The terminal keeps the money.
    ///
    /// @param told its word for the payment, may be empty
    static void refused(Turn turn, String told, Optional<VoidReason> then) {
        turn.go(new Activity.UndoOpen(true, told, "", then));
        turn.refuse(Phrase.UNDO_REFUSED);
    }

    private static void unheard(Turn turn, String sentence, Optional<VoidReason> then) {
        turn.go(new Activity.UndoOpen(false, "", sentence, then));
        turn.refuse(Phrase.UNDO_UNANSWERED);
    }

    /// A supervisor is to say that the terminal keeps the money.
    static void keep(Turn turn, Activity.UndoOpen open) {
        turn.state().sale().attempt().ifPresent(attempt ->
                Approvals.ask(turn, new Matter.CardKept(new Consent.CardKept(attempt.id(), attempt.amount()), open)));
    }

    /// The supervisor's word is in the ledger: now the tender leaves the sale. It is found at the terminal by the terminal's own word.
    static void kept(Turn turn, Activity.UndoOpen open) {
        Optional<String> told = Optional.of(open.told()).filter(word -> !word.isEmpty()).or(() -> reference(turn.state().sale()));
        record(turn, CardAnswer.KEPT, told, open.then());
    }

    private static Optional<String> reference(OpenSale sale) {
        return sale.tenders().stream()
                .filter(tender -> tender instanceof Tender.Card card
                        && sale.attempt().filter(asked -> asked.id().equals(card.attempt())).isPresent())
                .map(tender -> ((Tender.Card) tender).reference())
                .filter(reference -> !reference.isEmpty())
                .findFirst();
    }

    /// The card goes on paying, where it is certain that it does.
    static void leave(Turn turn, Activity.UndoOpen open) {
        boolean hasTerminal = turn.state().lane().equipment().hasTerminal();
        if (open.isRefused()) {
            record(turn, CardAnswer.STAYS, Optional.of(open.told()).filter(_ -> hasTerminal), Optional.empty());
        } else {
            turn.refuse(Phrase.UNDO_UNANSWERED);
        }
    }

    private static void record(Turn turn, CardAnswer answer, Optional<String> told, Optional<VoidReason> then) {
        TillState state = turn.state();
        Optional<Duty> duty = state.duty();
        if (duty.isEmpty() || state.sale().attempt().isEmpty()) {
            return;
        }
        OpenSale after = state.sale().answered(answer, "");
        long ask = turn.ask(number -> new TillEffect.RecordAnswer(number, state.sale(), answer, told, after, duty.get()));
        turn.go(new Activity.RecordingUndo(ask, answer, then));
    }

    /// What became of it is in the ledger.
    static void answered(Turn turn, Activity.RecordingUndo recording) {
        OpenSale before = turn.state().sale();
        Money amount = before.attempt().orElseThrow().amount();
        turn.hold(before.answered(recording.answer(), ""));
        if (recording.then().isPresent()) {
            turn.go(new Activity.Paying());
        } else {
            Waits.go(turn, new Activity.Paying());
        }
        switch (recording.answer()) {
            case UNDONE -> turn.say(Tone.GOOD, Phrase.UNDONE, amount);
            case KEPT -> turn.say(Tone.REFUSED, Phrase.CARD_KEPT, amount);
            case STAYS -> turn.say(Tone.REFUSED, Phrase.CARD_STAYS, amount);
            case APPROVED, DECLINED, TIMED_OUT, LEFT_OPEN ->
                throw new IllegalStateException("that answers no undoing: " + recording.answer());
        }
        recording.then().ifPresent(reason -> Voids.record(turn, reason));
    }

    /// What became of it could not be recorded: back to where it can be found out again.
    static Activity unrecorded(TillState state, Activity.RecordingUndo recording) {
        return state.lane().equipment().hasTerminal()
                ? new Activity.UndoOpen(false, "", "", recording.then())
                : new Activity.UndoAtTerminal(recording.then());
    }
}
