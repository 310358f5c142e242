package io.evertill.bench;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The numbers that `syncs.c` keeps: how often the disk was asked, and how slow it pretends to be.
record Syncs(LongBuffer numbers) {
    private static final int BYTES = 24;

    static Syncs open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            return new Syncs(channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES).order(ByteOrder.nativeOrder()).asLongBuffer());
        }
    }

    /// How often fsync or fdatasync was called.
    long count() {
        return numbers.get(0) + numbers.get(1);
    }

    /// Makes each of them slower from here on.
    void delayMicros(long micros) {
        numbers.put(2, micros);
    }
}
