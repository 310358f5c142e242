package io.evertill.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;

/// Fresh databases whose tables stand: migrated once a run, and a copy for each test.
///
/// That migrations make these tables is the matter of [MigrationsTest] and its neighbours.
public final class Migrated {
    private static final Path TILL = made(Database::till);
    private static final Path CENTRE = made(Database::centre);

    private Migrated() {}

    /// Opens a till's database, a fresh one when there is no file.
    public static Database till(Path file, InstantSource clock) {
        return Database.till(copy(TILL, file), clock);
    }

    /// Opens a centre's database, a fresh one when there is no file.
    public static Database centre(Path file, InstantSource clock) {
        return Database.centre(copy(CENTRE, file), clock);
    }

    private static Path made(BiFunction<Path, InstantSource, Database> open) {
        try {
            Path folder = Files.createTempDirectory("migrated");
            Path file = folder.resolve("fresh.db");
            open.apply(file, () -> Instant.EPOCH).close();
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copy(Path made, Path file) {
        if (Files.notExists(file)) {
            try {
                Files.copy(made, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }
}
