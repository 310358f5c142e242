package io.evertill.house;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The text of the whole project, from the root: every module, its tests, its build.
final class TidyTest {
    private static final int FILES_MAX = 14;
    private static final String LARGE = "/// More than " + FILES_MAX + " files because";

    private static final Set<String> TEXT =
            Set.of(".java", ".xml", ".md", ".sql", ".css", ".yaml", ".yml", ".properties", ".sh", ".html", ".js");
    private static final Set<String> NAMED = Set.of("LICENSE", "NOTICE", ".editorconfig", ".gitignore", ".ci/run", ".mvn/jvm.config");

    private static List<Source> sources = List.of();

    @BeforeAll
    static void read() throws IOException {
        sources = read(root());
    }

    @Test
    void everyFileIsTidy() {
        List<String> findings = sources.stream().flatMap(source -> Tidy.findings(source).stream()).toList();

        assertEquals("", String.join("\n", findings));
    }

    @Test
    void aPackageIsOneWordBelowTheRootUnlessThePlanSaysOtherwise() {
        Set<String> planned = Plan.LAYERS.stream().flatMap(Set::stream).collect(toSet());
        List<String> nested = sources.stream()
                .filter(source -> source.main() || source.test())
                .filter(source -> source.room().isEmpty()
                        || (source.room().contains("/") && !planned.contains(source.room().replace('/', '.'))))
                .map(source -> source.path() + ": put it into a package one segment below io.evertill")
                .toList();

        assertEquals("", String.join("\n", nested));
    }

    @Test
    void aPackageStandsInOneModule() {
        Map<String, List<String>> modules = sources.stream().filter(Source::main).collect(groupingBy(
                Source::room, groupingBy(TidyTest::module))).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue().keySet())));

        modules.values().removeIf(found -> found.size() == 1);

        assertEquals(Map.of(), modules);
    }

    @Test
    void everyPackageIntroducesItselfAndKnowsNoNull() {
        List<String> silent = packages().entrySet().stream()
                .filter(entry -> entry.getValue().stream().noneMatch(source -> source.fileName().equals("package-info.java")
                        && source.text().startsWith("/// ")
                        && source.code().contains("@NullMarked")))
                .map(entry -> entry.getKey() + ": add a package-info.java that begins with '/// ' and has @NullMarked")
                .toList();

        assertEquals("", String.join("\n", silent));
    }

    @Test
    void aLargePackageSaysWhy() {
        List<String> large = packages().entrySet().stream()
                .filter(entry -> entry.getValue().size() > FILES_MAX + 1)
                .filter(entry -> entry.getValue().stream().noneMatch(source -> source.fileName().equals("package-info.java")
                        && source.text().contains(LARGE)))
                .map(entry -> "%s: %d files; split it, or begin a sentence of its package-info with '%s'"
                        .formatted(entry.getKey(), entry.getValue().size() - 1, LARGE))
                .toList();

        assertEquals("", String.join("\n", large));
    }

    @Test
    void theTestOfATypeStandsInItsPackage() {
        Map<String, List<String>> homes = sources.stream().filter(Source::main).collect(groupingBy(
                Source::fileName, mapping(Source::room, toList())));

        List<String> strays = sources.stream()
                .filter(source -> source.test() && source.fileName().endsWith("Test.java"))
                .filter(source -> !homes.getOrDefault(source.fileName().replace("Test.java", ".java"), List.of(source.room()))
                        .contains(source.room()))
                .map(source -> source.path() + ": move it to the package of the type that it tests")
                .toList();

        assertEquals("", String.join("\n", strays));
    }

    @Test
    void everyTestIsFoundByTheBuild() {
        List<String> lost = sources.stream()
                .filter(source -> source.test() && !source.fileName().endsWith("Test.java"))
                .filter(source -> source.code().matches("(?s).*@(Test|TestFactory|ParameterizedTest|RepeatedTest)\\b.*"))
                .map(source -> source.path() + ": only classes named …Test are run")
                .toList();

        assertEquals("", String.join("\n", lost));
    }

    private static Map<String, List<Source>> packages() {
        return sources.stream()
                .filter(Source::main)
                .collect(groupingBy(source -> source.path().substring(0, source.path().lastIndexOf('/'))));
    }

    private static String module(Source source) {
        return source.path().substring(0, source.path().indexOf('/'));
    }

    private static Path root() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
    }

    private static List<Source> read(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(TidyTest::ours)
                    .sorted()
                    .map(path -> Source.of(path, text(root.resolve(path))))
                    .toList();
        }
    }

    private static boolean ours(String path) {
        boolean built = path.matches("(.*/)?(target|node_modules|\\.git|\\.idea)/.*");
        int dot = path.lastIndexOf('.');
        return !built && (NAMED.contains(path) || (dot > 0 && TEXT.contains(path.substring(dot))));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
