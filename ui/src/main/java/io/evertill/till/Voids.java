package io.evertill.till;

import io.evertill.sale.Basket;
import io.evertill.sale.Consent;
import io.evertill.sale.Line;
import io.evertill.staff.Act;
import io.evertill.tender.Tender;
import io.evertill.till.Notice.Tone;
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

    /// The last tender is handed back; without tenders the selected line goes out.
    static void tender(Turn turn) {
        OpenSale sale = turn.state().sale();
        if (sale.tenders().isEmpty()) {
            line(turn);
            return;
        }
        switch (sale.tenders().getLast()) {
            case Tender.Card card -> turn.refuse(Phrase.CARD_STAYS, card.amount());
            case Tender.Cash(var amount) -> handBack(turn, sale, amount);
            case Tender.Voucher(var amount, String _) -> handBack(turn, sale, amount);
        }
    }

    private static void handBack(Turn turn, OpenSale sale, Object amount) {
        turn.hold(sale.with(sale.tenders().subList(0, sale.tenders().size() - 1)));
        turn.say(Tone.GOOD, Phrase.TENDER_HANDED_BACK, amount);
    }

    static void askWhy(Turn turn) {
        OpenSale sale = turn.state().sale();
        Optional<Tender> card = sale.tenders().stream().filter(Tender.Card.class::isInstance).findFirst();
        if (card.isPresent()) {
            turn.refuse(Phrase.CARD_STAYS, card.get().amount());
        } else if (!sale.tenders().isEmpty()) {
            turn.refuse(Phrase.TENDERS_FIRST);
        } else if (sale.basket().isEmpty()) {
            turn.refuse(Phrase.NOTHING_TO_VOID);
        } else {
            turn.type("");
            turn.go(new Activity.GivingUp(VoidReason.CUSTOMER_LEFT));
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

    /// The basket is given up as soon as that is in the ledger.
    static void record(Turn turn, VoidReason reason) {
        turn.state().duty().ifPresent(duty -> {
            OpenSale sale = turn.state().sale();
            long ask = turn.ask(number -> new TillEffect.RecordVoid(number, sale, duty, reason));
            turn.go(new Activity.Voiding(ask));
        });
    }

    static void choose(Turn turn, VoidReason reason) {
        choose(turn, VoidReason.ALL.indexOf(reason));
    }

    static void recorded(Turn turn) {
        Baskets.clear(turn);
        turn.go(new Activity.Selling());
        turn.say(Tone.GOOD, Phrase.SALE_VOIDED);
    }
}
