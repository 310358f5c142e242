package io.evertill.house;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Breaks every rule of [Arrows] once, because a rule that cannot fail holds nothing.
final class BrokenArrowsTest {
    private static final Pattern TYPE =
            Pattern.compile("package ([\\w.]+);.*?(?:class|interface|record|enum) (\\w+)", Pattern.DOTALL);

    /// Libraries that `sync-core` does not see, by name only.
    private static final List<String> FOREIGN = List.of(
            "package javafx.scene; public class Node {}",
            "package io.javalin; public class Javalin {}");

    private static final LocalDate COMMITTED = LocalDate.of(2026, 5, 1);

    @TempDir
    Path folder;

    static Stream<Arguments> samples() {
        return Stream.of(
                arguments("plan", new String[] {"package io.evertill.common; class Odds {}"}),
                arguments("plan", new String[] {"package io.evertill.sale.model; class Nested {}"}),
                arguments("layers", new String[] {
                    "package io.evertill.sale; public record Sale(int lines) {}",
                    "package io.evertill.money; record Up(io.evertill.sale.Sale sale) {}"
                }),
                arguments("layers", new String[] {
                    "package io.evertill.db; public class Table {}",
                    "package io.evertill.wire; class Reader { io.evertill.db.Table[] tables; }"
                }),
                arguments("layers", new String[] {
                    "package io.evertill.central; public class Centre {}",
                    "package io.evertill.central.route; class Door { io.evertill.central.Centre centre; }"
                }),
                arguments("cycles", new String[] {
                    "package io.evertill.central.route.till; public class Feed { io.evertill.central.route.stock.Levels levels; }",
                    "package io.evertill.central.route.stock; public class Levels { io.evertill.central.route.till.Feed feed; }"
                }),
                arguments("cycles", new String[] {
                    "package io.evertill.tax; public class Rate { io.evertill.price.Tag tag; }",
                    "package io.evertill.price; public class Tag { io.evertill.tax.Rate rate; }"
                }),
                arguments("screen", new String[] {
                    "package io.evertill.outbox; public class Flush {}",
                    "package io.evertill.till; class Step { io.evertill.outbox.Flush flush; }"
                }),
                arguments("till", new String[] {
                    "package io.evertill.view; public class Screen {}",
                    "package io.evertill.till; class Step { io.evertill.view.Screen screen; }"
                }),
                arguments("sql", new String[] {
                    "package io.evertill.ingest; class Judge { void run(java.sql.Connection c) {} }"
                }),
                arguments("sql", new String[] {
                    "package io.evertill.central; class Jobs { void run() { new org.sqlite.SQLiteDataSource(); } }"
                }),
                arguments("database", new String[] {
                    "package io.evertill.db; class Rows { com.fasterxml.jackson.databind.JsonNode node; }"
                }),
                arguments("javafx", new String[] {"package io.evertill.till; class Step { javafx.scene.Node node; }"}),
                arguments("javafx", new String[] {
                    "package io.evertill.pos; class Main { javafx.scene.Node node; }",
                    "package io.evertill.pos; class Second { javafx.scene.Node node; }"
                }),
                arguments("http-client", new String[] {
                    "package io.evertill.outbox; class Flush { Object o = new okhttp3.OkHttpClient(); }"
                }),
                arguments("http-server", new String[] {"package io.evertill.link; class Server { io.javalin.Javalin app; }"}),
                arguments("environment", new String[] {
                    "package io.evertill.db; class Tuning { boolean fast = Boolean.getBoolean(\"fast\"); }"
                }),
                arguments("console", new String[] {
                    "package io.evertill.feed; class Publisher { void run() { System.out.println(1); } }"
                }),
                arguments("clock", new String[] {"package io.evertill.sale; class Sold { Object at = java.time.Instant.now(); }"}),
                arguments("clock", new String[] {
                    "package io.evertill.db; class Tx { java.util.function.LongSupplier at = System::nanoTime; }"
                }),
                arguments("clock", new String[] {"package io.evertill.view; class Clock { Object at = new java.util.Date(); }"}),
                arguments("chance", new String[] {"package io.evertill.pos; class Names { Object id = java.util.UUID.randomUUID(); }"}),
                arguments("chance", new String[] {"package io.evertill.link; class Jitter { Object r = new java.util.Random(); }"}),
                arguments("chance", new String[] {
                    "package io.evertill.link; class Jitter { Object r = new java.util.SplittableRandom(); }"
                }),
                arguments("waiting", new String[] {
                    "package io.evertill.link; class Retry { void run() throws InterruptedException { Thread.sleep(5); } }"
                }),
                arguments("pure-io", new String[] {"package io.evertill.receipt; class Paper { java.io.File file; }"}),
                arguments("pure-io", new String[] {
                    "package io.evertill.till; class Step { Object o = java.nio.file.Path.of(\"a\"); }"
                }),
                arguments("pure-log", new String[] {
                    "package io.evertill.ledger; class Chain { Object log = org.slf4j.LoggerFactory.getLogger(\"a\"); }"
                }),
                arguments("pure-threads", new String[] {
                    "package io.evertill.price; class Book { java.util.concurrent.ExecutorService pool; }"
                }),
                arguments("statics", new String[] {"package io.evertill.stock; class Levels { static int count; }"}),
                arguments("names", new String[] {"package io.evertill.sale; class SaleManager {}"}),
                arguments("names", new String[] {"package io.evertill.sale; interface ISale {}"}),
                arguments("methods", new String[] {"package io.evertill.sale; record Sale(int n) { int getLines() { return n; } }"}),
                arguments("constructors", new String[] {
                    "package io.evertill.pos; class Loop { Loop(int a, int b, int c, int d, int e, int f) {} }"
                }),
                arguments("inheritance", new String[] {
                    "package io.evertill.view; class Panel {}",
                    "package io.evertill.view; class SalePanel extends Panel {}"
                }),
                arguments("wiring", new String[] {"package io.evertill.db; @io.evertill.rule.Wiring class Pool {}"}),
                arguments("exemptions", new String[] {exempt("clocks", "why", "2027-01-01")}),
                arguments("exemptions", new String[] {exempt("clock", " ", "2027-01-01")}),
                arguments("exemptions", new String[] {exempt("clock", "why", "soon")}),
                arguments("exemptions", new String[] {exempt("clock", "why", "2026-04-30")}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aBreachIsFoundByItsRuleAlone(String rule, String... sources) throws IOException {
        JavaClasses classes = compile(sources);

        Set<String> broken = brokenBy(classes);

        assertEquals(Set.of(rule), broken);
    }

    @Test
    void everyRuleHasASample() {
        Set<String> sampled = samples().map(sample -> (String) sample.get()[0]).collect(toCollection(TreeSet::new));

        assertEquals(Arrows.all(Optional.empty()).keySet(), sampled);
    }

    @Test
    void theObjectGraphMayReadTheClock() throws IOException {
        JavaClasses classes = compile("""
                package io.evertill.pos;
                @io.evertill.rule.Wiring
                class Main {
                    java.util.function.LongSupplier elapsed = System::nanoTime;
                    static class Nested { Object id = java.util.UUID.randomUUID(); }
                }
                """);

        assertEquals(Set.of(), brokenBy(classes));
    }

    @Test
    void anExemptionCoversItsRuleUntilItsLastDay() throws IOException {
        JavaClasses classes = compile("""
                package io.evertill.db;
                @io.evertill.rule.Exempt(rule = "clock", reason = "the driver asks for it", until = "2026-05-01")
                @io.evertill.rule.Exempt(rule = "chance", reason = "the driver asks for it", until = "2026-05-02")
                class Tx {
                    Object at = java.time.Instant.now();
                    Object id = java.util.UUID.randomUUID();
                }
                """);

        assertEquals(Set.of(), brokenBy(classes));
    }

    @Test
    void whatIsAllowedPasses() throws IOException {
        JavaClasses classes = compile(
                "package io.evertill.money; public record Money(long minor) { static final Object ZERO = new Money(0); }",
                "package io.evertill.sale; public record Sale(io.evertill.money.Money total) {}",
                """
                package io.evertill.wire;
                class Writer {
                    byte[] bytes(io.evertill.sale.Sale sale) throws java.io.IOException {
                        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
                        out.write(switch (sale) { case io.evertill.sale.Sale(var total) -> (int) total.minor(); });
                        out.write(new byte[0]);
                        return out.toByteArray();
                    }
                }
                """,
                "package io.evertill.db; class Rows { void read(java.sql.Connection c, io.evertill.sale.Sale sale) {} }",
                "package io.evertill.link; class Remote { okhttp3.OkHttpClient client; }",
                "package io.evertill.ingest; class Order { Object seeded = new java.util.SplittableRandom(1); }",
                "package io.evertill.view; class Screen { javafx.scene.Node node; io.evertill.money.Money total; }",
                "package io.evertill.pos; class Main { Object loop = new Object() { javafx.scene.Node node; }; }",
                "package io.evertill.central; class Routes { io.javalin.Javalin app; }");

        assertEquals(Set.of(), brokenBy(classes));
    }

    private static String exempt(String rule, String reason, String until) {
        return "package io.evertill.db; @io.evertill.rule.Exempt(rule = \"%s\", reason = \"%s\", until = \"%s\") class Rows {}"
                .formatted(rule, reason, until);
    }

    private static Set<String> brokenBy(JavaClasses classes) {
        Set<String> broken = new TreeSet<>();
        Arrows.all(Optional.of(COMMITTED)).forEach((name, rule) -> {
            if (rule.evaluate(classes).hasViolation()) {
                broken.add(name);
            }
        });
        return broken;
    }

    private JavaClasses compile(String... sources) throws IOException {
        String dependencies = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path foreign = compile("foreign", dependencies, FOREIGN);
        Path ours = compile("ours", dependencies + File.pathSeparator + foreign, List.of(sources));
        return new ClassFileImporter().importPaths(List.of(ours));
    }

    private Path compile(String name, String classPath, List<String> sources) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(name));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-cp", classPath, "-d", classes.toString()));
        for (String source : sources) {
            Matcher type = TYPE.matcher(source);
            assertTrue(type.find(), source);
            Path file = folder.resolve(name + "-source").resolve(type.group(1)).resolve(type.group(2) + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source).toString());
        }
        int errors = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertEquals(0, errors);
        return classes;
    }
}
