package io.evertill.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The verified copies of a database that stand beside it from before its updates, such as `till-before-V23-20261127-130501-123.db`.
public final class Backups {
    /// The most that are kept.
    public static final int KEPT_MAX = 3;

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("-before-V([0-9]{1,9})-([0-9]{8}-[0-9]{6}-[0-9]{3})\\.db");

    private Backups() {}

    /// A copy from before an update.
    ///
    /// @param file where it stands
    /// @param before the version that the database was to be brought to
    /// @param at when it was made
    public record Backup(Path file, int before, Instant at) {
        /// How many bytes it has.
        public long bytes() {
            return Backups.bytes(file);
        }
    }

    /// Those beside a database, the newest first.
    public static List<Backup> of(Path database) {
        Path folder = folder(database);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> backup(database, file).stream())
                    .sorted(Comparator.comparing(Backup::at).thenComparingInt(Backup::before).reversed())
                    .toList();
        } catch (IOException e) {
            throw failed("The folder " + folder + " cannot be read: ", e);
        }
    }

    /// The newest that a program can work on.
    ///
    /// @param version the newest version that the program knows
    public static Optional<Backup> fitting(Path database, int version) {
        return of(database).stream().filter(backup -> version(backup) <= version).findFirst();
    }

    /// The version of a copy's tables; beyond every program's when it cannot be read.
    public static int version(Backup backup) {
        try (DatabaseFile file = DatabaseFile.still(backup.file())) {
            return file.version();
        } catch (StorageFailure _) {
            return Integer.MAX_VALUE;
        }
    }

    /// What the name of a database file begins with, such as `till`.
    static String stem(Path database) {
        return String.valueOf(database.getFileName()).replaceFirst("\\.db$", "");
    }

    static Path next(Path database, int before, Instant at) {
        return folder(database).resolve(stem(database) + "-before-V" + before + "-" + STAMP.format(at) + ".db");
    }

    /// Deletes what is no longer needed once a newer one was verified: those that hold the same entries from before the same update, and
    /// the oldest above [#KEPT_MAX].
    ///
    /// @param newest stands, was verified and is kept
    static void thin(Path database, Path newest) {
        List<Backup> older = of(database).stream().filter(backup -> !backup.file().equals(newest)).toList();
        List<Backup> same = older.stream().filter(backup -> isSame(backup, newest)).toList();
        List<Backup> tooMany = older.stream().filter(backup -> !same.contains(backup)).skip(KEPT_MAX - 1L).toList();
        Stream.concat(same.stream(), tooMany.stream()).forEach(backup -> delete(backup.file()));
    }

    private static boolean isSame(Backup backup, Path newest) {
        try (DatabaseFile one = DatabaseFile.still(backup.file()); DatabaseFile other = DatabaseFile.still(newest)) {
            return one.version() == other.version() && one.heads().equals(other.heads());
        } catch (StorageFailure _) {
            return false;
        }
    }

    private static Optional<Backup> backup(Path database, Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith(stem(database))) {
            return Optional.empty();
        }
        Matcher matcher = NAME.matcher(name.substring(stem(database).length()));
        return matcher.matches()
                ? Optional.of(new Backup(file, Integer.parseInt(matcher.group(1)), STAMP.parse(matcher.group(2), Instant::from)))
                : Optional.empty();
    }

    static Path folder(Path database) {
        Path folder = database.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("a file in a folder, not " + database);
        }
        return folder;
    }

    static long bytes(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw failed("The file " + file + " cannot be read: ", e);
        }
    }

    /// Deletes a file and what SQLite keeps beside it.
    static void delete(Path file) {
        try {
            for (String end : new String[] {"", "-wal", "-shm", "-journal"}) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
            }
        } catch (IOException e) {
            throw failed("The file " + file + " cannot be deleted: ", e);
        }
    }

    static StorageFailure failed(String sentence, IOException cause) {
        return new StorageFailure(StorageFailure.Kind.INPUT_OUTPUT, sentence + cause.getMessage(), cause);
    }
}
