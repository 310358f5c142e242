package io.evertill.db;

import io.evertill.ledger.Bytes;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Hash;
import io.evertill.ledger.StreamId;
import io.evertill.product.ProductId;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Statements on one connection, prepared once and kept.
///
/// Arguments are bound by position: numbers, text, bytes, ids (16 bytes), hashes (32 bytes), instants (microseconds),
/// optional values. Not thread-safe, like the connection.
final class Sql implements AutoCloseable {
    private static final int STATEMENTS_MAX = 300;

    private final Connection connection;
    private final Runnable before;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Sql(Connection connection) {
        this(connection, () -> {});
    }

    /// @param before runs before every statement: how tests count statements and interrupt between two of them
    Sql(Connection connection, Runnable before) {
        this.connection = connection;
        this.before = before;
    }

    Connection connection() {
        return connection;
    }

    /// Changes rows and says how many.
    int update(String statement, Object... arguments) {
        try {
            PreparedStatement prepared = prepare(statement);
            bind(prepared, arguments);
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw defect(e);
        }
    }

    /// Runs a statement once for each list of arguments, as one batch.
    void updateAll(String statement, List<Object[]> argumentLists) {
        try {
            PreparedStatement prepared = prepare(statement);
            for (Object[] arguments : argumentLists) {
                bind(prepared, arguments);
                prepared.addBatch();
            }
            prepared.executeBatch();
        } catch (SQLException e) {
            throw defect(e);
        }
    }

    /// The one row of an answer, or none.
    <T> Optional<T> find(String statement, Function<Row, T> mapper, Object... arguments) {
        try {
            PreparedStatement prepared = prepare(statement);
            bind(prepared, arguments);
            try (ResultSet result = prepared.executeQuery()) {
                return result.next() ? Optional.of(mapper.apply(new Row(result))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw defect(e);
        }
    }

    /// The one number of an answer.
    long number(String statement, Object... arguments) {
        return find(statement, row -> row.number(1), arguments)
                .orElseThrow(() -> new IllegalStateException("no row from: " + statement));
    }

    /// All rows of an answer; the statement bounds how many.
    <T> List<T> list(String statement, Function<Row, T> mapper, Object... arguments) {
        List<T> rows = new ArrayList<>();
        each(statement, row -> rows.add(mapper.apply(row)), arguments);
        return rows;
    }

    /// Hands over the rows of an answer one by one, however many.
    void each(String statement, Consumer<Row> consumer, Object... arguments) {
        try {
            PreparedStatement prepared = prepare(statement);
            bind(prepared, arguments);
            prepared.setFetchSize(1_000);
            try (ResultSet result = prepared.executeQuery()) {
                Row row = new Row(result);
                while (result.next()) {
                    consumer.accept(row);
                }
            }
        } catch (SQLException e) {
            throw defect(e);
        }
    }

    /// Hands over the rows of an answer one by one until it is told that they are enough.
    void eachUntil(String statement, Predicate<Row> isEnough, Object... arguments) {
        try {
            PreparedStatement prepared = prepare(statement);
            bind(prepared, arguments);
            try (ResultSet result = prepared.executeQuery()) {
                Row row = new Row(result);
                boolean isGoingOn = true;
                while (isGoingOn && result.next()) {
                    isGoingOn = !isEnough.test(row);
                }
            }
        } catch (SQLException e) {
            throw defect(e);
        }
    }

    /// Begins or ends a transaction.
    void command(String statement) throws SQLException {
        prepare(statement).execute();
    }

    /// Runs a statement that is not worth keeping.
    void execute(String statement) throws SQLException {
        try (var once = connection.createStatement()) {
            once.execute(statement);
        }
    }

    /// An array argument, for databases that have them.
    Array array(String type, @Nullable Object[] values) {
        // The driver encodes bytes only from an array that says so in its type.
        @Nullable Object[] typed = type.equals("bytea") ? Arrays.copyOf(values, values.length, byte[][].class) : values;
        try {
            return connection.createArrayOf(type, typed);
        } catch (SQLException e) {
            throw defect(e);
        }
    }

    @Override
    public void close() {
        for (PreparedStatement statement : statements.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                throw defect(e);
            }
        }
        statements.clear();
    }

    /// Wraps a failure of a statement; [Database] turns it into what the caller sees.
    static StatementFailed defect(SQLException cause) {
        return new StatementFailed(cause);
    }

    private PreparedStatement prepare(String statement) throws SQLException {
        before.run();
        PreparedStatement known = statements.get(statement);
        if (known != null) {
            return known;
        }
        if (statements.size() >= STATEMENTS_MAX) {
            throw new IllegalStateException("more than " + STATEMENTS_MAX + " different statements on one connection");
        }
        PreparedStatement prepared = connection.prepareStatement(statement);
        statements.put(statement, prepared);
        return prepared;
    }

    private static void bind(PreparedStatement prepared, Object[] arguments) throws SQLException {
        for (int at = 0; at < arguments.length; at++) {
            bind(prepared, at + 1, arguments[at]);
        }
    }

    private static void bind(PreparedStatement prepared, int at, @Nullable Object argument) throws SQLException {
        switch (argument) {
            case null -> prepared.setObject(at, null);
            case Optional<?> optional -> bind(prepared, at, optional.orElse(null));
            case Long number -> prepared.setLong(at, number);
            case Integer number -> prepared.setLong(at, number);
            case Boolean flag -> prepared.setLong(at, flag ? 1 : 0);
            case String text -> prepared.setString(at, text);
            case byte[] bytes -> prepared.setBytes(at, bytes);
            case Bytes bytes -> prepared.setBytes(at, bytes.content());
            case Hash hash -> prepared.setBytes(at, hash.bytes());
            case UUID id -> prepared.setBytes(at, bytes(id));
            case EntryId id -> prepared.setBytes(at, bytes(id.value()));
            case StreamId id -> prepared.setBytes(at, bytes(id.value()));
            case ProductId id -> prepared.setBytes(at, bytes(id.value()));
            case Instant instant -> prepared.setLong(at, Micros.of(instant));
            case Enum<?> choice -> prepared.setString(at, choice.name());
            case Array array -> prepared.setArray(at, array);
            default -> throw new IllegalArgumentException("cannot bind a " + argument.getClass());
        }
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /// A statement failed; caught by [Database] alone.
    static final class StatementFailed extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final SQLException failure;

        StatementFailed(SQLException failure) {
            super(failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }
}
