package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.tender.TerminalWord;
import io.evertill.till.Notice.Tone;
import java.util.Optional;

/// Card payments: the attempt is durable before the terminal hears of it, the answer before the sale (protocol 2.2).
///
/// A terminal that the till can ask has the last word whenever it is heard. Only while it is not does the cashier say what it
/// shows, as at a terminal that stands alone.
final class Cards {
    private static final int REFERENCE_LENGTH_MAX = 64;

    private Cards() {}

    /// Records the attempt, for the typed amount or all that remains.
    static void pay(Turn turn) {
        TillState state = turn.state();
        if (!Payments.isPayable(turn) || !Payments.isRemaining(turn)) {
            return;
        }
        Money remaining = state.remaining();
        Optional<Money> amount = state.input().isEmpty()
                ? Optional.of(remaining)
                : Payments.typedAmount(turn).map(typed -> Payments.signed(typed, remaining));
        if (amount.isEmpty()) {
            return;
        }
        if (Math.abs(amount.get().minor()) > Math.abs(remaining.minor())) {
            turn.refuse(Phrase.AT_MOST, remaining);
            return;
        }
        ask(turn, amount.get());
    }

    /// Records the attempt for an amount, below zero to pay it back.
    static void ask(Turn turn, Money amount) {
        turn.state().duty().ifPresent(duty -> {
            turn.type("");
            OpenSale sale = turn.state().sale();
            long ask = turn.ask(number -> new TillEffect.RecordAttempt(number, sale, amount, duty));
            turn.go(new Activity.AskingCard(ask, amount));
        });
    }

    /// The attempt is in the ledger: now the customer may use the terminal.
    static void asked(Turn turn, OpenSale.Attempt attempt) {
        turn.hold(turn.state().sale().asking(attempt));
        if (turn.state().lane().equipment().hasTerminal()) {
            charge(turn, attempt, false);
        } else {
            turn.go(new Activity.AtTerminal(false));
            turn.say(Tone.ASKING, Phrase.CARD_ASK, attempt.amount());
        }
    }

    /// The till was restarted while a card payment was open.
    static void restored(Turn turn, OpenSale.Attempt attempt) {
        if (turn.state().sale().isUndoing()) {
            Undos.ask(turn, Optional.empty());
        } else if (turn.state().lane().equipment().hasTerminal()) {
            turn.go(new Activity.Unanswered(true, ""));
            askAgain(turn);
        } else {
            turn.go(new Activity.AtTerminal(true));
            turn.say(Tone.ASKING, Phrase.CARD_RESTORED, attempt.amount());
        }
    }

    /// Asks the terminal what became of the open attempt.
    static void askAgain(Turn turn) {
        turn.state().sale().attempt().ifPresent(attempt -> charge(turn, attempt, true));
    }

    private static void charge(Turn turn, OpenSale.Attempt attempt, boolean isAgain) {
        boolean isRestored = turn.state().activity() instanceof Activity.Unanswered(boolean wasRestored, String _) && wasRestored;
        long ask = turn.ask(number -> new TillEffect.Charge(number, attempt, isAgain));
        turn.type("");
        turn.go(new Activity.Charging(ask, isRestored, false));
        turn.say(Tone.ASKING, isAgain ? Phrase.CARD_ASKED_AGAIN : Phrase.CARD_AT_TERMINAL, attempt.amount());
    }

    /// Asks the terminal to give up. If it does not even answer that, a second time ends the waiting; the attempt stays open.
    static void stop(Turn turn, Activity.Charging charging) {
        Optional<OpenSale.Attempt> attempt = turn.state().sale().attempt();
        if (attempt.isPresent() && !charging.isStopping()) {
            turn.want(new TillEffect.StopCharge(attempt.get()));
            turn.go(new Activity.Charging(charging.ask(), charging.isRestored(), true));
            turn.say(Tone.ASKING, Phrase.CARD_STOPPING);
        } else {
            turn.go(new Activity.Unanswered(charging.isRestored(), ""));
            turn.say(Tone.ASKING, Phrase.CARD_UNANSWERED);
        }
    }

    /// The terminal spoke.
    static void heard(Turn turn, Activity.Charging charging, TerminalWord word) {
        boolean isRestored = charging.isRestored();
        switch (word) {
            case TerminalWord.Approved(String reference) ->
                record(turn, new Given(CardAnswer.APPROVED, reference, Optional.of(reference)), isRestored);
            case TerminalWord.Declined(String reason) ->
                record(turn, new Given(CardAnswer.DECLINED, "", Optional.of(reason)), isRestored);
            case TerminalWord.TimedOut() -> record(turn, new Given(CardAnswer.TIMED_OUT, "", Optional.of("")), isRestored);
            case TerminalWord.Unknown(String sentence) -> {
                turn.go(new Activity.Unanswered(isRestored, sentence));
                turn.refuse(Phrase.CARD_UNANSWERED);
            }
        }
    }

    /// The cashier read the terminal.
    static void answer(Turn turn, CardAnswer answer) {
        String typed = turn.state().input().strip();
        String reference = typed.substring(0, Math.min(typed.length(), REFERENCE_LENGTH_MAX));
        switch (turn.state().activity()) {
            case Activity.AtTerminal(boolean isRestored) ->
                record(turn, new Given(answer, reference, Optional.empty()), isRestored);
            case Activity.Unanswered(boolean isRestored, String _) -> record(turn, new Given(
                    answer == CardAnswer.DECLINED ? CardAnswer.LEFT_OPEN : answer, reference, Optional.empty()), isRestored);
            case Activity _ -> {}
        }
    }

    /// An answer and where it is from.
    ///
    /// @param told what the terminal itself said
    private record Given(CardAnswer answer, String reference, Optional<String> told) {}

    private static void record(Turn turn, Given given, boolean isRestored) {
        TillState state = turn.state();
        Optional<Duty> duty = state.duty();
        if (duty.isEmpty() || state.sale().attempt().isEmpty()) {
            return;
        }
        OpenSale after = state.sale().answered(given.answer(), given.reference());
        long ask = turn.ask(number ->
                new TillEffect.RecordAnswer(number, state.sale(), given.answer(), given.told(), after, duty.get()));
        turn.go(new Activity.AnsweringCard(ask, given.answer(), given.reference(), given.told(), isRestored));
    }

    /// The answer is in the ledger.
    static void answered(Turn turn, Activity.AnsweringCard answering) {
        turn.hold(turn.state().sale().answered(answering.answer(), answering.reference()));
        turn.type("");
        turn.hush();
        switch (answering.answer()) {
            case APPROVED -> Payments.proceed(turn);
            case DECLINED -> notPaid(turn, Phrase.CARD_DECLINED);
            case TIMED_OUT -> notPaid(turn, Phrase.CARD_TIMED_OUT);
            case LEFT_OPEN -> notPaid(turn, Phrase.CARD_LEFT_OPEN);
            case UNDONE, STAYS, KEPT -> throw new IllegalStateException("that answers no payment: " + answering.answer());
        }
    }

    private static void notPaid(Turn turn, Phrase phrase) {
        Waits.go(turn, new Activity.Paying());
        turn.say(Tone.REFUSED, phrase);
    }

    /// The answer could not be recorded: back to where it can be given again.
    static Activity unrecorded(TillState state, Activity.AnsweringCard answering) {
        return state.lane().equipment().hasTerminal()
                ? new Activity.Unanswered(answering.isRestored(), "")
                : new Activity.AtTerminal(answering.isRestored());
    }
}
