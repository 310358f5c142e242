package io.evertill.availability;

import io.evertill.count.CountClass;
import io.evertill.count.Schedule;
import io.evertill.person.Person;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Goods of a branch that are to be counted. What the ledger expects is not told: the count is blind.
///
/// @param lot the batch; empty for goods without one
/// @param assignee the id of the person who has it on a sheet; empty when nobody has
/// @param why why it is on the list; empty when an older centre did not say
/// @param counters who counted it before, and does not count it again
public record CountTask(
        UUID line, ProductId product, Place place, String lot, String assignee, Optional<Why> why, List<Person> counters) {
    /// Copies the list.
    public CountTask {
        counters = List.copyOf(counters);
    }

    /// A task of which nothing more is said.
    public CountTask(UUID line, ProductId product, Place place, String lot, String assignee) {
        this(line, product, place, lot, assignee, Optional.empty(), List.of());
    }

    /// Why goods are on the list.
    ///
    /// @param countClass how often they are counted
    /// @param since when they were counted last, or became known; empty where nobody noted it
    public record Why(Schedule.Reason reason, CountClass countClass, Optional<Instant> since) {}

    /// Whether somebody counted it before, so that another person counts now.
    public boolean isRecount() {
        return !counters.isEmpty();
    }

    /// Whether a person may count it: nobody counts the same goods twice for one line.
    public boolean isFor(Person person) {
        return counters.stream().noneMatch(counter -> counter.id().equals(person.id()));
    }
}
