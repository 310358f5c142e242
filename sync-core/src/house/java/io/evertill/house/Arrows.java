package io.evertill.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.evertill.house.Plan.bound;
import static io.evertill.house.Plan.in;
import static io.evertill.house.Plan.outside;
import static io.evertill.house.Plan.wiring;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.evertill.rule.Wiring;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/// The rules about who may use what, checked on the compiled classes of every module.
///
/// Each rule has a name, which [io.evertill.rule.Exempt] uses, and a reason, which says what to do instead. A rule
/// whose package is still empty holds.
final class Arrows {
    private static final Set<String> IN_MEMORY = Set.of(
            "java.io.ByteArrayInputStream", "java.io.ByteArrayOutputStream", "java.io.IOException",
            "java.io.UncheckedIOException", "java.io.Serializable");

    private Arrows() {}

    /// Every rule by its name, as of the day on which the code was committed (empty if nobody knows).
    static Map<String, ArchRule> all(Optional<LocalDate> committed) {
        Map<String, ArchRule> rules = new TreeMap<>();
        order(rules);
        libraries(rules);
        purity(rules);
        shape(rules);
        Set<String> names = Stream.concat(rules.keySet().stream(), Plan.TIDY.stream()).collect(toUnmodifiableSet());
        rules.put("exemptions", classes().should(Shapes.explainTheirExemptions(names, committed))
                .because("an exemption names a rule, a reason and a last day: keep the rule, or argue anew"));
        rules.replaceAll((_, rule) -> rule.allowEmptyShould(true));
        return rules;
    }

    private static void order(Map<String, ArchRule> rules) {
        rules.put("plan", classes().that(bound("plan")).should(Shapes.standInThePlan())
                .because("every package is a word of the shop: add it to Plan, in its place, or move the class"));
        rules.put("layers", classes().that(bound("layers")).should(Shapes.lookOnlyDown())
                .because("arrows point from the network to the money: move the type down, or pass a value upwards"));
        rules.put("cycles", slices().matching(Plan.ROOT + ".(**)").should().beFreeOfCycles()
                .because("packages are read one after the other: move the shared type below both"));
        rules.put("screen", noClasses().that(bound("screen")).and(in("till", "view"))
                .should().dependOnClassesThat(in("wire", "db", "outbox", "ingest", "feed", "link"))
                .because("the screen knows the domain only: answer with an effect and let pos carry it out"));
        rules.put("till", noClasses().that(bound("till")).and(in("till")).should().dependOnClassesThat(in("view"))
                .because("the reducer decides and the view shows: put what it needs into TillState"));
    }

    private static void libraries(Map<String, ArchRule> rules) {
        rules.put("sql", noClasses().that(bound("sql")).and(outside("db")).should().dependOnClassesThat(
                        from("java.sql", "javax.sql", "org.sqlite", "org.postgresql", "org.flywaydb", "com.zaxxer.hikari"))
                .because("only db speaks to a database: add a method to the class of that table"));
        rules.put("database", noClasses().that(bound("database")).and(in("db"))
                .should().dependOnClassesThat(from("okhttp3", "io.javalin", "javafx", "com.fasterxml.jackson"))
                .because("db knows records and JDBC: let wire read the bytes and link carry them"));
        rules.put("javafx", classes().that(bound("javafx")).should(Shapes.leaveJavaFxToTheViews())
                .because("only view and one main class in pos draw: let the reducer answer with state"));
        rules.put("http-client", noClasses().that(bound("http-client")).and(outside("link"))
                .should().dependOnClassesThat(from("okhttp3", "okio", "java.net.http")
                        .or(named("java.net.HttpURLConnection", "java.net.URLConnection")))
                .because("only link calls over the network: use the Link that is handed in"));
        rules.put("http-server", noClasses().that(bound("http-server")).and(outside("central"))
                .should().dependOnClassesThat(from("io.javalin", "org.eclipse.jetty", "jakarta.servlet", "com.sun.net.httpserver"))
                .because("only central answers requests: put the step into sync-core and the route into central"));
        rules.put("environment", noClasses().that(bound("environment")).and(DescribedPredicate.not(wiring()))
                .should().accessTargetWhere(Calls.environment())
                .because("behaviour comes from settings, by constructor: read the environment in a @Wiring class"));
        rules.put("console", noClasses().that(bound("console")).and(outside("command")).and(DescribedPredicate.not(wiring()))
                .should().accessTargetWhere(Calls.console())
                .because("only a command talks to a terminal: take a PrintWriter by constructor, or use a logger"));
    }

    private static void purity(Map<String, ArchRule> rules) {
        rules.put("clock", noClasses().that(bound("clock")).and(DescribedPredicate.not(wiring()))
                .should().accessTargetWhere(Calls.clock())
                .because("time comes from outside: take an Instant, or an InstantSource by constructor"));
        rules.put("chance", noClasses().that(bound("chance")).and(DescribedPredicate.not(wiring()))
                .should().accessTargetWhere(Calls.chance())
                .because("chance comes from outside: take a RandomGenerator, or the identifiers, by constructor"));
        rules.put("waiting", noClasses().that(bound("waiting")).and(DescribedPredicate.not(wiring()))
                .should().accessTargetWhere(Calls.waiting())
                .because("nobody sleeps: schedule the next step on the executor that is handed in"));
        rules.put("pure-io", noClasses().that(bound("pure-io")).and(in(Plan.PURE))
                .should().dependOnClassesThat(from("java.io", "java.nio.file", "java.nio.channels", "java.net")
                        .and(DescribedPredicate.not(named(IN_MEMORY.toArray(String[]::new)))))
                .because("it must be true on paper: take the bytes and give back bytes"));
        rules.put("pure-log", noClasses().that(bound("pure-log")).and(in(Plan.PURE))
                .should().dependOnClassesThat(from("org.slf4j", "ch.qos.logback", "java.util.logging", "java.lang.System$Logger"))
                .because("a pure function tells its caller: return a value that says what happened"));
        rules.put("pure-threads", noClasses().that(bound("pure-threads")).and(in(Plan.PURE))
                .should().dependOnClassesThat(from("java.util.concurrent.locks", "java.util.concurrent.atomic")
                        .or(named("java.lang.Thread", "java.lang.ThreadLocal", "java.util.concurrent.CompletableFuture"))
                        .or(JavaClass.Predicates.assignableTo(Executor.class)))
                .because("threads belong to pos-app and central: return an effect"));
        rules.put("statics", fields().that(DescribedPredicate.describe("static", (JavaField field) ->
                                field.getModifiers().contains(JavaModifier.STATIC)
                                        && !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .and().areDeclaredInClassesThat(bound("statics")).should().beFinal()
                .because("a mutable static is shared by every till in the simulation: make it a field"));
    }

    private static void shape(Map<String, ArchRule> rules) {
        rules.put("names", classes().that(bound("names")).should(Shapes.haveAPlainName())
                .because("names are words of the shop: say what it is, not which role it plays"));
        rules.put("methods", classes().that(bound("methods")).should(Shapes.sayWhatTheCallerGets())
                .because("a method says what the caller gets (head, change, find) or is a command (append, apply)"));
        rules.put("constructors", classes().that(bound("constructors")).should(Shapes.takeFewParameters())
                .because("more than five parameters hide a record or a second class: find its name"));
        rules.put("inheritance", classes().that(bound("inheritance")).should(Shapes.inheritNoImplementation())
                .because("behaviour is shared by calling it: use a sealed interface, or a field"));
        rules.put("wiring", noClasses().that(outside("pos", "device", "command", "replay", "demo", "bench", "faults", "central"))
                .should().beAnnotatedWith(Wiring.class)
                .because("the object graph is built in pos-app and central: take what you need by constructor"));
    }

    private static DescribedPredicate<JavaClass> from(String... packages) {
        List<String> roots = List.of(packages);
        return DescribedPredicate.describe("from " + String.join(", ", roots), type -> {
            String name = type.getBaseComponentType().getName();
            return roots.stream().anyMatch(root -> name.equals(root) || name.startsWith(root + "."));
        });
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> wanted = Set.of(names);
        return DescribedPredicate.describe("named " + String.join(", ", names), (JavaClass type) -> wanted.contains(type.getName()));
    }
}
