package io.evertill.till;

import io.evertill.person.Person;
import io.evertill.sale.Basket;
import io.evertill.sale.Consent;
import java.util.List;
import java.util.Optional;

/// A supervisor agrees to one act while the cashier stays signed in (experience E2). The name goes into the ledger before the act.
final class Approvals {
    private Approvals() {}

    static void ask(Turn turn, Matter matter) {
        turn.hush();
        turn.go(new Activity.Approving(matter, 0));
        turn.play(TillEffect.Sound.BLOCKED);
    }

    static void choose(Turn turn, Activity.Approving approving, int index) {
        List<Person> supervisors = turn.state().lane().supervisors();
        Optional<Duty> duty = turn.state().duty();
        if (duty.isPresent() && index >= 0 && index < supervisors.size()) {
            Matter matter = approving.matter();
            long ask = turn.ask(number ->
                    new TillEffect.RecordApproval(number, supervisors.get(index), matter.consent(), duty.get()));
            turn.go(new Activity.RecordingApproval(ask, matter));
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
            case Matter.Unreceipted unreceipted -> {
                turn.go(unreceipted.then());
                turn.refuse(Phrase.BACK_NOT_AGREED, unreceipted.name());
            }
            case Matter.Cheaper _ -> {
                turn.go(new Activity.Selling());
                turn.refuse(Phrase.DISCOUNT_NOT_AGREED);
            }
        }
    }
}
