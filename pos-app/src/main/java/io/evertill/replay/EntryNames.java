package io.evertill.replay;

import io.evertill.ledger.EntryId;
import io.evertill.ledger.Hash;
import io.evertill.product.Sku;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// The identities of everything that a replay records, so that a second replay of the same file records nothing twice.
///
/// Laid out like UUID version 7 (RFC 9562): the file's own time in milliseconds, then bits of a SHA-256 over the file's
/// digest and what the entry is about, each text behind its length.
///
/// @param file the digest of the file
record EntryNames(Hash file) {
    /// The sale that an invoice is.
    EntryId sale(Invoice invoice) {
        return of(invoice.at(), "sale", invoice.number(), invoice.time().toString());
    }

    /// The write-offs of an invoice.
    EntryId adjustment(Invoice invoice) {
        return of(invoice.at(), "adjustment", invoice.number(), invoice.time().toString());
    }

    /// The first meeting of a till with a product.
    EntryId product(Instant at, String terminal, Sku sku) {
        return of(at, "product", terminal, sku.code());
    }

    /// The n-th opening of a till on a day.
    EntryId shiftOpen(Instant at, String terminal, LocalDate date, int number) {
        return of(at, "shift_open", terminal, date + " " + number);
    }

    /// The n-th closing of a till on a day.
    EntryId shiftClose(Instant at, String terminal, LocalDate date, int number) {
        return of(at, "shift_close", terminal, date + " " + number);
    }

    /// The n-th shift of a till on a day.
    UUID shift(Instant at, String terminal, LocalDate date, int number) {
        return of(at, "shift", terminal, date + " " + number).value();
    }

    private EntryId of(Instant at, String... parts) {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        name.writeBytes(file.bytes());
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            name.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            name.writeBytes(bytes);
        }
        Hash hash = Hash.sha256(name.toByteArray());
        long high = at.toEpochMilli() << 16 | 0x7000L | hash.first() >>> 52;
        long low = 0x8000_0000_0000_0000L | hash.second() >>> 2;
        return new EntryId(new UUID(high, low));
    }
}
