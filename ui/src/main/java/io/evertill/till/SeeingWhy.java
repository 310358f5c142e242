package io.evertill.till;

import io.evertill.journal.StockReckoning;
import io.evertill.journal.StockStory;
import io.evertill.sale.Item;
import java.util.List;
import java.util.Optional;

/// Looking at why there is as much of an article as a stock card says.
///
/// @param ask the number of the question what the till knows, 0 when it is answered, and for another store
/// @param question the number of the question to the centre, 0 when it is answered
/// @param other what the card says of another store; empty for this one
/// @param reckoning what this till knows; empty until the first answer, and for another store
/// @param word what the centre answered last; empty until the first answer
/// @param story the newest that the centre told; it stays while the centre is asked once more, and where it is not heard then
/// @param selected index of the marked row, as in [Whys#rows]
/// @param before the card, whose figure of this store is the one that is explained
public record SeeingWhy(
        long ask,
        long question,
        Optional<StockCard.Elsewhere> other,
        Optional<StockReckoning> reckoning,
        Optional<StockWord> word,
        Optional<StockStory> story,
        int selected,
        Activity.SeeingStock before)
        implements Activity.OfFigure {
    /// Nothing is known yet.
    static SeeingWhy of(Activity.SeeingStock card, Optional<StockCard.Elsewhere> other) {
        return new SeeingWhy(0, 0, other, Optional.empty(), Optional.empty(), Optional.empty(), 0, card);
    }

    @Override
    public List<Action> offers() {
        return Offers.SEEING_STOCK;
    }

    /// The article.
    public Item item() {
        return before.item();
    }

    /// Whether till and centre have answered.
    boolean isAnswered() {
        return ask == 0 && question == 0;
    }

    SeeingWhy at(int row) {
        int last = Math.max(0, Whys.rows(this).size() - 1);
        return new SeeingWhy(ask, question, other, reckoning, word, story, Math.clamp(row, 0, last), before);
    }

    /// What was known stays on the screen until it is known anew.
    SeeingWhy asking(long till, long centre) {
        return marking(new SeeingWhy(till, centre, other, reckoning, word, story, selected, before));
    }

    SeeingWhy with(StockReckoning known) {
        Optional<StockCard> card = before.card().map(each -> each.explained(known, item().unit()));
        return marking(new SeeingWhy(0, question, other, Optional.of(known), word, story, selected,
                card.map(before::with).orElse(before)));
    }

    SeeingWhy with(StockWord said) {
        Optional<StockStory> newest = switch (said) {
            case StockWord.Heard(StockStory told) -> Optional.of(told);
            case StockWord.Unknown _ -> Optional.empty();
            case StockWord.Unheard _, StockWord.Failed _ -> story;
        };
        return marking(new SeeingWhy(ask, 0, other, reckoning, Optional.of(said), newest, selected, before));
    }

    SeeingWhy behind(Activity.SeeingStock card) {
        return new SeeingWhy(ask, question, other, reckoning, word, story, selected, card);
    }

    /// What is on the screen stays, though it could not be looked up anew.
    SeeingWhy unrenewed() {
        return new SeeingWhy(0, question, other, reckoning, word, story, selected, before);
    }

    private SeeingWhy marking(SeeingWhy next) {
        return next.at(WhyRow.follow(Whys.rows(this), selected, Whys.rows(next)));
    }
}
