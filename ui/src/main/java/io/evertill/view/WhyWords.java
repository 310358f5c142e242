package io.evertill.view;

import static java.util.stream.Collectors.joining;

import io.evertill.entry.Move;
import io.evertill.journal.StockReckoning;
import io.evertill.journal.StockStory;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.till.Activity;
import io.evertill.till.Phrase;
import io.evertill.till.SeeingWhy;
import io.evertill.till.StockCard;
import io.evertill.till.StockWord;
import io.evertill.till.TillState;
import io.evertill.till.WhyRow;
import io.evertill.till.Whys;
import io.evertill.transfer.Action;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a figure of stock is made of, in words. What is in brackets is not in the sum; behind an arrow stands what there was afterwards.
final class WhyWords {
    private static final String MAIN_SHELF = Place.shelf("?").code();

    private WhyWords() {}

    static String title(SeeingWhy seeing, Texts texts) {
        Item item = seeing.item();
        if (seeing.other().isEmpty() && seeing.reckoning().isEmpty()) {
            return texts.say(Phrase.STOCK_COMING, item.name());
        }
        String what = item.name() + seeing.other().map(StockCard.Elsewhere::store).map(store -> " · " + store).orElse("");
        return Whys.figure(seeing)
                .map(quantity -> texts.say(Phrase.SUM_TITLE, texts.quantity(quantity, item.unit()), what))
                .orElseGet(() -> texts.say(Phrase.STOCK_TITLE, what));
    }

    /// A row with everything that it says.
    static String inFull(Choice row) {
        return Stream.of(row.name(), row.trailing(), row.detail()).filter(part -> !part.isEmpty()).collect(joining(" · "));
    }

    static List<Choice> rows(SeeingWhy seeing, TillState state, Texts texts) {
        return Whys.rows(seeing).stream().map(row -> row(row, seeing.item(), state, texts)).toList();
    }

    private static Choice row(WhyRow row, Item item, TillState state, Texts texts) {
        return switch (row) {
            case WhyRow.Told(var figure) -> new Choice(texts.say(Phrase.SUM_TOLD),
                    texts.say(Phrase.SUM_TOLD_AT, JournalWords.time(figure.at(), state, texts),
                            JournalWords.time(figure.knownAt(), state, texts)),
                    texts.quantity(figure.quantity(), item.unit()));
            case WhyRow.NeverTold() -> new Choice(texts.say(Phrase.SUM_NEVER_TOLD), texts.say(Phrase.SUM_NEVER_TOLD_HINT), "?");
            case WhyRow.Recorded(var own) -> new Choice(name(own, texts), detail(own, state, texts), signed(own.quantity(), item, texts));
            case WhyRow.Others(long count, long quantity) -> new Choice(
                    texts.say(Phrase.SUM_OTHERS, count), texts.say(Phrase.SUM_OTHERS_HINT), signed(quantity, item, texts));
            case WhyRow.Here(long quantity) -> new Choice(
                    texts.say(Phrase.SUM_HERE), "", "= " + texts.quantity(quantity, item.unit()));
            case WhyRow.RecordedHere(long quantity) -> new Choice(
                    texts.say(Phrase.SUM_RECORDED), "", "= " + signed(quantity, item, texts));
            case WhyRow.Promised(var order) -> new Choice(
                    texts.say(Phrase.SUM_PROMISED, order.order() + " · " + order.owner()),
                    parts(texts.say(Phrase.RESERVED_UNTIL, JournalWords.time(order.until(), state, texts)), batch(order.lot(), texts)),
                    signed(Math.negateExact(order.quantity()), item, texts));
            case WhyRow.PromisedOthers(long count, long quantity) -> new Choice(texts.say(Phrase.SUM_OTHERS, count),
                    texts.say(Phrase.SUM_OTHERS_LATER), signed(Math.negateExact(quantity), item, texts));
            case WhyRow.Sellable(long quantity) -> new Choice(
                    texts.say(Phrase.SUM_SELLABLE), "", "= " + texts.quantity(quantity, item.unit()));
            case WhyRow.Unseen(var asOf) -> new Choice(
                    texts.say(Phrase.SUM_UNSEEN, JournalWords.time(asOf, state, texts)), texts.say(Phrase.SUM_UNSEEN_HINT), "(?)");
            case WhyRow.Aside(var own) -> new Choice(texts.say(Phrase.SUM_ASIDE, name(own, texts)),
                    parts(detail(own, state, texts), texts.say(Phrase.SUM_ASIDE_HINT)), bracketed(own.quantity(), item, texts));
            case WhyRow.AsideOthers(long count, long quantity) -> new Choice(
                    texts.say(Phrase.SUM_OTHERS, count), texts.say(Phrase.SUM_ASIDE_HINT), bracketed(quantity, item, texts));
            case WhyRow.Coming(var goods) -> coming(goods, item, state, texts);
            case WhyRow.ComingOthers(long count, long quantity) -> new Choice(
                    texts.say(Phrase.SUM_OTHERS, count), texts.say(Phrase.MOVE_TRANSFER_IN), bracketed(quantity, item, texts));
            case WhyRow.Elsewhere(var told) -> new Choice(texts.say(Phrase.SUM_TOLD),
                    texts.say(Phrase.SUM_KNOWN, JournalWords.time(told.asOf(), state, texts)), texts.quantity(told.onHand()));
            case WhyRow.Asking() -> new Choice(texts.say(Phrase.SUM_ASKING), "", "…");
            case WhyRow.Silent(StockWord word) -> silent(word, texts);
            case WhyRow.Now(long quantity, var at) -> new Choice(texts.say(Phrase.SUM_NOW), JournalWords.time(at, state, texts),
                    texts.quantity(quantity, item.unit()));
            case WhyRow.Till(var till) -> till(till, state, texts);
            case WhyRow.Step(var step) -> step(step, item, state, texts);
            case WhyRow.Older(String store) -> new Choice(texts.say(Phrase.SUM_OLDER),
                    "evertill-central history --store " + store + " --sku " + item.sku().code(), "…");
        };
    }

    private static String name(StockReckoning.Own own, Texts texts) {
        Phrase what = switch (own.kind()) {
            case SALE -> Phrase.MOVE_SALE;
            case COLLECTED -> Phrase.MOVE_COLLECTED;
            case RETURN -> Phrase.MOVE_RETURN;
            case VOID -> Phrase.MOVE_VOID;
            case OTHER -> Phrase.MOVE_OTHER;
        };
        return (texts.say(what) + " " + own.receipt()).strip();
    }

    private static String detail(StockReckoning.Own own, TillState state, Texts texts) {
        return parts(JournalWords.time(own.at(), state, texts), texts.say(JournalWords.stage(own.stage())),
                batch(own.tracking().lot(), texts), piece(own.tracking().serial(), texts), own.by());
    }

    private static Choice coming(StockReckoning.Coming goods, Item item, TillState state, Texts texts) {
        return new Choice(texts.say(Phrase.SUM_COMING, goods.from()),
                parts(texts.say(Phrase.SUM_TRANSFER, goods.transfer()),
                        goods.expectedAt().map(at -> texts.say(Phrase.SUM_EXPECTED, JournalWords.time(at, state, texts))).orElse("")),
                bracketed(goods.quantity(), item, texts));
    }

    private static Choice silent(StockWord word, Texts texts) {
        return switch (word) {
            case StockWord.Unheard _ -> new Choice(texts.say(Phrase.SUM_UNHEARD), texts.say(Phrase.SUM_UNHEARD_HINT), "");
            case StockWord.Unknown _ -> new Choice(texts.say(Phrase.SUM_UNKNOWN), "", "");
            case StockWord.Failed _, StockWord.Heard _ -> new Choice(texts.say(Phrase.SUM_FAILED), texts.say(Phrase.SUM_FAILED_HINT), "");
        };
    }

    private static Choice till(StockStory.Heard till, TillState state, Texts texts) {
        Optional<String> heard = till.heardAt().map(at -> JournalWords.time(at, state, texts));
        String name = heard
                .map(at -> texts.say(till.isSilent() ? Phrase.SUM_TILL_SILENT : Phrase.SUM_TILL_HEARD, till.till(), at))
                .orElseGet(() -> texts.say(Phrase.SUM_TILL_NEVER, till.till()));
        return new Choice(name,
                parts(till.through() == 0 ? "" : texts.say(Phrase.SUM_TILL_THROUGH, Long.toString(till.through())),
                        waiting(till.waiting(), texts),
                        till.aside() == 0 ? "" : texts.say(
                                till.aside() == 1 ? Phrase.SUM_TILL_ASIDE_ONE : Phrase.SUM_TILL_ASIDE_MANY, till.aside())),
                till.isSilent() || till.waiting() > 0 || till.aside() > 0 ? "!" : "");
    }

    private static String waiting(long entries, Texts texts) {
        Phrase phrase = entries == 1 ? Phrase.SUM_TILL_WAITING_ONE : Phrase.SUM_TILL_WAITING;
        return entries == 0 ? "" : texts.say(phrase, entries);
    }

    static Choice step(StockStory.Step step, Item item, TillState state, Texts texts) {
        String what = kind(step).or(() -> type(step.type())).map(texts::say).orElse(step.type());
        return new Choice((what + " " + step.document().number()).strip(),
                parts(JournalWords.time(step.at(), state, texts), step.by(), batch(step.lot(), texts), piece(step.serial(), texts),
                        step.place().equals(MAIN_SHELF) ? "" : shelf(step.place()), reason(step, texts)),
                signed(step.quantity(), item, texts) + "  → " + texts.quantity(step.after(), item.unit()));
    }

    /// Where on the shelves it was: all of it is for sale, so that state is not said again.
    private static String shelf(String place) {
        int slash = place.indexOf('/');
        return slash < 0 ? place : place.substring(0, slash);
    }

    private static Optional<Phrase> kind(StockStory.Step step) {
        return switch (step.kind()) {
            case "COLLECTED" -> Optional.of(Phrase.MOVE_COLLECTED);
            case "VOID" -> Optional.of(Phrase.MOVE_VOID);
            default -> Optional.empty();
        };
    }

    /// An older centre says of a corrected count for which entry it was.
    private static String reason(StockStory.Step step, Texts texts) {
        if (step.type().equals(Move.Type.COUNT_ADJUSTMENT.name())) {
            return CountWords.cause(step.reason(), texts);
        }
        boolean isGain = step.reason().equals(Action.UNEXPLAINED_GAIN.name());
        boolean isId = step.type().equals(Move.Type.COUNT_CORRECTION.name());
        return isGain ? texts.say(Phrase.SUM_GAIN) : isId ? "" : step.reason();
    }

    /// What a kind of movement is called; empty for one that only a later program knows.
    static Optional<Phrase> type(String name) {
        return Stream.of(Move.Type.values()).filter(type -> type.name().equals(name)).findFirst().map(WhyWords::phrase);
    }

    private static Phrase phrase(Move.Type type) {
        return switch (type) {
            case RECEIVE -> Phrase.MOVE_RECEIVE;
            case SUPPLIER_RETURN -> Phrase.MOVE_SUPPLIER_RETURN;
            case SALE -> Phrase.MOVE_SALE;
            case VOID -> Phrase.MOVE_VOID;
            case RETURN -> Phrase.MOVE_RETURN;
            case ADJUSTMENT -> Phrase.MOVE_ADJUSTMENT;
            case DAMAGE -> Phrase.MOVE_DAMAGE;
            case SCRAP -> Phrase.MOVE_SCRAP;
            case FOUND -> Phrase.MOVE_FOUND;
            case INSPECT -> Phrase.MOVE_INSPECT;
            case RELOCATE -> Phrase.MOVE_RELOCATE;
            case PICK -> Phrase.MOVE_PICK;
            case SHIP -> Phrase.MOVE_SHIP;
            case TRANSFER_OUT -> Phrase.MOVE_TRANSFER_OUT;
            case TRANSFER_IN -> Phrase.MOVE_TRANSFER_IN;
            case TRANSFER_RECEIVE -> Phrase.MOVE_TRANSFER_RECEIVE;
            case DISPATCH_CORRECTION -> Phrase.MOVE_DISPATCH_CORRECTION;
            case COUNT_ADJUSTMENT -> Phrase.MOVE_COUNT_ADJUSTMENT;
            case COUNT_CORRECTION -> Phrase.MOVE_COUNT_CORRECTION;
            case CONVERSION -> Phrase.MOVE_CONVERSION;
            case RELOT -> Phrase.MOVE_RELOT;
            case RESERIAL -> Phrase.MOVE_RESERIAL;
        };
    }

    private static String batch(String lot, Texts texts) {
        return lot.isEmpty() ? "" : texts.say(Phrase.COUNT_BATCH, lot);
    }

    private static String piece(String serial, Texts texts) {
        return serial.isEmpty() ? "" : texts.say(Phrase.SUM_PIECE, serial);
    }

    private static String signed(long quantity, Item item, Texts texts) {
        return (quantity > 0 ? "+" : "") + texts.quantity(quantity, item.unit());
    }

    private static String bracketed(long quantity, Item item, Texts texts) {
        return "(" + signed(quantity, item, texts) + ")";
    }

    private static String parts(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(joining(" · "));
    }
}
