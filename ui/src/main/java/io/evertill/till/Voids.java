package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.sale.Basket;
import io.evertill.sale.Consent;
import io.evertill.sale.Line;
import io.evertill.staff.Act;
import io.evertill.tender.Tender;
import io.evertill.till.Notice.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Taking lines, tenders and whole baskets back.
final class Voids {
    private Voids() {}

    /// The selected line goes out; the line before it is selected next.
    static void line(Turn turn) {
        Optional<Line> line = turn.state().line();
        if (line.isEmpty()) {
            turn.refuse(Phrase.NO_LINE);
            return;
        }
        Basket before = turn.state().sale().basket();
        int at = before.lines().indexOf(line.get());
        if (Baskets.change(turn, before.voidLine(line.get().number()))) {
            List<Line> left = turn.state().sale().basket().lines();
            int next = left.isEmpty() ? 0 : left.get(Math.max(0, Math.min(at, left.size() - 1))).number();
            turn.become(turn.state().selecting(next));
            turn.say(Tone.GOOD, Phrase.LINE_VOIDED, line.get().item().name());
        }
    }

    /// What was paid goes back; where it is more than one tender, it is asked which. Without tenders the selected line goes out.
    static void tender(Turn turn) {
        int count = turn.state().sale().tenders().size();
        switch (count) {
            case 0 -> line(turn);
            case 1 -> tender(turn, 0);
            default -> turn.go(new Activity.ChoosingTender(count - 1));
        }
    }

    /// Notes and vouchers are handed back at once: none of them was in the drawer. What a card paid, the terminal gives back.
    static void tender(Turn turn, int index) {
        OpenSale sale = turn.state().sale();
        if (index < 0 || index >= sale.tenders().size()) {
            return;
        }
        switch (sale.tenders().get(index)) {
            case Tender.Card card -> Undos.begin(turn, card, Optional.empty());
            case Tender.Cash(var amount) -> handBack(turn, sale, index, amount);
            case Tender.Voucher(var amount, String _) -> handBack(turn, sale, index, amount);
        }
    }

    private static void handBack(Turn turn, OpenSale sale, int index, Money amount) {
        List<Tender> left = new ArrayList<>(sale.tenders());
        left.remove(index);
        turn.hold(sale.with(left));
        turn.go(new Activity.Paying());
        turn.say(Tone.GOOD, Phrase.TENDER_HANDED_BACK, amount);
    }

    static void askWhy(Turn turn) {
        OpenSale sale = turn.state().sale();
        if (sale.basket().isEmpty()) {
            turn.refuse(Phrase.NOTHING_TO_VOID);
        } else {
            turn.type("");
            turn.go(new Activity.GivingUp(VoidReason.CUSTOMER_LEFT));
            if (!sale.tenders().isEmpty()) {
                turn.say(Tone.ASKING, Phrase.VOID_GIVES_BACK, sale.settlement().paid());
            }
        }
    }

    static void choose(Turn turn, int index) {
        Optional<Duty> duty = turn.state().duty();
        if (index >= 0 && index < VoidReason.ALL.size() && duty.isPresent()) {
            VoidReason reason = VoidReason.ALL.get(index);
            Basket basket = turn.state().sale().basket();
            if (turn.state().around().roster().allows(duty.get().cashier(), Act.VOID_SALE)) {
                record(turn, reason);
            } else {
                Approvals.ask(turn, new Matter.GivenUp(
                        new Consent.SaleVoided(basket.lines().size() + basket.voided().size(), basket.total(), reason.name()), reason));
            }
        }
    }

    /// What cards paid goes back first, one after the other; then the basket is given up as soon as that is in the ledger.
    static void record(Turn turn, VoidReason reason) {
        OpenSale sale = turn.state().sale();
        Optional<Tender.Card> card = sale.tenders().stream()
                .filter(Tender.Card.class::isInstance)
                .map(Tender.Card.class::cast)
                .findFirst();
        if (card.isPresent()) {
            Undos.begin(turn, card.get(), Optional.of(reason));
            return;
        }
        turn.state().duty().ifPresent(duty -> {
            long ask = turn.ask(number -> new TillEffect.RecordVoid(number, sale, duty, reason));
            turn.go(new Activity.Voiding(ask));
        });
    }

    static void choose(Turn turn, VoidReason reason) {
        choose(turn, VoidReason.ALL.indexOf(reason));
    }

    static void recorded(Turn turn) {
        Money paid = turn.state().sale().settlement().paid();
        Baskets.clear(turn);
        turn.go(new Activity.Selling());
        if (paid.isZero()) {
            turn.say(Tone.GOOD, Phrase.SALE_VOIDED);
        } else {
            turn.say(Tone.GOOD, Phrase.SALE_VOIDED_HAND_BACK, paid);
        }
    }
}
