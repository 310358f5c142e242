package io.evertill.ledger;

import java.util.UUID;

/// One incarnation of one till's ledger (protocol 2.1): minted by the till, closed for ever when the till was restored or
/// copied.
public record StreamId(UUID value) implements Comparable<StreamId> {
    /// Reads the text form.
    public static StreamId parse(String text) {
        return new StreamId(UUID.fromString(text));
    }

    /// Four characters that keep the receipts of two streams apart: the last four hexadecimal digits, which are random.
    public String brief() {
        String text = value.toString();
        return text.substring(text.length() - 4);
    }

    @Override
    public int compareTo(StreamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
