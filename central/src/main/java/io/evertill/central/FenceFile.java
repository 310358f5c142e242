package io.evertill.central;

import io.evertill.ledger.Fence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The mark outside the database, in the data folder: it tells a database that was put back. It may be missing.
final class FenceFile {
    private static final Logger LOG = LoggerFactory.getLogger(FenceFile.class);

    private final Path file;

    FenceFile(Path folder) {
        this.file = folder.resolve("centre.fence");
    }

    Optional<Fence.Mark> read() {
        try {
            return Fence.Mark.parse(Files.readString(file));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Writes the mark so that after a power cut either the old or the new one is there.
    void write(Fence.Mark mark) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        byte[] text = (mark.text() + "\n").getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(text));
            channel.force(true);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The file {} could not be written: a database that is put back will be noticed later ({})", file, e.getMessage());
        }
    }
}
