package io.evertill.till;

import io.evertill.availability.StockPolicy;
import io.evertill.key.Scanner;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.price.BookAge;
import io.evertill.sale.DiscountLimits;
import io.evertill.shift.DrawerRules;
import io.evertill.staff.ActLimits;
import io.evertill.tax.TaxRule;
import java.time.ZoneId;
import java.util.List;

/// Where the till stands and how it is set up: what does not change while it is open.
///
/// @param store the store's code or name, as people know it
/// @param till the till's
/// @param terminal which one of all that were ever called so
/// @param zone of the clock on the wall
/// @param taxRule how taxes are rounded here
/// @param changeMax the most change in cash: a larger amount was mistyped; its currency is the till's
/// @param cashiers who may sign in, at least one
/// @param supervisors who may agree to what a cashier may not do alone, at least one
/// @param stockPolicy what to do when the figures say that goods are not there
/// @param bookAge how old the prices may be
/// @param discounts what a cashier may make cheaper alone
/// @param limits up to which amount people do something alone
/// @param drawer how cash is handled
/// @param coin the smallest coin in minor units: cash is rounded to it
/// @param keymap which key does what
/// @param scanner how the scanners are set up
/// @param hasNetworkSwitch whether a person may cut the network here, for a demonstration
/// @param equipment what can be asked here
public record Lane(
        String store,
        String till,
        String terminal,
        ZoneId zone,
        TaxRule taxRule,
        Money changeMax,
        List<Person> cashiers,
        List<Person> supervisors,
        StockPolicy stockPolicy,
        BookAge bookAge,
        DiscountLimits discounts,
        ActLimits limits,
        DrawerRules drawer,
        long coin,
        Keymap keymap,
        Scanner scanner,
        boolean hasNetworkSwitch,
        Equipment equipment) {
    /// The most cashiers of one till, and the most supervisors.
    public static final int PEOPLE_MAX = 200;

    /// Copies the list; refuses a till for nobody.
    public Lane {
        cashiers = List.copyOf(cashiers);
        supervisors = List.copyOf(supervisors);
        for (List<Person> people : List.of(cashiers, supervisors)) {
            if (people.isEmpty() || people.size() > PEOPLE_MAX) {
                throw new IllegalArgumentException(
                        "a till has 1 to " + PEOPLE_MAX + " cashiers and supervisors, not " + people.size());
            }
        }
        if (!changeMax.isPositive()) {
            throw new IllegalArgumentException("change is limited to something above zero: " + changeMax);
        }
    }
}
