package io.evertill.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jspecify.annotations.Nullable;

/// PostgreSQL: a pool of connections, read committed, rows locked by what is written.
final class PostgresqlConnections implements Connections {
    private static final int POOL_SIZE = 10;
    private static final int WAIT_MS = 10_000;

    private final HikariDataSource pool;

    /// Connects.
    ///
    /// @throws StorageFailure when the address is none, nothing answers there, or the server does not let this program in
    static PostgresqlConnections open(String url) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new StorageFailure(StorageFailure.Kind.INPUT_OUTPUT, "The database address cannot be read: "
                    + Database.withoutSecret(url) + ". Write it like jdbc:postgresql://host:5432/name?user=…&password=…", e);
        }
        try {
            // The pool waits for a server that is starting, and would wait as long for one that never lets it in.
            DriverManager.getConnection(url).close();
        } catch (SQLException e) {
            if (!isPassing(state(e))) {
                throw new StorageFailure(StorageFailure.Kind.INPUT_OUTPUT, refused(url, e), e);
            }
        }
        try {
            return new PostgresqlConnections(url);
        } catch (HikariPool.PoolInitializationException e) {
            throw new StorageFailure(StorageFailure.Kind.INPUT_OUTPUT, refused(url, e), e);
        }
    }

    /// Whether waiting may mend it: everything but a wrong user, a wrong password and a database that is not there.
    private static boolean isPassing(String state) {
        return !state.startsWith("28") && !state.equals("3D000");
    }

    private static String refused(String url, Exception failure) {
        String where = "The database server at " + Database.withoutSecret(url);
        return switch (state(failure)) {
            case "28P01", "28000" -> where + " does not let this user in. Check user and password in the address.";
            case "3D000" -> where + " has no database of this name. Check the address, or make it with createdb.";
            case "53300" -> where + " has no connection left. Close other programs, or raise its max_connections.";
            case "57P03" -> where + " is starting or stopping. Try again in a moment.";
            default -> "The database server cannot be reached at " + Database.withoutSecret(url)
                    + ". Check the address and that it runs.";
        };
    }

    private static String state(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private PostgresqlConnections(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(POOL_SIZE);
        config.setConnectionTimeout(WAIT_MS);
        config.setInitializationFailTimeout(WAIT_MS);
        config.setAutoCommit(false);
        config.addDataSourceProperty("prepareThreshold", "2");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        this.pool = new HikariDataSource(config);
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public Sql beginWrite() throws SQLException {
        return new Sql(pool.getConnection());
    }

    @Override
    public Sql beginRead() throws SQLException {
        Connection connection = pool.getConnection();
        Sql sql = new Sql(connection);
        sql.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        return sql;
    }

    @Override
    public void commit(Sql sql) throws SQLException {
        sql.connection().commit();
    }

    @Override
    public void rollback(Sql sql) throws SQLException {
        sql.connection().rollback();
    }

    @Override
    public void release(Sql sql, boolean isWriter, boolean isBroken) {
        try {
            sql.close();
            sql.connection().close();
        } catch (SQLException | Sql.StatementFailed _) {
            pool.evictConnection(sql.connection());
        }
    }

    @Override
    public void checkpoint() {
        // PostgreSQL does this by itself.
    }

    @Override
    public void copyTo(Path file) throws SQLException {
        throw new SQLFeatureNotSupportedException("a server's database is copied with its own tools, such as pg_basebackup");
    }

    @Override
    public void close() {
        pool.close();
    }
}
