package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.stock.Quantity;
import io.evertill.till.Notice.Tone;
import io.evertill.till.TillState.Looking.Purpose;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Goods that come back against a receipt.
public final class Returns {
    private Returns() {}

    /// Asks for a receipt, or looks for the one that the input line names.
    static void begin(Turn turn) {
        String typed = turn.state().input().strip();
        if (typed.isEmpty()) {
            turn.go(new Activity.FindingReceipt());
        } else {
            find(turn, typed);
        }
    }

    static void find(Turn turn, String number) {
        turn.type("");
        LookUps.find(turn, number, Purpose.RECEIPT, Optional.empty());
    }

    /// The receipt is of another till: the centre is asked while everything that is done by hand waits.
    static void elsewhere(Turn turn, ReceiptNumber receipt) {
        LookUps.find(turn, receipt.text(), Purpose.ELSEWHERE, Optional.empty());
        turn.say(Tone.ASKING, Phrase.ASKING_CENTRE, receipt.text());
    }

    /// Nobody can say what is on a receipt: its goods come back like those without one, and its number is noted.
    static void unheard(Turn turn, String receipt, Phrase why) {
        Optional<ReceiptNumber> noted = Optional.of(new ReceiptNumber(receipt));
        if (turn.state().activity() instanceof Activity.TakingAny(var reason, var condition, var _)) {
            turn.go(new Activity.TakingAny(reason, condition, noted));
        } else {
            Unreceipted.begin(turn, noted);
        }
        turn.say(Tone.ASKING, why, receipt);
        turn.play(TillEffect.Sound.UNKNOWN);
    }

    static void found(Turn turn, TillEvent.ReceiptFound found) {
        ReceiptNumber receipt = found.receipt();
        List<Returnable> lines = found.lines();
        Currency currency = turn.state().sale().basket().currency();
        if (lines.stream().anyMatch(line -> !line.line().total().currency().equals(currency))) {
            unheard(turn, receipt.text(), Phrase.RECEIPT_OTHER_MONEY);
            return;
        }
        int first = IntStream.range(0, lines.size())
                .filter(index -> left(turn.state(), lines.get(index)).isPositive())
                .findFirst()
                .orElse(-1);
        if (first < 0) {
            turn.refuse(Phrase.NOTHING_LEFT, receipt.text());
            return;
        }
        turn.hush();
        turn.go(new Activity.TakingBack(receipt, lines, first, ReturnOf.Condition.RESALABLE));
        switch (found.centre()) {
            case HEARD -> {}
            case UNHEARD -> turn.say(Tone.ASKING, Phrase.OWN_UNHEARD, receipt.text());
            case FAILED -> turn.say(Tone.ASKING, Phrase.OWN_FAILED, receipt.text());
        }
        turn.play(TillEffect.Sound.OK);
    }

    /// What can still come back of a sold line, less what is in the basket already.
    public static Quantity left(TillState state, Returnable line) {
        return with(state.sale().basket(), line).left();
    }

    private static Returnable with(Basket basket, Returnable sold) {
        Quantity returned = sold.returned();
        Money refunded = sold.refunded();
        for (Line line : basket.lines()) {
            boolean isSame = line.returned().flatMap(ReturnOf::sold)
                    .filter(of -> of.sale().equals(sold.sale()) && of.line() == sold.line().number())
                    .isPresent();
            if (isSame) {
                returned = returned.plus(line.quantity().absolute());
                refunded = refunded.minus(line.total());
            }
        }
        return sold.after(returned, refunded);
    }

    /// One of the articles that a scanned code may be comes back.
    static void takeArticle(Turn turn, List<Article> articles) {
        if (!(turn.state().activity() instanceof Activity.TakingBack taking)) {
            return;
        }
        List<Integer> places = IntStream.range(0, taking.lines().size())
                .filter(index -> articles.stream().anyMatch(article ->
                        article.item().product().equals(taking.lines().get(index).line().item().product())))
                .boxed()
                .toList();
        Optional<Integer> open = places.stream()
                .filter(index -> left(turn.state(), taking.lines().get(index)).isPositive())
                .findFirst();
        if (open.isPresent()) {
            take(turn, taking, open.get());
        } else {
            turn.say(Tone.REFUSED, places.isEmpty() ? Phrase.NOT_ON_RECEIPT : Phrase.ALL_CAME_BACK);
            turn.play(TillEffect.Sound.UNKNOWN);
        }
    }

    /// Goods of a sold line come back: the typed quantity, else one piece, else all of what is measured.
    static void take(Turn turn, Activity.TakingBack taking, int index) {
        if (index < 0 || index >= taking.lines().size()) {
            return;
        }
        turn.go(new Activity.TakingBack(taking.receipt(), taking.lines(), index, taking.condition()));
        Basket basket = turn.state().sale().basket();
        Returnable sold = with(basket, taking.lines().get(index));
        Quantity left = sold.left();
        if (!left.isPositive()) {
            turn.refuse(Phrase.ALL_CAME_BACK);
            return;
        }
        if (basket.isFull()) {
            turn.refuse(Phrase.BASKET_FULL, Basket.LINES_MAX);
            return;
        }
        String typed = turn.state().input();
        Optional<Quantity> quantity = typed.isEmpty() ? Optional.of(usual(left)) : Typing.quantity(typed, left.unit());
        if (quantity.isEmpty() || quantity.get().compareTo(left) > 0) {
            turn.refuse(Phrase.AT_MOST, left);
            return;
        }
        turn.type("");
        Line line = sold.take(basket.lineNumberNext(), quantity.get(), taking.condition(), "");
        if (Baskets.change(turn, basket.plus(line))) {
            turn.become(turn.state().selecting(line.number()));
            turn.say(Tone.GOOD, Phrase.TAKEN_BACK, quantity.get(), line.item().name());
            turn.play(TillEffect.Sound.OK);
        }
    }

    private static Quantity usual(Quantity left) {
        boolean isPiece = !left.unit().isMeasured() && left.tenThousandths() > Quantity.ONE;
        return isPiece ? Quantity.of(1, left.unit()) : left;
    }

    static void nextCondition(Turn turn) {
        switch (turn.state().activity()) {
            case Activity.TakingBack(var receipt, var lines, int selected, var condition) ->
                turn.go(new Activity.TakingBack(receipt, lines, selected, after(condition)));
            case Activity.TakingAny(var reason, var condition, var noted) ->
                turn.go(new Activity.TakingAny(reason, after(condition), noted));
            case Activity _ -> {}
        }
    }

    private static ReturnOf.Condition after(ReturnOf.Condition condition) {
        return switch (condition) {
            case RESALABLE -> ReturnOf.Condition.UNKNOWN;
            case UNKNOWN -> ReturnOf.Condition.DAMAGED;
            case DAMAGED -> ReturnOf.Condition.EXPIRED;
            case EXPIRED -> ReturnOf.Condition.RESALABLE;
        };
    }
}
