package io.evertill.cable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file of the system that is written to; nothing is read.
final class FileCable implements Cable {
    private static final Logger LOG = LoggerFactory.getLogger(FileCable.class);

    private final FileChannel file;

    private FileCable(FileChannel file) {
        this.file = file;
    }

    static Cable open(Path path) throws IOException {
        return new FileCable(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            file.write(left);
        }
    }

    @Override
    public int read(Duration patience) {
        return NOTHING;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            LOG.debug("closing a file failed: {}", e.getMessage());
        }
    }
}
