package io.evertill.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes as a value: compared by content, never changed.
public final class Bytes {
    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /// Takes bytes that nobody will change any more; they are not copied.
    public static Bytes of(byte[] content) {
        return new Bytes(content);
    }

    /// The UTF-8 bytes of a text.
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The bytes themselves; the caller must not change them.
    public byte[] content() {
        return content;
    }

    /// How many there are.
    public int length() {
        return content.length;
    }

    /// Their SHA-256.
    public Hash hash() {
        return Hash.sha256(content);
    }

    /// The bytes as UTF-8 text.
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
