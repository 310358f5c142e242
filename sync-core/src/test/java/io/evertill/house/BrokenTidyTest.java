package io.evertill.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Breaks every rule of [Tidy] once, and shows beside it what passes.
final class BrokenTidyTest {
    private static final Pattern RULE = Pattern.compile("\\[([a-z-]+)]");
    private static final String SALE = "sync-core/src/main/java/io/evertill/sale/Sale.java";
    private static final String DB = "sync-core/src/main/java/io/evertill/db/Sales.java";
    private static final String TEST = "sync-core/src/test/java/io/evertill/sale/SaleTest.java";

    static Stream<Arguments> breaches() {
        return Stream.of(
                arguments("tab", SALE, "class Sale {\n\tint n;\n}\n"),
                arguments("tab", "pom.xml", "<a>\n\t<b/>\n</a>\n"),
                arguments("trailing-blank", SALE, "class Sale { \n}\n"),
                arguments("trailing-blank", "README.md", "# Evertill\r\n"),
                arguments("final-newline", SALE, "class Sale {}"),
                arguments("final-newline", SALE, "class Sale {}\n\n"),
                arguments("todo", SALE, "// TODO later\nclass Sale {}\n"),
                arguments("todo", TEST, "/// FIXME #3 is wrong\nclass SaleTest {}\n"),
                arguments("stack-trace", SALE, "class Sale { void run(Exception e) { e.printStackTrace(); } }\n"),
                arguments("sleep", TEST, "class SaleTest { void run() { Thread.sleep(5); } }\n"),
                arguments("commented-code", SALE, "class Sale {\n    // int n = 0;\n}\n"),
                arguments("banner", SALE, "// ---------- totals\nclass Sale {}\n"),
                arguments("javadoc", SALE, "/** A sale. */\nclass Sale {}\n"),
                arguments("author", SALE, "/// @author somebody\nclass Sale {}\n"),
                arguments("import", SALE, "import java.util.*;\nclass Sale {}\n"),
                arguments("import", SALE, "import module java.base;\nclass Sale {}\n"),
                arguments("test-prefix", TEST, "class SaleTest { @Test void testSale() {} }\n"),
                arguments("skipped-test", TEST, "class SaleTest { @Disabled @Test void isFree() {} }\n"),
                arguments("sql-text", SALE, "class Sale { String q = \"SELECT total FROM sale \"; }\n"),
                arguments("sql-text", SALE, "class Sale {\n    String q = \"\"\"\n    insert into sale\n    \"\"\";\n}\n"),
                arguments("floating-point", SALE, "class Sale { double total; }\n"),
                arguments("floating-point", SALE, "class Sale { Object half = 0.5; }\n"),
                arguments("floating-point", SALE, "class Sale { Object half(Number n) { return n.doubleValue(); } }\n"),
                arguments("mutation-switch", SALE, "class Sale { String name = \"evertill.mutation\"; }\n"),
                arguments("size", SALE, "class Sale {\n" + "    int n;\n".repeat(Tidy.LINES_MAX) + "}\n"),
                arguments("size", SALE, "sealed interface Sale {\n" + "    int n();\n".repeat(Tidy.FAMILY_LINES_MAX) + "}\n"),
                arguments("width", SALE, "class Sale { int " + "n".repeat(Tidy.COLUMNS_MAX) + "; }\n"),
                arguments("imports", SALE, imports(Tidy.OWN_PACKAGES_MAX + 1) + "class Sale {}\n"));
    }

    static Stream<Arguments> passes() {
        return Stream.of(
                arguments(SALE, "// TODO #12 the law changes in 2028\nclass Sale {}\n"),
                arguments(SALE, "/// Not a `double`; \"Thread.sleep(5)\" and 0.5 are prose here.\nclass Sale {}\n"),
                arguments(SALE, "class Sale { String s = \"TODO \\\" // 0.5 double\"; char c = '\"'; int n = 1_000; }\n"),
                arguments(SALE, "class Sale {\n    String s = \"\"\"\n        a \"quote\" /* and */ a double\n        \"\"\";\n}\n"),
                arguments(SALE, "class Sale { String s = \"select a product from the list\"; }\n"),
                arguments(SALE, "class Sale { String wave = \"\uD83D\uDC4B\"; int total; }\n"),
                arguments(SALE, "sealed interface Sale {\n" + "    int n();\n".repeat(Tidy.LINES_MAX) + "}\n"),
                arguments(SALE, "@Exempt(rule = \"size\", reason = \"r\", until = \"2027-01-01\")\nclass Sale {\n"
                        + "    int n;\n".repeat(Tidy.LINES_MAX) + "}\n"),
                arguments(SALE, imports(Tidy.OWN_PACKAGES_MAX) + "class Sale {}\n"),
                arguments(DB, "class Sales { String q = \"SELECT total FROM sale \"; double rate = 0.5; }\n"),
                arguments(TEST, "class SaleTest { @Disabled(\"no printer here\") @Test void prints() { double d = 1; } }\n"),
                arguments("sync-core/src/test/resources/golden/sale.properties", "a \r\n\tb"));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("breaches")
    void aBreachIsFoundByItsRuleAlone(String rule, String path, String text) {
        assertEquals(List.of(rule), rules(path, text));
    }

    @ParameterizedTest
    @MethodSource("passes")
    void whatIsAllowedPasses(String path, String text) {
        assertEquals(List.of(), rules(path, text));
    }

    @Test
    void aFindingNamesPlaceAndReplacement() {
        List<String> findings = Tidy.findings(Source.of(SALE, "class Sale {\n    float total;\n}\n"));

        assertEquals(
                List.of(SALE + ":2: [floating-point] float; instead: use Money, Quantity, UnitPrice or Rounding"), findings);
    }

    private static List<String> rules(String path, String text) {
        return Tidy.findings(Source.of(path, text)).stream()
                .flatMap(finding -> RULE.matcher(finding).results().limit(1))
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    private static String imports(int count) {
        StringBuilder imports = new StringBuilder();
        for (int i = 0; i < count; i++) {
            imports.append("import io.evertill.room").append(i).append(".Thing;\n");
        }
        return imports.toString();
    }
}
