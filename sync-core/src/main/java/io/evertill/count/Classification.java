package io.evertill.count;

import io.evertill.product.ProductId;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Sorts the products of a branch into classes by value and by velocity (domain 2d), the better of both.
///
/// Products are ranked; those that make the first 80 % are A, those up to 95 % are B. The one that crosses a cut is still
/// within it, so that a shop of one product has an A.
public final class Classification {
    /// A product younger than this is B: its figures say nothing yet.
    public static final int NEW_DAYS = 30;

    private static final int WHOLE = 100;
    private static final Cuts USUAL = new Cuts(80, 95);
    /// Five points beyond the cut, for who rises and for who falls.
    private static final Cuts RISING = new Cuts(75, 90);
    private static final Cuts FALLING = new Cuts(85, WHOLE);

    private Classification() {}

    /// What a product did, the inputs that are stored with its class.
    ///
    /// @param value what left the branch in a year, in ten-thousandths of the currency; not below zero
    /// @param movements how many movements it had in 90 days: chances for an error, not units
    /// @param ageDays since when it is known
    /// @param pin a class that a person chose
    public record Usage(ProductId product, BigInteger value, long movements, long ageDays, Optional<CountClass> pin) {}

    /// A product's class.
    ///
    /// @param figured what its figures alone said in this run: a second run that says the same changes the class
    public record Standing(CountClass current, CountClass figured) {}

    private record Cuts(int first, int second) {}

    /// The classes of all products of a branch.
    ///
    /// @param before their standings after the run before
    public static Map<ProductId, Standing> of(Collection<Usage> usages, Map<ProductId, Standing> before) {
        Map<ProductId, CountClass> usual = figured(usages, USUAL);
        Map<ProductId, CountClass> rising = figured(usages, RISING);
        Map<ProductId, CountClass> falling = figured(usages, FALLING);
        Map<ProductId, Standing> standings = new HashMap<>();
        for (Usage usage : usages) {
            ProductId product = usage.product();
            CountClass figured = of(usual, product);
            CountClass current = usage.pin().orElseGet(() -> usage.ageDays() < NEW_DAYS
                    ? CountClass.B
                    : steady(Optional.ofNullable(before.get(product)), figured, of(rising, product), of(falling, product)));
            standings.put(product, new Standing(current, figured));
        }
        return Map.copyOf(standings);
    }

    private static CountClass of(Map<ProductId, CountClass> classes, ProductId product) {
        return classes.getOrDefault(product, CountClass.C);
    }

    /// A class changes when the product is five points beyond the cut, or says the same a second time.
    private static CountClass steady(
            Optional<Standing> before, CountClass figured, CountClass rising, CountClass falling) {
        if (before.isEmpty() || before.get().figured() == figured) {
            return figured;
        }
        CountClass current = before.get().current();
        if (rising.compareTo(current) < 0) {
            return rising;
        }
        return falling.compareTo(current) > 0 ? falling : current;
    }

    private static Map<ProductId, CountClass> figured(Collection<Usage> usages, Cuts cuts) {
        Map<ProductId, CountClass> classes = ranked(usages, cuts, Usage::value);
        ranked(usages, cuts, usage -> BigInteger.valueOf(usage.movements()))
                .forEach((product, other) -> classes.merge(product, other, CountClass::better));
        return classes;
    }

    private static Map<ProductId, CountClass> ranked(
            Collection<Usage> usages, Cuts cuts, Function<Usage, BigInteger> measure) {
        List<Usage> ranked = usages.stream()
                .sorted(Comparator.comparing(measure).reversed().thenComparing(Usage::product))
                .toList();
        BigInteger total = ranked.stream().map(measure).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger above = BigInteger.ZERO;
        Map<ProductId, CountClass> classes = new HashMap<>();
        for (Usage usage : ranked) {
            BigInteger share = above.multiply(BigInteger.valueOf(WHOLE));
            boolean isSomething = measure.apply(usage).signum() > 0;
            CountClass found = isSomething && isWithin(share, cuts.second(), total) ? CountClass.B : CountClass.C;
            classes.put(usage.product(), isSomething && isWithin(share, cuts.first(), total) ? CountClass.A : found);
            above = above.add(measure.apply(usage));
        }
        return classes;
    }

    private static boolean isWithin(BigInteger share, int cut, BigInteger total) {
        return share.compareTo(total.multiply(BigInteger.valueOf(cut))) < 0;
    }
}
