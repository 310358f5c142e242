package io.evertill.view;

import io.evertill.alert.Facts;
import io.evertill.alert.Finding;
import io.evertill.alert.RedCard;
import io.evertill.stock.Place;
import io.evertill.till.Action;
import io.evertill.till.Concern;
import io.evertill.till.Concerns;
import io.evertill.till.LeftCard;
import io.evertill.till.Phrase;
import io.evertill.till.SyncStatus;
import io.evertill.till.TillState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is said of red cards: from their facts in the language of the screen; where there are none, as the centre says it.
final class RedCardWords {
    private RedCardWords() {}

    /// How many there are, how many of them are shown, and how old this knowledge is.
    static String title(TillState state, Texts texts) {
        long total = Concerns.total(state);
        long more = Concerns.more(state);
        List<String> parts = new ArrayList<>();
        parts.add(total == 0
                ? texts.say(Phrase.CARDS_NONE)
                : texts.say(total == 1 ? Phrase.CARDS_ONE : Phrase.CARDS_MANY, total));
        if (more > 0) {
            parts.add(texts.say(Phrase.CARDS_MORE, total - more, more));
        }
        parts.add(state.around().sync().confirmedAt()
                .map(at -> texts.say(Phrase.CARDS_AS_OF, exactly(at, state, texts)))
                .orElseGet(() -> texts.say(Phrase.CARDS_NEVER_TOLD)));
        return String.join(" · ", parts);
    }

    static List<Choice> rows(TillState state, Texts texts) {
        return Concerns.of(state).stream().map(concern -> new Choice(name(concern, texts), sentence(concern, state, texts),
                concern.since().map(at -> texts.say(Phrase.CARDS_SINCE, when(at, state, texts))).orElse(""))).toList();
    }

    private static String name(Concern concern, Texts texts) {
        return switch (concern) {
            case Concern.Parked _ -> texts.say(Phrase.CONCERN_OWN_PARKED);
            case Concern.Offline _ -> texts.say(Phrase.CONCERN_OWN_OFFLINE);
            case Concern.Unanswered _ -> texts.say(Phrase.CONCERN_OWN_CARD);
            case Concern.Told(RedCard card) -> {
                String kind = texts.say(card.known().map(RedCardWords::phrase).orElse(Phrase.CONCERN_OTHER));
                yield goods(card.facts()).map(goods -> kind + ": " + goods.name()).orElse(kind);
            }
        };
    }

    private static Phrase phrase(Finding.Kind kind) {
        return switch (kind) {
            case LOW_STOCK -> Phrase.CONCERN_LOW_STOCK;
            case OVERSOLD -> Phrase.CONCERN_OVERSOLD;
            case LOT_UNASSIGNED -> Phrase.CONCERN_LOT_UNASSIGNED;
            case SERIAL_CONFLICT -> Phrase.CONCERN_SERIAL_CONFLICT;
            case OVER_RETURN -> Phrase.CONCERN_OVER_RETURN;
            case CARD_KEPT -> Phrase.CONCERN_CARD_KEPT;
            case QUARANTINE_INBOX -> Phrase.CONCERN_QUARANTINE_INBOX;
            case TILL_SILENT -> Phrase.CONCERN_TILL_SILENT;
            case DRIFT -> Phrase.CONCERN_DRIFT;
            case TRANSIT_AGED -> Phrase.CONCERN_TRANSIT_AGED;
            case COUNT_OVERDUE -> Phrase.CONCERN_COUNT_OVERDUE;
        };
    }

    private static Optional<Facts.Goods> goods(Facts facts) {
        return switch (facts) {
            case Facts.LowStock low -> Optional.of(low.goods());
            case Facts.Oversold sold -> Optional.of(sold.goods());
            case Facts.Unassigned moved -> Optional.of(moved.goods());
            case Facts.None _, Facts.Uncounted _, Facts.Parked _, Facts.Silent _, Facts.Underway _ -> Optional.empty();
        };
    }

    /// The facts.
    static String sentence(Concern concern, TillState state, Texts texts) {
        return switch (concern) {
            case Concern.Parked(long entries) -> texts.say(Phrase.FACT_OWN_PARKED, entries);
            case Concern.Offline(var from, long sales, var value) ->
                texts.say(Phrase.FACT_OWN_OFFLINE, exactly(from, state, texts), sales, value);
            case Concern.Unanswered(LeftCard card) ->
                texts.say(Phrase.FACT_OWN_CARD, card.amount(), when(card.askedAt(), state, texts));
            case Concern.Told(RedCard card) -> sentence(card, state, texts);
        };
    }

    private static String sentence(RedCard card, TillState state, Texts texts) {
        return switch (card.facts()) {
            case Facts.None _ -> card.sentence();
            case Facts.LowStock low -> texts.say(Phrase.FACT_LOW_STOCK, label(low.goods()), amount(low.available(), low.goods(), texts),
                    amount(low.onHand(), low.goods(), texts), amount(low.inbound(), low.goods(), texts),
                    amount(low.minimum(), low.goods(), texts))
                    + (low.transfer().isEmpty() ? "" : " " + texts.say(Phrase.FACT_TRANSFER, low.transfer()));
            case Facts.Oversold sold -> texts.say(Phrase.FACT_OVERSOLD, label(sold.goods(), sold.place(), sold.lot(), texts),
                    amount(sold.balance(), sold.goods(), texts), when(sold.since(), state, texts));
            case Facts.Unassigned moved -> {
                String label = label(moved.goods(), moved.place(), "", texts);
                String amount = amount(Math.abs(moved.quantity()), moved.goods(), texts);
                String last = when(moved.movedAt(), state, texts);
                yield moved.quantity() < 0
                        ? texts.say(Phrase.FACT_LEFT, label, amount, last)
                        : texts.say(Phrase.FACT_CAME, label, amount, last);
            }
            case Facts.Uncounted(long goods, long days, Instant oldest) ->
                texts.say(Phrase.FACT_UNCOUNTED, goods, days, when(oldest, state, texts));
            case Facts.Parked(String till, String _, long entries) -> texts.say(Phrase.FACT_PARKED, till, entries);
            case Facts.Silent(String till, String _, Instant heardAt) ->
                texts.say(Phrase.FACT_SILENT, till, exactly(heardAt, state, texts));
            case Facts.Underway(String transfer, String source, Instant since, Optional<Instant> expected) ->
                texts.say(Phrase.FACT_UNDERWAY, transfer, source, when(since, state, texts))
                        + expected.map(at -> " " + texts.say(Phrase.FACT_EXPECTED, when(at, state, texts))).orElse("");
        };
    }

    /// The one step that is suggested.
    static String step(Concern concern, TillState state, Texts texts) {
        return switch (concern) {
            case Concern.Parked _ -> texts.say(Phrase.NEXT_OWN_PARKED, key(Action.JOURNAL, state, texts));
            case Concern.Offline _ -> texts.say(state.around().sync().advice().stream()
                    .findFirst()
                    .map(SyncStatus.Advice::phrase)
                    .orElse(Phrase.NEXT_OWN_OFFLINE));
            case Concern.Unanswered _ -> texts.say(Phrase.NEXT_OWN_CARD, key(Action.DRAWER, state, texts));
            case Concern.Told(RedCard card) -> switch (card.facts()) {
                case Facts.None _ -> card.advice();
                case Facts.LowStock _ -> texts.say(Phrase.NEXT_LOW_STOCK);
                case Facts.Oversold _ -> texts.say(Phrase.NEXT_OVERSOLD, key(Action.COUNT, state, texts));
                case Facts.Unassigned _ -> texts.say(Phrase.NEXT_UNASSIGNED);
                case Facts.Uncounted _ -> texts.say(Phrase.NEXT_UNCOUNTED, key(Action.COUNT, state, texts));
                case Facts.Parked _ -> texts.say(Phrase.NEXT_PARKED);
                case Facts.Silent _ -> texts.say(Phrase.NEXT_SILENT);
                case Facts.Underway underway -> texts.say(Phrase.NEXT_UNDERWAY, underway.source());
            };
        };
    }

    /// Who has seen it; empty for nobody.
    static String seen(Concern concern, TillState state, Texts texts) {
        return concern instanceof Concern.Told(RedCard card)
                ? card.seen().map(once -> texts.say(Phrase.CARDS_SEEN, once.by(), when(once.at(), state, texts))).orElse("")
                : "";
    }

    /// A key, or the name of its button where it has none.
    private static String key(Action action, TillState state, Texts texts) {
        return state.lane().keymap().stroke(action).map(texts::key).orElseGet(() -> texts.say(action.phrase()));
    }

    private static String label(Facts.Goods goods) {
        return goods.name().equals(goods.sku()) ? goods.sku() : goods.name() + " (" + goods.sku() + ")";
    }

    /// Where goods are is said unless they are where goods are sold from.
    private static String label(Facts.Goods goods, String place, String lot, Texts texts) {
        return label(goods) + (place.equals(Place.shelf("-").code()) ? "" : ", " + place)
                + (lot.isEmpty() ? "" : ", " + texts.say(Phrase.COUNT_BATCH, lot));
    }

    private static String amount(long tenThousandths, Facts.Goods goods, Texts texts) {
        return texts.quantity(tenThousandths, goods.unit());
    }

    /// With the time of day also where it was another day.
    private static String exactly(Instant at, TillState state, Texts texts) {
        String when = when(at, state, texts);
        String time = texts.time(at, state.lane().zone());
        return when.equals(time) ? time : texts.dateTime(at, state.lane().zone());
    }

    private static String when(Instant at, TillState state, Texts texts) {
        return texts.when(at, state.around().now(), state.lane().zone());
    }
}
