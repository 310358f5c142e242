package io.evertill.ledger;

/// A business fact as its exact bytes under its id: never changed, never serialised again.
///
/// @param id its identity and idempotency key
/// @param meta canonical bytes of what stays readable when the body is not: kind, schema, references, time, summary
/// @param body the bytes as first committed
public record Fact(EntryId id, Bytes meta, Bytes body) {
    /// The largest body: a sale of [Basket#LINES_MAX][io.evertill.sale.Basket#LINES_MAX] lines with names of usual length.
    public static final int BODY_BYTES_MAX = 1024 * 1024;
    /// The largest meta.
    public static final int META_BYTES_MAX = 16 * 1024;

    /// Refuses oversized parts.
    public Fact {
        if (body.length() > BODY_BYTES_MAX || meta.length() > META_BYTES_MAX) {
            throw new IllegalArgumentException("entry " + id + " is too large: meta " + meta + ", body " + body);
        }
    }
}
