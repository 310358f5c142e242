package io.evertill.bench;

import io.evertill.rule.Wiring;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/// What the figures were measured on.
@Wiring
final class Surroundings {
    private Surroundings() {}

    static void print(PrintStream out, Path folder, Scale scale) throws IOException {
        out.println("Evertill benchmarks (" + scale.name() + "), commit " + command("git", "log", "-1", "--format=%h %cs")
                + ", measured " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
        out.println("machine  " + processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                + memory() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + Files.getFileStore(folder).type() + " on " + Files.getFileStore(folder).name());
        out.println("java     " + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        out.println("sqlite   " + sqlite() + ", postgresql: see ingest and flush");
        out.println("names    " + Names.source());
        out.println("Shared machines are noisy: read the ratios; times are medians, or p50 / p99.");
    }

    private static String sqlite() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sqlite_version()")) {
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String processor() {
        return line(Path.of("/proc/cpuinfo"), "model name");
    }

    private static String memory() {
        String kib = line(Path.of("/proc/meminfo"), "MemTotal").replaceAll("[^0-9]", "");
        return kib.isEmpty() ? "memory unknown" : Long.parseLong(kib) / 1024 / 1024 + " GiB";
    }

    private static String line(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.replaceFirst("[^:]*:\\s*", ""))
                    .orElse("unknown");
        } catch (IOException _) {
            return System.getProperty("os.arch");
        }
    }

    private static String command(String... words) throws IOException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (BufferedReader answer = process.inputReader(StandardCharsets.UTF_8)) {
            return answer.lines().findFirst().orElse("unknown");
        }
    }
}
