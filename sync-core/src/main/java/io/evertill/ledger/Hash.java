package io.evertill.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// 32 bytes of SHA-256, as a value.
public record Hash(long first, long second, long third, long fourth) {
    /// Bytes in a hash.
    public static final int LENGTH = 32;
    /// 32 zero bytes: stands for "none" where the chain needs a hash.
    public static final Hash ZERO = new Hash(0, 0, 0, 0);

    /// Takes 32 bytes as a hash.
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Hash(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    /// Reads 64 lower-case hexadecimal digits.
    ///
    /// @throws IllegalArgumentException when the text is something else
    public static Hash parse(String hex) {
        if (hex.length() != 2 * LENGTH || !hex.equals(hex.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a hash has 64 lower-case hexadecimal digits: '" + hex + "'");
        }
        return of(HexFormat.of().parseHex(hex));
    }

    /// Hashes bytes.
    public static Hash sha256(byte[] bytes) {
        return of(digest().digest(bytes));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The 32 bytes.
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).putLong(first).putLong(second).putLong(third).putLong(fourth).array();
    }

    /// The first hexadecimal digits, for people.
    public String brief() {
        return toString().substring(0, 8);
    }

    /// 64 lower-case hexadecimal digits.
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }
}
