package io.evertill.db;

import java.nio.file.Path;
import java.sql.SQLException;

/// Where a database's connections come from, and how a transaction begins and ends on one.
interface Connections extends AutoCloseable {
    Dialect dialect();

    /// A connection inside a new transaction that may write. Waits for its turn.
    Sql beginWrite() throws SQLException;

    /// A connection inside a new transaction that sees one state of the database and writes nothing.
    Sql beginRead() throws SQLException;

    /// Makes what was written durable.
    void commit(Sql sql) throws SQLException;

    /// Undoes what was written.
    void rollback(Sql sql) throws SQLException;

    /// Gives the connection back.
    void release(Sql sql, boolean isWriter, boolean isBroken);

    /// Moves what was committed from the log into the main file, when the database has both.
    void checkpoint() throws SQLException;

    /// Writes a copy of what is committed into a new file, while others go on working.
    void copyTo(Path file) throws SQLException;

    @Override
    void close();
}
