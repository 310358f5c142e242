package io.evertill.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/// The arithmetic of the hash chain (protocol 2.1): each hash covers its stream, position, predecessor and fact.
///
/// ```
/// hash(0) = SHA-256("EVT1-GEN" ‖ len+terminal ‖ stream ‖ parentStream or zeros ‖ u64 parentSeq ‖ parentHash or zeros)
/// hash(n) = SHA-256("EVT1" ‖ stream ‖ u64 n ‖ hash(n-1) ‖ entryId ‖ SHA-256(meta) ‖ SHA-256(body))
/// ```
/// Numbers are big-endian; ids are 16 bytes; texts are UTF-8 behind a 4-byte length.
public final class Chain {
    private static final byte[] GENESIS_TAG = "EVT1-GEN".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] POSTING_TAG = "EVT1".getBytes(StandardCharsets.US_ASCII);
    private static final UUID NO_STREAM = new UUID(0, 0);

    private Chain() {}

    /// The posting that puts a fact behind the head of its stream.
    public static Posting next(Position head, Fact fact) {
        long seq = Math.addExact(head.seq(), 1);
        return new Posting(new Position(head.stream(), seq, hash(head, fact)), fact);
    }

    /// Whether a posting follows a position: same stream, next sequence, right hash.
    public static boolean follows(Position head, Posting posting) {
        return posting.position().stream().equals(head.stream())
                && posting.seq() == head.seq() + 1
                && posting.position().hash().equals(hash(head, posting.fact()));
    }

    static Hash genesis(Genesis genesis) {
        byte[] terminal = genesis.terminal().getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = Hash.digest();
        digest.update(GENESIS_TAG);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(terminal.length).flip());
        digest.update(terminal);
        update(digest, genesis.stream().value());
        update(digest, genesis.parent().map(parent -> parent.stream().value()).orElse(NO_STREAM));
        update(digest, genesis.parent().map(Position::seq).orElse(0L));
        digest.update(genesis.parent().map(Position::hash).orElse(Hash.ZERO).bytes());
        return Hash.of(digest.digest());
    }

    private static Hash hash(Position head, Fact fact) {
        MessageDigest digest = Hash.digest();
        digest.update(POSTING_TAG);
        update(digest, head.stream().value());
        update(digest, head.seq() + 1);
        digest.update(head.hash().bytes());
        update(digest, fact.id().value());
        digest.update(fact.meta().hash().bytes());
        digest.update(fact.body().hash().bytes());
        return Hash.of(digest.digest());
    }

    private static void update(MessageDigest digest, UUID id) {
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
    }

    private static void update(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    }
}
