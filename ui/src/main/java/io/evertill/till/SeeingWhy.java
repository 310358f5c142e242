package io.evertill.till;

import io.evertill.journal.StockReckoning;
import io.evertill.sale.Item;
import java.util.List;
import java.util.Optional;

/// Looking at why there is as much of an article as a stock card says.
///
/// @param ask the number of the question what the till knows, 0 when it is answered, and for another store
/// @param question the number of the question to the centre, 0 when it is answered
/// @param other what the card says of another store; empty for this one
/// @param reckoning what this till knows; empty until the first answer, and for another store
/// @param word what the centre says; empty until the answer
/// @param selected index of the marked row, as in [Whys#rows]
/// @param before the card, whose figure of this store is the one that is explained
public record SeeingWhy(
        long ask,
        long question,
        Optional<StockCard.Elsewhere> other,
        Optional<StockReckoning> reckoning,
        Optional<StockWord> word,
        int selected,
        Activity.SeeingStock before)
        implements Activity.OfFigure {
    @Override
    public List<Action> offers() {
        return Offers.SEEING_STOCK;
    }

    /// The article.
    public Item item() {
        return before.item();
    }

    SeeingWhy at(int row) {
        int last = Math.max(0, Whys.rows(this).size() - 1);
        return new SeeingWhy(ask, question, other, reckoning, word, Math.clamp(row, 0, last), before);
    }

    SeeingWhy with(StockReckoning known) {
        Optional<StockCard> card = before.card().map(each -> each.explained(known, item().unit()));
        return new SeeingWhy(0, question, other, Optional.of(known), word, selected,
                card.map(before::with).orElse(before)).at(selected);
    }

    SeeingWhy with(StockWord said) {
        return new SeeingWhy(ask, 0, other, reckoning, Optional.of(said), selected, before).at(selected);
    }

    SeeingWhy behind(Activity.SeeingStock card) {
        return new SeeingWhy(ask, question, other, reckoning, word, selected, card);
    }

    /// What is on the screen stays, though it could not be looked up anew.
    SeeingWhy unrenewed() {
        return new SeeingWhy(0, question, other, reckoning, word, selected, before);
    }
}
