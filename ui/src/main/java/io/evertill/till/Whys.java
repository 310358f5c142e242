package io.evertill.till;

import io.evertill.availability.Shown;
import io.evertill.journal.StockReckoning;
import io.evertill.journal.StockStory;
import io.evertill.sale.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Why there is as much of an article as a stock card says (experience promise 8, E24): the rows behind the figure.
///
/// What the till knows itself is on the screen at once; what the centre says stands behind it, so that nothing moves that somebody reads.
public final class Whys {
    private Whys() {}

    /// Opens the rows behind the marked figure of a card, or asks for them once more. Nothing is asked while an answer is on its way:
    /// a key that is held asks once.
    static void press(Turn turn) {
        switch (turn.state().activity()) {
            case Activity.SeeingStock seeing -> ask(turn, SeeingWhy.of(seeing, other(seeing)));
            case SeeingWhy seeing when seeing.isAnswered() -> ask(turn, seeing);
            case Activity _ -> {}
        }
    }

    private static Optional<StockCard.Elsewhere> other(Activity.SeeingStock seeing) {
        return seeing.card().stream()
                .flatMap(card -> card.elsewhere().stream())
                .skip(Math.max(0, seeing.selected() - 1L))
                .findFirst()
                .filter(_ -> seeing.selected() > 0);
    }

    private static void ask(Turn turn, SeeingWhy seeing) {
        Item item = seeing.item();
        String store = seeing.other().map(StockCard.Elsewhere::store).orElse("");
        long ask = seeing.other().isPresent() ? 0 : turn.ask(number -> new TillEffect.ShowWhy(number, item));
        turn.go(seeing.asking(ask, turn.ask(number -> new TillEffect.AskWhy(number, item, store))));
    }

    /// The till or the centre answered, or the card behind it was filled meanwhile.
    static boolean isAnswered(SeeingWhy seeing, TillEvent.Answer answer) {
        boolean isForCard = answer.ask() == seeing.before().ask()
                && (answer instanceof TillEvent.StockShown || seeing.before().card().isEmpty());
        return answer.ask() > 0 && (answer.ask() == seeing.ask() || answer.ask() == seeing.question() || isForCard);
    }

    static void answered(Turn turn, SeeingWhy seeing, TillEvent.Answer answer) {
        switch (answer) {
            case TillEvent.WhyShown(long _, StockReckoning reckoning) -> turn.go(seeing.with(reckoning));
            case TillEvent.WhyHeard(long _, StockWord word) -> turn.go(seeing.with(word));
            case TillEvent.StockShown(long _, StockCard card) -> turn.go(seeing.behind(seeing.before().with(
                    seeing.before().card().map(before -> before.plus(card)).orElse(card))));
            case TillEvent.Failed failed when failed.ask() == seeing.question() -> turn.go(seeing.with(new StockWord.Failed()));
            case TillEvent.Failed(long _, Trouble trouble, String detail) -> {
                turn.go(unknown(seeing));
                turn.warn(trouble, detail);
            }
            case TillEvent.Answer _ -> {}
        }
    }

    /// Where nothing is on the screen that could stay.
    private static Activity unknown(SeeingWhy seeing) {
        if (seeing.before().card().isEmpty()) {
            return seeing.before().before();
        }
        return seeing.reckoning().isPresent() ? seeing.unrenewed() : seeing.before();
    }

    static void move(Turn turn, SeeingWhy seeing, int by) {
        turn.go(seeing.at(seeing.selected() + by));
    }

    /// The figure that the rows explain; empty while it is not known, or where there is none.
    public static Optional<Long> figure(SeeingWhy seeing) {
        return seeing.other()
                .map(told -> told.onHand().tenThousandths())
                .or(() -> seeing.reckoning().flatMap(StockReckoning::shown).map(Shown::quantity));
    }

    /// The rows, from the top: those of the till, which sum to what is shown, then those of the centre.
    public static List<WhyRow> rows(SeeingWhy seeing) {
        List<WhyRow> rows = new ArrayList<>();
        seeing.other().ifPresent(told -> rows.add(new WhyRow.Elsewhere(told)));
        seeing.reckoning().ifPresent(reckoning -> here(rows, reckoning));
        if (seeing.other().isPresent() || seeing.reckoning().isPresent()) {
            centre(rows, seeing);
        }
        return List.copyOf(rows);
    }

    private static void here(List<WhyRow> rows, StockReckoning reckoning) {
        rows.add(reckoning.told().<WhyRow>map(WhyRow.Told::new).orElseGet(WhyRow.NeverTold::new));
        add(rows, reckoning.recorded(), WhyRow.Recorded::new, WhyRow.Others::new);
        Optional<Shown> shown = reckoning.shown();
        rows.add(shown.<WhyRow>map(each -> new WhyRow.Here(each.quantity()))
                .orElseGet(() -> new WhyRow.RecordedHere(reckoning.recorded().quantity())));
        add(rows, reckoning.promised(), WhyRow.Promised::new, WhyRow.PromisedOthers::new);
        shown.filter(_ -> !reckoning.promised().rows().isEmpty()).ifPresent(each -> rows.add(new WhyRow.Sellable(each.sellable())));
        reckoning.told().ifPresent(told -> rows.add(new WhyRow.Unseen(told.at())));
        add(rows, reckoning.aside(), WhyRow.Aside::new, WhyRow.AsideOthers::new);
        add(rows, reckoning.coming(), WhyRow.Coming::new, WhyRow.ComingOthers::new);
    }

    private static <T> void add(
            List<WhyRow> rows, StockReckoning.Sum<T> sum, Function<T, WhyRow> row, BiFunction<Long, Long, WhyRow> others) {
        sum.rows().stream().map(row).forEach(rows::add);
        if (sum.others() > 0) {
            rows.add(others.apply(sum.others(), sum.othersQuantity()));
        }
    }

    private static void centre(List<WhyRow> rows, SeeingWhy seeing) {
        if (seeing.question() > 0) {
            rows.add(new WhyRow.Asking());
        } else {
            seeing.word().filter(word -> !(word instanceof StockWord.Heard)).map(WhyRow.Silent::new).ifPresent(rows::add);
        }
        seeing.story().ifPresent(story -> {
            rows.add(new WhyRow.Now(story.quantity(), story.asOf()));
            story.tills().stream().map(WhyRow.Till::new).forEach(rows::add);
            story.steps().stream().map(WhyRow.Step::new).forEach(rows::add);
            if (story.isMore()) {
                rows.add(new WhyRow.Older(story.store()));
            }
        });
    }
}
