package io.evertill.till;

import io.evertill.person.Person;
import io.evertill.sale.Basket;
import io.evertill.till.Notice.Tone;
import java.util.List;
import java.util.Optional;

/// Opening the till, signing in and out.
final class Duties {
    private Duties() {}

    static void open(Turn turn, TillEvent.Opened opened) {
        if (!(turn.state().activity() instanceof Activity.Starting)) {
            return;
        }
        Basket basket = opened.kept().basket();
        int selected = basket.lines().isEmpty() ? 0 : basket.lines().getLast().number();
        turn.become(turn.state().holding(opened.kept()).selecting(selected).completed(opened.last()));
        if (opened.duty().isPresent()) {
            signedIn(turn, opened.duty().get());
        } else {
            turn.go(new Activity.SigningIn(0));
        }
    }

    static void choose(Turn turn, int index) {
        List<Person> cashiers = turn.state().lane().cashiers();
        if (index >= 0 && index < cashiers.size()) {
            long ask = turn.ask(number -> new TillEffect.SignIn(number, cashiers.get(index)));
            turn.go(new Activity.Admitting(ask));
        }
    }

    /// Goes on with what was open, if anything was.
    static void signedIn(Turn turn, Duty duty) {
        turn.become(turn.state().onDuty(Optional.of(duty)));
        OpenSale sale = turn.state().sale();
        if (sale.attempt().isPresent()) {
            Cards.restored(turn, sale.attempt().get());
        } else if (!sale.tenders().isEmpty()) {
            turn.go(new Activity.Paying());
            turn.say(Tone.ASKING, Phrase.PAYMENT_RESTORED);
        } else {
            turn.go(new Activity.Selling());
            greet(turn);
        }
    }

    private static void greet(Turn turn) {
        int lines = turn.state().sale().basket().lines().size();
        Optional<Completed> last = turn.state().last();
        if (lines > 0) {
            turn.say(Tone.GOOD, Phrase.BASKET_RESTORED, lines);
        } else if (last.isPresent()) {
            turn.say(Tone.GOOD, Phrase.LAST_SALE_WAS, last.get().sale().at(), last.get().sale().total());
        }
    }

    static void signOut(Turn turn) {
        if (turn.state().sale().isEmpty()) {
            turn.become(turn.state().onDuty(Optional.empty()).watching(Watch.NOTHING).typing(""));
            turn.go(new Activity.SigningIn(0));
        } else {
            turn.refuse(Phrase.FINISH_FIRST);
        }
    }
}
