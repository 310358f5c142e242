package io.evertill.outbox;

import io.evertill.db.Deliveries;
import io.evertill.db.Tx;
import io.evertill.ledger.StreamId;
import io.evertill.wire.Push;
import io.evertill.wire.Reply;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/// What a till notes of how far its entries have come, for whoever asks about one of them. Nothing is decided by it.
final class Progress {
    private Progress() {}

    /// An upload left the till.
    static void sent(Tx tx, Push push) {
        StreamId stream = push.before().stream();
        if (push.last() > tx.deliveries().last(stream, Deliveries.Mark.SENT)) {
            tx.deliveries().reach(stream, Deliveries.Mark.SENT, push.last(), Instant.ofEpochMilli(push.clock().wallMs()));
        }
    }

    /// The centre proved to hold everything up to a place.
    static void heard(Tx tx, StreamId stream, long verified, Reply reply) {
        tx.deliveries().reach(stream, Deliveries.Mark.ACCEPTED, verified, tx.now());
        tx.deliveries().reach(stream, Deliveries.Mark.APPLIED, Math.min(verified, reply.appliedSeq()), tx.now());
        Map<Long, Reply.Parked> named = reply.parked().stream().collect(Collectors.toMap(Reply.Parked::seq, parked -> parked));
        // A reply names the newest only: what stands before them may wait still.
        long from = named.size() < Reply.PARKED_MAX ? 0 : named.keySet().stream().mapToLong(seq -> seq).min().orElse(0);
        tx.deliveries().aside(stream, from).stream()
                .filter(known -> !named.containsKey(known.seq()))
                .forEach(known -> tx.deliveries().takeBack(stream, known.seq()));
        named.values().stream()
                .filter(parked -> tx.deliveries().find(stream, parked.seq())
                        .filter(known -> known.entry().equals(parked.entry()) && known.code().equals(parked.code()))
                        .isEmpty())
                .forEach(parked -> tx.deliveries().putAside(stream,
                        new Deliveries.Aside(parked.seq(), parked.entry(), parked.code(), tx.now())));
    }
}
