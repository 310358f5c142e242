package io.evertill.till;

import io.evertill.person.Person;
import io.evertill.receipt.Mark;
import io.evertill.sale.Basket;
import io.evertill.staff.Act;
import io.evertill.staff.Roster;
import io.evertill.till.Notice.Tone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Opening the till, signing in and out.
public final class Duties {
    private Duties() {}

    static void open(Turn turn, TillEvent.Opened opened) {
        if (!(turn.state().activity() instanceof Activity.Starting)) {
            return;
        }
        Basket basket = opened.kept().basket();
        int selected = basket.lines().isEmpty() ? 0 : basket.lines().getLast().number();
        turn.become(turn.state().holding(opened.kept()).selecting(selected).completed(opened.last())
                .around(turn.state().around().unprinted(opened.unprinted())));
        Waits.back(turn);
        if (opened.duty().isPresent()) {
            signedIn(turn, opened.duty().get());
        } else {
            turn.go(new Activity.SigningIn(0));
        }
    }

    /// Who may sign in here.
    public static List<Person> cashiers(TillState state) {
        Roster roster = state.around().roster();
        return roster.isInUse() ? roster.able(Act.SELL) : state.lane().cashiers();
    }

    static void choose(Turn turn, int index) {
        List<Person> cashiers = cashiers(turn.state());
        if (index >= 0 && index < cashiers.size()) {
            if (turn.state().around().roster().isInUse()) {
                Pins.ask(turn, cashiers.get(index), Optional.empty());
            } else {
                admit(turn, cashiers.get(index));
            }
        }
    }

    /// Somebody has shown who it is.
    static void admit(Turn turn, Person cashier) {
        long ask = turn.ask(number -> new TillEffect.SignIn(number, cashier));
        turn.go(new Activity.Admitting(ask));
    }

    /// Asks who is there, with a name marked.
    static void askWho(Turn turn, Person marked) {
        turn.go(new Activity.SigningIn(Math.max(0, cashiers(turn.state()).indexOf(marked))));
    }

    /// Goes on with what was open, if anything was.
    static void signedIn(Turn turn, Duty duty) {
        turn.become(turn.state().onDuty(Optional.of(duty)));
        Waits.found(turn);
        OpenSale sale = turn.state().sale();
        if (sale.attempt().isPresent()) {
            Cards.restored(turn, sale.attempt().get());
        } else if (!sale.tenders().isEmpty()) {
            turn.add(Tone.ASKING, Phrase.PAYMENT_RESTORED);
            Waits.go(turn, new Activity.Paying());
        } else if (Concerns.isFirst(turn.state())) {
            Concerns.show(turn);
        } else {
            greet(turn);
            Waits.go(turn, new Activity.Selling());
        }
    }

    private static void greet(Turn turn) {
        int lines = turn.state().sale().basket().lines().size();
        Optional<Completed> last = turn.state().last();
        if (!turn.state().around().unprinted().isEmpty()) {
            sayUnprinted(turn);
        } else if (lines > 0) {
            turn.add(Tone.GOOD, Phrase.BASKET_RESTORED, lines);
        } else if (last.isPresent()) {
            turn.say(Tone.GOOD, Phrase.LAST_SALE_WAS, last.get().sale().at(), last.get().sale().total());
        }
    }

    /// Names the receipts that may not be on paper, once; of several the first and the last.
    static void sayUnprinted(Turn turn) {
        List<String> receipts = turn.state().around().unprinted();
        if (!receipts.isEmpty()) {
            String first = receipts.getFirst();
            turn.add(Tone.ASKING, Phrase.UNPRINTED,
                    receipts.size() == 1 ? first : first + " … " + receipts.getLast() + " (" + receipts.size() + ")");
            turn.become(turn.state().around(turn.state().around().unprinted(List.of())));
        }
    }

    static void signOut(Turn turn) {
        if (turn.state().sale().isEmpty()) {
            turn.become(turn.state().onDuty(Optional.empty()).watching(Watch.NOTHING).typing("").holding(turn.state().sale().next()));
            turn.go(new Activity.SigningIn(0));
        } else if (turn.state().around().roster().isInUse()) {
            lock(turn);
        } else {
            turn.refuse(Phrase.FINISH_FIRST);
        }
    }

    /// Takes the till from whoever is at it and keeps what is on the counter, with what was agreed to about it. The report of a sealed
    /// shift is printed if nobody has seen it.
    private static void lock(Turn turn) {
        Optional<Person> before = turn.state().duty().map(Duty::cashier);
        if (turn.state().activity() instanceof Activity.Sealed sealed) {
            turn.want(new TillEffect.PrintReport(sealed.sheet(), Mark.ORIGINAL));
        }
        turn.become(turn.state().onDuty(Optional.empty()).typing(""));
        Waits.left(turn);
        nobodyStays(turn);
        turn.hush();
        turn.go(new Activity.SigningIn(0));
        before.ifPresent(person -> askWho(turn, person));
    }

    /// A customer who has chosen nothing is not the next cashier's.
    static void nobodyStays(Turn turn) {
        if (turn.state().sale().isEmpty()) {
            turn.hold(turn.state().sale().next());
        }
    }

    /// Locks a till that nobody has touched for as long as the store allows, and one whose cashier is not of the staff any more, as
    /// soon as nothing is under way.
    static void watch(Turn turn) {
        TillState state = turn.state();
        Surroundings around = state.around();
        if (!around.roster().isInUse() || state.asking().looking().isPresent() || !isLockable(state.activity())) {
            return;
        }
        Duration lockAfter = around.roster().lockAfter();
        boolean isIdle = !lockAfter.isZero() && !around.now().isBefore(around.touchedAt().plus(lockAfter));
        boolean isStranger = state.sale().tenders().isEmpty()
                && state.duty().filter(duty -> !around.roster().allows(duty.cashier(), Act.SELL)).isPresent();
        if (isIdle || isStranger) {
            lock(turn);
        }
    }

    private static boolean isLockable(Activity activity) {
        return switch (activity) {
            case Activity.Starting _, Activity.SigningIn _, Activity.Waiting _, Activity.Collecting _, Activity.AtTerminal _,
                    Activity.Unanswered _, Activity.UndoAtTerminal _, Activity.UndoOpen _ -> false;
            case Activity.Helping(Activity before) -> isLockable(before);
            case Activity.More(Activity before) -> isLockable(before);
            case Activity.Selling _, Activity.Choosing _, Activity.Weighing _, Activity.AskingAge _, Activity.AskingMark _,
                    Activity.Paying _, Activity.ChoosingTender _,
                    Activity.VoucherCode _, Activity.VoucherAmount _, Activity.Done _, Activity.FindingReceipt _, Activity.TakingBack _,
                    Activity.ShowingReceipt _, Activity.SeeingStock _, SeeingWhy _, Activity.GivingUp _, Activity.Reducing _,
                    Activity.TakingOut _,
                    Activity.Approving _, Activity.AskingPin _, Activity.ExplainingReturn _, Activity.TakingAny _,
                    Activity.ChoosingBack _, Activity.VoidingLast _,
                    Activity.ChoosingHeld _, Activity.ChoosingReserved _, Activity.AtDrawer _, Activity.MovingCash _,
                    Activity.DrawerWhy _, Activity.CountingCash _, Activity.Sealed _, Activity.ShowingReport _, Activity.SettlingCards _,
                    Activity.Journal _, Activity.SeeingStory _, Activity.FindingCustomer _, Activity.MeetingCustomer _,
                    Activity.OfCount _, Activity.SeeingCards _ -> true;
        };
    }
}
