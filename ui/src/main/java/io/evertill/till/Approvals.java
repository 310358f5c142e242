package io.evertill.till;

import io.evertill.person.Person;
import io.evertill.sale.Basket;
import io.evertill.sale.Consent;
import io.evertill.shift.DrawerReason;
import io.evertill.staff.Roster;
import java.util.List;
import java.util.Optional;

/// A supervisor agrees to one act while the cashier stays signed in (experience E2). The name goes into the ledger before the act.
public final class Approvals {
    private Approvals() {}

    /// Asks who agrees; whoever is at the till and may do it alone has agreed already.
    static void ask(Turn turn, Matter matter) {
        turn.hush();
        Roster roster = turn.state().around().roster();
        Optional<Person> alone = turn.state().duty().map(Duty::cashier).filter(cashier -> isAllowed(turn.state(), cashier, matter));
        List<Person> able = approvers(turn.state(), matter);
        if (alone.isPresent()) {
            agree(turn, alone.get(), matter);
            return;
        }
        turn.play(TillEffect.Sound.BLOCKED);
        turn.go(new Activity.Approving(matter, 0));
        if (able.isEmpty()) {
            turn.say(Notice.Tone.REFUSED, Phrase.NOBODY_TO_ASK);
        } else if (able.size() == 1 && roster.isInUse()) {
            Pins.ask(turn, able.getFirst(), Optional.of(matter));
        }
    }

    /// Who may agree here.
    public static List<Person> approvers(TillState state, Matter matter) {
        Roster roster = state.around().roster();
        return roster.isInUse()
                ? roster.able(matter.act()).stream().filter(person -> isAllowed(state, person, matter)).toList()
                : state.lane().supervisors();
    }

    /// Whether somebody may do it alone, and as much of it.
    static boolean isAllowed(TillState state, Person person, Matter matter) {
        Roster roster = state.around().roster();
        return roster.allows(person, matter.act())
                && roster.role(person).filter(role -> matter.isWithin(state.lane().limits(), role)).isPresent();
    }

    static void choose(Turn turn, Activity.Approving approving, int index) {
        List<Person> able = approvers(turn.state(), approving.matter());
        if (index >= 0 && index < able.size()) {
            if (turn.state().around().roster().isInUse()) {
                Pins.ask(turn, able.get(index), Optional.of(approving.matter()));
            } else {
                agree(turn, able.get(index), approving.matter());
            }
        }
    }

    /// Somebody has agreed and has shown who it is.
    static void agree(Turn turn, Person person, Matter matter) {
        switch (matter) {
            case Matter.CountRuled ruled -> Counts.decide(turn, person, ruled);
            case Matter.Consented consented -> turn.state().duty().ifPresent(duty -> {
                long ask = turn.ask(number -> new TillEffect.RecordApproval(number, person, consented.consent(), duty));
                turn.go(new Activity.RecordingApproval(ask, matter));
            });
        }
    }

    /// It is in the ledger: the act is done.
    static void recorded(Turn turn, Matter matter) {
        switch (matter) {
            case Matter.Goods(Proposal proposal, Sighting _) -> {
                turn.become(turn.state().watching(
                        turn.state().watch().agreeing(proposal.item().product(), proposal.wanted())));
                turn.go(proposal.then());
                Baskets.put(turn, proposal);
            }
            case Matter.Prices(Consent.OldPrices consent) -> {
                turn.become(turn.state().watching(turn.state().watch().agreeing(consent.asOf())));
                turn.go(new Activity.Paying());
            }
            case Matter.Figures _ -> Drawers.read(turn, DrawerAct.X_REPORT);
            case Matter.NoSale(DrawerReason reason) -> Drawers.open(turn, reason);
            case Matter.Closing _ -> Drawers.close(turn);
            case Matter.CardSettled(LeftCard card) -> LeftCards.agreed(turn, card);
            case Matter.CardKept(var _, Activity.UndoOpen open) -> Undos.kept(turn, open);
            case Matter.Unreceipted unreceipted -> Unreceipted.put(turn, unreceipted);
            case Matter.Cheaper(Consent consent, Basket basket, Activity then) -> {
                if (consent instanceof Consent.Discounted discount) {
                    turn.become(turn.state().watching(turn.state().watch().agreeing(discount)));
                }
                turn.go(then);
                if (!basket.equals(turn.state().sale().basket())) {
                    Discounts.put(turn, basket);
                }
            }
            case Matter.GivenUp(Consent.SaleVoided _, VoidReason reason) -> Voids.record(turn, reason);
            case Matter.LineOut out -> Voids.put(turn, out);
            case Matter.Undone undone -> VoidLast.put(turn, undone);
            case Matter.CountRuled _ -> throw new IllegalStateException("a decision about a count is no agreement of its own");
            case Matter.CashOut(var amount, DrawerReason reason) -> Drawers.takeOut(turn, amount, reason);
        }
    }

    /// Nobody agreed: the counter is as it was.
    static void refused(Turn turn, Matter matter) {
        switch (matter) {
            case Matter.Goods(Proposal proposal, Sighting _) -> {
                turn.go(proposal.then());
                turn.refuse(Phrase.NOT_AGREED, proposal.item().name());
            }
            case Matter.Prices _ -> {
                turn.go(new Activity.Selling());
                turn.refuse(Phrase.PRICES_NOT_AGREED);
            }
            case Matter.Figures _ -> {
                turn.go(new Activity.Selling());
                turn.refuse(Phrase.FIGURES_NOT_AGREED);
            }
            case Matter.LineOut out -> {
                turn.go(out.then());
                turn.refuse(Phrase.OUT_NOT_AGREED);
            }
            case Matter.NoSale _, Matter.Closing _, Matter.CashOut _ -> {
                turn.go(new Activity.Selling());
                turn.refuse(Phrase.DRAWER_NOT_AGREED);
            }
            case Matter.CountRuled ruled -> turn.go(ruled.before());
            case Matter.CardSettled _ -> {
                turn.go(new Activity.Selling());
                turn.refuse(Phrase.CARD_NOT_SETTLED);
            }
            case Matter.CardKept(var _, Activity.UndoOpen open) -> {
                turn.go(open);
                turn.refuse(Phrase.CARD_NOT_KEPT);
            }
            case Matter.Unreceipted unreceipted -> {
                turn.go(unreceipted.then());
                turn.refuse(Phrase.BACK_NOT_AGREED, unreceipted.name());
            }
            case Matter.Cheaper _ -> {
                turn.go(new Activity.Selling());
                turn.refuse(Phrase.DISCOUNT_NOT_AGREED);
            }
            case Matter.GivenUp _, Matter.Undone _ -> {
                turn.go(new Activity.Selling());
                turn.refuse(Phrase.VOID_NOT_AGREED);
            }
        }
    }
}
