package io.evertill.report;

import io.evertill.ledger.EntryId;
import io.evertill.ledger.Hash;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;

/// Proves which sales a shift had, to the byte: two ends with the same digest hold the same sales.
public final class SalesDigest {
    private static final int ID_BYTES = 16;

    private SalesDigest() {}

    /// The SHA-256 over every sale's id and the SHA-256 of its body, by id.
    public static Hash of(SortedMap<EntryId, Hash> bodies) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(bodies.size() * (ID_BYTES + Hash.LENGTH));
        for (Map.Entry<EntryId, Hash> sale : bodies.entrySet()) {
            all.writeBytes(ByteBuffer.allocate(ID_BYTES)
                    .putLong(sale.getKey().value().getMostSignificantBits())
                    .putLong(sale.getKey().value().getLeastSignificantBits())
                    .array());
            all.writeBytes(sale.getValue().bytes());
        }
        return Hash.sha256(all.toByteArray());
    }
}
