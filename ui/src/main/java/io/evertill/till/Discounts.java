package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.price.Price;
import io.evertill.sale.Basket;
import io.evertill.sale.Consent;
import io.evertill.sale.Cut;
import io.evertill.sale.Discount.Cause;
import io.evertill.sale.DiscountReason;
import io.evertill.sale.Line;
import io.evertill.till.Notice.Tone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Making lines and baskets cheaper: what was typed before the key, then why, then, above the limits of the store, who agrees.
///
/// A change of the basket can make a discount that was within the limits a larger part of what is left: so no money is taken before
/// somebody agreed to every one above them.
final class Discounts {
    private static final List<DiscountReason> REASONS = List.of(DiscountReason.values());

    private Discounts() {}

    /// Takes what was typed off the marked line; nothing takes its discount away.
    static void line(Turn turn) {
        Optional<Line> line = sold(turn).filter(one -> isWorthSomething(turn, one));
        if (line.isPresent() && new Typing(turn.state().input()).isNothing()) {
            put(turn, turn.state().sale().basket().discounted(line.get().number(), Optional.empty()));
        } else if (line.isPresent()) {
            cut(turn).ifPresent(cut -> askWhy(turn, new Reduction.OfLine(line.get().number(), cut)));
        }
    }

    /// Takes what was typed off the whole basket; nothing takes its discount away.
    static void basket(Turn turn) {
        Basket basket = turn.state().sale().basket();
        if (!price(basket).isPositive()) {
            turn.refuse(Phrase.NOTHING_TO_REDUCE);
        } else if (new Typing(turn.state().input()).isNothing()) {
            put(turn, basket.rebated(Optional.empty()));
        } else {
            cut(turn).ifPresent(cut -> askWhy(turn, new Reduction.OfBasket(cut)));
        }
    }

    /// Sets the typed price of one unit of the marked line.
    static void price(Turn turn) {
        Optional<Line> line = sold(turn);
        String typed = turn.state().input();
        if (line.isEmpty()) {
            return;
        }
        Optional<Money> price = new Typing(typed).amount(line.get().total().currency())
                .filter(amount -> amount.minor() <= Limits.PRICE_MINOR_MAX);
        if (typed.isEmpty()) {
            turn.say(Tone.ASKING, Phrase.PRICE_FIRST);
        } else if (price.isEmpty()) {
            turn.refuse(Phrase.NOT_AN_AMOUNT, typed);
        } else {
            askWhy(turn, new Reduction.NewPrice(line.get().number(), UnitPrice.of(price.get())));
        }
    }

    private static Optional<Line> sold(Turn turn) {
        Optional<Line> line = turn.state().line();
        if (line.isEmpty()) {
            turn.refuse(Phrase.NO_LINE);
        } else if (line.get().returned().isPresent()) {
            turn.refuse(Phrase.NOTHING_TO_REDUCE);
        } else if (turn.state().sale().basket().isFull()) {
            turn.refuse(Phrase.BASKET_FULL, Basket.LINES_MAX);
        } else {
            return line;
        }
        return Optional.empty();
    }

    private static boolean isWorthSomething(Turn turn, Line line) {
        if (!line.beforeHand().isPositive()) {
            turn.refuse(Phrase.NOTHING_TO_REDUCE);
        }
        return line.beforeHand().isPositive();
    }

    private static Optional<Cut> cut(Turn turn) {
        String typed = turn.state().input();
        if (typed.isEmpty()) {
            turn.say(Tone.ASKING, Phrase.DISCOUNT_FIRST);
            return Optional.empty();
        }
        Optional<Cut> cut = new Typing(typed).cut(turn.state().sale().basket().currency());
        if (cut.isEmpty()) {
            turn.refuse(Phrase.NOT_A_DISCOUNT, typed);
        }
        return cut;
    }

    private static void askWhy(Turn turn, Reduction reduction) {
        turn.type("");
        turn.go(new Activity.Reducing(reduction, REASONS.getFirst()));
    }

    /// Marks another reason.
    static DiscountReason moved(DiscountReason from, int by) {
        return REASONS.get(Math.clamp((long) REASONS.indexOf(from) + by, 0, REASONS.size() - 1));
    }

    static void choose(Turn turn, Activity.Reducing reducing) {
        choose(turn, reducing, REASONS.indexOf(reducing.selected()));
    }

    /// The reason is known: the basket gets cheaper, or somebody is asked.
    static void choose(Turn turn, Activity.Reducing reducing, int index) {
        if (index < 0 || index >= REASONS.size()) {
            return;
        }
        String reason = REASONS.get(index).name();
        Basket basket = turn.state().sale().basket();
        turn.go(new Activity.Selling());
        switch (reducing.what()) {
            case Reduction.OfLine(int line, Cut cut) ->
                propose(turn, basket.discounted(line, Optional.of(new Cause.ByHand(cut, reason))));
            case Reduction.OfBasket(Cut cut) -> {
                Cause.OfBasket rebate = new Cause.OfBasket(cut, reason);
                if (basket.hasRoomFor(rebate)) {
                    propose(turn, basket.rebated(Optional.of(rebate)));
                } else {
                    turn.refuse(Phrase.BASKET_FULL, Basket.LINES_MAX);
                }
            }
            case Reduction.NewPrice(int number, UnitPrice price) -> {
                Basket after = basket.withPrice(number, new Price(price, new Price.Source.Set(reason)));
                Optional<Line> line = basket.find(number).filter(_ -> turn.state().lane().discounts().isPriceAsked());
                line.ifPresentOrElse(
                        one -> ask(turn, after, new Consent.PriceSet(
                                one.item().product(), number, one.price().unit(), price, reason)),
                        () -> put(turn, after));
            }
        }
    }

    private static void propose(Turn turn, Basket after) {
        excess(turn.state(), after).ifPresentOrElse(consent -> ask(turn, after, consent), () -> put(turn, after));
    }

    private static void ask(Turn turn, Basket after, Consent consent) {
        Approvals.ask(turn, new Matter.Cheaper(consent, after, new Activity.Selling()));
    }

    /// Puts the cheaper basket on the counter.
    static void put(Turn turn, Basket basket) {
        turn.type("");
        if (Baskets.change(turn, basket)) {
            turn.say(Tone.GOOD, Phrase.COSTS_NOW, basket.total());
        }
    }

    /// Whether money may be taken for these discounts; if not, asks a supervisor.
    static boolean isSellable(Turn turn) {
        Basket basket = turn.state().sale().basket();
        Optional<Consent.Discounted> excess = excess(turn.state(), basket);
        excess.ifPresent(consent -> Approvals.ask(turn, new Matter.Cheaper(consent, basket, new Activity.Paying())));
        return excess.isEmpty();
    }

    /// The first discount of a basket that is above the limits and that nobody agreed to.
    static Optional<Consent.Discounted> excess(TillState state, Basket basket) {
        Stream<Consent.Discounted> ofLines = basket.lines().stream()
                .flatMap(line -> given(line).stream())
                .filter(given -> !state.lane().discounts().allows(given.cut(), given.price()));
        Stream<Consent.Discounted> ofBasket = basket.rebate().stream()
                .filter(_ -> price(basket).isPositive())
                .map(cause -> new Consent.Discounted(0, cause.cut(), price(basket), cause.reason()))
                .filter(given -> !state.lane().discounts().allows(given.cut(), given.price()) || addsUp(state, basket));
        return Stream.concat(ofLines, ofBasket).filter(given -> !isAgreed(state, given)).findFirst();
    }

    private static Optional<Consent.Discounted> given(Line line) {
        return line.byHand()
                .filter(_ -> line.beforeHand().isPositive())
                .map(cause -> new Consent.Discounted(line.number(), cause.cut(), line.beforeHand(), cause.reason()));
    }

    private static boolean isAgreed(TillState state, Consent.Discounted given) {
        return state.watch().discounts().stream().anyMatch(agreed -> agreed.covers(given));
    }

    /// Whether what was given on the whole basket makes a line that is cheaper already cheaper than a cashier may alone, unless
    /// a supervisor agreed to that line.
    private static boolean addsUp(TillState state, Basket basket) {
        return basket.lines().stream()
                .filter(line -> given(line).filter(given -> !isAgreed(state, given)).isPresent())
                .anyMatch(line -> {
                    Money off = line.beforeHand().minus(line.total()).minus(line.taxNotCharged());
                    return off.isPositive() && !state.lane().discounts().allows(new Cut.Amount(off), line.beforeHand());
                });
    }

    /// What everything that a basket sells costs before what was given on all of it.
    private static Money price(Basket basket) {
        return basket.rebated(Optional.empty()).lines().stream()
                .filter(line -> line.returned().isEmpty() && line.total().isPositive())
                .map(Line::total)
                .reduce(Money.zero(basket.currency()), Money::plus);
    }
}
