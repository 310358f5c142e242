package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.product.Obstacle;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.sale.Review;
import io.evertill.tender.Tender;
import io.evertill.till.Notice.Tone;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Goods that waited, aside for their customer, over a restart, or over a night on a locked till, are looked at again before money is
/// taken (experience E10, domain 2g).
///
/// They cost what they cost now. What may not be sold any more stays in the basket, marked, and holds paying up until somebody takes it
/// out; where a card has paid already, it is only said.
public final class Waits {
    private Waits() {}

    /// The till was locked, and goods stayed on it.
    static void left(Turn turn) {
        turn.become(turn.state().watching(turn.state().watch().left(turn.state().calendarDay())));
    }

    /// Goods came back to the counter.
    static void back(Turn turn) {
        if (!sold(turn.state()).isEmpty()) {
            turn.become(turn.state().watching(turn.state().watch().due()));
        }
        Pieces.askAll(turn);
    }

    /// Somebody is at the till: what was left on another day waited too.
    static void found(Turn turn) {
        Optional<LocalDate> leftOn = turn.state().watch().waited().leftOn();
        if (leftOn.filter(day -> !day.equals(turn.state().calendarDay())).isPresent()) {
            turn.become(turn.state().watching(turn.state().watch().due()));
        }
        if (turn.state().watch().waited().isDue()) {
            Patrons.again(turn);
        }
    }

    /// Goes on with what the cashier does, once what waited was looked at.
    static void go(Turn turn, Activity then) {
        List<Line> sold = sold(turn.state());
        if (turn.state().watch().waited().isDue() && !sold.isEmpty()) {
            turn.go(new Activity.LookingAgain(turn.ask(number -> new TillEffect.LookAgain(number, sold)), then));
        } else {
            turn.go(then);
        }
    }

    /// They were looked at.
    static void looked(Turn turn, Activity.LookingAgain looking, Review review) {
        Map<Integer, Obstacle> obstacles = new HashMap<>();
        review.findings().forEach(finding -> finding.obstacle().ifPresent(obstacle -> obstacles.put(finding.line(), obstacle)));
        turn.become(turn.state().watching(turn.state().watch().looked(turn.state().calendarDay(), obstacles)));
        turn.go(looking.then());
        if (turn.state().sale().tenders().isEmpty()) {
            price(turn, review);
        }
        List<Line> stopped = stopped(turn.state());
        if (!stopped.isEmpty()) {
            refuse(turn, stopped);
        }
    }

    private static void price(Turn turn, Review review) {
        Basket before = turn.state().sale().basket();
        Basket after = before.reviewed(review);
        if (!after.equals(before) && Baskets.change(turn, after) && !after.lines().equals(before.lines())) {
            turn.effects().addFirst(new TillEffect.KeepBasket(turn.state().sale()));
            Money was = before.total();
            if (!was.equals(after.total())) {
                turn.add(Tone.ASKING, Phrase.WAITED_COSTS, was, after.total());
            }
        }
    }

    private static void refuse(Turn turn, List<Line> stopped) {
        Line first = stopped.getFirst();
        turn.become(turn.state().selecting(first.number()));
        obstacle(turn.state(), first).ifPresent(obstacle -> Baskets.refuseToo(turn, first.item(), obstacle));
        turn.add(Tone.REFUSED, Phrase.TAKE_OUT, stopped.size());
    }

    /// Whether everything on the counter may be sold, or is paid by card in part; if not, says why. What was not looked at is looked at.
    static boolean isSellable(Turn turn) {
        if (isOverMidnight(turn.state())) {
            turn.become(turn.state().watching(turn.state().watch().due()));
        }
        TillState state = turn.state();
        if (state.watch().waited().isDue()) {
            go(turn, state.activity());
            if (turn.state().activity() instanceof Activity.LookingAgain) {
                turn.say(Tone.ASKING, Phrase.LOOKED_AGAIN);
                return false;
            }
        }
        List<Line> stopped = stopped(state);
        boolean hasCard = state.sale().tenders().stream().anyMatch(Tender.Card.class::isInstance);
        if (stopped.isEmpty() || hasCard) {
            return Pieces.isSellable(turn);
        }
        turn.hush();
        refuse(turn, stopped);
        return false;
    }

    /// Whether a batch on the counter was judged on another day: its last day may be over, and only the till's database knows it.
    private static boolean isOverMidnight(TillState state) {
        return state.watch().waited().judgedOn().filter(day -> !day.equals(state.calendarDay())).isPresent()
                && sold(state).stream().anyMatch(line -> line.lot().isPresent());
    }

    private static List<Line> sold(TillState state) {
        return state.sale().basket().lines().stream().filter(line -> line.returned().isEmpty()).toList();
    }

    private static List<Line> stopped(TillState state) {
        return state.sale().basket().lines().stream().filter(line -> obstacle(state, line).isPresent()).toList();
    }

    /// What speaks against selling a line any more.
    public static Optional<Obstacle> obstacle(TillState state, Line line) {
        return Optional.ofNullable(state.watch().waited().obstacles().get(line.number()))
                .filter(_ -> line.returned().isEmpty())
                .or(() -> line.expires().filter(day -> day.isBefore(state.calendarDay())).map(Obstacle.Expired::new));
    }
}
