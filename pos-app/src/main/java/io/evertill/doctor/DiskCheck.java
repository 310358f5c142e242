package io.evertill.doctor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.wire.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongSupplier;

/// The disk below the data folder: how much is free, and how long it takes until bytes are on it, which every sale waits for.
public final class DiskCheck implements Check {
    private static final String FILE = "doctor.part";
    private static final int TIMES = 200;
    private static final int BYTES = 16_384;
    private static final long MEGABYTE = 1_000_000;
    private static final long FREE_MB_MIN = 100;
    private static final long FREE_MB_USUAL = 1_000;
    /// No disk is that fast: the bytes are in some memory.
    private static final long MICROS_UNLIKELY = 20;
    private static final long MICROS_SLOW = 100_000;
    private static final int NANOS_A_MICRO = 1_000;

    private final Path folder;
    private final LongSupplier nanos;
    private final Disk disk;

    /// What the system says of a disk.
    public interface Disk {
        /// How many bytes may still be written.
        long freeBytes(Path folder) throws IOException;

        /// Puts the bytes of a file on the disk.
        void force(FileChannel file) throws IOException;
    }

    /// The disk as it is.
    public static final Disk REAL = new Disk() {
        @Override
        public long freeBytes(Path folder) throws IOException {
            return Files.getFileStore(folder).getUsableSpace();
        }

        @Override
        public void force(FileChannel file) throws IOException {
            file.force(false);
        }
    };

    /// The disk of a folder.
    ///
    /// @param nanos a clock that never jumps
    public DiskCheck(Path folder, LongSupplier nanos, Disk disk) {
        this.folder = folder;
        this.nanos = nanos;
        this.disk = disk;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Finding look() {
        try {
            long free = disk.freeBytes(folder) / MEGABYTE;
            return judged(free, micros());
        } catch (IOException e) {
            return Finding.problem(name(), "The folder " + folder + " cannot be written: " + e.getMessage() + ".",
                    "Check its permissions and its disk: a till cannot save a sale there.", Json.object());
        }
    }

    /// How long each of some writes takes until it is on the disk, the shortest first.
    private long[] micros() throws IOException {
        Path file = folder.resolve(FILE);
        long[] micros = new long[TIMES];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int at = 0; at < TIMES; at++) {
                channel.write(ByteBuffer.allocate(BYTES), 0);
                long begun = nanos.getAsLong();
                disk.force(channel);
                micros[at] = (nanos.getAsLong() - begun) / NANOS_A_MICRO;
            }
        } finally {
            Files.deleteIfExists(file);
        }
        Arrays.sort(micros);
        return micros;
    }

    private Finding judged(long freeMb, long[] micros) {
        long p50 = micros[TIMES / 2];
        long p99 = micros[TIMES * 99 / 100];
        long most = micros[TIMES - 1];
        ObjectNode figures = Json.object().put("freeMB", freeMb).put("syncP50Micros", p50).put("syncP99Micros", p99)
                .put("syncMaxMicros", most).put("syncLooksHonoured", p50 >= MICROS_UNLIKELY);
        String facts = freeMb + " MB are free; " + BYTES / 1_024 + " KiB are on the disk after " + ms(p50) + " ms (median), " + ms(p99)
                + " ms (99 of 100), " + ms(most) + " ms at the most.";
        if (freeMb < FREE_MB_MIN) {
            return Finding.problem(name(), facts, "Free some space now: a till on a full disk cannot save a sale.", figures);
        }
        if (p50 < MICROS_UNLIKELY) {
            return Finding.warning(name(), facts, "No disk is that fast: it seems to say that bytes are safe when they are not, and a power"
                    + " cut may take the last sales. Use a disk that keeps its word, or switch its write cache off.", figures);
        }
        if (p99 > MICROS_SLOW) {
            return Finding.warning(name(), facts, "Each sale waits for that: use another disk, or look what else writes to this one.",
                    figures);
        }
        return freeMb < FREE_MB_USUAL
                ? Finding.warning(name(), facts, "Free some space: an update needs about four times the size of the database.", figures)
                : Finding.ok(name(), facts, figures);
    }

    private static String ms(long micros) {
        return String.format(Locale.ROOT, "%d.%02d", micros / 1_000, micros % 1_000 / 10);
    }
}
