package io.evertill.central.office;

import io.evertill.db.Database;
import io.evertill.db.Updating;
import io.evertill.feed.Feed;
import io.evertill.feed.HeadOffice;
import io.evertill.ingest.Admission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The centre's database and what people do with it: no server, no jobs. Every command works through one, also beside a
/// running centre.
///
/// @param db the database
/// @param feed what flows back to the tills
/// @param headOffice defines products, prices, taxes and settings
/// @param admission lets tills in
public record Office(Database db, Feed feed, HeadOffice headOffice, Admission admission) implements AutoCloseable {
    /// The database file in a data folder.
    public static final String FILE = "centre.db";

    private static final Logger LOG = LoggerFactory.getLogger(Office.class);
    private static final Updating UPDATING = Updating.telling(sentence -> LOG.info("{}", sentence));

    /// Opens the database, making folder and file when they are missing.
    ///
    /// @throws Refusal when the folder cannot be made
    /// @throws io.evertill.db.StorageFailure when the database cannot be used
    public static Office open(Settings settings, Machine machine) {
        settings.folder().ifPresent(Office::make);
        Database db = settings.database()
                .map(url -> Database.centre(url, machine.clock(), UPDATING))
                .orElseGet(() -> Database.centre(file(settings), machine.clock(), UPDATING));
        UUID incarnation = machine.ids().get();
        boolean isStarted = false;
        try {
            db.run(tx -> tx.centre().start(incarnation, tx.now()));
            isStarted = true;
        } finally {
            if (!isStarted) {
                db.close();
            }
        }
        Feed feed = new Feed(db, machine.ids());
        return new Office(db, feed, new HeadOffice(feed), new Admission(db, machine.random()));
    }

    /// Opens the database of a centre that was started before.
    ///
    /// @throws Refusal when there is none in the folder
    public static Office find(Settings settings, Machine machine) {
        if (settings.database().isEmpty() && !Files.exists(file(settings))) {
            throw new Refusal(Refusal.Kind.STORAGE, "There is no centre in " + settings.folder().orElseThrow()
                    + ". Check the folder, or start a centre on it once: evertill-central serve --data FOLDER");
        }
        return open(settings, machine);
    }

    @Override
    public void close() {
        db.close();
    }

    private static Path file(Settings settings) {
        return settings.folder().orElseThrow().resolve(FILE);
    }

    public static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException _) {
            throw new Refusal(Refusal.Kind.STORAGE,
                    "The folder " + folder + " cannot be made. Check the path and its permissions, or choose another with --data.");
        }
    }
}
