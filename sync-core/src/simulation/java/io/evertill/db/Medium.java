package io.evertill.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// What a [SimulatedDisk] keeps its database on.
public interface Medium {
    /// A database that has these bytes.
    Connection open(byte[] image) throws SQLException;

    /// The database as a program finds it that starts after the one with this connection died in whatever it was doing.
    Connection afterCrash(Connection dead) throws SQLException;

    /// Gives a database up.
    void discard(Connection connection) throws SQLException;

    /// Memory: a crash is a rollback.
    static Medium memory() {
        return new MemoryMedium();
    }

    /// Files with a write-ahead log, as at a till: after a crash they are opened as they were left.
    ///
    /// @param folder where they are until they are given up
    static Medium files(Path folder) {
        return new FileMedium(folder);
    }
}
