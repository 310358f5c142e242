package io.evertill.faults;

import io.evertill.rule.Wiring;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// `mvn -q -Pfaults`: tills and a centre as processes, broken in every cycle.
///
/// `-Dcycles=N` how many cycles on each database (20), `-Dseed=S` the plan of faults (a fresh one),
/// `-Ddatabase=sqlite|postgresql|both` (both), `-Dtills=N` (3). Ends with 1 when anything was lost, doubled or stood still.
@Wiring
public final class Faults {
    private static final int CYCLES_USUALLY = 20;
    private static final int TILLS_USUALLY = 3;
    private static final int TOLD_MAX = 20;

    private Faults() {}

    /// Runs.
    ///
    /// @param arguments the folder for everything that the processes keep
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int cycles = property("cycles").map(Integer::valueOf).orElse(CYCLES_USUALLY);
        int tills = property("tills").map(Integer::valueOf).orElse(TILLS_USUALLY);
        long seed = property("seed").map(Long::valueOf).orElseGet(() -> System.currentTimeMillis() % 1_000_000_000);
        boolean isRight = true;
        for (Vault.Kind kind : kinds()) {
            Path folder = Files.createDirectories(Path.of(arguments[0])).toRealPath();
            Path own = Files.createTempDirectory(folder, kind.name().toLowerCase(Locale.ROOT) + "-");
            out.printf("Faults at commit %s on %s: seed %d, %d cycles, %d tills, in %s%n",
                    commit(), kind, seed, cycles, tills, own);
            Run.Ended ended = Run.of(new Run.Order(kind, cycles, tills, seed, own), out);
            print(ended, out);
            if (ended.broken().isEmpty()) {
                clear(own);
            } else {
                isRight = false;
                out.printf("BROKEN on %s: seed %d, commit %s; repeat: mvn -q -Pfaults -Ddatabase=%s -Dcycles=%d -Dseed=%d -Dtills=%d%n",
                        kind, seed, commit(), kind.name().toLowerCase(Locale.ROOT), cycles, seed, tills);
            }
        }
        System.exit(isRight ? 0 : 1);
    }

    private static void print(Run.Ended ended, PrintStream out) {
        ended.seen().forEach((what, count) -> out.printf("  %-36s %8d%n", what, count));
        out.printf("%d sales acknowledged, %d entries in the tills' ledgers, %d s: lost %d, doubled %d%n", ended.sales(),
                ended.reckoning().entries(), ended.seconds(), ended.reckoning().lost(), ended.reckoning().doubled());
        ended.broken().stream().limit(TOLD_MAX).forEach(sentence -> out.println("  " + sentence));
    }

    /// What a person may want to look at is kept only when something is broken.
    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<Vault.Kind> kinds() {
        String wanted = property("database").orElse("both");
        return wanted.equals("both")
                ? List.of(Vault.Kind.values())
                : List.of(Vault.Kind.valueOf(wanted.toUpperCase(Locale.ROOT)));
    }

    /// A property that was set to something.
    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static String commit() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "rev-parse", "--short=10", "HEAD").redirectErrorStream(true).start();
        String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor() == 0 ? answer : "unknown";
    }
}
