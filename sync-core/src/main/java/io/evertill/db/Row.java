package io.evertill.db;

import io.evertill.ledger.Bytes;
import io.evertill.ledger.Hash;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One row of an answer, read by column number from 1.
final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    long number(int column) {
        try {
            return result.getLong(column);
        } catch (SQLException e) {
            throw Sql.defect(e);
        }
    }

    Optional<Long> findNumber(int column) {
        try {
            long value = result.getLong(column);
            return result.wasNull() ? Optional.empty() : Optional.of(value);
        } catch (SQLException e) {
            throw Sql.defect(e);
        }
    }

    String text(int column) {
        try {
            return result.getString(column);
        } catch (SQLException e) {
            throw Sql.defect(e);
        }
    }

    Optional<String> findText(int column) {
        return Optional.ofNullable(text(column));
    }

    Bytes bytes(int column) {
        try {
            return Bytes.of(result.getBytes(column));
        } catch (SQLException e) {
            throw Sql.defect(e);
        }
    }

    Optional<Bytes> findBytes(int column) {
        try {
            return Optional.ofNullable(result.getBytes(column)).map(Bytes::of);
        } catch (SQLException e) {
            throw Sql.defect(e);
        }
    }

    Hash hash(int column) {
        return Hash.of(bytes(column).content());
    }

    UUID uuid(int column) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes(column).content());
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    Optional<UUID> findUuid(int column) {
        return findBytes(column).map(bytes -> {
            ByteBuffer buffer = ByteBuffer.wrap(bytes.content());
            return new UUID(buffer.getLong(), buffer.getLong());
        });
    }

    boolean flag(int column) {
        return number(column) != 0;
    }

    Instant instant(int column) {
        return Micros.instant(number(column));
    }

    Optional<Instant> findInstant(int column) {
        return findNumber(column).map(Micros::instant);
    }
}
