package io.evertill.simulation;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Postings;
import io.evertill.db.SimulatedDisk;
import io.evertill.db.Streams;
import io.evertill.db.Tx;
import io.evertill.ingest.Comparison;
import io.evertill.ingest.Memory;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.outbox.AnswerRule;
import io.evertill.outbox.Rehome;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// One wrong part in the place of a right one: the shortcuts that others take (protocol 3). The simulation must catch each.
enum Mutation {
    /// The real code.
    NONE,
    /// Nobody compares hashes: an upload is judged by its sequence alone.
    NO_FORK_CHECK,
    /// The centre gives every entry that arrives an id of its own.
    NO_ID_DEDUPE,
    /// A commit is on the disk some time later.
    SYNCHRONOUS_NORMAL,
    /// The centre remembers the last 50 ids of a stream only.
    WINDOW_50,
    /// An answer acknowledges what was sent, and the till keeps its own cursor.
    KEY_ONLY_ACK,
    /// The till forgets what was acknowledged.
    PRUNE_ON_ACK,
    /// A till that has nothing to send is silent.
    NO_HEARTBEAT,
    /// Only what was not acknowledged moves to the new stream.
    REHOME_AFTER_ACK;

    private static final int WINDOW = 50;

    /// The mutation with a name as typed, such as `no-fork-check`.
    static Mutation named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// As typed.
    String typed() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    AnswerRule rule() {
        return switch (this) {
            case NO_FORK_CHECK -> answered -> new AnswerRule.Verdict.Verified(answered.common());
            case KEY_ONLY_ACK -> answered ->
                    new AnswerRule.Verdict.Verified(Math.max(answered.verified(), answered.last()));
            case NONE, NO_ID_DEDUPE, SYNCHRONOUS_NORMAL, WINDOW_50, PRUNE_ON_ACK, NO_HEARTBEAT, REHOME_AFTER_ACK ->
                    AnswerRule.USUAL;
        };
    }

    Rehome.Retained retained() {
        return this == REHOME_AFTER_ACK ? RetainedAfterAck.ONE : stream -> stream.genesis().position();
    }

    Comparison comparison() {
        return this == NO_FORK_CHECK ? SequenceAlone.ONE : Comparison.USUAL;
    }

    Memory memory(Supplier<UUID> ids) {
        return switch (this) {
            case NO_ID_DEDUPE -> (tx, branch, posting) -> anew(tx, branch, posting, ids);
            case WINDOW_50 -> (tx, branch, posting) -> isRecent(tx, branch, posting)
                    ? Memory.USUAL.again(tx, branch, posting)
                    : anew(tx, branch, posting, ids);
            case NONE, NO_FORK_CHECK, SYNCHRONOUS_NORMAL, KEY_ONLY_ACK, PRUNE_ON_ACK, NO_HEARTBEAT, REHOME_AFTER_ACK ->
                    Memory.USUAL;
        };
    }

    SimulatedDisk.Durability durability() {
        return this == SYNCHRONOUS_NORMAL ? SimulatedDisk.Durability.ON_SYNC : SimulatedDisk.Durability.ON_COMMIT;
    }

    boolean hasHeartbeat() {
        return this != NO_HEARTBEAT;
    }

    /// What a till does when it learns how far the centre is.
    void verified(SimulatedDisk disk, long seq) {
        if (this == PRUNE_ON_ACK) {
            disk.forget(seq);
        }
    }

    private static Postings.Stored anew(Tx tx, String branch, Posting posting, Supplier<UUID> ids) {
        Fact fact = new Fact(new EntryId(ids.get()), posting.fact().meta(), posting.fact().body());
        tx.facts().append(branch, fact);
        return new Postings.Stored(new Posting(posting.position(), fact), Postings.State.FIRST, tx.now());
    }

    private static boolean isRecent(Tx tx, String branch, Posting posting) {
        for (AcceptedStreams.Held held : tx.acceptedStreams().all()) {
            Optional<Position> found = held.branch().equals(branch)
                    ? tx.postings().find(branch, held.id(), posting.fact().id())
                    : Optional.empty();
            if (found.isPresent() && held.accepted().seq() - found.get().seq() < WINDOW) {
                return true;
            }
        }
        return false;
    }

    private enum RetainedAfterAck implements Rehome.Retained {
        ONE;

        @Override
        public Position after(Streams.Own stream) {
            return stream.verifiedSeq() == 0
                    ? stream.genesis().position()
                    : new Position(stream.id(), stream.verifiedSeq(), Hash.ZERO);
        }
    }

    private enum SequenceAlone implements Comparison {
        ONE;

        @Override
        public boolean isSame(Optional<Hash> held, Hash sent) {
            return true;
        }

        @Override
        public boolean follows(Position head, Posting posting) {
            return true;
        }
    }
}
