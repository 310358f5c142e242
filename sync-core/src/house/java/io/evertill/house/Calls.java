package io.evertill.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Map;
import java.util.Set;

/// Calls into the JDK and libraries that only the object graph may make, also as method references.
///
/// A call is named by its class and method; `*` stands for every method of the class, `new` for a constructor.
final class Calls {
    /// Ask the machine for the time.
    private static final Map<String, Set<String>> CLOCK = Map.ofEntries(
            Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
            Map.entry("java.time.Clock", Set.of("system", "systemUTC", "systemDefaultZone")),
            Map.entry("java.time.InstantSource", Set.of("system")),
            Map.entry("java.time.Instant", Set.of("now")),
            Map.entry("java.time.LocalDate", Set.of("now")),
            Map.entry("java.time.LocalDateTime", Set.of("now")),
            Map.entry("java.time.LocalTime", Set.of("now")),
            Map.entry("java.time.OffsetDateTime", Set.of("now")),
            Map.entry("java.time.ZonedDateTime", Set.of("now")),
            Map.entry("java.time.Year", Set.of("now")),
            Map.entry("java.time.YearMonth", Set.of("now")),
            Map.entry("java.util.Calendar", Set.of("getInstance")));

    /// Ask the machine for chance or an identifier.
    private static final Map<String, Set<String>> CHANCE = Map.ofEntries(
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.util.Random", Set.of("new")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
            Map.entry("java.security.SecureRandom", Set.of("new", "getInstance", "getInstanceStrong")),
            Map.entry("java.util.random.RandomGenerator", Set.of("of", "getDefault")),
            Map.entry("java.util.random.RandomGeneratorFactory", Set.of("create")),
            Map.entry("com.fasterxml.uuid.Generators", Set.of(
                    "randomBasedGenerator", "timeBasedGenerator", "timeBasedEpochGenerator",
                    "timeBasedEpochRandomGenerator", "timeBasedReorderedGenerator")));

    private static final Map<String, Set<String>> WAIT = Map.of(
            "java.lang.Thread", Set.of("sleep"),
            "java.util.concurrent.TimeUnit", Set.of("sleep"),
            "java.util.concurrent.locks.LockSupport", Set.of("parkNanos", "parkUntil"));

    private static final Map<String, Set<String>> ENVIRONMENT = Map.of(
            "java.lang.System", Set.of("getProperty", "getProperties", "getenv", "setProperty"),
            "java.lang.Boolean", Set.of("getBoolean"),
            "java.lang.Integer", Set.of("getInteger"),
            "java.lang.Long", Set.of("getLong"));

    private static final Map<String, Set<String>> CONSOLE =
            Map.of("java.lang.System", Set.of("out", "err", "console"), "java.lang.IO", Set.of("*"));

    private Calls() {}

    static DescribedPredicate<JavaAccess<?>> clock() {
        // "new Date()" reads the clock and "new Date(long)" does not; neither has a use here.
        return any("the machine's clock", CLOCK).or(any("java.util.Date", Map.of("java.util.Date", Set.of("new"))));
    }

    static DescribedPredicate<JavaAccess<?>> chance() {
        return any("the machine's randomness", CHANCE)
                .or(DescribedPredicate.describe("an unseeded SplittableRandom", access ->
                        access.getTarget() instanceof AccessTarget.ConstructorCallTarget target
                                && target.getOwner().getName().equals("java.util.SplittableRandom")
                                && target.getRawParameterTypes().isEmpty()));
    }

    static DescribedPredicate<JavaAccess<?>> waiting() {
        return any("a wait on the machine's clock", WAIT);
    }

    static DescribedPredicate<JavaAccess<?>> environment() {
        return any("properties or environment of the process", ENVIRONMENT);
    }

    static DescribedPredicate<JavaAccess<?>> console() {
        return any("the console", CONSOLE);
    }

    private static DescribedPredicate<JavaAccess<?>> any(String description, Map<String, Set<String>> calls) {
        return DescribedPredicate.describe(description, access -> {
            AccessTarget target = access.getTarget();
            Set<String> names = calls.getOrDefault(target.getOwner().getName(), Set.of());
            String name = target.getName().equals("<init>") ? "new" : target.getName();
            return names.contains(name) || names.contains("*");
        });
    }
}
