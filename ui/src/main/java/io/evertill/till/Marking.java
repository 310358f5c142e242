package io.evertill.till;

import io.evertill.product.Marks;
import io.evertill.product.Product;
import io.evertill.till.TillState.Looking;
import io.evertill.till.TillState.Looking.Purpose;
import java.util.Optional;

/// Asking for the batch or the number of goods whose code does not say it. A number is needed, a batch is not.
final class Marking {
    private Marking() {}

    /// Whether something must be asked for before the article can be rung up.
    static boolean isWanted(Article article) {
        return switch (article.track()) {
            case NONE -> false;
            case LOT -> article.tracking().lot().isEmpty();
            case SERIAL -> article.tracking().serial().isEmpty();
        };
    }

    /// Asks, unless several pieces were to have one number.
    ///
    /// @param times the number that was typed before it
    /// @param then what the cashier does afterwards
    static void ask(Turn turn, Article article, Article.Portion portion, Optional<String> times, Activity then) {
        if (article.track() == Product.Track.SERIAL && times.isPresent()) {
            turn.refuse(Phrase.SCAN_EACH_PIECE);
            return;
        }
        turn.type("");
        turn.go(new Activity.AskingMark(article, portion, times, then));
        turn.play(TillEffect.Sound.OK);
    }

    /// A code was scanned that may be the answer.
    static void scanned(Turn turn, Activity.AskingMark asking, String code) {
        turn.hush();
        find(turn, asking, code.strip(), true);
    }

    /// Takes what was typed; nothing means that the batch cannot be read.
    static void enter(Turn turn, Activity.AskingMark asking) {
        String typed = turn.state().input().strip();
        if (!typed.isEmpty()) {
            turn.type("");
            find(turn, asking, typed, false);
        } else if (asking.article().track() == Product.Track.SERIAL) {
            turn.refuse(Phrase.SERIAL_FIRST, asking.article().item().name());
        } else if (asking.then() instanceof Activity.TakingAny taking) {
            turn.go(taking);
            Unreceipted.takeKnown(turn, asking.article(), asking.portion(), Marks.NONE, asking.times());
        } else {
            Baskets.ringKnown(turn, asking.article(), asking.portion(), asking.times());
        }
    }

    private static void find(Turn turn, Activity.AskingMark asking, String text, boolean isScanned) {
        long ask = turn.ask(number -> new TillEffect.LookUpMark(number, asking.article().item().product(), text, isScanned));
        turn.become(turn.state().asking(turn.state().asking().looking(
                new Looking(ask, text, Purpose.MARK, asking.times(), Optional.empty()))));
    }

    /// The text names goods of the article that was asked about.
    static void found(Turn turn, TillEvent.Found found) {
        if (turn.state().activity() instanceof Activity.AskingMark asking) {
            Article article = asking.article();
            Marks told = found.marks();
            Marks marks = new Marks(told.lot().or(() -> known(article.tracking().lot())),
                    told.serial().or(() -> known(article.tracking().serial())), told.expires().or(article::expires),
                    told.bestBefore(), Optional.empty());
            if (asking.then() instanceof Activity.TakingAny taking) {
                // Whatever speaks against selling it is no reason to leave it with the customer.
                turn.go(taking);
                Unreceipted.take(turn, article, asking.portion(), marks, asking.times());
                return;
            }
            Baskets.scanned(turn, new TillEvent.Found(found.ask(), article, asking.portion(), marks, found.obstacle()), asking.times());
        }
    }

    private static Optional<String> known(String mark) {
        return Optional.of(mark).filter(text -> !text.isEmpty());
    }

    /// The text names no goods of that article.
    static void unknown(Turn turn, String text) {
        if (turn.state().activity() instanceof Activity.AskingMark asking) {
            turn.say(Notice.Tone.REFUSED, Phrase.NOT_ITS_MARK, text, asking.article().item().name());
            turn.play(TillEffect.Sound.UNKNOWN);
        }
    }
}
