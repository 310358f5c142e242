package io.evertill.wire;

import io.evertill.ledger.Bytes;
import io.evertill.ledger.Position;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The signature of an upload: made by the till's key over the head of its stream, checked by the centre.
///
/// The chain covers every entry, so one signature a batch is enough, and none is made inside a sale's commit.
public final class Signing {
    private static final byte[] TAG = "EVT1-HEAD".getBytes(StandardCharsets.US_ASCII);

    private Signing() {}

    /// Signs at the till.
    public interface Signer {
        /// The signature of a message.
        Bytes sign(Bytes message);
    }

    /// Checks at the centre.
    public interface Verifier {
        /// Whether a signature of a message was made by the owner of a public key.
        boolean isRight(Bytes publicKey, Bytes message, Bytes signature);
    }

    /// What is signed: a tag, the stream, the sequence and the hash of a position.
    public static Bytes message(Position head) {
        return Bytes.of(ByteBuffer.allocate(TAG.length + 16 + Long.BYTES + 32)
                .put(TAG)
                .putLong(head.stream().value().getMostSignificantBits())
                .putLong(head.stream().value().getLeastSignificantBits())
                .putLong(head.seq())
                .put(head.hash().bytes())
                .array());
    }
}
