package io.evertill.db;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// A real SQLite file behind a disk that fails when a test says so.
public final class FaultyDisk {
    private Fault next = Fault.NONE;

    /// What happens at the next commit, once.
    public enum Fault {
        /// Nothing.
        NONE,
        /// The disk is full and the transaction is not kept.
        FULL,
        /// The disk reports an error although the transaction was kept.
        ERROR_AFTER_COMMIT,
        /// A statement of the transaction fails because the disk is full.
        FULL_BEFORE_COMMIT
    }

    /// Says what happens at the next transaction that writes.
    public void next(Fault fault) {
        next = fault;
    }

    /// A till's database on this disk.
    public Database till(Path file, InstantSource clock) throws SQLException {
        return Database.ready(new Disk(new SqliteConnections(file)), Migrations.TILL, "jdbc:sqlite:" + file, clock);
    }

    private Fault take() {
        Fault fault = next;
        next = Fault.NONE;
        return fault;
    }

    private static SQLException full() {
        return new SQLiteException("database or disk is full", SQLiteErrorCode.SQLITE_FULL);
    }

    private final class Disk implements Connections {
        private final Connections real;

        Disk(Connections real) {
            this.real = real;
        }

        @Override
        public Dialect dialect() {
            return real.dialect();
        }

        @Override
        public Sql beginWrite() throws SQLException {
            Sql sql = real.beginWrite();
            if (next == Fault.FULL_BEFORE_COMMIT) {
                sql.execute("PRAGMA max_page_count = 1");
                take();
            }
            return sql;
        }

        @Override
        public Sql beginRead() throws SQLException {
            return real.beginRead();
        }

        @Override
        public void commit(Sql sql) throws SQLException {
            switch (take()) {
                case FULL -> throw full();
                case ERROR_AFTER_COMMIT -> {
                    real.commit(sql);
                    throw new SQLiteException("disk I/O error", SQLiteErrorCode.SQLITE_IOERR_FSYNC);
                }
                case NONE, FULL_BEFORE_COMMIT -> real.commit(sql);
            }
        }

        @Override
        public void rollback(Sql sql) throws SQLException {
            real.rollback(sql);
            sql.execute("PRAGMA max_page_count = 1073741823");
        }

        @Override
        public void release(Sql sql, boolean isWriter, boolean isBroken) {
            real.release(sql, isWriter, isBroken);
        }

        @Override
        public void checkpoint() throws SQLException {
            real.checkpoint();
        }

        @Override
        public void copyTo(Path file) throws SQLException {
            real.copyTo(file);
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
