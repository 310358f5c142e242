package io.evertill.db;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// A real SQLite database, in memory or on files, behind a disk that the simulation controls: a crash between any two statements, in a
/// commit before or after it took effect, a disk that is full or fails at the n-th call, and images of the whole database
/// to copy, to put back and to clone.
///
/// A crash undoes what was not committed, as opening a file after a power cut does. With [Durability#ON_SYNC] a power cut
/// also undoes every commit since the last sync. One connection serves readers and the writer, because one thread runs the
/// simulation. Not thread-safe.
public final class SimulatedDisk implements Connections {
    private static final String FORGET = """
            DELETE FROM fact WHERE entry_id IN (SELECT p.entry_id FROM posting p
                JOIN stream s ON s.stream = p.stream AND s.state = 'OPEN' WHERE p.seq <= ?)
            """;

    private final Medium medium;
    private final Migrations migrations;
    private final Durability durability;
    private final InstantSource clock;
    private Sql sql;
    private Image synced;
    private long statements;
    private Fault fault = Fault.NONE;
    private long faultAt = Long.MAX_VALUE;
    private int commitsUnsynced;

    /// When a commit is on the disk.
    public enum Durability {
        /// When it returns, as with `synchronous=FULL`.
        ON_COMMIT,
        /// At some later sync, as with `synchronous=NORMAL`.
        ON_SYNC
    }

    /// What happens.
    public enum Fault {
        /// Nothing.
        NONE,
        /// The program ends between two statements.
        CRASH,
        /// The program ends in a commit that does not take effect.
        CRASH_BEFORE_COMMIT,
        /// The program ends in a commit that took effect.
        CRASH_AFTER_COMMIT,
        /// The disk is full at a statement.
        FULL,
        /// The disk fails at a statement.
        ERROR,
        /// The disk reports an error at a commit that does not take effect.
        ERROR_BEFORE_COMMIT,
        /// The disk reports an error at a commit that took effect.
        ERROR_AFTER_COMMIT
    }

    /// The bytes of a whole database.
    public static final class Image {
        private final byte[] bytes;

        private Image(byte[] bytes) {
            this.bytes = bytes;
        }

        /// An image of these bytes, which belong to it from here on.
        public static Image of(byte[] bytes) {
            return new Image(bytes);
        }
    }

    /// A disk that holds a till's database.
    public static SimulatedDisk till(Medium medium, Image image, Durability durability, InstantSource clock) {
        return new SimulatedDisk(medium, Migrations.TILL, image, durability, clock);
    }

    /// A disk that holds a centre's database.
    public static SimulatedDisk centre(Medium medium, Image image, Durability durability, InstantSource clock) {
        return new SimulatedDisk(medium, Migrations.CENTRE, image, durability, clock);
    }

    private SimulatedDisk(Medium medium, Migrations migrations, Image image, Durability durability, InstantSource clock) {
        this.medium = medium;
        this.migrations = migrations;
        this.durability = durability;
        this.clock = clock;
        this.synced = image;
        this.sql = open(image);
    }

    /// The database on this disk, as a program opens it.
    public Database open() {
        return Database.ready(this, migrations, "the simulated disk", clock);
    }

    /// Arms a fault: at the n-th statement from here, or at the first commit from there on.
    public void arm(Fault next, long statementsAhead) {
        fault = next;
        faultAt = statements + statementsAhead;
    }

    /// Takes an armed fault back; answers whether it was still to come.
    public boolean disarm() {
        boolean wasArmed = fault != Fault.NONE;
        fault = Fault.NONE;
        faultAt = Long.MAX_VALUE;
        return wasArmed;
    }

    /// Cuts the power: what was not on the disk is gone.
    public void cutPower() {
        disarm();
        if (durability == Durability.ON_SYNC) {
            putBack(synced);
            return;
        }
        try {
            sql = new Sql(medium.afterCrash(sql.connection()), this::before);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Syncs when a throw of dice says 0.
    public void sometimesSync(int thrown) {
        if (thrown == 0) {
            sync();
        }
    }

    /// Makes what was committed durable, as a sync by the operating system.
    public void sync() {
        if (durability == Durability.ON_SYNC) {
            synced = image();
            commitsUnsynced = 0;
        }
    }

    /// Whether a fault is still to come.
    public boolean isArmed() {
        return fault != Fault.NONE;
    }

    /// Removes the facts of a stream up to a sequence, as an outbox does that forgets what was acknowledged.
    public void forget(long upToSeq) {
        try (var statement = sql.connection().prepareStatement(FORGET)) {
            statement.setLong(1, upToSeq);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How many commits a power cut would undo.
    public int commitsUnsynced() {
        return durability == Durability.ON_SYNC ? commitsUnsynced : 0;
    }

    /// A copy of what is committed.
    public Image image() {
        try {
            return new Image(((SQLiteConnection) sql.connection()).serialize("main"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Puts another image in the place of the database.
    public void putBack(Image image) {
        discardQuietly();
        sql = open(image);
        synced = image;
        commitsUnsynced = 0;
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public Sql beginWrite() throws SQLException {
        sql.command("BEGIN IMMEDIATE");
        return sql;
    }

    @Override
    public Sql beginRead() throws SQLException {
        sql.command("BEGIN");
        return sql;
    }

    @Override
    public void commit(Sql ignored) throws SQLException {
        Fault now = statements >= faultAt ? fault : Fault.NONE;
        switch (now) {
            case CRASH, CRASH_BEFORE_COMMIT -> {
                disarm();
                throw new Crash();
            }
            case ERROR_BEFORE_COMMIT -> {
                disarm();
                throw new SQLiteException("disk I/O error", SQLiteErrorCode.SQLITE_IOERR_FSYNC);
            }
            case NONE, FULL, ERROR -> keep();
            case CRASH_AFTER_COMMIT -> {
                disarm();
                keep();
                throw new Crash();
            }
            case ERROR_AFTER_COMMIT -> {
                disarm();
                keep();
                throw new SQLiteException("disk I/O error", SQLiteErrorCode.SQLITE_IOERR_FSYNC);
            }
        }
    }

    @Override
    public void rollback(Sql ignored) throws SQLException {
        try (var statement = sql.connection().createStatement()) {
            statement.execute("ROLLBACK");
        }
    }

    @Override
    public void release(Sql ignored, boolean isWriter, boolean isBroken) {
        if (isBroken) {
            rollbackQuietly();
        }
    }

    @Override
    public void checkpoint() {
        sync();
    }

    @Override
    public void copyTo(Path file) {
        throw new IllegalStateException("the simulation copies images");
    }

    @Override
    public void close() {
        rollbackQuietly();
    }

    /// Forgets the database.
    public void discard() {
        discardQuietly();
    }

    private void keep() throws SQLException {
        try (var statement = sql.connection().createStatement()) {
            statement.execute("COMMIT");
        }
        commitsUnsynced++;
    }

    private void before() {
        statements++;
        if (statements < faultAt) {
            return;
        }
        switch (fault) {
            case NONE, CRASH_BEFORE_COMMIT, CRASH_AFTER_COMMIT, ERROR_BEFORE_COMMIT, ERROR_AFTER_COMMIT -> {}
            case CRASH -> {
                disarm();
                throw new Crash();
            }
            case FULL -> {
                disarm();
                throw Sql.defect(new SQLiteException("database or disk is full", SQLiteErrorCode.SQLITE_FULL));
            }
            case ERROR -> {
                disarm();
                throw Sql.defect(new SQLiteException("disk I/O error", SQLiteErrorCode.SQLITE_IOERR_WRITE));
            }
        }
    }

    private Sql open(Image image) {
        try {
            return new Sql(medium.open(image.bytes), this::before);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void rollbackQuietly() {
        try {
            rollback(sql);
        } catch (SQLException _) {
            // No transaction was open.
        }
    }

    private void discardQuietly() {
        try {
            medium.discard(sql.connection());
        } catch (SQLException _) {
            // It is given up.
        }
    }
}
