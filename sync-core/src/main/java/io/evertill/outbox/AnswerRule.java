package io.evertill.outbox;

import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.wire.Reply;

/// What the centre's answer means for a till's stream (protocol 2.3): the pure decision that the promise rests on.
///
/// A part of its own, so that a simulation can put a wrong one in its place and see that it is caught.
public interface AnswerRule {
    /// The rule of the protocol: only a hash proves that the centre holds what the till recorded.
    AnswerRule USUAL = AnswerRule::usual;

    /// Judges an answer to the upload under way.
    Verdict judge(Case answered);

    /// An answer beside what the till itself holds.
    ///
    /// @param sent the till's head when the upload was made
    /// @param verified what the centre proved to hold before
    /// @param last the newest posting of the upload, or what stood before it when it had none
    /// @param own the till's own hash at the smaller of `sent` and what the centre accepted
    record Case(Position sent, long verified, long last, Hash own, Reply reply) {
        /// The newest position that both sides have.
        public long common() {
            return Math.min(sent.seq(), reply.accepted());
        }
    }

    /// What an answer means.
    sealed interface Verdict {
        /// The centre holds everything up to `seq`; it may be less than once before.
        record Verified(long seq) implements Verdict {}

        /// The histories differ somewhere up to `seq`: one side was restored or copied, or is damaged.
        record Forked(long seq) implements Verdict {}

        /// The centre holds more of this stream than the till does: the till was put back to an old copy.
        record Behind(long seq) implements Verdict {}
    }

    private static Verdict usual(Case answered) {
        Reply reply = answered.reply();
        boolean isSame = reply.compareSeq() == answered.common() && reply.compareHash().equals(answered.own());
        if (!isSame || reply.status() == Reply.Status.FORK) {
            return new Verdict.Forked(answered.common());
        }
        return reply.accepted() > answered.sent().seq()
                ? new Verdict.Behind(reply.accepted())
                : new Verdict.Verified(answered.common());
    }
}
