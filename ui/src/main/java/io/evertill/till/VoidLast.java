package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.sale.Basket;
import io.evertill.sale.Consent;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.sale.Sale;
import io.evertill.tender.Tender;
import io.evertill.till.TillState.Looking.Purpose;
import java.util.List;
import java.util.Optional;

/// The last sale is taken back as a whole before its customer has left: a return of all of it, paid back as it was paid.
///
/// It is a return in the ledger like any other, so that stock, taxes, the drawer and what can still come back agree; its lines say
/// that it was this, and why.
final class VoidLast {
    private VoidLast() {}

    /// Asks why the sale on screen is taken back.
    static void begin(Turn turn) {
        if (turn.state().activity() instanceof Activity.ShowingReceipt(Completed completed)) {
            if (!turn.state().sale().isEmpty()) {
                turn.refuse(Phrase.FINISH_FIRST);
            } else if (isLast(turn.state(), completed)) {
                turn.type("");
                turn.go(new Activity.VoidingLast(completed, VoidReason.ALL.getFirst()));
            } else {
                turn.refuse(Phrase.NOT_VOIDABLE, completed.sale().receipt().text());
            }
        }
    }

    /// The last sale of the shift that is open, which paid nothing back.
    private static boolean isLast(TillState state, Completed completed) {
        Sale sale = completed.sale();
        return state.last().filter(completed::equals).isPresent()
                && state.duty().filter(duty -> duty.shift().id().equals(sale.shift())).isPresent()
                && sale.total().isPositive()
                && sale.lines().stream().allMatch(line -> line.returned().isEmpty());
    }

    /// The reason is known: looks whether something came back already.
    static void why(Turn turn, Activity.VoidingLast asked, int index) {
        if (index >= 0 && index < VoidReason.ALL.size()) {
            turn.go(new Activity.VoidingLast(asked.completed(), VoidReason.ALL.get(index)));
            LookUps.find(turn, asked.completed().sale().receipt().text(), Purpose.UNDO, Optional.empty());
        }
    }

    /// All of it comes back, if all of it is still with the customer: at once, or after somebody agreed.
    static void found(Turn turn, List<Returnable> lines) {
        if (!(turn.state().activity() instanceof Activity.VoidingLast(Completed completed, VoidReason reason))) {
            return;
        }
        Optional<Basket> back = back(turn.state().sale().basket(), completed.sale(), lines, reason);
        if (back.isEmpty()) {
            refused(turn);
            return;
        }
        Matter.Undone matter = new Matter.Undone(
                new Consent.SaleUndone(completed.sale().receipt(), completed.sale().total(), reason.name()), back.get());
        if (turn.state().duty().filter(duty -> Approvals.isAllowed(turn.state(), duty.cashier(), matter)).isPresent()) {
            put(turn, matter);
        } else {
            Approvals.ask(turn, matter);
        }
    }

    private static Optional<Basket> back(Basket empty, Sale sale, List<Returnable> lines, VoidReason reason) {
        boolean isWhole = lines.size() == sale.lines().size()
                && lines.stream().allMatch(line -> line.left().equals(line.line().quantity()));
        Optional<Basket> back = Optional.of(empty).filter(_ -> isWhole);
        for (Returnable line : isWhole ? lines : List.<Returnable>of()) {
            back = back.flatMap(basket -> basket.plusIfRoom(line.take(
                    basket.lineNumberNext(), line.left(), ReturnOf.Condition.RESALABLE, ReturnOf.VOID_LAST + reason.name())));
        }
        return back.filter(basket -> basket.total().equals(sale.total().negated()));
    }

    /// It cannot be taken back as a whole: what is left of it can come back line by line.
    static void refused(Turn turn) {
        if (turn.state().activity() instanceof Activity.VoidingLast(Completed completed, VoidReason _)) {
            turn.go(new Activity.ShowingReceipt(completed));
            turn.refuse(Phrase.NOT_VOIDABLE, completed.sale().receipt().text());
        }
    }

    /// The goods are on the counter: pays back.
    static void put(Turn turn, Matter.Undone matter) {
        turn.go(new Activity.Selling());
        if (Baskets.change(turn, matter.basket()) && !payBack(turn)) {
            turn.go(new Activity.Paying());
        }
    }

    /// Pays back what was paid next, by the same means: each card and voucher as they came, then the rest in cash. When somebody
    /// does otherwise, nothing more happens by itself.
    ///
    /// @return whether it does
    static boolean payBack(Turn turn) {
        Optional<Sale> sale = turn.state().last().map(Completed::sale).filter(last -> isOf(turn.state().sale().basket(), last));
        if (sale.isEmpty()) {
            return false;
        }
        List<Tender> back = sale.get().tenders().stream().filter(tender -> !(tender instanceof Tender.Cash)).toList();
        List<Tender> given = turn.state().sale().tenders();
        boolean isSame = given.size() <= back.size()
                && given.stream().map(Tender::amount).toList()
                        .equals(back.stream().limit(given.size()).map(Tender::amount).map(Money::negated).toList());
        if (isSame && given.size() == back.size()) {
            Payments.exact(turn);
        } else if (isSame) {
            switch (back.get(given.size())) {
                case Tender.Card card -> Cards.ask(turn, card.amount().negated());
                case Tender.Voucher(Money amount, String code) -> Payments.offer(turn, new Tender.Voucher(amount.negated(), code));
                case Tender.Cash _ -> throw new IllegalStateException("cash comes last");
            }
        }
        return isSame;
    }

    private static boolean isOf(Basket basket, Sale last) {
        return !basket.lines().isEmpty() && basket.lines().stream().map(Line::returned).allMatch(returned -> returned
                .filter(of -> of.reason().startsWith(ReturnOf.VOID_LAST))
                .flatMap(ReturnOf::sold)
                .filter(sold -> sold.receipt().equals(last.receipt()))
                .isPresent());
    }
}
