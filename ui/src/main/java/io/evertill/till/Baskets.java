package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.price.Price;
import io.evertill.price.Promotions;
import io.evertill.product.Marks;
import io.evertill.product.Obstacle;
import io.evertill.sale.Basket;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.till.Article.Portion;
import io.evertill.till.Notice.Tone;
import java.util.List;
import java.util.Optional;

/// Putting goods into the basket and changing its lines.
final class Baskets {
    private static final long TEN_THOUSANDTHS_MAX = Limits.QUANTITY_WHOLE_MAX * Quantity.ONE;

    private Baskets() {}

    /// Rings up what a code said, unless something speaks against it.
    ///
    /// @param times the number that was typed before it
    static void scanned(Turn turn, TillEvent.Found found, Optional<String> times) {
        Marks marks = found.marks();
        Item item = found.article().item();
        boolean isHere = marks.serial().isPresent() && turn.state().sale().basket().lines().stream()
                .anyMatch(line -> line.item().product().equals(item.product()) && line.serial().equals(marks.serial()));
        Optional<Obstacle> obstacle = found.obstacle().filter(each -> !isHere || !(each instanceof Obstacle.SoldBefore));
        if (obstacle.isPresent() && obstacle.get() instanceof Obstacle.SoldBefore(String serial)) {
            Pieces.seek(turn, found, serial, times);
        } else if (obstacle.isPresent()) {
            refuse(turn, item, obstacle.get());
        } else if (isHere) {
            turn.refuse(Phrase.PIECE_HERE, item.name(), marks.serial().orElseThrow());
        } else if (marks.equals(Marks.NONE)) {
            ring(turn, found.article(), found.portion(), times);
        } else if (times.isPresent() && (marks.serial().isPresent() || marks.count().isPresent())) {
            turn.refuse(Phrase.SCAN_EACH_PIECE);
        } else {
            // Said before, so that a refusal has the last word.
            marks.bestBefore()
                    .filter(day -> day.isBefore(turn.state().today()))
                    .ifPresent(day -> turn.add(Tone.ASKING, Phrase.PAST_BEST, item.name(), day));
            Optional<String> pieces = marks.count().map(String::valueOf).or(() -> times);
            ring(turn, found.article().marked(marks.tracking()).expiring(marks.expires()), found.portion(), pieces);
        }
    }

    static void refuse(Turn turn, Item item, Obstacle obstacle) {
        turn.hush();
        refuseToo(turn, item, obstacle);
    }

    /// The same where something was said before that must not get lost.
    static void refuseToo(Turn turn, Item item, Obstacle obstacle) {
        turn.add(refusal(item, obstacle));
        turn.play(TillEffect.Sound.BLOCKED);
    }

    private static Notice.Said refusal(Item item, Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.Expired(var day) -> new Notice.Said(Tone.REFUSED, Phrase.GOODS_EXPIRED, List.of(item.name(), day));
            case Obstacle.HeldBack(String lot) -> new Notice.Said(Tone.REFUSED, Phrase.LOT_HELD_BACK, List.of(item.name(), lot));
            case Obstacle.SoldBefore(String serial) -> new Notice.Said(Tone.REFUSED, Phrase.PIECE_SOLD, List.of(item.name(), serial));
            case Obstacle.Withdrawn() -> new Notice.Said(Tone.REFUSED, Phrase.GOODS_WITHDRAWN, List.of(item.name()));
        };
    }

    /// Rings up an article, or asks how old the customer is, or for its batch, its number or its weight.
    ///
    /// @param times the number that was typed before it
    static void ring(Turn turn, Article article, Portion portion, Optional<String> times) {
        if (Ages.isAsked(turn, article, portion, times)) {
            return;
        }
        if (Marking.isWanted(article)) {
            Marking.ask(turn, article, portion, times, then(turn));
        } else {
            ringKnown(turn, article, portion, times);
        }
    }

    /// Rings up an article of which all is known that can be, or asks for its weight.
    ///
    /// @param times the number that was typed before it
    static void ringKnown(Turn turn, Article article, Portion portion, Optional<String> times) {
        boolean isMeasured = article.item().unit().isMeasured();
        // Said before, so that a refusal has the last word.
        article.guidance().message().ifPresent(text ->
                turn.add(Tone.ASKING, Phrase.PRODUCT_MESSAGE, article.item().name(), text));
        switch (portion) {
            case Portion.Plain() when times.isPresent() -> Typing.quantity(times.get(), article.item().unit())
                    .ifPresentOrElse(
                            quantity -> add(turn, article, quantity),
                            () -> turn.refuse(isMeasured ? Phrase.NOT_A_WEIGHT : Phrase.WHOLE_PIECES_ONLY, times.get()));
            case Portion.Plain() when isMeasured -> {
                turn.type("");
                askScale(turn, article);
                turn.play(TillEffect.Sound.OK);
            }
            case Portion.Plain() -> add(turn, article, Quantity.of(1, article.item().unit()));
            case Portion.Weighed _, Portion.Priced _ when times.isPresent() -> turn.refuse(Phrase.SCAN_EACH_PIECE);
            case Portion.Weighed(Quantity weight) -> add(turn, article, weight);
            case Portion.Priced(Money price) -> addPriced(turn, article, price);
        }
    }

    /// Takes the typed weight of an article.
    static void weigh(Turn turn, Article article) {
        String typed = turn.state().input();
        if (typed.isEmpty() && turn.state().lane().equipment().hasScale()) {
            askScale(turn, article);
            return;
        }
        Optional<Quantity> weight = Typing.quantity(typed, article.item().unit());
        if (weight.isEmpty()) {
            turn.refuse(Phrase.NOT_A_WEIGHT, typed);
            return;
        }
        turn.type("");
        add(turn, article, weight.get());
    }

    private static void askScale(Turn turn, Article article) {
        boolean hasScale = turn.state().lane().equipment().hasScale()
                && article.item().unit().equals(Unit.KILOGRAM);
        long ask = hasScale ? turn.ask(TillEffect.ReadScale::new) : 0;
        turn.go(new Activity.Weighing(article, ask));
    }

    /// The scale spoke: what it says counts, unless a hand has begun to type.
    static void weighed(Turn turn, Activity.Weighing weighing, TillEvent.Answer answer) {
        switch (answer) {
            case TillEvent.ScaleRead(long _, Optional<Quantity> weight) when turn.state().input().isEmpty() -> {
                if (weight.isPresent()) {
                    turn.hush();
                    add(turn, weighing.article(), weight.get());
                } else {
                    turn.say(Tone.ASKING, Phrase.SCALE_UNSTEADY);
                }
            }
            case TillEvent.Failed(long _, Trouble trouble, String detail) -> turn.warn(trouble, detail);
            case TillEvent.Answer _ -> {}
        }
    }

    private static void add(Turn turn, Article article, Quantity quantity) {
        boolean isRight = quantity.isPositive() && quantity.unit().equals(article.item().unit());
        Basket basket = turn.state().sale().basket();
        if (!isRight || !fits(turn, article, quantity)) {
            turn.refuse(Phrase.TOO_LARGE);
        } else {
            rung(turn, article.claim().isEmpty()
                    ? basket.ringIfRoom(article.item(), quantity, article.price(), article.tracking(quantity), article.expires())
                    : basket.plusIfRoom(Line.sold(basket.lineNumberNext(), article.item(), quantity, article.price())
                            .tracked(article.tracking(quantity))
                            .expiring(article.expires())
                            .claiming(article.claim())));
        }
    }

    private static void addPriced(Turn turn, Article article, Money price) {
        Optional<Quantity> quantity = article.worth(price);
        Basket basket = turn.state().sale().basket();
        if (quantity.isEmpty() || !fits(turn, article, quantity.get())) {
            turn.refuse(Phrase.TOO_LARGE);
        } else {
            rung(turn, basket.plusIfRoom(Line.embedded(basket.lineNumberNext(), article.item(), quantity.get(), price)
                    .tracked(article.tracking(quantity.get()))
                    .expiring(article.expires())));
        }
    }

    /// @param more empty when the counter is full
    private static void rung(Turn turn, Optional<Basket> more) {
        more.ifPresentOrElse(
                basket -> Stocks.more(turn, new Proposal(
                        basket, basket.lines().getLast().number(), then(turn), Optional.of(TillEffect.Sound.OK))),
                () -> turn.refuse(Phrase.BASKET_FULL, Basket.LINES_MAX));
    }

    /// What the cashier does when something was rung up.
    static Activity then(Turn turn) {
        return switch (turn.state().activity()) {
            case Activity.Paying paying -> paying;
            case Activity.Collecting collecting -> collecting;
            case Activity.AskingMark(var _, var _, var _, Activity then) -> then;
            case Activity _ -> new Activity.Selling();
        };
    }

    /// Puts what was proposed on the counter, and says whether it stands there.
    static boolean put(Turn turn, Proposal proposal) {
        boolean isFirst = turn.state().sale().basket().lines().isEmpty();
        boolean isChanged = change(turn, proposal.basket());
        if (isChanged) {
            turn.become(turn.state().selecting(proposal.line()));
            turn.become(turn.state().watching(turn.state().watch().judged(turn.state().calendarDay(), isFirst)));
            proposal.sound().ifPresent(sound -> {
                turn.go(proposal.then());
                turn.play(sound);
                turn.state().line().ifPresent(line -> Pieces.ask(turn, line));
            });
        }
        return isChanged;
    }

    /// Puts another basket on the counter, unless it would be worth less than what was paid, or too much.
    ///
    /// A basket has the promotions that applied when its first line was rung up, or when it was first changed after a restart.
    static boolean change(Turn turn, Basket wanted) {
        Basket basket = priced(turn, wanted);
        if (isPossible(turn, basket)) {
            turn.hold(turn.state().sale().with(basket));
            return true;
        }
        return false;
    }

    private static Basket priced(Turn turn, Basket wanted) {
        return wanted.promotions().isPresent() ? wanted : wanted.under(inForce(turn.state()));
    }

    /// Whether another basket can be on the counter; if not, says why.
    static boolean isPossible(Turn turn, Basket wanted) {
        Basket basket = priced(turn, wanted);
        OpenSale sale = turn.state().sale();
        Money total = basket.total();
        Money paid = sale.settlement().paid();
        long before = Math.abs(sale.basket().total().minor());
        if (Math.abs(total.minor()) > Math.max(Limits.TOTAL_MINOR_MAX, before)) {
            turn.refuse(Phrase.TOO_LARGE);
            return false;
        }
        if (paid.isPositive() && total.compareTo(paid) < 0) {
            turn.refuse(Phrase.PAID_ALREADY, paid);
            return false;
        }
        return true;
    }

    private static Promotions inForce(TillState state) {
        return state.around().promotions().inForce(state.around().now(), state.lane().zone());
    }

    /// The selected line gets the typed quantity.
    static void quantity(Turn turn) {
        String typed = turn.state().input();
        Optional<Line> line = changeable(turn);
        if (line.isEmpty()) {
            return;
        }
        if (typed.isEmpty()) {
            turn.say(Tone.ASKING, Phrase.QUANTITY_FIRST);
            return;
        }
        Optional<Quantity> quantity = Typing.quantity(typed, line.get().item().unit());
        if (quantity.isEmpty()) {
            boolean isMeasured = line.get().item().unit().isMeasured();
            turn.refuse(isMeasured ? Phrase.NOT_A_WEIGHT : Phrase.WHOLE_PIECES_ONLY, typed);
            return;
        }
        turn.type("");
        become(turn, line.get(), quantity.get());
    }

    /// One piece more or less of the selected line.
    static void more(Turn turn, int pieces) {
        Optional<Line> line = changeable(turn);
        if (line.isEmpty()) {
            return;
        }
        Quantity quantity = line.get().quantity().plus(Quantity.of(pieces, line.get().quantity().unit()));
        if (quantity.isPositive()) {
            become(turn, line.get(), quantity);
        } else {
            turn.refuse(Phrase.VOID_INSTEAD);
        }
    }

    private static Optional<Line> changeable(Turn turn) {
        Optional<Line> line = turn.state().line();
        if (line.isEmpty()) {
            turn.refuse(Phrase.NO_LINE);
            return line;
        }
        boolean isPriced = line.get().price().source() instanceof Price.Source.Embedded;
        if (line.get().returned().isPresent() || isPriced || line.get().serial().isPresent()) {
            turn.refuse(Phrase.QUANTITY_STAYS);
            return Optional.empty();
        }
        return line;
    }

    private static void become(Turn turn, Line line, Quantity quantity) {
        if (quantity.tenThousandths() > TEN_THOUSANDTHS_MAX) {
            turn.refuse(Phrase.TOO_LARGE);
        } else if (!Collects.hasRoom(turn, line, quantity)) {
            turn.refuse(Phrase.RESERVED_ONLY, line.claim().orElseThrow().promised());
        } else if (quantity.compareTo(line.quantity()) > 0) {
            Stocks.more(turn, new Proposal(turn.state().sale().basket().withQuantity(line.number(), quantity), line.number(),
                    then(turn), Optional.empty()));
        } else if (quantity.compareTo(line.quantity()) < 0) {
            Voids.out(turn, line, line.quantity().minus(quantity));
        }
    }

    /// Whether the line that the quantity makes or joins stays below the limit; then no total can be too large for a `long`.
    private static boolean fits(Turn turn, Article article, Quantity quantity) {
        List<Line> lines = turn.state().sale().basket().lines();
        boolean mayJoin = !lines.isEmpty() && lines.getLast().item().taxed().equals(article.item());
        long before = mayJoin ? Math.abs(lines.getLast().quantity().tenThousandths()) : 0;
        return quantity.tenThousandths() + before <= TEN_THOUSANDTHS_MAX;
    }

    /// An empty counter for the next customer.
    static void clear(Turn turn) {
        Watch watch = turn.state().watch();
        turn.become(turn.state()
                .holding(turn.state().sale().next())
                .watching(watch.next())
                .selecting(0)
                .typing(""));
    }
}
