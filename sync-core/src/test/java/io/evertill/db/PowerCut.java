package io.evertill.db;

import io.evertill.stock.Chance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;

/// A till's real database file, and what a power cut may leave of it.
///
/// The model: what a sync covered is on the disk, and of what was written later anything may be there, whole, in part or as
/// rubbish. With `synchronous=FULL` every commit syncs the log up to its last frame; with `NORMAL` only a checkpoint does.
/// Which of them holds is asked of the connection that writes, so the model follows the program's settings. A checkpoint
/// syncs the log, moves its pages into the main file and syncs that; the next commit then overwrites the log from its
/// beginning, so how far it is valid is read from its frames and not from its length (sqlite.org/fileformat2.html,
/// section 4). Not thread-safe.
public final class PowerCut implements AutoCloseable {
    private static final int HEADER_BYTES = 32;
    private static final int FRAME_HEADER_BYTES = 24;
    private static final int FULL = 2;

    private final Path file;
    private final String setting;
    private final Database db;
    private int synchronous;
    private long saltsSynced;
    private int bytesSynced;

    private PowerCut(Path file, String setting, InstantSource clock) throws SQLException {
        this.file = file;
        this.setting = setting;
        this.db = Database.ready(
                new SqliteConnections(file, this::settled), Migrations.TILL, "jdbc:sqlite:" + file, clock);
        synced();
    }

    /// A till's database as the program opens it.
    public static PowerCut till(Path file, InstantSource clock) throws SQLException {
        return new PowerCut(file, "", clock);
    }

    /// A till's database that does not wait for the disk at a commit, as many programs open theirs.
    public static PowerCut tillThatSyncsAtCheckpoints(Path file, InstantSource clock) throws SQLException {
        return new PowerCut(file, "PRAGMA synchronous = NORMAL", clock);
    }

    /// The database.
    public Database db() {
        return db;
    }

    /// Notes that somebody relies on the last commit.
    public void acknowledged() {
        if (synchronous >= FULL) {
            synced();
        }
    }

    /// Moves the log into the main file, which syncs both.
    public void checkpoint() {
        db.checkpoint();
        synced();
    }

    /// Cuts the power: writes what is left of database and log into the folder `left` beside them.
    ///
    /// @return the database file there
    public Path cut(Chance chance) {
        return leave(bytes(file), damaged(bytes(log()), chance));
    }

    /// Cuts the power in the middle of a checkpoint: of the pages that it moves, some are there and one may be torn.
    ///
    /// @return the database file there
    public Path cutInCheckpoint(Chance chance) {
        byte[] before = bytes(file);
        byte[] log = bytes(log());
        checkpoint();
        byte[] main = Arrays.copyOf(bytes(file), Math.max(before.length, bytes(file).length));
        int pageBytes = ByteBuffer.wrap(log).getInt(8);
        for (int at = 0; at < before.length; at += pageBytes) {
            switch (chance.below(3)) {
                case 0 -> System.arraycopy(before, at, main, at, pageBytes);
                case 1 -> System.arraycopy(before, at, main, at, chance.below(pageBytes));
                default -> {
                    // The page was moved.
                }
            }
        }
        int length = main.length == before.length || chance.flip() ? main.length : before.length;
        return leave(Arrays.copyOf(main, length), damaged(log, chance));
    }

    /// What SQLite finds wrong in a database file: `ok` when nothing is.
    public static String quickCheck(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA quick_check")) {
            return rows.next() ? rows.getString(1) : "no answer";
        }
    }

    @Override
    public void close() {
        db.close();
    }

    private Connection settled(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            if (!setting.isEmpty()) {
                statement.execute(setting);
            }
            try (ResultSet row = statement.executeQuery("PRAGMA synchronous")) {
                synchronous = row.getInt(1);
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void synced() {
        byte[] log = bytes(log());
        saltsSynced = salts(log);
        bytesSynced = end(log);
    }

    /// Everything behind what was synced is at the mercy of the cut. A log that was begun anew since then was synced not at
    /// all, and what stood in it before is in the main file.
    private byte[] damaged(byte[] log, Chance chance) {
        int safe = salts(log) == saltsSynced ? bytesSynced : 0;
        if (safe >= log.length) {
            return log;
        }
        int at = (int) chance.between(safe, log.length - 1L);
        return switch (chance.below(5)) {
            case 0 -> Arrays.copyOf(log, at);
            case 1 -> filled(log, at, chance.bytes(log.length - at));
            case 2 -> filled(log, at, new byte[log.length - at]);
            case 3 -> filled(log, at, chance.bytes(1 + chance.below(Math.min(512, log.length - at))));
            default -> {
                log[at] ^= (byte) (1 << chance.below(8));
                yield chance.flip() ? log : Arrays.copyOf(log, (int) chance.between(at, log.length));
            }
        };
    }

    private static byte[] filled(byte[] log, int at, byte[] with) {
        System.arraycopy(with, 0, log, at, with.length);
        return log;
    }

    private static long salts(byte[] log) {
        return log.length < HEADER_BYTES ? 0 : ByteBuffer.wrap(log).getLong(16);
    }

    /// The offset behind the last frame of this round of the log that ends a transaction.
    private static int end(byte[] log) {
        if (log.length < HEADER_BYTES) {
            return 0;
        }
        ByteBuffer frames = ByteBuffer.wrap(log);
        int frameBytes = FRAME_HEADER_BYTES + frames.getInt(8);
        int end = HEADER_BYTES;
        for (int at = HEADER_BYTES; at + frameBytes <= log.length && frames.getLong(at + 8) == salts(log); at += frameBytes) {
            if (frames.getInt(at + 4) != 0) {
                end = at + frameBytes;
            }
        }
        return end;
    }

    private Path log() {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private Path leave(byte[] main, byte[] log) {
        try {
            Path folder = Files.createDirectories(file.resolveSibling("left"));
            Files.write(folder.resolve("till.db-wal"), log);
            return Files.write(folder.resolve("till.db"), main);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
