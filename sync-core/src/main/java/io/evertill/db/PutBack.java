package io.evertill.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// Puts a copy of a database file in its place and keeps what stood there.
///
/// At every moment there is a whole database under its name: the one before, until the copy takes its name at once.
public final class PutBack {
    private PutBack() {}

    /// Puts a copy back. Nobody else may have the database open.
    ///
    /// @param database its file
    /// @param copy stays where it is
    /// @param kept the new name of what stood there; no file may have it
    /// @throws StorageFailure when the copy is damaged, another program has the database open, or the disk fails; the database is then
    ///     as it was
    public static void put(Path database, Path copy, Path kept) {
        Path part = Backups.folder(database).resolve(Backups.stem(database) + "-put-back.part");
        boolean isPut = false;
        try {
            if (Files.exists(kept)) {
                throw new StorageFailure(StorageFailure.Kind.INPUT_OUTPUT,
                        "There is a file " + kept + " already. Nothing was changed; try again.");
            }
            DurableFiles.copy(copy, part);
            requireWhole(part, copy);
            fold(database);
            DurableFiles.link(kept, database);
            DurableFiles.rename(part, database);
            isPut = true;
        } catch (IOException e) {
            throw Backups.failed("The copy " + copy + " could not be put back. The database is as it was: ", e);
        } finally {
            if (!isPut) {
                Backups.delete(part);
            }
        }
    }

    private static void requireWhole(Path part, Path copy) {
        try (DatabaseFile file = DatabaseFile.still(part)) {
            List<String> damage = file.damage(false);
            if (!damage.isEmpty()) {
                throw new StorageFailure(StorageFailure.Kind.CORRUPT,
                        "The copy " + copy + " is damaged (" + damage.getFirst() + "). Nothing was changed; put back an older one.");
            }
        }
    }

    /// Moves everything of the log into the file and does away with the log, which SQLite does only where nobody else has the file
    /// open: a log that was left would be read into the file that takes the name.
    private static void fold(Path database) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database); var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute("PRAGMA synchronous = FULL");
            boolean isFolded;
            try (var mode = statement.executeQuery("PRAGMA journal_mode = DELETE")) {
                isFolded = mode.next() && mode.getString(1).equals("delete");
            }
            if (!isFolded) {
                throw busy();
            }
        } catch (SQLException e) {
            throw Dialect.SQLITE.kind(e) == StorageFailure.Kind.BUSY ? busy() : Dialect.SQLITE.failure(e);
        }
    }

    private static StorageFailure busy() {
        return new StorageFailure(StorageFailure.Kind.BUSY,
                "Another program has the database open. Nothing was changed; close it and try again.");
    }
}
