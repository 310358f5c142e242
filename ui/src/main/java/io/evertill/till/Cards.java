package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.till.Notice.Tone;
import java.util.Optional;

/// Card payments on a terminal that the till cannot ask: the attempt is durable before, the answer after (protocol 2.2).
final class Cards {
    private static final int REFERENCE_LENGTH_MAX = 64;

    private Cards() {}

    /// Records the attempt, for the typed amount or all that remains.
    static void pay(Turn turn) {
        TillState state = turn.state();
        Optional<Duty> duty = state.duty();
        if (!Payments.isPayable(turn) || !Payments.isRemaining(turn) || duty.isEmpty()) {
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
        turn.type("");
        long ask = turn.ask(number -> new TillEffect.RecordAttempt(number, state.sale(), amount.get(), duty.get()));
        turn.go(new Activity.AskingCard(ask, amount.get()));
    }

    /// The attempt is in the ledger: now the customer may use the terminal.
    static void asked(Turn turn, OpenSale.Attempt attempt) {
        turn.hold(turn.state().sale().asking(attempt));
        turn.go(new Activity.AtTerminal(false));
        turn.say(Tone.ASKING, Phrase.CARD_ASK, attempt.amount());
    }

    /// The cashier read the terminal.
    static void answer(Turn turn, Activity.AtTerminal at, CardAnswer answer) {
        TillState state = turn.state();
        Optional<Duty> duty = state.duty();
        if (duty.isEmpty() || state.sale().attempt().isEmpty()) {
            return;
        }
        String typed = state.input().strip();
        String reference = typed.substring(0, Math.min(typed.length(), REFERENCE_LENGTH_MAX));
        OpenSale after = state.sale().answered(answer, reference);
        long ask = turn.ask(number -> new TillEffect.RecordAnswer(number, state.sale(), answer, after, duty.get()));
        turn.go(new Activity.AnsweringCard(ask, answer, reference, at.isRestored()));
    }

    /// The answer is in the ledger.
    static void answered(Turn turn, Activity.AnsweringCard answering) {
        turn.hold(turn.state().sale().answered(answering.answer(), answering.reference()));
        turn.type("");
        turn.hush();
        switch (answering.answer()) {
            case APPROVED -> Payments.proceed(turn);
            case DECLINED -> {
                turn.go(new Activity.Paying());
                turn.say(Tone.REFUSED, Phrase.CARD_DECLINED);
            }
        }
    }
}
