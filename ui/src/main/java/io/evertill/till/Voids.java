package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.sale.Basket;
import io.evertill.sale.Consent;
import io.evertill.sale.Line;
import io.evertill.staff.Act;
import io.evertill.stock.Quantity;
import io.evertill.tender.Tender;
import io.evertill.till.Notice.Tone;
import java.util.List;
import java.util.Optional;

/// Taking lines, tenders and whole baskets back.
final class Voids {
    private Voids() {}

    /// The selected line goes out.
    static void line(Turn turn) {
        turn.state().line().ifPresentOrElse(line -> out(turn, line, line.quantity()), () -> turn.refuse(Phrase.NO_LINE));
    }

    /// So much of a line goes out: at once, or for a reason where the store asks for one each time.
    ///
    /// @param quantity at most what the line has
    static void out(Turn turn, Line line, Quantity quantity) {
        if (!turn.state().lane().limits().isVoidReasonAsked()) {
            decide(turn, line, quantity, LineReason.CORRECTION);
        } else if (less(turn, line, quantity, LineReason.CORRECTION).isPresent()) {
            turn.type("");
            turn.go(new Activity.TakingOut(line.number(), quantity, LineReason.CORRECTION, Baskets.then(turn)));
        }
    }

    /// The reason is known.
    static void why(Turn turn, Activity.TakingOut asked, int index) {
        if (index >= 0 && index < LineReason.ALL.size()) {
            turn.go(asked.then());
            turn.state().sale().basket().find(asked.line())
                    .filter(line -> asked.quantity().absolute().compareTo(line.quantity().absolute()) <= 0)
                    .ifPresent(line -> decide(turn, line, asked.quantity(), LineReason.ALL.get(index)));
        }
    }

    /// Takes it out, or asks who agrees where the cashier may not alone.
    private static void decide(Turn turn, Line line, Quantity quantity, LineReason reason) {
        TillState state = turn.state();
        less(turn, line, quantity, reason).ifPresent(basket -> {
            Money cost = quantity.equals(line.quantity()) ? line.total() : Rounding.HALF_UP.total(line.price().unit(), quantity);
            boolean isPaid = !state.sale().tenders().isEmpty() || state.sale().attempt().isPresent();
            Matter.LineOut out = new Matter.LineOut(
                    new Consent.LineVoided(line.item().product(), line.number(), quantity, cost, reason.recorded()), basket, isPaid,
                    Baskets.then(turn));
            if (state.duty().filter(duty -> Approvals.isAllowed(state, duty.cashier(), out)).isPresent()) {
                put(turn, out);
            } else {
                Approvals.ask(turn, out);
            }
        });
    }

    /// The basket without it; empty, and said why, when that cannot be.
    private static Optional<Basket> less(Turn turn, Line line, Quantity quantity, LineReason reason) {
        Optional<Basket> less = turn.state().sale().basket().takeOut(line.number(), quantity, reason.recorded());
        if (less.isEmpty()) {
            turn.refuse(Phrase.BASKET_FULL, Basket.LINES_MAX);
        }
        return less.filter(basket -> Baskets.isPossible(turn, basket));
    }

    /// It is out; after a whole line the one behind it is selected next.
    static void put(Turn turn, Matter.LineOut out) {
        int number = out.consent().line();
        List<Line> before = turn.state().sale().basket().lines();
        Optional<Line> line = turn.state().sale().basket().find(number);
        turn.go(out.then());
        if (line.isPresent() && Baskets.change(turn, out.basket())) {
            Basket after = turn.state().sale().basket();
            after.find(number).ifPresentOrElse(rest -> Collects.sayRest(turn, rest), () -> {
                int at = Math.min(before.indexOf(line.get()), after.lines().size() - 1);
                turn.become(turn.state().selecting(at < 0 ? 0 : after.lines().get(at).number()));
                turn.say(Tone.GOOD, Phrase.LINE_VOIDED, line.get().item().name());
            });
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
