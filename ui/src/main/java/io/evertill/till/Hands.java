package io.evertill.till;

import io.evertill.rule.Exempt;
import io.evertill.sale.DiscountReason;
import io.evertill.sale.Line;
import io.evertill.sale.Sale;
import java.util.List;
import java.util.Optional;

/// What a hand does, now that the till is free for it: what it means depends on the activity.
@Exempt(rule = "size", reason = "one place where every activity says what a hand means in it", until = "2028-12-31")
final class Hands {
    private Hands() {}

    static void take(Turn turn, TillEvent.ByHand event) {
        switch (event) {
            case TillEvent.Typed(int character) -> typed(turn, character);
            case TillEvent.Struck(var stroke) -> turn.state().lane().keymap()
                    .find(stroke, Till.offered(turn.state()))
                    .ifPresent(action -> act(turn, action));
            case TillEvent.Acted(Action action) -> {
                if (Till.offered(turn.state()).contains(action)) {
                    act(turn, action);
                }
            }
            case TillEvent.Scanned(String code) -> scanned(turn, code);
            case TillEvent.LineTapped(int number) -> {
                if (turn.state().sale().basket().find(number).isPresent()) {
                    turn.become(turn.state().selecting(number));
                }
            }
            case TillEvent.ChoiceTapped(int index) -> Taps.choose(turn, index);
            case TillEvent.FavouriteTapped(int index) -> Taps.favourite(turn, index);
            case TillEvent.CashTapped(var amount) -> {
                if (turn.state().activity() instanceof Activity.Paying) {
                    turn.hush();
                    Payments.handed(turn, amount);
                }
            }
        }
    }

    private static void scanned(Turn turn, String code) {
        TillState state = turn.state();
        boolean isUnsaved = state.notice().filter(Notice.Problem.class::isInstance).isPresent()
                && !state.sale().tenders().isEmpty();
        switch (state.activity()) {
            case Activity.SigningIn _ when Pins.isBadge(state, code) -> Pins.badge(turn, code, Optional.empty());
            case Activity.AskingPin asking -> Pins.badge(turn, code, asking.matter());
            case Activity.Approving(Matter matter, int _) -> Pins.badge(turn, code, Optional.of(matter));
            case Activity.Starting _, Activity.SigningIn _ -> turn.refuse(Phrase.SIGN_IN_FIRST);
            case Activity.Helping(Activity before) -> {
                turn.go(before);
                scanned(turn, code);
            }
            case Activity.More(Activity before) -> {
                turn.go(before);
                scanned(turn, code);
            }
            case Activity.SeeingCards _ -> {
                turn.go(new Activity.Selling());
                scanned(turn, code);
            }
            case Activity.VoucherCode asked -> {
                turn.hush();
                Payments.voucherCode(turn, asked, code);
            }
            case Activity.AskingMark asking -> Marking.scanned(turn, asking, code);
            case Activity.MeetingCustomer meeting -> {
                turn.hush();
                Patrons.card(turn, meeting, code);
            }
            case Activity.ChoosingReserved _ -> Collects.scanned(turn, code);
            case Activity.Journal journal -> {
                turn.hush();
                Journals.scanned(turn, journal, code);
            }
            case Activity.OfCount counting -> Counts.scanned(turn, counting, code);
            case Activity.FindingReceipt _ -> {
                turn.hush();
                Returns.find(turn, code.strip());
            }
            case Activity.Paying _ when isUnsaved -> turn.play(TillEffect.Sound.BLOCKED);
            case Activity.ChoosingTender _ when isUnsaved -> turn.play(TillEffect.Sound.BLOCKED);
            case Activity.Selling _, Activity.Choosing _, Activity.Paying _, Activity.ChoosingTender _, Activity.Done _,
                    Activity.TakingBack _,
                    Activity.ShowingReceipt _, Activity.SeeingStock _, SeeingWhy _, Activity.GivingUp _, Activity.Reducing _,
                    Activity.TakingOut _,
                    Activity.ExplainingReturn _, Activity.TakingAny _, Activity.ChoosingBack _, Activity.ChoosingHeld _,
                    Activity.VoidingLast _,
                    Activity.Collecting _,
                    Activity.AtDrawer _, Activity.DrawerWhy _, Activity.SeeingStory _,
                    Activity.FindingCustomer _ -> {
                turn.hush();
                LookUps.scanned(turn, code);
            }
            case Activity.Waiting _, Activity.Weighing _, Activity.AskingAge _, Activity.VoucherAmount _, Activity.AtTerminal _,
                    Activity.Unanswered _, Activity.UndoAtTerminal _, Activity.UndoOpen _,
                    Activity.MovingCash _, Activity.CountingCash _, Activity.Sealed _,
                    Activity.ShowingReport _, Activity.SettlingCards _ ->
                throw new IllegalStateException("a scan waits in " + state.activity());
        }
    }

    private static void typed(Turn turn, int character) {
        TillState state = turn.state();
        if (state.activity() instanceof Activity.AskingPin asking) {
            Pins.typed(turn, asking, character);
            return;
        }
        if (state.activity() instanceof Activity.More(Activity before)) {
            turn.go(before);
            typed(turn, character);
            return;
        }
        if (state.activity() instanceof Activity.SeeingCards) {
            turn.go(new Activity.Selling());
            typed(turn, character);
            return;
        }
        String more = state.input() + Character.toString(character);
        if (more.length() > Limits.INPUT_LENGTH_MAX) {
            turn.refuse(Phrase.INPUT_FULL);
            return;
        }
        switch (state.activity()) {
            case Activity.Selling _, Activity.Choosing _, Activity.Done _, Activity.ShowingReceipt _,
                    Activity.SeeingStock _, SeeingWhy _ -> words(turn, more);
            case Activity.Journal journal -> {
                turn.hush();
                turn.type(more);
                Journals.search(turn, journal, more);
            }
            case Activity.Paying _ when Character.isLetter(character) && state.input().isEmpty() -> words(turn, more);
            case Activity.CountingCash _ -> {
                if (character >= '0' && character <= '9') {
                    turn.hush();
                    turn.type(more);
                }
            }
            case Activity.Paying _, Activity.Weighing _, Activity.VoucherAmount _, Activity.TakingBack _, Activity.MovingCash _ -> {
                if (new Typing(state.input()).takesInNumber(character)) {
                    turn.hush();
                    turn.type(more);
                }
            }
            case Activity.AskingAge _ -> {
                if (Ages.isTyped(character)) {
                    turn.hush();
                    turn.type(more);
                }
            }
            case Activity.ChoosingReserved _ -> {
                turn.hush();
                turn.type(more);
                Collects.search(turn, false);
            }
            case Activity.FindingCustomer _ -> Patrons.typed(turn, more);
            case Activity.VoucherCode _, Activity.AskingMark _, Activity.FindingReceipt _, Activity.TakingAny _,
                    Activity.MeetingCustomer _, Activity.Counting _, Activity.RulingCount _ -> {
                turn.hush();
                turn.type(more);
            }
            case Activity.ChoosingBack choosing -> {
                turn.hush();
                turn.go(choosing.taking());
                turn.type(more);
            }
            case Activity.AtTerminal _, Activity.Unanswered _ -> turn.type(more);
            case Activity.Starting _, Activity.SigningIn _, Activity.AskingPin _, Activity.Waiting _, Activity.Helping _,
                    Activity.ChoosingTender _, Activity.UndoAtTerminal _, Activity.UndoOpen _,
                    Activity.GivingUp _, Activity.Reducing _, Activity.TakingOut _, Activity.VoidingLast _,
                    Activity.Approving _, Activity.ExplainingReturn _, Activity.ChoosingHeld _,
                    Activity.Collecting _, Activity.AtDrawer _, Activity.DrawerWhy _, Activity.Sealed _, Activity.ShowingReport _,
                    Activity.More _, Activity.SettlingCards _, Activity.SeeingStory _, Activity.SeeingResults _,
                    Activity.SeeingCards _ -> {}
        }
    }

    private static void words(Turn turn, String text) {
        turn.hush();
        turn.type(text);
        if (new Typing(text).isSearch() || turn.state().activity() instanceof Activity.Choosing) {
            LookUps.search(turn);
        } else if (!(turn.state().activity() instanceof Activity.Done)) {
            turn.go(new Activity.Selling());
        }
    }

    private static void act(Turn turn, Action action) {
        boolean isOfSheet = action == Action.ENTER || action == Action.BACK || action == Action.ERASE || action == Action.UP
                || action == Action.DOWN || action == Action.MORE;
        if (!isOfSheet && turn.state().activity() instanceof Activity.More(Activity before)) {
            turn.go(before);
        }
        boolean isAppearance = action == Action.THEME || action == Action.LANGUAGE || action == Action.FONT;
        boolean isAtTerminal = turn.state().activity() instanceof Activity.AtTerminal
                || turn.state().activity() instanceof Activity.Unanswered
                || turn.state().activity() instanceof Activity.UndoAtTerminal
                || turn.state().activity() instanceof Activity.UndoOpen;
        if (!isAppearance && !isAtTerminal) {
            turn.hush();
        }
        switch (action) {
            case ENTER -> Enter.press(turn);
            case BACK -> Back.press(turn);
            case ERASE -> erase(turn);
            case UP -> move(turn, -1);
            case DOWN -> move(turn, 1);
            case ONE_MORE -> more(turn, 1);
            case ONE_LESS -> more(turn, -1);
            case EXACT_CASH -> Payments.exact(turn);
            case CASH -> Payments.cash(turn);
            case CARD -> Cards.pay(turn);
            case VOUCHER -> Payments.voucher(turn);
            case QUANTITY -> Baskets.quantity(turn);
            case DISCOUNT -> Discounts.line(turn);
            case DISCOUNT_ALL -> Discounts.basket(turn);
            case SET_PRICE -> Discounts.price(turn);
            case VOID_LINE -> {
                switch (turn.state().activity()) {
                    case Activity.Paying _ -> Voids.tender(turn);
                    case Activity.ChoosingTender(int selected) -> Voids.tender(turn, selected);
                    case Activity.Counting counting -> Counts.forget(turn, counting);
                    case Activity _ -> Voids.line(turn);
                }
            }
            case HOLD -> Holds.press(turn);
            case CUSTOMER -> Patrons.press(turn);
            case COLLECT -> Collects.press(turn);
            case VOID_SALE -> Voids.askWhy(turn);
            case VOID_LAST -> VoidLast.begin(turn);
            case RETURN -> {
                if (turn.state().activity() instanceof Activity.SeeingStory) {
                    Papers.receipt(turn).ifPresent(completed -> Returns.find(turn, completed.sale().receipt().text()));
                } else {
                    Returns.begin(turn);
                }
            }
            case WITHOUT_RECEIPT -> Unreceipted.begin(turn, Optional.empty());
            case CONDITION -> Returns.nextCondition(turn);
            case APPROVED -> {
                if (turn.state().activity() instanceof Activity.UndoAtTerminal(var then)) {
                    Undos.undone(turn, then);
                } else {
                    Cards.answer(turn, CardAnswer.APPROVED);
                }
            }
            case DECLINED -> {
                if (turn.state().activity() instanceof Activity.UndoAtTerminal(var then)) {
                    Undos.refused(turn, "", then);
                } else {
                    Cards.answer(turn, CardAnswer.DECLINED);
                }
            }
            case KEPT -> {
                if (turn.state().activity() instanceof Activity.UndoOpen open) {
                    Undos.keep(turn, open);
                }
            }
            case OF_AGE -> {
                if (turn.state().activity() instanceof Activity.AskingAge asking) {
                    Ages.passed(turn, asking, Sale.AgeCheck.Manner.SEEN);
                }
            }
            case UNDER_AGE -> {
                if (turn.state().activity() instanceof Activity.AskingAge asking) {
                    Ages.refused(turn, asking);
                }
            }
            case ASK_AGAIN -> {
                switch (turn.state().activity()) {
                    case Activity.SettlingCards _ -> LeftCards.askAgain(turn);
                    case Activity.UndoOpen open -> Undos.ask(turn, open.then());
                    case Activity _ -> Cards.askAgain(turn);
                }
            }
            case STOCK -> Stocks.show(turn);
            case DRAWER -> turn.go(new Activity.AtDrawer(Concerns.drawer(turn.state())));
            case WHY -> Whys.press(turn);
            case LAST_RECEIPT -> turn.state().last().ifPresentOrElse(
                    last -> turn.go(new Activity.ShowingReceipt(last)), () -> turn.refuse(Phrase.NO_RECEIPT));
            case JOURNAL -> Journals.open(turn);
            case REPRINT -> Papers.again(turn);
            case GIFT_RECEIPT -> Papers.gift(turn);
            case SAVE_PDF -> Papers.save(turn);
            case MORE -> more(turn);
            case HELP -> help(turn);
            case COUNT -> Counts.open(turn);
            case SUBMIT_COUNT -> {
                if (turn.state().activity() instanceof Activity.Counting counting) {
                    Counts.submit(turn, counting);
                }
            }
            case COUNT_RESULTS -> {
                if (turn.state().activity() instanceof Activity.Counting counting) {
                    Counts.results(turn, counting);
                }
            }
            case RED_CARDS -> Concerns.open(turn);
            case SIGN_OUT -> Duties.signOut(turn);
            case THEME -> appear(turn, turn.state().appearance().otherTheme());
            case LANGUAGE -> appear(turn, turn.state().appearance().nextLanguage());
            case FONT -> appear(turn, turn.state().appearance().nextFont());
            case NETWORK -> {
                if (turn.state().lane().hasNetworkSwitch()) {
                    turn.want(new TillEffect.SwitchNetwork(!turn.state().around().isNetworkCut()));
                }
            }
        }
    }

    private static void more(Turn turn, int by) {
        if (turn.state().activity() instanceof Activity.Counting counting) {
            Counts.more(turn, counting, by);
        } else {
            Baskets.more(turn, by);
        }
    }

    private static void help(Turn turn) {
        turn.go(turn.state().activity() instanceof Activity.Helping(Activity before)
                ? before
                : new Activity.Helping(turn.state().activity()));
    }

    /// Results that are on their way would not find who asked for them.
    private static void more(Turn turn) {
        switch (turn.state().activity()) {
            case Activity.More(Activity before) -> turn.go(before);
            case Activity.Choosing choosing when !choosing.isCurrent() -> {}
            case Activity before -> turn.go(new Activity.More(before));
        }
    }

    private static void appear(Turn turn, Appearance appearance) {
        turn.become(turn.state().appearing(appearance));
        turn.want(new TillEffect.KeepAppearance(appearance));
    }

    private static void erase(Turn turn) {
        if (turn.state().activity() instanceof Activity.AskingPin asking) {
            Pins.erase(turn, asking);
            return;
        }
        String input = turn.state().input();
        if (input.isEmpty()) {
            return;
        }
        String fewer = input.substring(0, input.offsetByCodePoints(input.length(), -1));
        if (turn.state().activity() instanceof Activity.Choosing) {
            words(turn, fewer);
        } else if (turn.state().activity() instanceof Activity.FindingCustomer) {
            Patrons.typed(turn, fewer);
        } else if (turn.state().activity() instanceof Activity.Journal journal) {
            turn.type(fewer);
            Journals.search(turn, journal, fewer);
        } else {
            turn.type(fewer);
            if (turn.state().activity() instanceof Activity.ChoosingReserved) {
                Collects.search(turn, false);
            }
        }
    }

    private static void move(Turn turn, int by) {
        TillState state = turn.state();
        switch (state.activity()) {
            case Activity.SigningIn(int selected) ->
                turn.go(new Activity.SigningIn(moved(selected, by, Duties.cashiers(state).size())));
            case Activity.Choosing(var sought, long ask, var articles, int selected, boolean isMore, boolean isCurrent, var times) ->
                turn.go(new Activity.Choosing(
                        sought, ask, articles, moved(selected, by, articles.size()), isMore, isCurrent, times));
            case Activity.TakingBack(var receipt, var lines, int selected, var condition) ->
                turn.go(new Activity.TakingBack(receipt, lines, moved(selected, by, lines.size()), condition));
            case Activity.GivingUp(VoidReason reason) -> turn.go(new Activity.GivingUp(
                    VoidReason.ALL.get(moved(VoidReason.ALL.indexOf(reason), by, VoidReason.ALL.size()))));
            case Activity.ChoosingHeld(var held, int selected) ->
                turn.go(new Activity.ChoosingHeld(held, moved(selected, by, held.size())));
            case Activity.ChoosingReserved choosing ->
                turn.go(choosing.at(moved(choosing.selected(), by, choosing.orders().size())));
            case Activity.ExplainingReturn(var reason, var noted) ->
                turn.go(new Activity.ExplainingReturn(Unreceipted.moved(reason, by), noted));
            case Activity.ChoosingBack choosing ->
                turn.go(choosing.at(moved(choosing.selected(), by, choosing.articles().size())));
            case Activity.VoidingLast(Completed completed, VoidReason reason) -> turn.go(new Activity.VoidingLast(completed,
                    VoidReason.ALL.get(moved(VoidReason.ALL.indexOf(reason), by, VoidReason.ALL.size()))));
            case Activity.TakingOut(int line, var quantity, LineReason reason, Activity then) ->
                turn.go(new Activity.TakingOut(line, quantity, LineReason.ALL.get(
                        moved(LineReason.ALL.indexOf(reason), by, LineReason.ALL.size())), then));
            case Activity.Reducing(Reduction what, DiscountReason reason) ->
                turn.go(new Activity.Reducing(what, Discounts.moved(reason, by)));
            case Activity.Approving(Matter matter, int selected) -> turn.go(
                    new Activity.Approving(matter, moved(selected, by, Approvals.approvers(state, matter).size())));
            case Activity.AtDrawer(DrawerAct act) -> turn.go(new Activity.AtDrawer(
                    DrawerAct.ALL.get(moved(DrawerAct.ALL.indexOf(act), by, DrawerAct.ALL.size()))));
            case Activity.DrawerWhy(DrawerAct act, var amount, var reason) -> turn.go(new Activity.DrawerWhy(act, amount,
                    act.reasons().get(moved(act.reasons().indexOf(reason), by, act.reasons().size()))));
            case Activity.CountingCash counting ->
                turn.go(counting.with(counting.box().at(counting.box().selected() + by)));
            case Activity.SettlingCards(int selected) -> LeftCards.move(turn, selected, by);
            case Activity.ChoosingTender(int selected) ->
                turn.go(new Activity.ChoosingTender(moved(selected, by, state.sale().tenders().size())));
            case Activity.SeeingStock seeing -> Stocks.move(turn, seeing, by);
            case SeeingWhy seeing -> Whys.move(turn, seeing, by);
            case Activity.FindingCustomer finding ->
                turn.go(finding.at(moved(finding.selected(), by, Patrons.rows(state, finding).size())));
            case Activity.Journal journal -> Journals.move(turn, journal, by);
            case Activity.SeeingCards seeing -> Concerns.move(turn, seeing, by);
            case Activity.Counting counting -> turn.go(counting.at(counting.selected() + by));
            case Activity.SeeingResults seeing -> turn.go(seeing.at(seeing.selected() + by));
            case Activity.RulingCount ruling -> turn.go(ruling.at(CountChoice.ALL.get(
                    moved(CountChoice.ALL.indexOf(ruling.selected()), by, CountChoice.ALL.size()))));
            case Activity.Selling _, Activity.Paying _, Activity.Done _ -> moveLine(turn, by);
            case Activity.Starting _, Activity.AskingPin _, Activity.Waiting _, Activity.Weighing _, Activity.AskingAge _,
                    Activity.AskingMark _, Activity.Collecting _,
                    Activity.VoucherCode _, Activity.VoucherAmount _, Activity.AtTerminal _, Activity.Unanswered _,
                    Activity.UndoAtTerminal _, Activity.UndoOpen _,
                    Activity.FindingReceipt _, Activity.ShowingReceipt _, Activity.TakingAny _, Activity.Helping _, Activity.More _,
                    Activity.MovingCash _, Activity.Sealed _, Activity.ShowingReport _, Activity.SeeingStory _,
                    Activity.MeetingCustomer _ -> {}
        }
    }

    private static void moveLine(Turn turn, int by) {
        List<Line> lines = turn.state().sale().basket().lines();
        Optional<Line> line = turn.state().line();
        if (!lines.isEmpty()) {
            int at = line.map(lines::indexOf).orElse(lines.size());
            turn.become(turn.state().selecting(lines.get(moved(at, by, lines.size())).number()));
        }
    }

    private static int moved(int from, int by, int size) {
        return Math.max(0, Math.min(size - 1, from + by));
    }
}
