package io.evertill.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// A till's real database that counts what it costs: statements between the code and the driver, and the pages that each
/// commit adds to the write-ahead log.
///
/// The log is read as a file, by its documented format (sqlite.org/fileformat2.html, section 4), so what is counted is
/// what the disk gets.
public final class CountedTill implements AutoCloseable {
    private static final int HEADER_BYTES = 32;
    private static final int FRAME_HEADER_BYTES = 24;

    private final Path file;
    private final AtomicLong statements = new AtomicLong();
    private final Database db;
    private long salts;
    private int read;

    /// Makes a till's database.
    public CountedTill(Path file, InstantSource clock) throws SQLException {
        this.file = file;
        this.db = Database.ready(
                new SqliteConnections(file, this::counting), Migrations.TILL, "jdbc:sqlite:" + file, clock);
    }

    /// A page as written to the log.
    ///
    /// @param page its number in the database
    /// @param isCommit whether it ends a transaction
    public record Frame(int page, boolean isCommit) {}

    /// The database.
    public Database db() {
        return db;
    }

    /// How many statements were run so far.
    public long statements() {
        return statements.get();
    }

    /// What was added to the log since it was last asked for, in order.
    public List<Frame> written() {
        try (FileChannel log = FileChannel.open(log(), StandardOpenOption.READ)) {
            if (log.size() < HEADER_BYTES) {
                return List.of();
            }
            ByteBuffer header = bytes(log, 0, HEADER_BYTES);
            if (header.getLong(16) != salts) {
                salts = header.getLong(16);
                read = 0;
            }
            return frames(log, header.getInt(8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The bytes of a page in the log with its header.
    public int frameBytes() {
        try (FileChannel log = FileChannel.open(log(), StandardOpenOption.READ)) {
            return bytes(log, 0, HEADER_BYTES).getInt(8) + FRAME_HEADER_BYTES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Which table or index each page belongs to.
    public Map<Integer, String> owners() {
        Map<Integer, String> owners = new HashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pageno, name, pagetype FROM dbstat")) {
            while (rows.next()) {
                owners.put(rows.getInt(1), rows.getString(2) + ", " + rows.getString(3));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return owners;
    }

    @Override
    public void close() {
        db.close();
    }

    private Path log() {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    /// The frames of this round of the log: those after its end carry the salts of an earlier one.
    private List<Frame> frames(FileChannel log, int pageBytes) throws IOException {
        List<Frame> frames = new ArrayList<>();
        while (true) {
            long at = HEADER_BYTES + (long) read * (FRAME_HEADER_BYTES + pageBytes);
            if (at + FRAME_HEADER_BYTES + pageBytes > log.size()) {
                return frames;
            }
            ByteBuffer frame = bytes(log, at, FRAME_HEADER_BYTES);
            if (frame.getLong(8) != salts) {
                return frames;
            }
            frames.add(new Frame(frame.getInt(0), frame.getInt(4) != 0));
            read++;
        }
    }

    private static ByteBuffer bytes(FileChannel log, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && log.read(buffer, at + buffer.position()) >= 0) {
            // Reads go on until all is there.
        }
        return buffer;
    }

    private Connection counting(Connection connection) {
        return proxy(Connection.class, connection);
    }

    /// Counts every `execute…` of the statements that a connection makes.
    private <T> T proxy(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                statements.incrementAndGet();
            }
            try {
                Object answer = method.invoke(real, arguments);
                return answer instanceof Statement && method.getReturnType().isInterface()
                        ? proxyOf(method.getReturnType(), answer)
                        : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private <T> Object proxyOf(Class<T> type, Object real) {
        return proxy(type, type.cast(real));
    }
}
