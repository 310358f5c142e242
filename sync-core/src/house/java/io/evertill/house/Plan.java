package io.evertill.house;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.evertill.rule.Exempt;
import io.evertill.rule.Wiring;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The packages of the product and their order: the plan that the rules are checked against.
///
/// A new package is added here, in its place, in the same commit that adds it.
final class Plan {
    static final String ROOT = "io.evertill";

    /// The packages of `central` and, below them, of `sync-core`. Each line may import from itself and from the lines below it.
    static final List<Set<String>> LAYERS = List.of(
            Set.of("central"),
            Set.of("central.simulator"),
            Set.of("central.command.till", "central.command.product", "central.command.stock", "central.command.transfer",
                    "central.command.count", "central.command.upkeep", "central.command.period", "central.command.place",
                    "central.command.customer"),
            Set.of("central.command"),
            Set.of("central.route.till", "central.route.stock", "central.route.staff", "central.route.health"),
            Set.of("central.route"),
            Set.of("central.desk"),
            Set.of("central.tls"),
            Set.of("central.office"),
            Set.of("link"),
            Set.of("outbox", "ingest", "register", "audit"),
            Set.of("closing", "pricing", "reserving"),
            Set.of("inventory"),
            Set.of("feed", "cost"),
            Set.of("db"),
            Set.of("wire"),
            Set.of("availability", "report", "staff", "journal"),
            Set.of("entry"),
            Set.of("ledger"),
            Set.of("sale", "receipt", "shift", "count", "transfer", "reservation", "alert"),
            Set.of("price", "tax", "tender"),
            Set.of("product", "lot", "person", "customer"),
            Set.of("stock", "money"),
            Set.of("rule"));

    /// The packages of the other modules.
    static final Set<String> ROOMS =
            Set.of("key", "till", "view", "pos", "device",
                    "cable", "payment", "command", "doctor", "replay", "demo", "bench", "simulation", "faults");

    /// True on paper, without a computer: records and functions.
    static final Set<String> DOMAIN = Set.of(
            "availability", "report", "staff", "journal", "entry", "ledger", "sale", "receipt", "shift", "count", "transfer", "reservation",
            "alert", "price",
            "tax", "tender", "product", "lot", "person", "customer", "stock", "money", "rule");

    /// No input or output, clock, chance, log or mutable static.
    static final Set<String> PURE =
            Stream.of(DOMAIN, Set.of("wire", "key", "till")).flatMap(Set::stream).collect(toUnmodifiableSet());

    /// Packages without `double` and `float`.
    static final Set<String> EXACT = Set.of(
            "money", "stock", "product", "price", "tax", "tender", "sale", "receipt", "shift", "report", "entry", "ledger", "wire");

    /// The rules of the tidiness test from which a type can be exempt.
    static final Set<String> TIDY = Set.of("size", "imports", "floating-point", "mutation-switch");

    private Plan() {}

    /// The segment below the root package; empty for a foreign class and for one that stands in the root itself.
    static Optional<String> room(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        if (!name.startsWith(ROOT + ".")) {
            return Optional.empty();
        }
        return Optional.of(name.substring(ROOT.length() + 1));
    }

    /// The line in [#LAYERS]; empty for everything that has none.
    static Optional<Integer> layer(JavaClass type) {
        return room(type).flatMap(room -> Stream.iterate(0, i -> i < LAYERS.size(), i -> i + 1)
                .filter(i -> LAYERS.get(i).contains(room))
                .findFirst());
    }

    /// In one of these rooms, or in a package below it.
    static DescribedPredicate<JavaClass> in(Set<String> rooms) {
        return DescribedPredicate.describe(
                "in " + String.join(", ", rooms.stream().sorted().toList()),
                type -> room(type).filter(room -> within(room, rooms)).isPresent());
    }

    static DescribedPredicate<JavaClass> in(String... rooms) {
        return in(Set.of(rooms));
    }

    static DescribedPredicate<JavaClass> outside(String... rooms) {
        return DescribedPredicate.describe(
                "outside " + String.join(", ", rooms),
                type -> room(type).filter(room -> within(room, Set.of(rooms))).isEmpty());
    }

    private static boolean within(String room, Set<String> rooms) {
        return rooms.stream().anyMatch(each -> room.equals(each) || room.startsWith(each + "."));
    }

    /// Builds the object graph, or is nested in a type that does.
    static DescribedPredicate<JavaClass> wiring() {
        return DescribedPredicate.describe("@Wiring", type -> outermost(type).isAnnotatedWith(Wiring.class));
    }

    /// Carries no exemption from the rule of this name.
    static DescribedPredicate<JavaClass> bound(String rule) {
        return DescribedPredicate.describe(
                "not @Exempt from '" + rule + "'",
                type -> exemptions(outermost(type)).stream().noneMatch(exempt -> exempt.rule().equals(rule)));
    }

    static List<Exempt> exemptions(JavaClass type) {
        return Stream.concat(
                        type.tryGetAnnotationOfType(Exempt.class).stream(),
                        type.tryGetAnnotationOfType(Exempt.All.class).stream().flatMap(all -> Arrays.stream(all.value())))
                .toList();
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Plan::outermost).orElse(type);
    }
}
