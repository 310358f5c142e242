package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.receipt.Mark;
import io.evertill.shift.CashCount;
import io.evertill.shift.DrawerReason;
import io.evertill.shift.DrawerRules;
import io.evertill.shift.Shift;
import io.evertill.staff.Act;
import io.evertill.till.Notice.Tone;
import java.util.Optional;

/// The drawer and the shift (experience E17): cash in and out, opening without a sale, reports, and the blind count that ends a
/// shift.
///
/// The drawer opens after the ledger has it. What should be in it is shown after the count is in the ledger, by a second act.
final class Drawers {
    private static final int PIECES_DIGITS_MAX = 5;

    private Drawers() {}

    static void choose(Turn turn, DrawerAct act) {
        TillState state = turn.state();
        Optional<Duty> duty = state.duty();
        if (duty.isEmpty()) {
            return;
        }
        turn.type("");
        switch (act) {
            case CASH_IN, CASH_OUT -> turn.go(new Activity.MovingCash(act));
            case OPEN -> turn.go(new Activity.DrawerWhy(act, Optional.empty(), act.reasons().getFirst()));
            case X_REPORT -> {
                if (state.lane().drawer().closing() == DrawerRules.Closing.BLIND) {
                    Approvals.ask(turn, new Matter.Figures());
                } else {
                    read(turn, act);
                }
            }
            case LAST_Z -> read(turn, act);
            case CARDS -> LeftCards.show(turn);
            case CLOSE -> {
                if (!state.sale().isEmpty()) {
                    turn.go(new Activity.Selling());
                    turn.refuse(Phrase.FINISH_FIRST);
                } else if (state.around().roster().allows(duty.get().cashier(), Act.CLOSE_SHIFT)) {
                    close(turn);
                } else {
                    Approvals.ask(turn, new Matter.Closing());
                }
            }
        }
    }

    /// Begins the count that ends the shift.
    static void close(Turn turn) {
        turn.state().duty().ifPresent(duty -> count(turn, duty.cashier(), Optional.of(duty.shift())));
    }

    /// Somebody wants to begin where somebody else has a drawer of their own: it is counted first, by whoever may.
    static void taken(Turn turn, Duty duty) {
        if (turn.state().around().roster().allows(duty.cashier(), Act.CLOSE_SHIFT)) {
            count(turn, duty.cashier(), Optional.of(duty.shift()));
            turn.say(Tone.ASKING, Phrase.DRAWER_TAKEN, duty.shift().openedBy().name());
        } else {
            Duties.askWho(turn, duty.shift().openedBy());
            turn.refuse(Phrase.DRAWER_OF_ANOTHER, duty.shift().openedBy().name());
        }
    }

    /// Begins to count: to close a shift, or to open one.
    static void count(Turn turn, Person cashier, Optional<Shift> closing) {
        turn.type("");
        turn.go(new Activity.CountingCash(cashier, closing, CashBox.of(turn.state().lane().drawer().denominations())));
    }

    static void amount(Turn turn, Activity.MovingCash moving) {
        if (turn.state().input().isEmpty()) {
            turn.refuse(Phrase.AMOUNT_FIRST);
            return;
        }
        Payments.typedAmount(turn).ifPresent(amount -> {
            if (amount.isPositive()) {
                turn.type("");
                turn.go(new Activity.DrawerWhy(moving.act(), Optional.of(amount), moving.act().reasons().getFirst()));
            } else {
                turn.refuse(Phrase.NOT_AN_AMOUNT, turn.state().input());
            }
        });
    }

    static void why(Turn turn, Activity.DrawerWhy asked, int index) {
        if (index >= 0 && index < asked.act().reasons().size() && turn.state().duty().isPresent()) {
            DrawerReason reason = asked.act().reasons().get(index);
            Duty duty = turn.state().duty().get();
            if (asked.amount().isPresent() && asked.act() == DrawerAct.CASH_OUT) {
                Matter.CashOut matter = new Matter.CashOut(asked.amount().get(), reason);
                if (Approvals.isAllowed(turn.state(), duty.cashier(), matter)) {
                    takeOut(turn, matter.amount(), reason);
                } else {
                    Approvals.ask(turn, matter);
                }
            } else if (asked.amount().isPresent()) {
                record(turn, new DrawerDeed.Moved(asked.amount().get(), reason), duty);
            } else if (turn.state().around().roster().allows(duty.cashier(), Act.NO_SALE)) {
                open(turn, reason);
            } else {
                Approvals.ask(turn, new Matter.NoSale(reason));
            }
        }
    }

    /// Opens the drawer as soon as that is in the ledger.
    static void open(Turn turn, DrawerReason reason) {
        turn.state().duty().ifPresent(duty -> {
            turn.go(new Activity.DrawerWhy(DrawerAct.OPEN, Optional.empty(), reason));
            record(turn, new DrawerDeed.Opened(reason), duty);
        });
    }

    /// Takes cash out as soon as that is in the ledger.
    static void takeOut(Turn turn, Money amount, DrawerReason reason) {
        turn.state().duty().ifPresent(duty -> {
            turn.go(new Activity.DrawerWhy(DrawerAct.CASH_OUT, Optional.of(amount), reason));
            record(turn, new DrawerDeed.Moved(amount.negated(), reason), duty);
        });
    }

    private static void record(Turn turn, DrawerDeed deed, Duty duty) {
        Activity before = turn.state().activity();
        long ask = turn.ask(number -> new TillEffect.RecordDrawer(number, deed, duty));
        turn.go(new Activity.RecordingDrawer(ask, deed, before));
    }

    /// The ledger has it: now the drawer opens.
    static void recorded(Turn turn, DrawerDeed deed) {
        turn.go(new Activity.Selling());
        switch (deed) {
            case DrawerDeed.Moved(Money amount, var _) -> {
                turn.want(new TillEffect.OpenDrawer());
                turn.say(Tone.GOOD, amount.isNegative() ? Phrase.CASH_TAKEN_OUT : Phrase.CASH_PUT_IN,
                        amount.isNegative() ? amount.negated() : amount);
            }
            case DrawerDeed.Opened _ -> {
                turn.want(new TillEffect.OpenDrawer());
                turn.say(Tone.GOOD, Phrase.DRAWER_IS_OPEN);
            }
            case DrawerDeed.Closed _ -> {}
        }
    }

    /// The digits say how many pieces there are; without any, what is marked stands.
    static void enter(Turn turn, Activity.CountingCash counting) {
        String typed = turn.state().input();
        CashBox box = counting.box();
        if (box.isAtSeal() && typed.isEmpty()) {
            seal(turn, counting);
        } else if (box.isAtSeal() || typed.length() > PIECES_DIGITS_MAX) {
            turn.refuse(Phrase.NOT_A_COUNT, typed);
        } else {
            turn.type("");
            turn.go(counting.with(typed.isEmpty() ? box.at(box.selected() + 1) : box.with(Integer.parseInt(typed))));
        }
    }

    static void tap(Turn turn, Activity.CountingCash counting, int index) {
        int rows = counting.box().denominations().size();
        if (index == rows && turn.state().input().isEmpty()) {
            seal(turn, counting);
        } else if (index >= 0 && index <= rows) {
            turn.go(counting.with(counting.box().at(index)));
        }
    }

    private static void seal(Turn turn, Activity.CountingCash counting) {
        CashCount count = counting.box().count();
        counting.closing().ifPresentOrElse(
                shift -> record(turn, new DrawerDeed.Closed(count), new Duty(counting.cashier(), shift)),
                () -> {
                    long ask = turn.ask(number -> new TillEffect.OpenShift(number, counting.cashier(), count));
                    turn.go(new Activity.OpeningShift(ask, counting));
                });
    }

    /// The count is in the ledger, the shift is over, and nobody is at the till.
    static void sealed(Turn turn, Person cashier, ShiftSheet sheet) {
        turn.become(turn.state().onDuty(Optional.empty()).watching(Watch.NOTHING));
        Duties.nobodyStays(turn);
        turn.go(new Activity.Sealed(cashier, sheet));
        turn.hush();
    }

    /// The second act: what should have been there is shown, and printed.
    static void unveil(Turn turn, Activity.Sealed sealed) {
        turn.want(new TillEffect.PrintReport(sealed.sheet(), Mark.ORIGINAL));
        turn.go(new Activity.ShowingReport(0, sealed.sheet(), Optional.of(sealed.cashier())));
        sealed.sheet().report().difference().ifPresent(difference -> {
            if (difference.isZero()) {
                turn.say(Tone.GOOD, Phrase.DRAWER_EXACT);
            } else if (difference.isNegative()) {
                turn.say(Tone.ASKING, Phrase.DRAWER_SHORT, difference.negated());
            } else {
                turn.say(Tone.ASKING, Phrase.DRAWER_OVER, difference);
            }
        });
    }

    /// Leaves a report: behind a close the next shift begins at once.
    static void next(Turn turn, Activity.ShowingReport showing) {
        if (showing.next().isPresent()) {
            Person cashier = showing.next().get();
            long ask = turn.ask(number -> new TillEffect.SignIn(number, cashier));
            turn.go(new Activity.Admitting(ask));
        } else {
            turn.go(new Activity.Selling());
        }
    }

    static void read(Turn turn, DrawerAct which) {
        long ask = turn.ask(number -> new TillEffect.ReadReport(number, which));
        turn.go(new Activity.ReadingReport(ask));
    }

    static void show(Turn turn, Optional<ShiftSheet> sheet) {
        sheet.ifPresentOrElse(
                found -> turn.go(new Activity.ShowingReport(0, found, Optional.empty())),
                () -> {
                    turn.go(new Activity.Selling());
                    turn.refuse(Phrase.NO_REPORT);
                });
    }

    /// More may have reached the centre since: a numbered report that is on screen is asked for again.
    static void synced(Turn turn) {
        if (turn.state().activity() instanceof Activity.ShowingReport showing && !showing.sheet().isProved()
                && showing.sheet().report().closed().isPresent()) {
            long ask = turn.ask(number -> new TillEffect.ReadReport(number, DrawerAct.LAST_Z));
            turn.go(new Activity.ShowingReport(ask, showing.sheet(), showing.next()));
        }
    }

    static void renewed(Turn turn, Activity.ShowingReport showing, TillEvent.Answer answer) {
        if (answer instanceof TillEvent.ReportRead(long _, Optional<ShiftSheet> sheet)) {
            sheet.filter(found -> found.report().shift().equals(showing.sheet().report().shift()))
                    .ifPresent(found -> turn.go(new Activity.ShowingReport(0, found, showing.next())));
        }
    }

    static void reprint(Turn turn, ShiftSheet sheet) {
        turn.want(new TillEffect.PrintReport(sheet, Mark.COPY));
        turn.say(Tone.GOOD, Phrase.REPORT_PRINTED);
    }
}
