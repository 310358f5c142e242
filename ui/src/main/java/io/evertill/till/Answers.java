package io.evertill.till;

import io.evertill.person.Person;
import io.evertill.staff.Pin;
import io.evertill.till.TillState.Asking;
import io.evertill.till.TillState.Looking;
import io.evertill.till.TillState.Looking.Purpose;
import java.time.Duration;
import java.util.Optional;

/// Takes answers to effects; one that nobody waits for changes nothing.
final class Answers {
    private Answers() {}

    static void take(Turn turn, TillEvent.Answer answer) {
        TillState state = turn.state();
        Optional<Looking> looking = state.asking().looking().filter(what -> what.ask() == answer.ask());
        Optional<Looking> stock = looking.filter(what -> what.purpose() == Purpose.STOCK);
        Optional<Looking> piece = looking.filter(what -> what.purpose() == Purpose.PIECE);
        Optional<Looking> collect = looking.filter(what -> what.purpose() == Purpose.COLLECT);
        if (stock.isPresent()) {
            Stocks.answered(turn, stock.get(), answer);
        } else if (collect.isPresent()) {
            Collects.answered(turn, collect.get(), answer);
        } else if (answer instanceof TillEvent.StockSeen seen) {
            Stocks.noticed(turn, seen);
        } else if (piece.isPresent()) {
            Pieces.answered(turn, piece.get(), answer);
        } else if (answer instanceof TillEvent.PieceHeard heard) {
            Pieces.heard(turn, heard);
        } else if (looking.isPresent()) {
            LookUps.answered(turn, looking.get(), answer);
        } else {
            uncovered(turn, answer);
        }
    }

    /// The help and the sheet of everything only cover what asked: it takes its answer below them, and they stay.
    private static void uncovered(Turn turn, TillEvent.Answer answer) {
        switch (turn.state().activity()) {
            case Activity.Helping(Activity before) when isRenewed(before) -> {
                below(turn, before, answer);
                turn.go(new Activity.Helping(turn.state().activity()));
            }
            case Activity.More(Activity before) when isRenewed(before) -> {
                below(turn, before, answer);
                turn.go(new Activity.More(turn.state().activity()));
            }
            case Activity _ -> shown(turn, answer);
        }
    }

    private static void below(Turn turn, Activity before, TillEvent.Answer answer) {
        turn.go(before);
        uncovered(turn, answer);
    }

    /// Whether an answer only changes what it shows: nothing is rung up and nothing is asked that nobody sees.
    private static boolean isRenewed(Activity activity) {
        return switch (activity) {
            case Activity.Helping(Activity before) -> isRenewed(before);
            case Activity.More(Activity before) -> isRenewed(before);
            case Activity.SeeingStock _, SeeingWhy _ -> true;
            case Activity _ -> false;
        };
    }

    private static void shown(Turn turn, TillEvent.Answer answer) {
        TillState state = turn.state();
        if (state.activity() instanceof Activity.Waiting waiting && waiting.ask() == answer.ask()) {
            awaited(turn, waiting, answer);
        } else if (state.activity() instanceof Activity.Choosing choosing && choosing.ask() == answer.ask()) {
            LookUps.results(turn, choosing, answer);
        } else if (state.activity() instanceof Activity.ChoosingReserved choosing && choosing.ask() == answer.ask()) {
            Collects.found(turn, choosing, answer);
        } else if (state.activity() instanceof Activity.ShowingReport showing && showing.ask() == answer.ask()) {
            Drawers.renewed(turn, showing, answer);
        } else if (state.activity() instanceof Activity.Journal journal && journal.ask() == answer.ask()) {
            Journals.read(turn, journal, answer);
        } else if (state.activity() instanceof Activity.SeeingStory seeing && seeing.ask() == answer.ask()) {
            Journals.renewed(turn, seeing, answer);
        } else if (state.activity() instanceof Activity.SeeingResults seeing && seeing.ask() == answer.ask()) {
            Counts.renewed(turn, seeing, answer);
        } else if (state.activity() instanceof Activity.Weighing weighing && weighing.ask() == answer.ask()) {
            Baskets.weighed(turn, weighing, answer);
        } else if (state.activity() instanceof Activity.SeeingStock seeing && seeing.ask() == answer.ask()) {
            Stocks.shown(turn, seeing, answer);
        } else if (state.activity() instanceof SeeingWhy seeing && Whys.isAnswered(seeing, answer)) {
            Whys.answered(turn, seeing, answer);
        } else if (state.activity() instanceof Activity.FindingCustomer finding && finding.ask() == answer.ask()) {
            Patrons.found(turn, finding, answer);
        }
    }

    private static void awaited(Turn turn, Activity.Waiting waiting, TillEvent.Answer answer) {
        if (answer instanceof TillEvent.Failed failed) {
            failed(turn, waiting, failed);
            return;
        }
        switch (waiting) {
            case Activity.Admitting _ -> {
                switch (answer) {
                    case TillEvent.SignedIn(long _, Duty duty) -> Duties.signedIn(turn, duty);
                    case TillEvent.FloatWanted(long _, Person cashier) -> {
                        Drawers.count(turn, cashier, Optional.empty());
                        turn.say(Notice.Tone.ASKING, Phrase.COUNT_THE_FLOAT);
                    }
                    case TillEvent.DrawerTaken(long _, Duty duty) -> Drawers.taken(turn, duty);
                    case TillEvent.Answer _ -> {}
                }
            }
            case Activity.OpeningShift _ -> {
                if (answer instanceof TillEvent.SignedIn(long _, Duty duty)) {
                    Duties.signedIn(turn, duty);
                }
            }
            case Activity.RecordingDrawer recording -> {
                if (answer instanceof TillEvent.DrawerRecorded) {
                    Drawers.recorded(turn, recording.deed());
                } else if (answer instanceof TillEvent.ShiftSealed(long _, Person cashier, ShiftSheet sheet)) {
                    Drawers.sealed(turn, cashier, sheet);
                }
            }
            case Activity.ReadingReport _ -> {
                if (answer instanceof TillEvent.ReportRead(long _, Optional<ShiftSheet> sheet)) {
                    Drawers.show(turn, sheet);
                }
            }
            case Activity.ReadingStory reading -> {
                if (answer instanceof TillEvent.StoryRead(long _, var story, var completed)) {
                    Journals.show(turn, reading, story, completed);
                }
            }
            case Activity.CheckingPin checking -> {
                if (answer instanceof TillEvent.PinRight) {
                    Pins.right(turn, checking);
                } else if (answer instanceof TillEvent.PinWrong(long _, Duration left)) {
                    Pins.wrong(turn, checking, left);
                }
            }
            case Activity.AskingCard(long _, var amount) -> {
                if (answer instanceof TillEvent.AttemptRecorded(long _, var attempt)) {
                    Cards.asked(turn, new OpenSale.Attempt(attempt, amount));
                }
            }
            case Activity.Charging charging -> {
                if (answer instanceof TillEvent.TerminalHeard(long _, var word)) {
                    Cards.heard(turn, charging, word);
                }
            }
            case Activity.AnsweringCard answering -> {
                if (answer instanceof TillEvent.AnswerRecorded) {
                    Cards.answered(turn, answering);
                }
            }
            case Activity.AskingUndo asking -> {
                if (answer instanceof TillEvent.AttemptRecorded) {
                    Undos.recorded(turn, asking);
                }
            }
            case Activity.Undoing undoing -> {
                if (answer instanceof TillEvent.TerminalHeard(long _, var word)) {
                    Undos.heard(turn, undoing, word);
                }
            }
            case Activity.RecordingUndo recording -> {
                if (answer instanceof TillEvent.AnswerRecorded) {
                    Undos.answered(turn, recording);
                }
            }
            case Activity.Saving _ -> {
                if (answer instanceof TillEvent.Saved(long _, Completed completed)) {
                    Payments.saved(turn, completed);
                }
            }
            case Activity.RecordingApproval(long _, Matter matter) -> {
                if (answer instanceof TillEvent.ApprovalRecorded) {
                    Approvals.recorded(turn, matter);
                }
            }
            case Activity.SettlingCard(long _, LeftCard card) -> {
                if (answer instanceof TillEvent.CardSettled) {
                    LeftCards.settled(turn, card);
                }
            }
            case Activity.Holding _ -> {
                if (answer instanceof TillEvent.BasketHeld(long _, long number)) {
                    Holds.held(turn, number);
                }
            }
            case Activity.ListingHeld _ -> {
                if (answer instanceof TillEvent.HeldListed(long _, var held)) {
                    Holds.listed(turn, held);
                }
            }
            case Activity.Recalling recalling -> {
                if (answer instanceof TillEvent.Recalled(long _, var sale)) {
                    Holds.recalled(turn, recalling, sale);
                }
            }
            case Activity.LookingAgain looking -> {
                if (answer instanceof TillEvent.LookedAgain(long _, var review)) {
                    Waits.looked(turn, looking, review);
                }
            }
            case Activity.ListingCounts _ -> {
                if (answer instanceof TillEvent.CountsListed listed) {
                    Counts.listed(turn, listed);
                }
            }
            case Activity.SubmittingCount submitting -> {
                if (answer instanceof TillEvent.CountSubmitted) {
                    Counts.submitted(turn, submitting);
                }
            }
            case Activity.ReadingResults reading -> {
                if (answer instanceof TillEvent.ResultsListed(long _, var reports)) {
                    Counts.read(turn, reading, reports);
                }
            }
            case Activity.RecordingRuling recording -> {
                if (answer instanceof TillEvent.CountRuled) {
                    Counts.ruled(turn, recording);
                }
            }
            case Activity.AddingCustomer _ -> {
                if (answer instanceof TillEvent.CustomerMet(long _, var customer)) {
                    Patrons.added(turn, customer);
                }
            }
            case Activity.Voiding _ -> {
                if (answer instanceof TillEvent.VoidRecorded) {
                    Voids.recorded(turn);
                }
            }
        }
    }

    /// Goes back to where the cashier can try again. Scans that came meanwhile belong to nobody: they are counted and said.
    private static void failed(Turn turn, Activity.Waiting waiting, TillEvent.Failed failed) {
        Asking asking = turn.state().asking();
        turn.warn(new Notice.Problem(failed.trouble(), failed.detail(), turn.state().scansAhead()));
        turn.become(turn.state().asking(asking.withoutAhead()));
        if (waiting instanceof Activity.Saving) {
            turn.want(new TillEffect.KeepBasket(turn.state().sale()));
        }
        turn.play(TillEffect.Sound.BLOCKED);
        turn.go(switch (waiting) {
            case Activity.Admitting _ -> new Activity.SigningIn(0);
            case Activity.CheckingPin(long _, Person who, var matter) -> new Activity.AskingPin(who, Pin.EMPTY, matter);
            case Activity.AskingCard _, Activity.AskingUndo _, Activity.Saving _ -> new Activity.Paying();
            case Activity.Charging charging -> new Activity.Unanswered(charging.isRestored(), failed.detail());
            case Activity.AnsweringCard answering -> Cards.unrecorded(turn.state(), answering);
            case Activity.Undoing undoing -> new Activity.UndoOpen(false, "", failed.detail(), undoing.then());
            case Activity.RecordingUndo recording -> Undos.unrecorded(turn.state(), recording);
            case Activity.RecordingApproval(long _, Matter matter) -> new Activity.Approving(matter, 0);
            case Activity.RecordingDrawer recording -> recording.before();
            case Activity.OpeningShift opening -> opening.before();
            case Activity.AddingCustomer(long _, Draft draft) -> new Activity.MeetingCustomer(draft);
            case Activity.ReadingStory reading -> reading.before();
            case Activity.LookingAgain looking -> looking.then();
            case Activity.SubmittingCount submitting -> submitting.before();
            case Activity.ReadingResults reading -> reading.before();
            case Activity.RecordingRuling recording -> recording.before();
            case Activity.Voiding _, Activity.Holding _, Activity.ListingHeld _, Activity.Recalling _, Activity.ReadingReport _,
                    Activity.SettlingCard _, Activity.ListingCounts _ ->
                new Activity.Selling();
        });
    }
}
