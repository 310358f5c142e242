package io.evertill.ingest;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Parked;
import io.evertill.db.Tx;
import io.evertill.ledger.Position;
import io.evertill.ledger.StreamId;
import io.evertill.wire.Reply;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Which entries of a till's stream wait for a person, also those that were set aside before the till moved them into it: they wait
/// under the place where they stood first, and the till knows them by the one where they stand now.
///
/// An entry that was moved stands where its place before says, less those that were not moved and with one more where something says
/// so. A mended ledger has lost some and says so in more places: within [#SLACK] of it an entry is found still.
final class Asides {
    /// By how many places a mended ledger may be shorter or longer.
    static final int SLACK = 64;

    private Asides() {}

    /// The newest ones, by their place in this stream.
    static List<Reply.Parked> of(Tx tx, AcceptedStreams.Held held, int limit) {
        Map<Long, Reply.Parked> found = new TreeMap<>(Comparator.reverseOrder());
        tx.parked().list(held.branch(), held.id(), limit).forEach(waiting -> found.put(waiting.seq(), parked(waiting)));
        Set<StreamId> seen = new HashSet<>(Set.of(held.id()));
        Optional<Position> left = held.genesis().parent();
        long shift = 0;
        while (left.isPresent() && seen.add(left.get().stream())) {
            long missed = left.get().seq();
            shift += missed > 0 ? 1 - missed : 0;
            tx.parked().moved(held.branch(), left.get().stream(), held.id(), new Parked.Shift(shift, SLACK), limit)
                    .forEach(waiting -> found.putIfAbsent(waiting.seq(), parked(waiting)));
            left = tx.acceptedStreams().find(held.branch(), left.get().stream()).flatMap(stream -> stream.genesis().parent());
        }
        return found.values().stream().limit(limit).toList();
    }

    private static Reply.Parked parked(Parked.Waiting waiting) {
        return new Reply.Parked(waiting.seq(), waiting.entry(), waiting.code());
    }
}
