package io.evertill.link;

import io.evertill.ledger.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/// What is sent packed.
final class Packed {
    private Packed() {}

    /// The bytes as gzip packs them.
    static byte[] gzip(Bytes bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length() / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
