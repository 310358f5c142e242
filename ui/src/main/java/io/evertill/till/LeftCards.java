package io.evertill.till;

import io.evertill.till.Notice.Tone;
import java.util.List;

/// Card payments that no answer came to (protocol 2.2): they stay on the banner until the terminal has spoken, or a supervisor who
/// has looked says that they pay nothing.
final class LeftCards {
    private LeftCards() {}

    static void show(Turn turn) {
        if (cards(turn).isEmpty()) {
            turn.go(new Activity.Selling());
            turn.say(Tone.GOOD, Phrase.NO_CARDS_LEFT);
        } else {
            turn.go(new Activity.SettlingCards(0));
        }
    }

    static void move(Turn turn, int selected, int by) {
        turn.go(new Activity.SettlingCards(Math.max(0, Math.min(cards(turn).size() - 1, selected + by))));
    }

    /// Somebody says that the terminal and the customer have nothing more to settle.
    static void choose(Turn turn, int index) {
        List<LeftCard> cards = cards(turn);
        if (index >= 0 && index < cards.size()) {
            Approvals.ask(turn, new Matter.CardSettled(cards.get(index)));
        }
    }

    /// The terminal has the last word whenever it is heard: it is asked beside the selling, and the banner shows what comes of it.
    static void askAgain(Turn turn) {
        turn.go(new Activity.Selling());
        if (turn.state().lane().equipment().hasTerminal()) {
            turn.want(new TillEffect.AskLeftCards());
            turn.say(Tone.ASKING, Phrase.CARDS_ASKED);
        } else {
            turn.refuse(Phrase.NO_TERMINAL);
        }
    }

    /// The supervisor's word is in the ledger: now the answer gets there too.
    static void agreed(Turn turn, LeftCard card) {
        turn.state().duty().ifPresent(duty -> {
            long ask = turn.ask(number -> new TillEffect.SettleCard(number, card, duty));
            turn.go(new Activity.SettlingCard(ask, card));
        });
    }

    static void settled(Turn turn, LeftCard card) {
        Surroundings around = turn.state().around();
        turn.become(turn.state().around(around.with(around.sync().without(card))));
        turn.go(new Activity.Selling());
        turn.say(Tone.GOOD, Phrase.CARD_SETTLED, card.amount());
    }

    private static List<LeftCard> cards(Turn turn) {
        return turn.state().around().sync().cards();
    }
}
