package io.evertill.till;

import io.evertill.price.BookAge;
import io.evertill.sale.Consent;
import java.time.Duration;
import java.util.Optional;

/// How old the prices are, and what follows from it (domain 2g): no money is taken before a supervisor agreed to prices that are
/// too old. What was paid already is a fact and is saved whatever their age.
public final class BookAges {
    private BookAges() {}

    /// What the age of the prices means.
    public static BookAge.Verdict verdict(TillState state) {
        return state.lane().bookAge().judge(state.around().sync().confirmedAt(), state.around().now());
    }

    /// How old the prices are, or how far ahead of the clock; empty for a till that no centre tells anything.
    public static Optional<Duration> age(TillState state) {
        return state.around().sync().confirmedAt().map(at -> Duration.between(at, state.around().now()).abs());
    }

    /// Whether money may be taken at these prices; if not, asks a supervisor. A word holds until the till hears of the centre again,
    /// somebody signs out, or the till is started anew.
    static boolean isSellable(Turn turn) {
        TillState state = turn.state();
        boolean isAgreed = state.watch().agreedPrices().equals(state.around().sync().confirmedAt());
        if (verdict(state) != BookAge.Verdict.SUPERVISOR || isAgreed) {
            return true;
        }
        state.around().sync().confirmedAt().ifPresent(at -> Approvals.ask(turn, new Matter.Prices(new Consent.OldPrices(at))));
        return false;
    }
}
