package io.evertill.db;

import io.evertill.ledger.Chain;
import io.evertill.ledger.Position;
import io.evertill.ledger.StreamId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A database file as it is, of whichever version, looked at beside whoever works on it. Nothing is changed, and nothing is brought up
/// to date. SQLite only; not thread-safe.
///
/// Every method throws [StorageFailure] when the file cannot be read.
public final class DatabaseFile implements AutoCloseable {
    private static final int END = 500;
    private static final String TABLE = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?";
    private static final String TABLE_BEFORE = "SELECT count(*) FROM before.sqlite_master WHERE type = 'table' AND name = ?";
    private static final String HEADS = """
            SELECT h.branch, h.stream, p.seq, p.hash
            FROM (SELECT branch, stream, max(seq) AS seq FROM posting GROUP BY branch, stream) h
            JOIN posting p ON p.branch = h.branch AND p.stream = h.stream AND p.seq = h.seq
            """;
    private static final String ENTRIES_SINCE = """
            SELECT count(*) FROM fact f
            WHERE NOT EXISTS (SELECT 1 FROM before.fact b WHERE b.branch = f.branch AND b.entry_id = f.entry_id)
            """;
    private static final String UNSENT_SINCE = """
            SELECT count(DISTINCT p.entry_id) FROM posting p JOIN stream s ON s.stream = p.stream
            WHERE s.state = 'OPEN' AND p.seq > s.verified_seq
                AND NOT EXISTS (SELECT 1 FROM before.fact b WHERE b.branch = p.branch AND b.entry_id = p.entry_id)
            """;
    private static final String WAITING = """
            SELECT count(*) FROM posting p JOIN stream s ON s.stream = p.stream WHERE s.state = 'OPEN' AND p.seq > s.verified_seq
            """;

    private final Connection connection;
    private final Sql sql;

    private DatabaseFile(Connection connection) {
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    /// The end of a stream.
    public record Head(String branch, Position position) {}

    /// What a database has that a copy of it from before has not.
    ///
    /// @param entries how many entries
    /// @param unsent how many of them the centre is not proved to hold
    /// @param baskets on the counter or put aside
    /// @param customers whom this till met and the centre was not told of
    public record Since(long entries, long unsent, long baskets, long customers) {
        /// Whether nothing was recorded since.
        public boolean isNothing() {
            return entries == 0 && baskets == 0 && customers == 0;
        }

        /// Whether the centre holds all that was recorded since.
        public boolean isAtTheCentre() {
            return unsent == 0 && baskets == 0 && customers == 0;
        }
    }

    /// The version of the SQLite in this program.
    public static String engine() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:"); Sql sql = new Sql(connection)) {
            return sql.find("SELECT sqlite_version()", row -> row.text(1)).orElse("unknown");
        } catch (SQLException e) {
            throw Dialect.SQLITE.failure(e);
        }
    }

    /// Opens a file on which others may work.
    public static DatabaseFile open(Path file) {
        return open(file, "?mode=ro");
    }

    /// Opens a copy on which nobody works; nothing appears beside it.
    public static DatabaseFile still(Path file) {
        return open(file, "?immutable=1");
    }

    private static DatabaseFile open(Path file, String how) {
        if (!Files.isRegularFile(file)) {
            throw new StorageFailure(StorageFailure.Kind.INPUT_OUTPUT, "There is no file " + file + ".");
        }
        try {
            Connection connection = DriverManager.getConnection(url(file, how));
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 5000");
                statement.execute("PRAGMA query_only = ON");
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return new DatabaseFile(connection);
        } catch (SQLException e) {
            throw Dialect.SQLITE.failure(e);
        }
    }

    private static String url(Path file, String how) {
        return "jdbc:sqlite:" + address(file, how);
    }

    private static String address(Path file, String how) {
        return file.toAbsolutePath().toUri() + how;
    }

    /// The version of its tables; 0 when it has none yet.
    public int version() {
        return asked(Migrations::version);
    }

    /// What SQLite finds wrong with it; empty when nothing is. Reads the whole file.
    ///
    /// @param isFull also whether each index says what its table says, which takes several times as long
    public List<String> damage(boolean isFull) {
        return asked(each -> each.list(isFull ? "PRAGMA integrity_check(5)" : "PRAGMA quick_check(5)", row -> row.text(1)).stream()
                .filter(found -> !found.equals("ok"))
                .toList());
    }

    /// How many rows name another row that is not there.
    public long orphans() {
        return asked(each -> (long) each.list("PRAGMA foreign_key_check", row -> row.text(1)).size());
    }

    /// The end of every stream.
    public Set<Head> heads() {
        return asked(each -> has(TABLE, "posting")
                ? each.list(HEADS, row -> new Head(row.text(1), new Position(new StreamId(row.uuid(2)), row.number(3), row.hash(4))))
                        .stream().collect(Collectors.toUnmodifiableSet())
                : Set.of());
    }

    /// Whether the last entries of every stream follow from their bytes.
    public boolean isChainedAtItsEnds() {
        return asked(each -> heads().stream().allMatch(head -> isChained(new Postings(each), head)));
    }

    private static boolean isChained(Postings postings, Head head) {
        List<Postings.Stored> last = postings.after(
                head.branch(), head.position().stream(), Math.max(0, head.position().seq() - END), END);
        for (int at = 1; at < last.size(); at++) {
            // A conflicting entry has its own bytes elsewhere.
            boolean isOwn = last.get(at).state() != Postings.State.CONFLICT;
            if (isOwn && !Chain.follows(last.get(at - 1).posting().position(), last.get(at).posting())) {
                return false;
            }
        }
        return last.isEmpty() || last.getLast().posting().position().equals(head.position());
    }

    /// Which till's it is, where it is a till's.
    public Optional<Terminals.Identity> till() {
        return asked(each -> has(TABLE, "terminal")
                ? each.find("SELECT terminal, branch, till, centre_url FROM terminal WHERE id = 1",
                        row -> new Terminals.Identity(row.text(1), row.text(2), row.text(3), row.text(4)))
                : Optional.empty());
    }

    /// How many entries wait for the centre, at a till.
    public long waiting() {
        return asked(each -> has(TABLE, "stream") ? each.number(WAITING) : 0L);
    }

    /// Whether a copy was made of this very database earlier: every stream of the copy goes on here, entry by entry as the chain proves.
    public boolean goesOnFrom(Path copy) {
        try (DatabaseFile other = still(copy)) {
            Set<Head> heads = other.heads();
            return asked(each -> heads.stream().allMatch(head -> new Postings(each)
                    .hash(head.branch(), head.position().stream(), head.position().seq())
                    .filter(head.position().hash()::equals)
                    .isPresent()));
        }
    }

    /// What a till's database has that a copy of it has not.
    public Since since(Path copy) {
        return asked(each -> {
            each.update("ATTACH DATABASE ? AS before", address(copy, "?immutable=1"));
            try {
                return new Since(each.number(ENTRIES_SINCE), each.number(UNSENT_SINCE),
                        more("basket", "kept_at") + more("held_basket", "held_at"), customers());
            } finally {
                each.close();
                each.update("DETACH DATABASE before");
            }
        });
    }

    private long more(String table, String key) {
        if (!has(TABLE, table)) {
            return 0;
        }
        String all = "SELECT count(*) FROM " + table + " h";
        return sql.number(has(TABLE_BEFORE, table)
                ? all + " WHERE NOT EXISTS (SELECT 1 FROM before." + table + " b WHERE b." + key + " = h." + key + ")"
                : all);
    }

    private long customers() {
        if (!has(TABLE, "customer")) {
            return 0;
        }
        String all = "SELECT count(*) FROM customer c WHERE c.row_hash IS NULL AND c.is_sent = 0";
        return sql.number(has(TABLE_BEFORE, "customer")
                ? all + " AND NOT EXISTS (SELECT 1 FROM before.customer b WHERE b.customer = c.customer)"
                : all);
    }

    private boolean has(String question, String table) {
        return sql.number(question, table) > 0;
    }

    private <T> T asked(Function<Sql, T> question) {
        try {
            return question.apply(sql);
        } catch (Sql.StatementFailed e) {
            throw Dialect.SQLITE.failure(e.failure());
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Dialect.SQLITE.failure(e);
        }
    }
}
