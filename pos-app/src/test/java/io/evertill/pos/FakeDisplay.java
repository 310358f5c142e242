package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.sale.Sale;
import io.evertill.till.Activity;
import io.evertill.till.TillState;
import io.evertill.view.CustomerPage;
import io.evertill.view.CustomerScreen;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/// A customers' screen with the thread that draws it. One that is slow draws when it is told another mood; one that throws may have
/// drawn half of the page before.
final class FakeDisplay implements CustomerScreen, Executor {
    private final Queue<Runnable> later = new ArrayDeque<>();
    private CustomerPage seen = CustomerPage.DARK;
    private Mood mood = Mood.FINE;
    private int drawn;

    /// How it is.
    enum Mood { FINE, SLOW, THROWS, THROWS_HALFWAY, CLOSED, PULLED_OUT }

    void is(Mood other) {
        mood = other;
        if (isGone()) {
            seen = CustomerPage.DARK;
        }
        turn();
    }

    private boolean isGone() {
        return mood == Mood.CLOSED || mood == Mood.PULLED_OUT;
    }

    @Override
    public void execute(Runnable work) {
        later.add(work);
        if (mood != Mood.SLOW) {
            turn();
        }
    }

    private void turn() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    @Override
    public void show(CustomerPage page) {
        switch (mood) {
            case FINE, SLOW -> seen = page;
            case CLOSED -> {}
            case PULLED_OUT -> throw new IllegalStateException("it is pulled out");
            case THROWS, THROWS_HALFWAY -> stumble(page);
        }
        drawn++;
    }

    /// Only nothing can be shown.
    private void stumble(CustomerPage page) {
        boolean isDark = page.equals(CustomerPage.DARK);
        if (isDark || mood == Mood.THROWS_HALFWAY) {
            seen = isDark ? page : new CustomerPage(page.shop(), page.rows(), page.title(), seen.amount(), seen.below());
        }
        if (!isDark) {
            throw new IllegalStateException("it " + mood);
        }
    }

    /// How often it showed something.
    int drawn() {
        return drawn;
    }

    /// What customers see now is of this state, or nothing; one that is fine shows it, and one that is slow is not asked for more.
    void check(TillState state) {
        assertTrue(later.size() <= 1, () -> later.size() + " pages wait for a screen that is " + mood);
        if (mood == Mood.FINE || (mood != Mood.SLOW && !seen.equals(CustomerPage.DARK))) {
            assertEquals(owed(state), seen.amount(), () -> "the customers' screen, " + mood + ", in " + state.activity());
            BigDecimal shown = seen.rows().stream().map(row -> new BigDecimal(row.amount())).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, goods(state).compareTo(shown), () -> shown + " of goods on the customers' screen of " + goods(state));
        }
    }

    /// What customers get back is shown without a sign: the title says which way it goes.
    private static String owed(TillState state) {
        Money owed = state.activity() instanceof Activity.Done(var completed) ? given(completed.sale()) : state.remaining();
        return "€" + (owed.isNegative() ? owed.negated() : owed).text();
    }

    private static Money given(Sale sale) {
        return sale.total().isNegative() ? sale.total().plus(sale.rounding()) : sale.change();
    }

    private static BigDecimal goods(TillState state) {
        Money goods = state.activity() instanceof Activity.Done(var completed)
                ? completed.sale().total()
                : state.sale().basket().total();
        return new BigDecimal(goods.text());
    }
}
