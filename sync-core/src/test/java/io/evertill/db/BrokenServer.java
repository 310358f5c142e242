package io.evertill.db;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;

/// A real PostgreSQL server that ends the session of a centre's program when a test says so, as an administrator or a crash of
/// the program would: the server undoes what was not committed.
public final class BrokenServer {
    private final Database db;
    private final ServerClock clock;
    private Fault fault = Fault.NONE;
    private long statementsAhead;
    private int ended;

    /// What happens, once.
    public enum Fault {
        /// Nothing.
        NONE,
        /// The program ends between two statements.
        CRASH,
        /// The program ends in a commit that does not take effect.
        CRASH_BEFORE_COMMIT,
        /// The program ends in a commit that took effect.
        CRASH_AFTER_COMMIT,
        /// The session ends between two statements, and the program is told.
        LOST,
        /// The session ends in a commit that took effect, and the program is not told that it did.
        LOST_AFTER_COMMIT
    }

    /// A fresh database whose clock tests move.
    public BrokenServer(InstantSource instants) {
        String url = CentreOn.freshPostgresql();
        Database.centre(url, instants).close();
        this.clock = new ServerClock(url, instants.instant());
        this.db = Database.ready(new Breaking(PostgresqlConnections.open(url)), Migrations.CENTRE, url, instants);
    }

    /// The database, over sessions that may end.
    public Database db() {
        return db;
    }

    /// The server's clock.
    public ServerClock clock() {
        return clock;
    }

    /// Arms a fault: at the n-th statement from here, or at the first commit from there on.
    public void arm(Fault next, long statements) {
        fault = next;
        statementsAhead = statements;
    }

    /// Takes an armed fault back.
    public void disarm() {
        fault = Fault.NONE;
    }

    /// How many sessions were ended inside a transaction or in its commit.
    public int ended() {
        return ended;
    }

    private boolean isDue() {
        statementsAhead--;
        return fault != Fault.NONE && statementsAhead <= 0;
    }

    private void beforeStatement(Sql sql) {
        if (isDue() && (fault == Fault.CRASH || fault == Fault.LOST)) {
            end(sql);
        }
    }

    /// Ends the session and, when the program crashes, that.
    private void end(Sql sql) {
        boolean isCrash = fault == Fault.CRASH || fault == Fault.CRASH_BEFORE_COMMIT || fault == Fault.CRASH_AFTER_COMMIT;
        fault = Fault.NONE;
        ended++;
        try (Statement statement = sql.connection().createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pg_backend_pid())");
        } catch (SQLException _) {
            // The session that asked is the one that ended.
        }
        if (isCrash) {
            throw new Crash();
        }
    }

    private final class Breaking implements Connections {
        private final Connections real;

        Breaking(Connections real) {
            this.real = real;
        }

        private Sql breakable(Sql sql) {
            Sql[] own = new Sql[1];
            own[0] = new Sql(sql.connection(), () -> beforeStatement(own[0]));
            return own[0];
        }

        @Override
        public Dialect dialect() {
            return real.dialect();
        }

        @Override
        public Sql beginWrite() throws SQLException {
            return breakable(real.beginWrite());
        }

        @Override
        public Sql beginRead() throws SQLException {
            return breakable(real.beginRead());
        }

        @Override
        public void commit(Sql sql) throws SQLException {
            if (isDue() && fault == Fault.CRASH_BEFORE_COMMIT) {
                end(sql);
            }
            boolean isAfter = fault == Fault.CRASH_AFTER_COMMIT || fault == Fault.LOST_AFTER_COMMIT;
            boolean isEnding = isAfter && statementsAhead <= 0;
            real.commit(sql);
            if (isEnding) {
                end(sql);
                throw new SQLException("the session ended before the server answered", "08006");
            }
        }

        @Override
        public void rollback(Sql sql) throws SQLException {
            real.rollback(sql);
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
