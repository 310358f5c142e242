package io.evertill.inventory;

import io.evertill.count.Classification;
import io.evertill.count.CountClass;
import io.evertill.count.Schedule;
import io.evertill.db.CountClasses;
import io.evertill.db.CountLines;
import io.evertill.db.Incidents;
import io.evertill.db.StockExceptions;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.money.UnitPrice;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import java.math.BigInteger;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// What a branch counts today and why (domain 2d, R75 to R78).
public final class CountPlanning {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration QUARTER = Duration.ofDays(90);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final BigInteger ONE = BigInteger.valueOf(10_000);

    private CountPlanning() {}

    /// A day's plan.
    ///
    /// @param listed how many lines are new on the list
    /// @param size how many keys the branch counts in a day
    /// @param needed how many it would have to, so that each class keeps its interval
    /// @param breachDay in how many days some goods will not have been counted for a quarter, if it goes on so
    public record Plan(int listed, int size, int needed, Optional<Integer> breachDay) {
        /// Whether the branch cannot keep what it promises.
        public boolean isTooSlow() {
            return size < needed || breachDay.isPresent();
        }
    }

    /// Puts on the list what a branch counts today; classes are figured anew once a month. A pace that is too slow becomes an
    /// incident.
    ///
    /// @param size how many keys the branch can count in a day; empty for as many as needed
    public static Plan plan(Tx tx, String branch, Optional<Integer> size, Supplier<UUID> ids) {
        if (tx.countClasses().figuredAt(branch).filter(at -> at.plus(MONTH).isAfter(tx.now())).isEmpty()) {
            classify(tx, branch);
        }
        List<Schedule.Candidate<Move.Key>> candidates = candidates(tx, branch);
        Map<CountClass, Integer> sizes = new EnumMap<>(CountClass.class);
        candidates.forEach(each -> sizes.merge(each.countClass(), 1, Integer::sum));
        int needed = Schedule.dailySize(sizes);
        int day = size.orElse(needed);
        int listed = 0;
        for (Schedule.Candidate<Move.Key> each : Schedule.list(candidates, tx.now(), day)) {
            listed += tx.countLines().plan(ids.get(), each.id(), each.countClass(), each.reason(), tx.now(),
                    Optional.of(each.since())) ? 1 : 0;
        }
        Plan plan = new Plan(listed, day, needed, Schedule.firstBreach(candidates, tx.now(), day));
        if (plan.isTooSlow()) {
            warn(tx, branch, plan);
        }
        return plan;
    }

    /// Figures the classes of a branch from what its products did.
    public static void classify(Tx tx, String branch) {
        Assortment assortment = new Assortment(tx);
        Map<ProductId, CountClasses.Known> known = tx.countClasses().of(branch);
        Map<ProductId, Classification.Standing> before = new HashMap<>();
        known.forEach((product, each) -> before.put(product, each.standing()));
        List<Classification.Usage> usages = new ArrayList<>();
        tx.countClasses().eachMoved(branch, tx.now().minus(YEAR), tx.now().minus(QUARTER), moved -> {
            long age = Math.max(1, Duration.between(moved.since(), tx.now()).toDays());
            usages.add(new Classification.Usage(moved.product(), BigInteger.valueOf(Math.max(0, moved.issued())),
                    moved.movements(), age, Optional.ofNullable(known.get(moved.product())).flatMap(CountClasses.Known::pin)));
        });
        List<Classification.Usage> valued = usages.stream()
                .map(usage -> valued(usage, assortment.each(branch, assortment.require(usage.product()))))
                .toList();
        Map<ProductId, Classification.Standing> standings = Classification.of(valued, before);
        valued.forEach(usage -> tx.countClasses().put(
                branch, usage, Optional.ofNullable(standings.get(usage.product())).orElseThrow(), tx.now()));
    }

    /// What left the branch, as a value of a whole year.
    private static Classification.Usage valued(Classification.Usage usage, UnitPrice each) {
        BigInteger value = usage.value().multiply(BigInteger.valueOf(each.tenThousandths())).divide(ONE);
        BigInteger yearly = usage.ageDays() >= YEAR.toDays()
                ? value
                : value.multiply(BigInteger.valueOf(YEAR.toDays())).divide(BigInteger.valueOf(usage.ageDays()));
        return new Classification.Usage(usage.product(), yearly, usage.movements(), usage.ageDays(), usage.pin());
    }

    private static List<Schedule.Candidate<Move.Key>> candidates(Tx tx, String branch) {
        Assortment assortment = new Assortment(tx);
        List<CountLines.Countable> countables = new ArrayList<>();
        tx.countLines().eachCountable(branch, tx.now().minus(CountClass.LONGEST), countables::add);
        Set<Move.Key> nameless = LotResolution.nameless(tx, branch);
        return countables.stream()
                .filter(each -> each.key().place().kind().isReal() && !nameless.contains(each.key()))
                .map(each -> new Schedule.Candidate<>(each.key(), each.countClass().orElse(CountClass.B), each.since(),
                        Math.abs(assortment.value(branch, assortment.require(each.key().product()), each.quantity()).minor()),
                        reason(tx, each)))
                .toList();
    }

    private static Schedule.Reason reason(Tx tx, CountLines.Countable countable) {
        if (countable.quantity() >= 0) {
            return Schedule.Reason.DUE;
        }
        boolean isOversold = countable.key().place().kind() == Place.Kind.AVAILABLE
                && tx.stockExceptions().open(StockExceptions.Kind.OVERSOLD, countable.key()).isPresent();
        return isOversold ? Schedule.Reason.OVERSOLD : Schedule.Reason.NEGATIVE;
    }

    private static void warn(Tx tx, String branch, Plan plan) {
        tx.incidents().note(new Incidents.Event(branch, "", "COUNT_OVERDUE",
                tx.now().atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1).toString(),
                "Store " + branch + " counts " + plan.size() + " lines a day and needs " + plan.needed()
                        + plan.breachDay().map(day -> "; in " + day + " days some goods will not have been counted for a quarter")
                                .orElse("")
                        + ". Count more a day: evertill-central count list --size."), tx.now());
    }
}
