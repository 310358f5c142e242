package io.evertill.till;

import io.evertill.key.Scanner;
import io.evertill.sale.Item;
import io.evertill.sale.ReceiptNumber;
import io.evertill.till.Notice.Tone;
import io.evertill.till.TillState.Looking;
import io.evertill.till.TillState.Looking.Purpose;
import java.util.List;
import java.util.Optional;

/// Codes, searches, and what they find.
final class LookUps {
    private static final int AIM_LENGTH = 3;

    private LookUps() {}

    /// A code came from a scanner, whatever is on screen.
    static void scanned(Turn turn, String code) {
        String text = code.strip();
        if (text.isEmpty() || text.length() > Scanner.CODE_LENGTH_MAX) {
            turn.refuse(Phrase.SCAN_TORN);
            return;
        }
        if (ReceiptNumber.looksLike(withoutAim(text))) {
            Returns.find(turn, withoutAim(text));
            return;
        }
        if (turn.state().activity() instanceof Activity.ChoosingBack choosing) {
            turn.go(choosing.taking());
        }
        Purpose purpose = purpose(turn.state().activity());
        if (purpose == Purpose.RING && !(turn.state().activity() instanceof Activity.Paying)) {
            turn.go(new Activity.Selling());
        }
        Typing typing = new Typing(turn.state().input());
        boolean isTimes = typing.times().isPresent() && typing.rest().isEmpty();
        if (isTimes || typing.isSearch()) {
            turn.type("");
        }
        find(turn, text, purpose, isTimes ? typing.times() : Optional.empty());
    }

    private static Purpose purpose(Activity activity) {
        return switch (activity) {
            case Activity.TakingBack _ -> Purpose.TAKE_BACK;
            case Activity.TakingAny _ -> Purpose.TAKE_ANY;
            case Activity _ -> Purpose.RING;
        };
    }

    /// Looks a code up; what is done by hand meanwhile waits.
    static void find(Turn turn, String text, Purpose purpose, Optional<String> times) {
        find(turn, text, purpose, times, false);
    }

    /// Looks up what is counted; a receipt is nothing to count, and neither is what no code can be.
    static void count(Turn turn, String code, Optional<String> times, boolean isTyped) {
        String text = code.strip();
        if (text.isEmpty() || text.length() > Scanner.CODE_LENGTH_MAX) {
            turn.refuse(Phrase.SCAN_TORN);
        } else if (ReceiptNumber.looksLike(withoutAim(text))) {
            Counts.unknown(turn, text, false);
        } else {
            find(turn, text, Purpose.COUNT, times, isTyped);
        }
    }

    private static void find(Turn turn, String text, Purpose purpose, Optional<String> times, boolean isTyped) {
        long ask = turn.ask(number -> switch (purpose) {
            case RECEIPT, UNDO -> new TillEffect.FindReceipt(number, text);
            case ELSEWHERE -> new TillEffect.AskReceipt(number, new ReceiptNumber(text));
            case TAKE_ANY -> new TillEffect.LookUpBack(number, text);
            case COLLECT -> new TillEffect.FindReserved(number, text);
            case PART -> new TillEffect.SearchCodes(number, text);
            case PART_BACK -> new Typing(text).isSearch()
                    ? new TillEffect.Search(number, text)
                    : new TillEffect.SearchCodes(number, text);
            case RING, TAKE_BACK, STOCK, MARK, PIECE, COUNT -> new TillEffect.LookUp(number, text);
        });
        turn.become(turn.state().asking(
                turn.state().asking().looking(new Looking(ask, text, purpose, times, Optional.empty(), Optional.empty(), isTyped))));
    }

    /// An article that comes back was chosen by its name: asks what is paid for it.
    static void chooseBack(Turn turn, Activity.ChoosingBack choosing, int index) {
        if (index >= 0 && index < choosing.articles().size()) {
            Item item = choosing.articles().get(index).item();
            turn.type("");
            turn.go(choosing.taking());
            long ask = turn.ask(number -> new TillEffect.AppraiseBack(number, item.product()));
            turn.become(turn.state().asking(turn.state().asking().looking(
                    new Looking(ask, item.name(), Purpose.TAKE_ANY, choosing.times(), Optional.empty()))));
        }
    }

    /// Nobody waits for the answer any longer.
    static void giveUp(Turn turn) {
        TillState state = turn.state();
        state.asking().looking().ifPresent(looking -> {
            turn.become(state.asking(state.asking().found().withoutAhead()));
            turn.refuse(looking.purpose() == Purpose.ELSEWHERE ? Phrase.ASKING_GIVEN_UP : Phrase.LOOKUP_GIVEN_UP, looking.text());
        });
    }

    static void answered(Turn turn, Looking looking, TillEvent.Answer answer) {
        boolean isElsewhere = looking.purpose() == Purpose.ELSEWHERE;
        boolean isReceipt = looking.purpose() == Purpose.RECEIPT || looking.purpose() == Purpose.UNDO || isElsewhere;
        boolean isFitting = switch (answer) {
            case TillEvent.ReceiptFound _, TillEvent.ReceiptUnknown _ -> isReceipt;
            case TillEvent.ReceiptElsewhere _ -> isReceipt && !isElsewhere;
            case TillEvent.ReceiptUnheard _ -> isElsewhere || looking.purpose() == Purpose.UNDO;
            case TillEvent.Found _, TillEvent.Ambiguous _, TillEvent.CardKnown _, TillEvent.Unknown _, TillEvent.WrongCheckDigit _ ->
                !isReceipt;
            case TillEvent.Failed _ -> true;
            case TillEvent.ReservedFound _ -> looking.purpose() == Purpose.RING || looking.purpose() == Purpose.COUNT;
            case TillEvent.Results _ -> looking.purpose() == Purpose.PART || looking.purpose() == Purpose.PART_BACK;
            case TillEvent.Saved _, TillEvent.VoidRecorded _, TillEvent.AttemptRecorded _,
                    TillEvent.AnswerRecorded _, TillEvent.TerminalHeard _, TillEvent.ScaleRead _, TillEvent.SignedIn _,
                    TillEvent.PinRight _, TillEvent.PinWrong _, TillEvent.ApprovalRecorded _, TillEvent.StockSeen _,
                    TillEvent.StockShown _, TillEvent.OfWhy _, TillEvent.PieceHeard _, TillEvent.BasketHeld _, TillEvent.HeldListed _,
                    TillEvent.Recalled _,
                    TillEvent.LookedAgain _,
                    TillEvent.OfDrawer _, TillEvent.OfCustomer _, TillEvent.OfCount _, TillEvent.JournalRead _,
                    TillEvent.StoryRead _ -> false;
        };
        if (isFitting) {
            // Keys that were pressed before a question was on screen are for the screen before, not for the one that follows.
            boolean isQuestion = isElsewhere || (answer instanceof TillEvent.Results results && !results.articles().isEmpty());
            TillState.Asking found = turn.state().asking().found();
            turn.become(turn.state().asking(isQuestion ? found.withScansOnly() : found));
            take(turn, looking, answer);
        }
    }

    private static void take(Turn turn, Looking looking, TillEvent.Answer answer) {
        switch (answer) {
            case TillEvent.Found found -> {
                switch (looking.purpose()) {
                    case TAKE_BACK -> Returns.takeArticle(turn, List.of(found.article()));
                    case TAKE_ANY ->
                        Unreceipted.take(turn, found.article(), found.portion(), found.marks(), looking.times());
                    case MARK -> Marking.found(turn, found);
                    case COUNT -> Counts.found(turn, found, looking.times());
                    case RING, RECEIPT, UNDO, ELSEWHERE, STOCK, COLLECT, PART, PART_BACK, PIECE ->
                        Baskets.scanned(turn, found, looking.times());
                }
            }
            case TillEvent.CardKnown _, TillEvent.Unknown _, TillEvent.ReservedFound _, TillEvent.Ambiguous _
                    when looking.purpose() == Purpose.COUNT -> Counts.unknown(turn, looking.text(), looking.isTyped());
            case TillEvent.Ambiguous(long _, List<Article> articles) -> {
                if (looking.purpose() == Purpose.TAKE_BACK) {
                    Returns.takeArticle(turn, articles);
                } else {
                    ambiguous(turn, looking, articles);
                }
            }
            case TillEvent.CardKnown(long _, var customer) -> {
                if (looking.purpose() == Purpose.RING) {
                    Patrons.attach(turn, customer);
                } else {
                    unknown(turn, Phrase.CODE_UNKNOWN, looking.text());
                }
            }
            case TillEvent.Unknown _ when looking.purpose() == Purpose.MARK -> Marking.unknown(turn, looking.text());
            case TillEvent.Unknown _ when isPart(looking) -> find(turn, looking.text(),
                    looking.purpose() == Purpose.RING ? Purpose.PART : Purpose.PART_BACK, looking.times());
            case TillEvent.Unknown _ -> unknown(turn, Phrase.CODE_UNKNOWN, looking.text());
            case TillEvent.Results(long ask, List<Article> articles, boolean isMore) -> parts(turn, looking, ask, articles, isMore);
            case TillEvent.WrongCheckDigit(long _, char expected) ->
                unknown(turn, Phrase.CODE_MISREAD, looking.text(), expected);
            case TillEvent.ReceiptFound found when looking.purpose() == Purpose.UNDO -> VoidLast.found(turn, found.lines());
            case TillEvent.ReceiptElsewhere(long _, var receipt) when looking.purpose() == Purpose.UNDO -> undoElsewhere(turn, receipt);
            case TillEvent.ReceiptUnheard _, TillEvent.ReceiptUnknown _ when looking.purpose() == Purpose.UNDO -> VoidLast.refused(turn);
            case TillEvent.ReceiptFound found -> Returns.found(turn, found);
            case TillEvent.ReceiptElsewhere(long _, var receipt) -> Returns.elsewhere(turn, receipt);
            case TillEvent.ReceiptUnheard _ -> Returns.unheard(turn, looking.text(), Phrase.RECEIPT_UNHEARD);
            case TillEvent.ReceiptUnknown _ when looking.purpose() == Purpose.ELSEWHERE ->
                Returns.unheard(turn, looking.text(), Phrase.RECEIPT_NOT_THERE);
            case TillEvent.ReceiptUnknown _ -> unknown(turn, Phrase.RECEIPT_UNKNOWN, looking.text());
            case TillEvent.Failed _ when looking.purpose() == Purpose.ELSEWHERE ->
                Returns.unheard(turn, looking.text(), Phrase.RECEIPT_UNHEARD);
            case TillEvent.ReservedFound(long _, var orders, boolean _) -> Collects.found(turn, orders);
            case TillEvent.Failed(long _, Trouble trouble, String detail) -> {
                turn.warn(trouble, detail);
                turn.play(TillEffect.Sound.BLOCKED);
            }
            case TillEvent.Saved _, TillEvent.VoidRecorded _, TillEvent.AttemptRecorded _,
                    TillEvent.AnswerRecorded _, TillEvent.TerminalHeard _, TillEvent.ScaleRead _, TillEvent.SignedIn _,
                    TillEvent.PinRight _, TillEvent.PinWrong _, TillEvent.ApprovalRecorded _, TillEvent.StockSeen _,
                    TillEvent.StockShown _, TillEvent.OfWhy _, TillEvent.PieceHeard _, TillEvent.BasketHeld _, TillEvent.HeldListed _,
                    TillEvent.Recalled _,
                    TillEvent.LookedAgain _,
                    TillEvent.OfDrawer _, TillEvent.OfCustomer _, TillEvent.OfCount _, TillEvent.JournalRead _, TillEvent.StoryRead _ -> {}
        }
    }

    /// The centre knows what came back of it at other tills; where it does not answer, this till knows.
    private static void undoElsewhere(Turn turn, ReceiptNumber receipt) {
        long ask = turn.ask(number -> new TillEffect.AskReceipt(number, receipt));
        turn.become(turn.state().asking(turn.state().asking().looking(
                new Looking(ask, receipt.text(), Purpose.UNDO, Optional.empty(), Optional.empty()))));
        turn.say(Tone.ASKING, Phrase.ASKING_CENTRE, receipt.text());
    }

    /// Whether what is no code here may be a part of one, or of a name where names were not searched while they were typed. What was
    /// scanned never is.
    private static boolean isPart(Looking looking) {
        Typing typing = new Typing(looking.text());
        return looking.isTyped() && switch (looking.purpose()) {
            case RING -> !typing.isSearch() && typing.isPartOfCode();
            case TAKE_ANY -> typing.isSearch() || typing.isPartOfCode();
            case TAKE_BACK, PART, PART_BACK, MARK, COUNT, COLLECT, RECEIPT, UNDO, ELSEWHERE, PIECE, STOCK -> false;
        };
    }

    private static void parts(Turn turn, Looking looking, long ask, List<Article> articles, boolean isMore) {
        boolean isForBack = looking.purpose() == Purpose.PART_BACK;
        if (articles.isEmpty()) {
            unknown(turn, Phrase.CODE_UNKNOWN, looking.text());
        } else if (isForBack && turn.state().activity() instanceof Activity.TakingAny taking) {
            turn.go(new Activity.ChoosingBack(taking, looking.text(), articles, 0, isMore, looking.times()));
            turn.play(TillEffect.Sound.OK);
        } else if (!isForBack) {
            turn.go(new Activity.Choosing(looking.text(), ask, articles, 0, isMore, true, looking.times()));
            turn.play(TillEffect.Sound.OK);
        }
    }

    private static void unknown(Turn turn, Phrase phrase, Object... about) {
        turn.say(Tone.REFUSED, phrase, about);
        turn.play(TillEffect.Sound.UNKNOWN);
    }

    private static void ambiguous(Turn turn, Looking looking, List<Article> articles) {
        if (articles.isEmpty() || looking.purpose() == Purpose.TAKE_ANY) {
            unknown(turn, Phrase.CODE_UNKNOWN, looking.text());
            return;
        }
        List<Article> shown = articles.stream().limit(Limits.RESULTS_MAX).toList();
        turn.type("");
        turn.go(new Activity.Choosing("", 0, shown, 0, articles.size() > shown.size(), true, looking.times()));
        turn.say(Tone.ASKING, Phrase.WHICH_ONE, looking.text());
        turn.play(TillEffect.Sound.OK);
    }

    /// Asks for results of what the input line says, or leaves the results when it says none.
    static void search(Turn turn) {
        TillState state = turn.state();
        Typing typing = new Typing(state.input());
        if (!typing.isSearch()) {
            turn.go(new Activity.Selling());
            return;
        }
        String sought = typing.rest();
        List<Article> before = state.activity() instanceof Activity.Choosing old && old.ask() != 0 ? old.articles() : List.of();
        long ask = turn.ask(number -> new TillEffect.Search(number, sought));
        turn.go(new Activity.Choosing(sought, ask, before, 0, false, false, Optional.empty()));
    }

    static void results(Turn turn, Activity.Choosing choosing, TillEvent.Answer answer) {
        if (answer instanceof TillEvent.Results(long ask, List<Article> articles, boolean isMore)) {
            turn.go(new Activity.Choosing(choosing.sought(), ask, articles, 0, isMore, true, Optional.empty()));
        } else if (answer instanceof TillEvent.Failed(long _, Trouble trouble, String detail)) {
            turn.warn(trouble, detail);
        }
    }

    /// Rings up one of the results.
    static void choose(Turn turn, Activity.Choosing choosing, int index) {
        if (index < 0 || index >= choosing.articles().size()) {
            return;
        }
        Optional<String> times = choosing.times().or(() -> new Typing(turn.state().input()).times());
        turn.type("");
        turn.go(new Activity.Selling());
        Baskets.ring(turn, choosing.articles().get(index), new Article.Portion.Plain(), times);
    }

    /// Enter in the middle of a search: the marked result, or the text as a code while the results are not there yet.
    static void enter(Turn turn, Activity.Choosing choosing) {
        boolean isFound = choosing.isCurrent() && !choosing.articles().isEmpty();
        if (isFound) {
            choose(turn, choosing, choosing.selected());
        } else {
            typed(turn);
        }
    }

    /// Looks up what the input line says.
    static void typed(Turn turn) {
        Typing typing = new Typing(turn.state().input());
        String text = typing.rest();
        if (text.isEmpty()) {
            turn.say(Tone.ASKING, Phrase.SCAN_AN_ARTICLE);
            return;
        }
        boolean isBack = turn.state().activity() instanceof Activity.TakingAny;
        turn.type("");
        if (!isBack) {
            turn.go(new Activity.Selling());
        }
        if (ReceiptNumber.looksLike(text)) {
            Returns.find(turn, text);
        } else {
            find(turn, text, isBack ? Purpose.TAKE_ANY : Purpose.RING, typing.times(), true);
        }
    }

    static String withoutAim(String text) {
        return text.startsWith("]") && text.length() > AIM_LENGTH ? text.substring(AIM_LENGTH) : text;
    }
}
