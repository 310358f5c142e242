package io.evertill.command;

import io.evertill.db.Database;
import io.evertill.db.StorageFailure;
import io.evertill.db.Updating;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Program;
import io.evertill.pos.Rollback;
import io.evertill.pos.Trial;
import java.io.PrintWriter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens before a till opens its ledger: an update that failed is undone, and one that is due is made, with words about both.
final class Startup {
    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private Startup() {}

    /// Prepares the ledger of a folder.
    ///
    /// @param folder held by this process; closed when this throws
    /// @param trial of the program that starts
    /// @param err where a person reads
    /// @throws Refusal after a failed update was undone: this program ends, the one before is to be installed again
    /// @throws StorageFailure when the ledger cannot be brought up to date; it is as it was
    static void prepare(DataFolder folder, Trial trial, Workplace workplace, PrintWriter err) {
        boolean isPrepared = false;
        try {
            if (trial.begin() >= Trial.STARTS_MAX) {
                undo(folder, trial, workplace, err);
            }
            if (Database.isOfOlderProgram(folder.database())) {
                Database.till(folder.database(), workplace.machine().clock(), Updating.telling(sentence -> tell(err, sentence))).close();
            }
            isPrepared = true;
        } finally {
            if (!isPrepared) {
                folder.close();
            }
        }
    }

    private static void undo(DataFolder folder, Trial trial, Workplace workplace, PrintWriter err) {
        String version = Program.running().version();
        String failed = "Version " + version + " of the program did not get ready " + Trial.STARTS_MAX + " times.";
        Optional<Rollback.Result.Done> done = undone(folder, workplace);
        if (done.isPresent()) {
            trial.forget();
            String sentence = failed + " The database is put back as it was before the update, nothing was recorded since, and what stood"
                    + " there is kept in " + done.get().kept() + ": install " + earlier(trial) + ", or start this version once more to try"
                    + " the update again.";
            LOG.warn("{}", sentence);
            throw new Refusal(ExitCode.STORAGE, sentence);
        }
        tell(err, failed + " Nothing of the database has to be put back. If it does not get ready now either, install "
                + earlier(trial) + ".");
    }

    private static Optional<Rollback.Result.Done> undone(DataFolder folder, Workplace workplace) {
        try {
            return new Rollback(folder, workplace.machine()).undoUpdate();
        } catch (StorageFailure e) {
            LOG.warn("the update could not be undone; the database is as it was", e);
            return Optional.empty();
        }
    }

    private static String earlier(Trial trial) {
        return trial.before()
                .map(before -> "version " + before + " again (apt install ./evertill-till_" + before + ".deb)")
                .orElse("the version before it again");
    }

    private static void tell(PrintWriter err, String sentence) {
        LOG.info("{}", sentence);
        err.println(sentence);
        err.flush();
    }
}
