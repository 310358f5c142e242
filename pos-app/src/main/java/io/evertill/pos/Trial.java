package io.evertill.pos;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The first starts of another program on a data folder: it is on trial until its selling screen was there once.
///
/// Two small files beside the ledger. `started`: the program whose selling screen was last there, and the one before it. `starting`: a
/// program that is not that one, and how often it has begun to start. A disk that does not take them changes nothing else: then no start
/// counts as failed.
public final class Trial {
    /// How many starts that did not get ready make a failed update.
    public static final int STARTS_MAX = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Trial.class);
    private static final String STARTED = "started";
    private static final String STARTING = "starting";

    private final Path folder;
    private final String version;

    /// The trial of a program on a folder.
    ///
    /// @param folder the data folder, held by this process
    /// @param version of the program that starts
    public Trial(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    /// The version of the program whose selling screen was last there; empty when none was.
    public static Optional<String> started(Path folder) {
        return line(folder, STARTED, 0);
    }

    /// The version of the program before this one; empty when nobody knows.
    public Optional<String> before() {
        Optional<String> last = started(folder);
        return last.filter(version::equals).isPresent() ? line(folder, STARTED, 1) : last;
    }

    /// Notes that a start begins.
    ///
    /// @return how many starts of this program before this one did not get ready, since another program last was
    public int begin() {
        if (started(folder).filter(version::equals).isPresent()) {
            return 0;
        }
        int failed = line(folder, STARTING, 0).filter(version::equals).flatMap(_ -> line(folder, STARTING, 1))
                .filter(number -> number.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .orElse(0);
        write(STARTING, List.of(version, String.valueOf(failed + 1)));
        return failed;
    }

    /// Notes that the selling screen is there: the trial is passed.
    public void ready() {
        if (started(folder).filter(version::equals).isEmpty()) {
            write(STARTED, List.of(version, started(folder).orElse("")));
        }
        forget();
    }

    /// Forgets the starts so far: this one ended for a reason that has nothing to do with the program, or the update was undone.
    public void forget() {
        if (line(folder, STARTING, 0).isPresent()) {
            write(STARTING, List.of());
        }
    }

    private static Optional<String> line(Path folder, String file, int at) {
        try {
            return SecretFile.read(folder.resolve(file))
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList())
                    .filter(lines -> lines.size() > at)
                    .map(lines -> lines.get(at).strip())
                    .filter(line -> !line.isEmpty());
        } catch (UncheckedIOException _) {
            return Optional.empty();
        }
    }

    private void write(String file, List<String> lines) {
        try {
            String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
            SecretFile.write(folder.resolve(file), text.getBytes(StandardCharsets.UTF_8));
        } catch (UncheckedIOException e) {
            LOG.warn("the file {} could not be written: a start that fails will not be noticed", folder.resolve(file), e);
        }
    }
}
