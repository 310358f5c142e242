package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.product.Marks;
import io.evertill.sale.Basket;
import io.evertill.sale.Consent;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.stock.Quantity;
import io.evertill.till.Notice.Tone;
import java.util.List;
import java.util.Optional;

/// Goods that come back without a receipt (domain 2k): why, then the goods, and for each line somebody who agrees.
///
/// They are worth the lowest price of the last weeks, for nobody knows what was paid.
final class Unreceipted {
    private static final List<ReturnOf.Reason> REASONS = List.of(ReturnOf.Reason.values());

    private Unreceipted() {}

    /// @param noted the number of a receipt of which nobody could say what is on it
    static void begin(Turn turn, Optional<ReceiptNumber> noted) {
        turn.type("");
        turn.go(new Activity.ExplainingReturn(REASONS.getFirst(), noted));
    }

    /// Marks another reason.
    static ReturnOf.Reason moved(ReturnOf.Reason from, int by) {
        return REASONS.get(Math.clamp((long) REASONS.indexOf(from) + by, 0, REASONS.size() - 1));
    }

    static void choose(Turn turn, int index) {
        if (index >= 0 && index < REASONS.size() && turn.state().activity() instanceof Activity.ExplainingReturn(var _, var noted)) {
            turn.go(new Activity.TakingAny(REASONS.get(index), ReturnOf.Condition.RESALABLE, noted));
        }
    }

    static void choose(Turn turn, ReturnOf.Reason reason) {
        choose(turn, REASONS.indexOf(reason));
    }

    /// What was scanned or typed comes back; what has a number or a batch that the code does not say is asked for it first.
    ///
    /// @param times the number that was typed before it
    static void take(Turn turn, Article article, Article.Portion portion, Marks marks, Optional<String> times) {
        if (!(turn.state().activity() instanceof Activity.TakingAny taking)) {
            return;
        }
        Article marked = article.marked(marks.tracking());
        if (Marking.isWanted(marked)) {
            Marking.ask(turn, marked, portion, times, taking);
        } else {
            takeKnown(turn, article, portion, marks, times);
        }
    }

    /// Goods come back of which all is known that can be, unless the counter is full: a supervisor is asked.
    ///
    /// @param times the number that was typed before it
    static void takeKnown(Turn turn, Article article, Article.Portion portion, Marks marks, Optional<String> times) {
        if (!(turn.state().activity() instanceof Activity.TakingAny taking)) {
            return;
        }
        Item item = article.item();
        Basket basket = turn.state().sale().basket();
        Optional<Quantity> quantity = quantity(article, portion, marks, times);
        if (quantity.isEmpty() && times.isEmpty() && item.unit().isMeasured()) {
            turn.say(Tone.ASKING, Phrase.WEIGHT_FIRST, item.name());
        } else if (quantity.isEmpty()) {
            turn.refuse(item.unit().isMeasured() ? Phrase.NOT_A_WEIGHT : Phrase.WHOLE_PIECES_ONLY, times.orElse(""));
        } else if (quantity.get().tenThousandths() > Limits.QUANTITY_WHOLE_MAX * Quantity.ONE) {
            turn.refuse(Phrase.TOO_LARGE);
        } else if (basket.isFull()) {
            turn.refuse(Phrase.BASKET_FULL, Basket.LINES_MAX);
        } else if (isHere(basket, item, marks)) {
            turn.refuse(Phrase.PIECE_HERE, item.name(), marks.serial().orElseThrow());
        } else {
            Money refund = portion instanceof Article.Portion.Priced(Money price)
                    ? price
                    : Rounding.HALF_UP.total(article.price().unit(), quantity.get());
            Line line = Line.returned(basket.lineNumberNext(), item, quantity.get(), article.price(), refund,
                            new ReturnOf(taking.condition(), taking.reason().name(), taking.noted()))
                    .tracked(article.marked(marks.tracking()).tracking(quantity.get()));
            Approvals.ask(turn, new Matter.Unreceipted(
                    new Consent.WithoutReceipt(item.product(), line.number(), quantity.get(), refund, taking.condition(),
                            taking.reason().name()),
                    basket.plus(line), taking));
        }
    }

    private static boolean isHere(Basket basket, Item item, Marks marks) {
        return marks.serial().isPresent() && basket.lines().stream().anyMatch(line ->
                line.item().product().equals(item.product()) && line.serial().equals(marks.serial()));
    }

    private static Optional<Quantity> quantity(
            Article article, Article.Portion portion, Marks marks, Optional<String> times) {
        Quantity one = Quantity.of(1, article.item().unit());
        return switch (portion) {
            case Article.Portion.Weighed(Quantity weight) -> Optional.of(weight).filter(_ -> times.isEmpty());
            case Article.Portion.Priced(Money price) -> article.worth(price).filter(_ -> times.isEmpty());
            case Article.Portion.Plain() when marks.serial().isPresent() -> Optional.of(one).filter(_ -> times.isEmpty());
            case Article.Portion.Plain() -> times.isPresent()
                    ? Typing.quantity(times.get(), article.item().unit())
                    : Optional.of(one).filter(_ -> !article.item().unit().isMeasured());
        };
    }

    /// Somebody agreed: the line is on the counter, and the next goods may come.
    static void put(Turn turn, Matter.Unreceipted matter) {
        turn.go(matter.then());
        if (Baskets.change(turn, matter.basket())) {
            turn.become(turn.state().selecting(matter.consent().line()));
            turn.say(Tone.GOOD, Phrase.TAKEN_BACK, matter.consent().quantity(), matter.name());
            turn.play(TillEffect.Sound.OK);
        }
    }
}
