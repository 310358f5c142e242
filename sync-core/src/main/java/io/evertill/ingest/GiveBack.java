package io.evertill.ingest;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import io.evertill.wire.StreamPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives a till back what it handed over, so that it can mend a damaged ledger (protocol 2.6).
public final class GiveBack {
    private static final long PAGE_BYTES_MAX = 1024 * 1024;

    private final Database db;

    /// Reads the centre's database.
    public GiveBack(Database db) {
        this.db = db;
    }

    /// What is held of a till's own stream from a sequence on, byte for byte, at most a page and about a megabyte of it; empty
    /// when there is no such stream, or another till made it.
    ///
    /// @param from the first sequence, at least 1
    /// @param limit the most postings, at most [StreamPage#POSTINGS_MAX]
    public Optional<StreamPage> page(Tills.Till till, StreamId stream, long from, int limit) {
        return db.read(tx -> tx.acceptedStreams().find(till.branch(), stream)
                .filter(held -> held.genesis().terminal().equals(till.terminal()))
                .map(held -> new StreamPage(held.accepted(), some(tx, held, from, limit))));
    }

    private static List<Posting> some(Tx tx, AcceptedStreams.Held held, long from, int limit) {
        List<Posting> some = new ArrayList<>();
        long bytes = 0;
        for (Postings.Stored stored : tx.postings().after(held.branch(), held.id(), from - 1, limit)) {
            Posting posting = asSent(tx, held.branch(), stored);
            bytes += posting.fact().meta().length() + posting.fact().body().length();
            if (!some.isEmpty() && bytes > PAGE_BYTES_MAX) {
                break;
            }
            some.add(posting);
        }
        return some;
    }

    /// The posting with the bytes that it came with, also where its entry's id holds others.
    private static Posting asSent(Tx tx, String branch, Postings.Stored stored) {
        Position position = stored.posting().position();
        return tx.parked().conflicting(branch, position.stream(), position.seq())
                .map(own -> new Posting(position, new Fact(stored.posting().fact().id(), own.meta(), own.body())))
                .orElse(stored.posting());
    }
}
