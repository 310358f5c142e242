package io.evertill.till;

import io.evertill.till.Notice.Tone;
import java.util.List;
import java.util.Optional;

/// Putting the basket aside for its customer, and calling it back (experience E10).
final class Holds {
    private Holds() {}

    /// Holds what is on the counter, under the name in the input line; with an empty counter shows what is held.
    static void press(Turn turn) {
        OpenSale sale = turn.state().sale();
        Optional<Duty> duty = turn.state().duty();
        if (!sale.tenders().isEmpty()) {
            turn.refuse(Phrase.TENDERS_FIRST);
        } else if (sale.isEmpty()) {
            turn.type("");
            turn.go(new Activity.ListingHeld(turn.ask(TillEffect.ListHeld::new)));
        } else if (sale.basket().lines().isEmpty() || duty.isEmpty()) {
            turn.refuse(Phrase.FINISH_FIRST);
        } else {
            String name = turn.state().input().strip();
            long ask = turn.ask(number -> new TillEffect.Hold(number, sale, name, duty.get()));
            turn.go(new Activity.Holding(ask));
        }
    }

    /// It waits: the counter is free for the next customer.
    static void held(Turn turn, long number) {
        Baskets.clear(turn);
        turn.go(new Activity.Selling());
        turn.say(Tone.GOOD, Phrase.HELD_AS, number);
    }

    static void listed(Turn turn, List<HeldBasket> held) {
        if (held.isEmpty()) {
            turn.go(new Activity.Selling());
            turn.say(Tone.ASKING, Phrase.HELD_NONE);
        } else {
            turn.go(new Activity.ChoosingHeld(held, 0));
        }
    }

    static void choose(Turn turn, Activity.ChoosingHeld choosing, int index) {
        if (index >= 0 && index < choosing.held().size()) {
            long number = choosing.held().get(index).number();
            turn.go(new Activity.Recalling(turn.ask(ask -> new TillEffect.Recall(ask, number)), number));
        }
    }

    /// It is on the counter again, and is looked at; agreements are asked for anew before money is taken.
    static void recalled(Turn turn, Activity.Recalling recalling, Optional<OpenSale> sale) {
        if (sale.isEmpty()) {
            turn.go(new Activity.Selling());
            turn.refuse(Phrase.HELD_GONE, recalling.number());
            return;
        }
        turn.hold(sale.get());
        turn.become(turn.state().selecting(sale.get().basket().lines().getLast().number()));
        turn.say(Tone.GOOD, Phrase.RECALLED, recalling.number(), sale.get().basket().lines().size());
        Waits.back(turn);
        Waits.found(turn);
        Waits.go(turn, new Activity.Selling());
    }
}
