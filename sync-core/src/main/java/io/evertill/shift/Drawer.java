package io.evertill.shift;

import io.evertill.money.Money;

/// What the drawer should hold and what went through the till in a shift.
///
/// @param cash what should be in the drawer
/// @param sales how many sales, returns included
/// @param total their sum
public record Drawer(Money cash, long sales, Money total) {
    /// Refuses a negative count and two currencies.
    public Drawer {
        if (sales < 0 || !cash.currency().equals(total.currency())) {
            throw new IllegalArgumentException("a drawer with " + cash + " after " + sales + " sales of " + total);
        }
    }
}
