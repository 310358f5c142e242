package io.evertill.command;

import io.evertill.db.CommitUnknown;
import io.evertill.db.StorageFailure;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a person reads when a command fails; the log has the rest.
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /// Says in a sentence what went wrong, and how the program ends.
    static ExitCode explain(Exception failure, PrintWriter err) {
        return switch (failure) {
            case Refusal refusal -> say(err, String.valueOf(refusal.getMessage()), refusal.exitCode());
            case StorageFailure storage -> {
                LOG.warn("storage failure", storage);
                yield say(err, storage.sentence(), ExitCode.STORAGE);
            }
            case CommitUnknown unknown -> {
                LOG.warn("unknown commit", unknown);
                yield say(err, unknown.sentence(), ExitCode.STORAGE);
            }
            case UncheckedIOException io -> {
                LOG.warn("input or output failed", io);
                yield say(err, "Reading or writing failed: " + io.getMessage(), ExitCode.STORAGE);
            }
            default -> {
                LOG.error("a defect", failure);
                yield say(err, "The program met a defect of its own (" + failure.getClass().getSimpleName()
                        + "). What was recorded is safe; the log has the details.", ExitCode.DEFECT);
            }
        };
    }

    private static ExitCode say(PrintWriter err, String sentence, ExitCode exitCode) {
        err.println(sentence);
        return exitCode;
    }
}
