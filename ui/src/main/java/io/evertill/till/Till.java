package io.evertill.till;

import io.evertill.key.Heard;
import io.evertill.key.Heard.Sign;
import io.evertill.till.TillState.Asking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides what comes next. Pure: the same state and event always give the same step, and nothing else happens.
///
/// It never throws: an event that makes no sense where it arrives, or an answer that nobody waits for, changes nothing.
public final class Till {
    /// The next state, and what is wanted from outside, in order.
    public record Step(TillState state, List<TillEffect> effects) {
        /// Copies the list.
        public Step {
            effects = List.copyOf(effects);
        }
    }

    private Till() {}

    /// Takes one step.
    public static Step step(TillState state, TillEvent event) {
        Turn turn = new Turn(state);
        take(turn, event);
        replay(turn);
        Ages.forget(turn);
        boolean isSaving = turn.state().activity() instanceof Activity.Saving;
        if (!isSaving && !isKept(event) && !turn.state().sale().equals(kept(state, event))) {
            turn.effects().addFirst(new TillEffect.KeepBasket(turn.state().sale()));
        }
        return new Step(turn.state(), turn.effects());
    }

    /// What is kept when the event comes.
    private static OpenSale kept(TillState state, TillEvent event) {
        return switch (event) {
            case TillEvent.Opened(var kept, var _, var _, var _) -> kept;
            case TillEvent.Recalled(long _, var sale) -> sale.orElse(state.sale());
            case TillEvent _ -> state.sale();
        };
    }

    /// Whether whoever sent the event keeps or forgets the basket already, in the same transaction.
    private static boolean isKept(TillEvent event) {
        return event instanceof TillEvent.Saved
                || event instanceof TillEvent.VoidRecorded
                || event instanceof TillEvent.BasketHeld
                || event instanceof TillEvent.LookedAgain
                || event instanceof TillEvent.AttemptRecorded
                || event instanceof TillEvent.AnswerRecorded;
    }

    private static void take(Turn turn, TillEvent event) {
        if (isTouch(event)) {
            turn.become(turn.state().around(turn.state().around().touched()));
        }
        TillState state = turn.state();
        switch (event) {
            case TillEvent.KeyTyped(int character, long micros) -> hear(turn, state.wedge().typed(character, micros));
            case TillEvent.KeyPressed(var stroke, long micros) -> hear(turn, state.wedge().pressed(stroke, micros));
            case TillEvent.KeysQuiet(long micros) -> hear(turn, state.wedge().quiet(micros));
            case TillEvent.ByHand byHand -> byHand(turn, byHand);
            case TillEvent.Answer answer -> Answers.take(turn, answer);
            case TillEvent.Opened opened -> Duties.open(turn, opened);
            case TillEvent.Ticked(var now) -> {
                turn.become(state.around(state.around().at(now)));
                Concerns.renewed(turn, state);
                Duties.watch(turn);
            }
            case TillEvent.Synced(var status) -> {
                turn.become(state.around(state.around().with(status)));
                Drawers.synced(turn);
                Journals.synced(turn);
                Counts.synced(turn);
                Concerns.renewed(turn, state);
            }
            case TillEvent.CardsTold(var cards) -> {
                turn.become(state.around(state.around().with(cards)));
                Concerns.renewed(turn, state);
            }
            case TillEvent.SellingStopped(var trouble, var detail) ->
                turn.become(state.around(state.around().stopped(Optional.of(new Notice.Problem(trouble, detail, 0)))));
            case TillEvent.SellingAllowed() -> turn.become(state.around(state.around().stopped(Optional.empty())));
            case TillEvent.DeviceFailed(var trouble, var detail) -> turn.warn(trouble, detail);
            case TillEvent.FavouritesChosen(var articles) -> turn.become(state.around(state.around().offering(articles)));
            case TillEvent.RosterTold(var roster) -> turn.become(state.around(state.around().with(roster)));
            case TillEvent.Promoted(var promotions) -> turn.become(state.around(state.around().promoting(promotions)));
            case TillEvent.PdfSaved(String file) -> turn.say(Notice.Tone.GOOD, Phrase.PDF_SAVED, file);
            case TillEvent.NetworkSwitched(boolean isCut) -> turn.become(state.around(state.around().cut(isCut)));
        }
    }

    private static boolean isTouch(TillEvent event) {
        return event instanceof TillEvent.ByHand || event instanceof TillEvent.KeyTyped || event instanceof TillEvent.KeyPressed;
    }

    private static void hear(Turn turn, Heard heard) {
        boolean isScanner = !turn.state().wedge().isShown();
        turn.become(turn.state().hearing(heard.wedge()));
        for (Sign sign : heard.signs()) {
            boolean isForPin = turn.state().activity() instanceof Activity.AskingPin;
            switch (sign) {
                // Too short for a code, and faster than any hand: no digits of a PIN.
                case Sign.Typed _ when isScanner && isForPin -> turn.refuse(Phrase.SCAN_TORN);
                case Sign.Typed(int character) -> byHand(turn, new TillEvent.Typed(character));
                case Sign.Pressed(var stroke) -> byHand(turn, new TillEvent.Struck(stroke));
                case Sign.Code(String text) -> byHand(turn, new TillEvent.Scanned(text));
                case Sign.Torn() -> turn.refuse(Phrase.SCAN_TORN);
            }
        }
    }

    /// Does what a hand did, keeps it for later, or drops it.
    private static void byHand(Turn turn, TillEvent.ByHand event) {
        TillState state = turn.state();
        boolean isScan = event instanceof TillEvent.Scanned;
        if (state.asking().looking().isPresent()) {
            if (isBack(state, event)) {
                LookUps.giveUp(turn);
            } else {
                keepForLater(turn, event);
            }
        } else if (state.activity() instanceof Activity.Charging charging && isBack(state, event)) {
            Cards.stop(turn, charging);
        } else if (state.activity() instanceof Activity.Undoing undoing && isBack(state, event)) {
            Undos.giveUp(turn, undoing);
        } else if (state.activity() instanceof Activity.Waiting) {
            if (isScan) {
                keepForLater(turn, event);
            }
        } else if (event instanceof TillEvent.Scanned(String code) && !takesScans(state.activity()) && !Pins.isBadge(state, code)) {
            keepForLater(turn, event);
        } else {
            Hands.take(turn, event);
        }
    }

    private static void keepForLater(Turn turn, TillEvent.ByHand event) {
        Asking asking = turn.state().asking();
        if (asking.ahead().size() >= Limits.AHEAD_MAX) {
            turn.refuse(Phrase.TOO_FAST);
        } else {
            turn.become(turn.state().asking(asking.plus(event)));
        }
    }

    /// Does what was kept for later, as far as the till is free. Keys that were pressed, and badges and numbers that were scanned,
    /// before a question was on screen must not answer it.
    private static void replay(Turn turn) {
        Collects.proceed(turn);
        while (turn.state().asking().looking().isEmpty()) {
            Asking asking = turn.state().asking();
            if (turn.state().activity() instanceof Activity.Waiting) {
                turn.become(turn.state().asking(asking.withScansOnly()));
                return;
            }
            boolean takesAll = takesScans(turn.state().activity());
            boolean isMark = turn.state().activity() instanceof Activity.AskingMark
                    || turn.state().activity() instanceof Activity.MeetingCustomer;
            Optional<TillEvent.ByHand> first = asking.ahead().stream()
                    .filter(event -> (takesAll && !isMark) || !(event instanceof TillEvent.Scanned))
                    .findFirst();
            if (first.isEmpty()) {
                return;
            }
            turn.become(turn.state().asking(asking.without(first.get())));
            Hands.take(turn, first.get());
            Collects.proceed(turn);
        }
    }

    /// Whether a scan can be dealt with at once. Where a question about goods, a voucher or a card is open, it waits.
    private static boolean takesScans(Activity activity) {
        return switch (activity) {
            case Activity.Waiting _, Activity.Weighing _, Activity.AskingAge _, Activity.VoucherAmount _, Activity.AtTerminal _,
                    Activity.Unanswered _, Activity.UndoAtTerminal _, Activity.UndoOpen _,
                    Activity.Approving _, Activity.AskingPin _, Activity.MovingCash _,
                    Activity.CountingCash _, Activity.Sealed _, Activity.ShowingReport _, Activity.SettlingCards _ -> false;
            case Activity.Starting _, Activity.SigningIn _, Activity.Selling _, Activity.Choosing _, Activity.AskingMark _,
                    Activity.Paying _, Activity.ChoosingTender _, Activity.VoucherCode _, Activity.Done _, Activity.FindingReceipt _,
                    Activity.TakingBack _, Activity.ShowingReceipt _, Activity.SeeingStock _, SeeingWhy _, Activity.GivingUp _,
                    Activity.Reducing _, Activity.TakingOut _, Activity.TakingAny _,
                    Activity.ChoosingBack _, Activity.VoidingLast _, Activity.ChoosingHeld _,
                    Activity.ChoosingReserved _, Activity.Collecting _, Activity.AtDrawer _, Activity.DrawerWhy _, Activity.Journal _,
                    Activity.SeeingStory _, Activity.OfCount _ -> true;
            case Activity.FindingCustomer _, Activity.SeeingCards _ -> true;
            case Activity.MeetingCustomer(Draft draft) -> draft.field() == Draft.Field.CARD;
            // What is scanned behind a receipt that nobody could read comes back too, and is not sold.
            case Activity.ExplainingReturn(var _, var noted) -> noted.isEmpty();
            case Activity.Helping(Activity before) -> takesScans(before);
            case Activity.More(Activity before) -> takesScans(before);
        };
    }

    private static boolean isBack(TillState state, TillEvent.ByHand event) {
        return event.equals(new TillEvent.Acted(Action.BACK))
                || state.lane().keymap().stroke(Action.BACK).map(TillEvent.Struck::new).filter(event::equals).isPresent();
    }

    /// What is offered right now, for keys and buttons.
    public static List<Action> offered(TillState state) {
        List<Action> all = new ArrayList<>(state.activity().offers());
        all.addAll(Activity.ALWAYS);
        return all;
    }
}
