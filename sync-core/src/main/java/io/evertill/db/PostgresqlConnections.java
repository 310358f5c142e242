package io.evertill.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/// PostgreSQL: a pool of connections, read committed, rows locked by what is written.
final class PostgresqlConnections implements Connections {
    private static final int POOL_SIZE = 10;
    private static final int WAIT_MS = 10_000;

    private final HikariDataSource pool;

    PostgresqlConnections(String url) {
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
