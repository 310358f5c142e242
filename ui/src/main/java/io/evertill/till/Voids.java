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
import java.util.ArrayList;
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
