package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.receipt.Mark;
import io.evertill.tender.Settlement;
import io.evertill.tender.Settlement.Offer;
import io.evertill.tender.Tender;
import io.evertill.till.Notice.Tone;
import java.util.Optional;

/// Taking money, paying it out, and completing the sale.
final class Payments {
    private static final int VOUCHER_CODE_LENGTH_MAX = 64;

    private Payments() {}

    /// Cash, exactly what remains: the one key.
    static void exact(Turn turn) {
        if (!isPayable(turn)) {
            return;
        }
        if (!turn.state().input().isEmpty()) {
            turn.refuse(Phrase.INPUT_FIRST);
            return;
        }
        if (turn.state().remaining().isZero()) {
            save(turn);
        } else {
            offer(turn, new Tender.Cash(turn.state().remainingInCash()));
        }
    }

    /// Cash of the typed amount; without one, the question for it.
    static void cash(Turn turn) {
        if (!isPayable(turn)) {
            return;
        }
        if (turn.state().input().isEmpty()) {
            if (turn.state().activity() instanceof Activity.Paying) {
                exact(turn);
            } else {
                turn.go(new Activity.Paying());
            }
            return;
        }
        typedAmount(turn).ifPresent(amount -> handed(turn, amount));
    }

    /// A quick amount was touched.
    static void handed(Turn turn, Money amount) {
        Money remaining = turn.state().remainingInCash();
        if (!isPayable(turn) || !amount.currency().equals(remaining.currency()) || !amount.isPositive()) {
            return;
        }
        boolean isTooLarge = remaining.isPositive()
                && amount.minus(remaining).compareTo(turn.state().lane().changeMax()) > 0;
        if (isTooLarge) {
            turn.refuse(Phrase.CHANGE_TOO_LARGE, turn.state().lane().changeMax());
        } else if (remaining.isZero()) {
            turn.refuse(Phrase.PAID_IN_FULL);
        } else {
            offer(turn, new Tender.Cash(signed(amount, remaining)));
        }
    }

    /// Asks for the code of a voucher.
    static void voucher(Turn turn) {
        if (!isPayable(turn) || !isRemaining(turn)) {
            return;
        }
        Optional<Money> amount = turn.state().input().isEmpty() ? Optional.empty() : typedAmount(turn);
        if (amount.isPresent() || turn.state().input().isEmpty()) {
            turn.type("");
            turn.go(new Activity.VoucherCode(amount));
        }
    }

    /// Takes the code of a voucher, typed or scanned.
    static void voucherCode(Turn turn, Activity.VoucherCode asked, String typed) {
        String code = typed.strip();
        boolean isTaken = turn.state().sale().tenders().stream()
                .anyMatch(tender -> tender instanceof Tender.Voucher(Money _, String other) && other.equals(code));
        if (code.isEmpty() || code.length() > VOUCHER_CODE_LENGTH_MAX) {
            turn.say(Tone.ASKING, Phrase.VOUCHER_CODE_FIRST);
            return;
        }
        turn.type("");
        if (isTaken) {
            turn.refuse(Phrase.VOUCHER_TWICE, code);
        } else if (!Waits.isSellable(turn)) {
            return;
        } else if (asked.amount().isPresent()) {
            offer(turn, new Tender.Voucher(signed(asked.amount().get(), turn.state().remaining()), code));
        } else {
            turn.go(new Activity.VoucherAmount(code));
        }
    }

    /// Takes what a voucher pays: the typed amount, or all that remains.
    static void voucherAmount(Turn turn, String code) {
        Money remaining = turn.state().remaining();
        Optional<Money> amount = turn.state().input().isEmpty()
                ? Optional.of(remaining)
                : typedAmount(turn).map(typed -> signed(typed, remaining));
        amount.filter(_ -> Waits.isSellable(turn)).ifPresent(money -> offer(turn, new Tender.Voucher(money, code)));
    }

    /// Offers a tender; the sale is saved as soon as nothing remains.
    static void offer(Turn turn, Tender tender) {
        OpenSale sale = turn.state().sale();
        switch (sale.settlement().offer(tender)) {
            case Offer.Added(Settlement settlement) -> {
                turn.type("");
                turn.hold(sale.with(settlement.tenders()));
                proceed(turn);
            }
            case Offer.TooMuch(Money remaining) -> turn.refuse(Phrase.AT_MOST, remaining);
            case Offer.Pointless() -> turn.refuse(Phrase.NOT_AN_AMOUNT, turn.state().input());
            case Offer.NoSuchCoins(Money coin) -> turn.refuse(Phrase.NO_SUCH_COINS, coin);
            case Offer.TooMany() -> turn.refuse(Phrase.TENDERS_FULL, Settlement.TENDERS_MAX);
        }
    }

    /// Saves a sale that is paid, goes on paying one that is not.
    static void proceed(Turn turn) {
        if (turn.state().sale().settlement().isComplete()) {
            save(turn);
        } else if (!VoidLast.payBack(turn)) {
            Waits.go(turn, new Activity.Paying());
        }
    }

    private static void save(Turn turn) {
        TillState state = turn.state();
        if (isSavable(turn) && state.duty().isPresent()) {
            Duty duty = state.duty().get();
            long ask = turn.ask(number -> new TillEffect.Save(number, state.sale(), state.sale().settlement(), duty));
            turn.go(new Activity.Saving(ask));
        } else {
            turn.go(new Activity.Paying());
        }
    }

    /// The sale is in the ledger: drawer, then receipt, then the next customer.
    static void saved(Turn turn, Completed completed) {
        boolean hasCash = completed.sale().tenders().stream().anyMatch(Tender.Cash.class::isInstance);
        Baskets.clear(turn);
        turn.become(turn.state().completed(Optional.of(completed)));
        turn.go(new Activity.Done(completed));
        turn.hush();
        if (hasCash) {
            turn.want(new TillEffect.OpenDrawer());
        }
        turn.want(new TillEffect.Print(completed, Mark.ORIGINAL));
        Duties.sayUnprinted(turn);
    }

    /// Whether money may be taken now; if not, says why.
    static boolean isPayable(Turn turn) {
        return isSavable(turn) && Patrons.isSellable(turn) && BookAges.isSellable(turn) && Discounts.isSellable(turn)
                && Waits.isSellable(turn);
    }

    private static boolean isSavable(Turn turn) {
        TillState state = turn.state();
        if (state.around().stopped().isPresent()) {
            turn.warn(state.around().stopped().get());
            turn.play(TillEffect.Sound.BLOCKED);
            return false;
        }
        if (state.duty().isEmpty() || state.sale().basket().lines().isEmpty()) {
            turn.refuse(Phrase.NOTHING_TO_PAY);
            return false;
        }
        return true;
    }

    /// Whether something remains for a means of payment that gives no change; if not, says so.
    static boolean isRemaining(Turn turn) {
        if (turn.state().remaining().isZero()) {
            turn.refuse(Phrase.PAID_IN_FULL);
            return false;
        }
        if (turn.state().sale().tenders().size() >= Settlement.TENDERS_MAX) {
            turn.refuse(Phrase.TENDERS_FULL, Settlement.TENDERS_MAX);
            return false;
        }
        return true;
    }

    /// The amount that the input line says; says so when it says none.
    static Optional<Money> typedAmount(Turn turn) {
        Optional<Money> amount = new Typing(turn.state().input()).amount(turn.state().lane().changeMax().currency());
        if (amount.isEmpty()) {
            turn.refuse(Phrase.NOT_AN_AMOUNT, turn.state().input());
        }
        return amount;
    }

    /// People type no signs: an amount is paid out when something is owed to the customer.
    static Money signed(Money amount, Money remaining) {
        return remaining.isNegative() ? amount.negated() : amount;
    }
}
