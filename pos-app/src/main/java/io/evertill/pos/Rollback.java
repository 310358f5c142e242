package io.evertill.pos;

import io.evertill.db.Backups;
import io.evertill.db.Database;
import io.evertill.db.DatabaseFile;
import io.evertill.db.PutBack;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// Puts a till's ledger back to a copy from before an update. What stood there is kept beside it.
///
/// Nothing that the centre does not hold is ever put aside. The till's next start finds the older ledger by its fence and goes on in a
/// new stream.
public final class Rollback {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final DataFolder folder;
    private final Instant now;

    /// Puts copies back in one folder.
    ///
    /// @param folder held by this process; stays open
    public Rollback(DataFolder folder, Machine machine) {
        this.folder = folder;
        this.now = machine.clock().instant();
    }

    /// A copy that can be put back, or cannot.
    ///
    /// @param backup where it stands and when it was made
    /// @param version of its tables
    /// @param isFit whether this program works on it
    /// @param since what was recorded after it
    public record Choice(Backups.Backup backup, int version, boolean isFit, DatabaseFile.Since since) {}

    /// What became of it.
    public sealed interface Result {
        /// The ledger is the copy.
        ///
        /// @param kept where what stood there is kept
        record Done(Choice choice, Path kept) implements Result {}

        /// Nothing was changed.
        ///
        /// @param sentence why, and what to do
        record Refused(String sentence) implements Result {}
    }

    /// The copies beside a ledger, the newest first. Those that cannot be read, and those of another till, are left out.
    ///
    /// @throws io.evertill.db.StorageFailure when the ledger cannot be read
    public static List<Choice> choices(Path folder) {
        Path ledger = DataFolder.database(folder);
        try (DatabaseFile now = DatabaseFile.open(ledger)) {
            return Backups.of(ledger).stream()
                    .filter(backup -> Backups.version(backup) < Integer.MAX_VALUE && now.goesOnFrom(backup.file()))
                    .map(backup -> choice(now, backup))
                    .toList();
        }
    }

    private static Choice choice(DatabaseFile now, Backups.Backup backup) {
        int version = Backups.version(backup);
        return new Choice(backup, version, version <= Database.tillVersion(), now.since(backup.file()));
    }

    /// Puts the newest copy back that this program works on, when the ledger is beyond it.
    public Result toFitting() {
        int version = version();
        if (version <= Database.tillVersion()) {
            return new Result.Refused("The database has version " + version + ", which this program works on. Nothing was changed. To go"
                    + " back to the program before, name a copy with --to and install that program afterwards; --list names them.");
        }
        return choices(folder.path()).stream().filter(Choice::isFit).findFirst().map(this::to)
                .orElseGet(() -> new Result.Refused("No copy that this program works on stands in " + folder.path()
                        + ". Nothing was changed: install the newer program again."));
    }

    /// Puts a copy back, unless something would be lost that the centre does not hold.
    public Result to(Choice choice) {
        DatabaseFile.Since since = choice.since();
        return since.isAtTheCentre()
                ? put(choice)
                : new Result.Refused(unsent(since) + " recorded since " + choice.backup().file().getFileName()
                        + " was made, and the centre does not have that. Nothing was changed: install the newer program again, let it send"
                        + " (evertill sync) and finish what waits, then try again.");
    }

    /// After a failed update: the copy from right before it, and only when nothing at all was recorded since.
    ///
    /// @return empty when there is nothing to undo
    public Optional<Result.Done> undoUpdate() {
        int version = version();
        return choices(folder.path()).stream()
                .filter(choice -> choice.backup().before() == version && choice.version() < version)
                .findFirst()
                .filter(choice -> choice.since().isNothing())
                .map(this::put);
    }

    private int version() {
        try (DatabaseFile now = DatabaseFile.open(folder.database())) {
            return now.version();
        }
    }

    private Result.Done put(Choice choice) {
        Path kept = folder.path().resolve("till-before-rollback-" + NAME.format(now) + ".db");
        PutBack.put(folder.database(), choice.backup().file(), kept);
        return new Result.Done(choice, kept);
    }

    private static String unsent(DatabaseFile.Since since) {
        long waiting = since.baskets();
        String what = String.join(", ", List.of(
                        since.unsent() == 0 ? "" : since.unsent() + (since.unsent() == 1 ? " entry" : " entries"),
                        waiting == 0 ? "" : waiting + (waiting == 1 ? " basket" : " baskets"),
                        since.customers() == 0 ? "" : since.customers() + (since.customers() == 1 ? " customer" : " customers"))
                .stream().filter(each -> !each.isEmpty()).toList());
        return what + (since.unsent() + waiting + since.customers() == 1 ? " was" : " were");
    }
}
