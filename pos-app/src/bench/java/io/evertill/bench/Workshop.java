package io.evertill.bench;

import io.evertill.rule.Wiring;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Where one measurement works: a folder of its own that is gone afterwards, tools built from C, and other Java processes.
///
/// @param folder empty at first
/// @param out for what a person should know
@Wiring
record Workshop(Path folder, Scale scale, PrintStream out) implements AutoCloseable {
    /// As the launcher starts a till.
    static final List<String> TILL_OPTIONS = List.of("--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50");

    Workshop {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void say(String text) {
        out.println("   " + text);
    }

    /// Builds a tool from a C source beside this class; says loudly when it cannot.
    Optional<Path> tool(String name, String... options) throws IOException {
        Path source = folder.resolve(name + ".c");
        try (InputStream in = Objects.requireNonNull(Workshop.class.getResourceAsStream(name + ".c"), name)) {
            Files.write(source, in.readAllBytes());
        }
        Path built = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of("gcc", "-O2", "-o", built.toString(), source.toString()));
        words.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0) {
                return Optional.of(built);
            }
            out.println("!! NOT MEASURED: gcc could not build " + name + ".c: " + answer.strip());
        } catch (IOException e) {
            out.println("!! NOT MEASURED: there is no gcc to build " + name + ".c, so what needs it is left out: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Optional.empty();
    }

    /// A Java process with the options of a till; its lines `name=value` are handed on.
    ///
    /// @param options of Java, besides
    /// @param environment besides this process's own
    Child child(Class<?> main, List<String> options, Map<String, String> environment, String... arguments) {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(TILL_OPTIONS);
        words.addAll(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(List.of(arguments));
        Path log = folder.resolve("child.log");
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(log.toFile());
        builder.environment().putAll(environment);
        return new Child(builder, log);
    }

    /// Another process.
    ///
    /// @param log where it complains
    record Child(ProcessBuilder builder, Path log) {
        /// Runs it to its end.
        ///
        /// @return its answers, and `ready.nanos`: what had passed when it printed `ready`
        Map<String, String> run() throws IOException {
            Map<String, String> answers = new TreeMap<>();
            long begun = System.nanoTime();
            Process process = builder.start();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.equals("ready")) {
                        answers.put("ready.nanos", Long.toString(System.nanoTime() - begun));
                    }
                    int equals = line.indexOf('=');
                    if (equals > 0) {
                        answers.put(line.substring(0, equals), line.substring(equals + 1));
                    }
                }
            }
            try {
                int code = process.waitFor();
                if (code != 0) {
                    throw new IllegalStateException("a process ended with " + code + ": " + Files.readString(log).strip());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            return answers;
        }
    }

    @Override
    public void close() throws IOException {
        Bench.clear(folder);
    }
}
