package io.evertill.ledger;

import java.util.UUID;

/// The identity of a business fact for ever, and its only idempotency key (protocol 2.1).
///
/// @param value a UUID, version 7 when made by a till
public record EntryId(UUID value) implements Comparable<EntryId> {
    /// Reads the text form.
    public static EntryId parse(String text) {
        return new EntryId(UUID.fromString(text));
    }

    @Override
    public int compareTo(EntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
