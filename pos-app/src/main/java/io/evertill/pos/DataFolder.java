package io.evertill.pos;

import io.evertill.ledger.Bytes;
import io.evertill.ledger.Fence;
import io.evertill.link.Trust;
import io.evertill.wire.Ed25519;
import io.evertill.wire.Enrolment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A till's data folder: everything that this till knows, held by one process.
///
/// `till.db` is the ledger, `key` the till's secret key, `token` what the centre granted, `ca.pem` the certificates that vouch for the
/// centre where it has its own, `till.properties` the settings
/// that a person may write, `lock` is held while a till runs here, `fence` is the mark that tells a database that was put
/// back or copied ([Fence]). Key and token are for the owner's eyes only (0600 where
/// the system knows such a thing), and for a group that may write the folder.
public final class DataFolder implements AutoCloseable {
    private static final String DATABASE = "till.db";
    private static final String TRUST = "ca.pem";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// What became of opening a folder.
    public sealed interface Opening {
        /// It is held by this process until it is closed.
        record Opened(DataFolder folder) implements Opening {}

        /// It cannot be used.
        ///
        /// @param sentence what is wrong and what to do, for a person
        record Refused(String sentence) implements Opening {}
    }

    /// Opens a folder for this process alone, making it when it is missing.
    public static Opening open(Path path) {
        try {
            SecretFile.folder(path);
            if (!Files.isWritable(path)) {
                return new Opening.Refused("The folder " + path
                        + " may not be written. Check its permissions, or choose another with --data.");
            }
            return lock(path);
        } catch (IOException e) {
            return new Opening.Refused("The folder " + path + " cannot be used: " + SecretFile.cause(e)
                    + ". Check its permissions, or choose another with --data.");
        }
    }

    private static Opening lock(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Optional<FileLock> held = Optional.empty();
        try {
            held = Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException _) {
            // This very process holds it.
            held = Optional.empty();
        } finally {
            if (held.isEmpty()) {
                channel.close();
            }
        }
        return held.isPresent()
                ? new Opening.Opened(new DataFolder(path, channel))
                : new Opening.Refused("Another till is running on the folder " + path
                        + ". Close it first, or choose another folder with --data.");
    }

    /// Whether a process holds a folder at this moment. Nothing is made in it.
    public static boolean isHeld(Path path) {
        if (!Files.exists(path.resolve("lock")) || !Files.isWritable(path.resolve("lock"))) {
            return false;
        }
        return switch (open(path)) {
            case Opening.Opened(DataFolder folder) -> {
                folder.close();
                yield false;
            }
            case Opening.Refused _ -> true;
        };
    }

    /// Whether a till's ledger is in a folder.
    public static boolean holdsTill(Path path) {
        return Files.isRegularFile(database(path));
    }

    /// Where the ledger of a folder is.
    public static Path database(Path path) {
        return path.resolve(DATABASE);
    }

    /// Where the folder is.
    public Path path() {
        return path;
    }

    /// Where the ledger is.
    public Path database() {
        return database(path);
    }

    /// Lets everybody who may write this folder use the ledger in it; SQLite itself makes it for one account only.
    ///
    /// @throws UncheckedIOException when the permissions cannot be set; the ledger is as it was
    void share() {
        try {
            SecretFile.share(database());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The till's key pair, when it has one: two lines of Base64, the secret half first.
    public Optional<Ed25519.Keys> keys() {
        return SecretFile.read(path.resolve("key")).map(bytes -> {
            List<Bytes> halves = new String(bytes, StandardCharsets.US_ASCII).lines()
                    .map(line -> Bytes.of(Base64.getDecoder().decode(line)))
                    .toList();
            return new Ed25519.Keys(halves.getFirst(), halves.getLast());
        });
    }

    /// Keeps the till's key pair.
    ///
    /// @throws UncheckedIOException when it cannot be written; the old one is still there
    void keep(Ed25519.Keys keys) {
        Base64.Encoder encoder = Base64.getEncoder();
        String text = encoder.encodeToString(keys.secret().content()) + "\n"
                + encoder.encodeToString(keys.open().content()) + "\n";
        SecretFile.write(path.resolve("key"), text.getBytes(StandardCharsets.US_ASCII));
    }

    /// What the centre granted, its bearer token included; empty before the till is enrolled at a centre.
    public Optional<Enrolment.Grant> grant() {
        return grant(path);
    }

    /// The same of a folder that another process may hold.
    static Optional<Enrolment.Grant> grant(Path path) {
        return SecretFile.read(path.resolve("token")).map(Enrolment.Grant::read);
    }

    /// Keeps what the centre granted.
    ///
    /// @throws UncheckedIOException when it cannot be written; the old one is still there
    void keep(Enrolment.Grant grant) {
        SecretFile.write(path.resolve("token"), grant.write().content());
    }

    /// Whom this till believes to be its centre: who `ca.pem` vouches for, where there is one, otherwise whom the system knows. A file
    /// that cannot be read vouches for nobody, and the till sells on alone.
    ///
    /// @param clock the till's
    public Trust trust(InstantSource clock) {
        return trust(path, clock);
    }

    /// The same of a folder that another process may hold.
    public static Trust trust(Path folder, InstantSource clock) {
        Path file = folder.resolve(TRUST);
        try {
            return SecretFile.read(file)
                    .map(bytes -> Trust.parse(new String(bytes, StandardCharsets.ISO_8859_1), clock))
                    .orElseGet(() -> Trust.system(clock));
        } catch (IllegalArgumentException e) {
            return Trust.nobody("the file " + file + ", by which this till knows it, " + e.getMessage()
                    + ". Enrol this till again with a fresh file: evertill enrol --file FILE --data " + folder + ".");
        } catch (UncheckedIOException e) {
            return Trust.nobody("the file " + file + ", by which this till knows it, cannot be read: " + SecretFile.cause(e)
                    + ". Check its permissions.");
        }
    }

    /// Keeps the certificates that vouch for the centre from now on; with an empty text those count that the system knows.
    ///
    /// @throws UncheckedIOException when it cannot be written; the old ones are still there
    void keepTrust(String pem) {
        Path file = path.resolve(TRUST);
        if (!pem.isBlank()) {
            SecretFile.write(file, pem.getBytes(StandardCharsets.ISO_8859_1));
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The mark outside the database; empty when there is none, or none that can be read.
    Optional<Fence.Mark> fence() {
        try {
            return SecretFile.read(path.resolve("fence"))
                    .flatMap(bytes -> Fence.Mark.parse(new String(bytes, StandardCharsets.US_ASCII)));
        } catch (UncheckedIOException _) {
            return Optional.empty();
        }
    }

    /// Keeps the mark outside the database; a disk that does not take it changes nothing else.
    ///
    /// @return whether it was kept
    boolean keep(Fence.Mark mark) {
        try {
            SecretFile.write(path.resolve("fence"),
                    (mark.text() + "\n").getBytes(StandardCharsets.US_ASCII));
            return true;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    /// Gives the folder back.
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
