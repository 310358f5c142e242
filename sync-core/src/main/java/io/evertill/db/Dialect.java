package io.evertill.db;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What truly differs between the databases: how failures are told, and where the tables' definitions are.
///
/// Statements are written once, in the subset that both share.
public enum Dialect {
    /// One file, one writer.
    SQLITE {
        @Override
        StorageFailure.Kind kind(SQLException failure) {
            if (!(failure instanceof SQLiteException sqlite)) {
                return StorageFailure.Kind.OTHER;
            }
            SQLiteErrorCode code = sqlite.getResultCode();
            return switch (code.code & 0xff) {
                case 13 -> StorageFailure.Kind.DISK_FULL;
                case 10, 14 -> StorageFailure.Kind.INPUT_OUTPUT;
                case 8 -> StorageFailure.Kind.READ_ONLY;
                case 11, 26 -> StorageFailure.Kind.CORRUPT;
                case 5, 6 -> StorageFailure.Kind.BUSY;
                default -> StorageFailure.Kind.OTHER;
            };
        }

        @Override
        boolean isWorthRepeating(SQLException failure) {
            return false;
        }
    },
    /// A server with many writers.
    POSTGRESQL {
        @Override
        StorageFailure.Kind kind(SQLException failure) {
            String state = failure.getSQLState() == null ? "" : failure.getSQLState();
            if (state.startsWith("08") || state.startsWith("57P") || state.equals("58030")) {
                return StorageFailure.Kind.INPUT_OUTPUT;
            }
            return switch (state) {
                case "53100" -> StorageFailure.Kind.DISK_FULL;
                case "25006" -> StorageFailure.Kind.READ_ONLY;
                case "XX001", "XX002" -> StorageFailure.Kind.CORRUPT;
                case "55P03" -> StorageFailure.Kind.BUSY;
                default -> StorageFailure.Kind.OTHER;
            };
        }

        @Override
        boolean isWorthRepeating(SQLException failure) {
            String state = failure.getSQLState() == null ? "" : failure.getSQLState();
            return state.equals("40001") || state.equals("40P01");
        }
    };

    abstract StorageFailure.Kind kind(SQLException failure);

    /// Whether the same transaction may succeed when it is tried again.
    abstract boolean isWorthRepeating(SQLException failure);

    /// The folder of the definitions of one end's tables.
    String migrations(String end) {
        return "io/evertill/db/" + end + "/" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /// A database's failure in words for a person.
    StorageFailure failure(SQLException cause) {
        StorageFailure.Kind kind = kind(cause);
        String message = switch (kind) {
            case DISK_FULL -> "The disk is full. Nothing was saved; free some space and try again.";
            case INPUT_OUTPUT -> "The database cannot be reached or its disk failed. Nothing was saved; check the disk.";
            case READ_ONLY -> "The database may not be written. Nothing was saved; check the permissions of its folder.";
            case CORRUPT -> "The database file is damaged. Do not delete it; keep a copy and restore a backup.";
            case NEWER_VERSION -> "The database was made by a newer version. Install that version.";
            case BUSY -> "Another program is using the database. Nothing was saved; close it and try again.";
            case OTHER -> "The database refused a statement: " + cause.getMessage();
        };
        return new StorageFailure(kind, message, cause);
    }
}
