package io.evertill.product;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// The identity of a product, for ever.
///
/// It is named by the product's first SKU (RFC 9562 version 8 over SHA-256), so that a till without a network and the
/// centre give the same id to the same SKU and need no agreement.
///
/// @param value the id as sent and stored
public record ProductId(UUID value) implements Comparable<ProductId> {
    private static final byte[] NAMESPACE = "evertill product ".getBytes(StandardCharsets.UTF_8);

    /// The id of the product that was defined under a SKU.
    public static ProductId of(Sku sku) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(NAMESPACE);
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(sku.code().getBytes(StandardCharsets.UTF_8)));
            long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
            long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
            return new ProductId(new UUID(high, low));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Reads the text form of a UUID.
    ///
    /// @throws IllegalArgumentException when it is none
    public static ProductId parse(String text) {
        return new ProductId(UUID.fromString(text));
    }

    @Override
    public int compareTo(ProductId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
