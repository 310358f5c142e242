package io.evertill.faults;

import io.evertill.rule.Wiring;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A program of Evertill in a Java machine of its own, which is killed, stopped and started again.
@Wiring
final class Child {
    private static final long SIGNAL_SECONDS_MAX = 20;
    private static final List<String> OPTIONS = List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true",
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");

    private static final Set<ProcessHandle> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        // A run that is interrupted leaves nothing behind, not even what stands still.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(ProcessHandle::destroyForcibly)));
    }

    private final Process process;
    private final Thread reader;
    private volatile boolean isMeantToEnd;

    private Child(Process process, Consumer<String> lines, Runnable endedByItself) {
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().start(() -> {
            read(lines);
            if (!isMeantToEnd) {
                endedByItself.run();
            }
        });
    }

    /// Starts a main class on the class path of this process.
    ///
    /// @param log gets what it writes to standard error
    /// @param lines gets each line that it prints, on a thread of its own
    /// @param endedByItself runs when it ends and nobody killed it
    static Child start(List<String> mainAndArguments, Path log, Consumer<String> lines, Runnable endedByItself) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(mainAndArguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            RUNNING.add(process.toHandle());
            return new Child(process, lines, endedByItself);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends this program when its standard input ends, so that it never outlives the run that started it.
    static void endWithTheRun() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Nothing is said to it; only the end counts.
                }
            } catch (IOException _) {
                // That is an end, too.
            } finally {
                Runtime.getRuntime().halt(0);
            }
        });
    }

    /// `kill -9`; returns when it is gone and everything that it said was heard.
    void kill() throws InterruptedException {
        isMeantToEnd = true;
        // Not by the process itself, which would throw away what is still in the pipe.
        process.toHandle().destroyForcibly();
        process.waitFor();
        RUNNING.remove(process.toHandle());
        reader.join();
    }

    /// `SIGSTOP`: it stands still, its connections stay open.
    void stop() {
        signal("-STOP");
    }

    /// `SIGCONT`.
    void goOn() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
            if (!kill.waitFor(SIGNAL_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IllegalStateException("kill " + signal + " does not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void read(Consumer<String> lines) {
        try (BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                lines.accept(line);
            }
        } catch (IOException _) {
            // The process was killed.
        }
    }
}
