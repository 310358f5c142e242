package io.evertill.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The rules of [Arrows] on the classes of the module that runs this test. Every module compiles and runs it.
final class ArrowsTest {
    @TestFactory
    Stream<DynamicTest> theHouseKeeps() throws Exception {
        JavaClasses classes = classes();

        return Arrows.all(committed()).entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(classes)));
    }

    private static JavaClasses classes() {
        Path compiled = Path.of(System.getProperty("basedir", ""), "target", "classes");
        List<Path> places = Files.isDirectory(compiled) ? List.of(compiled) : List.of();
        return new ClassFileImporter().importPaths(places);
    }

    /// The day of the last commit, so that an old commit can still be built after an exemption has ended.
    private static Optional<LocalDate> committed() throws Exception {
        Process git = new ProcessBuilder("git", "log", "-1", "--format=%cs").redirectErrorStream(true).start();
        String answer = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
        return git.waitFor() == 0 ? Optional.of(LocalDate.parse(answer)) : Optional.empty();
    }
}
