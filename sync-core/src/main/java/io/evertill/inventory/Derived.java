package io.evertill.inventory;

import io.evertill.ledger.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Ids that follow from what they name, so that the same thing made twice is one thing (RFC 9562, version 8).
public final class Derived {
    private static final long VERSION = 0x8000L;
    private static final long VERSION_MASK = 0xffff_ffff_ffff_0fffL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;

    private Derived() {}

    /// The id of what these texts name together, none of which has a line break.
    public static UUID id(String... parts) {
        ByteBuffer hash = ByteBuffer.wrap(Hash.sha256(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)).bytes());
        return new UUID((hash.getLong() & VERSION_MASK) | VERSION, (hash.getLong() & VARIANT_MASK) | VARIANT);
    }
}
