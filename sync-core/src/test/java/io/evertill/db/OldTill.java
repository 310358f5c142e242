package io.evertill.db;

import io.evertill.ledger.Bytes;
import io.evertill.ledger.Chain;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Fence;
import io.evertill.ledger.Genesis;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/// A till's database file as an older program left it, with a ledger in it.
final class OldTill {
    static final UUID NONCE = UUID.fromString("01900000-0000-7000-8000-00000000aaaa");
    private static final StreamId STREAM = new StreamId(UUID.fromString("01900000-0000-7000-8000-00000000bbbb"));
    private static final Genesis GENESIS = new Genesis("t-1", STREAM, Optional.empty());
    private static final Instant AT = Instant.parse("2026-11-27T08:00:00Z");

    private OldTill() {}

    /// Makes one whose centre is proved to hold all entries but the last two.
    static Path of(Path file, int version, int entries) throws SQLException {
        migrate(file, "till", version);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Sql sql = new Sql(connection)) {
            sql.execute("PRAGMA journal_mode = WAL");
            new Terminals(sql).enrol(new Terminals.Identity("t-1", "S1", "T1", "https://centre.example"));
            new Streams(sql).add(GENESIS, Streams.State.OPEN, AT);
            new Fences(sql).put(new Fence.Mark(NONCE, 5, Hash.ZERO));
            append(sql, GENESIS.position(), entries);
            new Streams(sql).verified(STREAM, Math.max(0, entries - 2L), AT);
        }
        return file;
    }

    /// Records more, whatever the version.
    static void record(Path file, int entries) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Sql sql = new Sql(connection)) {
            append(sql, new Postings(sql).head("S1", STREAM).orElseThrow(), entries);
        }
    }

    /// The centre proves to hold everything up to here.
    static void verified(Path file, long seq) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Sql sql = new Sql(connection)) {
            new Streams(sql).verified(STREAM, seq, AT);
        }
    }

    /// Changes something that a program would not.
    static void change(Path file, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); var sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    static void migrate(Path file, String end, int version) {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:io/evertill/db/" + end + "/sqlite")
                .javaMigrations(end.equals("till") ? new SearchMigration[] {new SearchMigration()} : new SearchMigration[0])
                .table("flyway_schema_history")
                .target(Integer.toString(version))
                .load()
                .migrate();
    }

    private static void append(Sql sql, Position from, int entries) {
        Position head = from;
        for (int at = 0; at < entries; at++) {
            long seq = head.seq() + 1;
            Fact fact = new Fact(new EntryId(new UUID(0x0190000000007000L, 0x8000000000000000L + seq)),
                    Bytes.of("{\"kind\":\"test\"}"), Bytes.of("{\"n\":" + seq + "}"));
            Posting posting = Chain.next(head, fact);
            new Facts(sql, Dialect.SQLITE).append("S1", fact);
            new Postings(sql).append("S1", posting, Postings.State.FIRST, AT.plusSeconds(seq));
            head = posting.position();
        }
    }
}
