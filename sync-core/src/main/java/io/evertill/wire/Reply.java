package io.evertill.wire;

import io.evertill.ledger.EntryId;
import io.evertill.ledger.Hash;
import io.evertill.ledger.StreamId;
import java.util.List;
import java.util.UUID;

/// The centre's answer to an upload (protocol 2.3), always of this shape for 200 and 409.
///
/// @param request which upload it answers
/// @param status how the upload fits the centre's copy of the stream
/// @param incarnation which life of the centre's ledger answers; another one after a restore
/// @param stream which stream
/// @param accepted the contiguous high-water mark, durably committed: **the only acknowledgement**
/// @param compareSeq the smaller of the till's head and `accepted`
/// @param compareHash the centre's hash there: proves the whole prefix
/// @param archivedSeq covered by a verified backup; 0 without one
/// @param appliedSeq how far the accepted postings have been applied
/// @param parked entries of this stream that wait for a person, wherever they were set aside first, at most [#PARKED_MAX]
/// @param feedHead the newest number of the feed
/// @param centreTimeMs the centre's clock, milliseconds since 1970
/// @param retryAfterMs how long the till should wait before the next upload, 0 for not at all
/// @param postingsMax how many postings the centre takes at once
/// @param isRevoked whether the till may hand over what it has but nothing else
/// @param runsTwice whether two programs with the till's key take turns, and nobody has settled it
public record Reply(
        UUID request,
        Status status,
        UUID incarnation,
        StreamId stream,
        long accepted,
        Hash acceptedHash,
        long compareSeq,
        Hash compareHash,
        long archivedSeq,
        long appliedSeq,
        List<Parked> parked,
        long feedHead,
        long centreTimeMs,
        long retryAfterMs,
        int postingsMax,
        boolean isRevoked,
        boolean runsTwice) {
    /// The most parked entries in one reply; the newest are named.
    public static final int PARKED_MAX = 20;

    /// How an upload fits the centre's copy of the stream.
    public enum Status {
        /// It continues it, or repeats what is there.
        OK,
        /// Something before it is missing.
        GAP,
        /// It tells another history.
        FORK
    }

    /// An entry that was accepted but could not be applied.
    public record Parked(long seq, EntryId entry, String code) {}

    /// Copies the list.
    public Reply {
        parked = List.copyOf(parked);
    }
}
