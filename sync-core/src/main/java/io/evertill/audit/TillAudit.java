package io.evertill.audit;

import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Streams;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.feed.Feed;
import io.evertill.feed.Recount;
import io.evertill.ledger.Position;
import io.evertill.wire.FeedPage;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Checks a till's database: its chain, movements and levels, what it thinks the centre holds, receipts, returns, drawers
/// and the sums of what it was fed.
///
/// It reads one state, so it may run beside a till that sells. Its cost grows with the ledger.
public final class TillAudit {
    private final Tx tx;
    private final Tally tally = new Tally();
    private final ChainCheck chain;
    private final StockCheck stock;
    private final CounterCheck counter;
    private final LongConsumer progress;
    private long postings;
    private long facts;

    private TillAudit(Tx tx, LongConsumer progress) {
        this.tx = tx;
        this.progress = progress;
        this.chain = new ChainCheck(tx, tally);
        this.stock = new StockCheck(tx, tally);
        this.counter = new CounterCheck(tx, tally);
    }

    /// Checks everything.
    public static Findings of(Database db) {
        return of(db, _ -> {});
    }

    /// Checks everything.
    ///
    /// @param progress gets how many postings were checked so far
    public static Findings of(Database db, LongConsumer progress) {
        return db.read(tx -> new TillAudit(tx, progress).findings());
    }

    private Findings findings() {
        Optional<Terminals.Identity> identity = tx.terminal().identity();
        List<Streams.Own> streams = tx.streams().all();
        long open = streams.stream().filter(Streams.Own::isOpen).count();
        if (identity.isPresent() && open != 1) {
            tally.differ("outbox", "A till has one open stream, this one has " + open + ".");
        }
        for (Streams.Own own : streams) {
            tally.count("streams", 1);
            stream(identity.map(Terminals.Identity::branch).orElse(""), own);
        }
        tally.compare("chain", "Postings", postings, tx.postings().count());
        tally.count("entries", tx.facts().count());
        tally.compare("entry", "Entries", facts, tx.facts().count());
        stock.whole();
        counter.whole(streams);
        fed();
        return tally.findings();
    }

    private void stream(String branch, Streams.Own own) {
        String name = "Stream " + own.id();
        Position end = chain.walk(branch, own.genesis().position(), name, this::posting);
        Position head = tx.postings().head(branch, own.id()).orElse(own.genesis().position());
        if (!end.equals(head)) {
            tally.differ("chain", name + ": its entries go up to " + head.seq() + ", only those up to " + end.seq()
                    + " follow from their bytes.");
        }
        if (own.verifiedSeq() > head.seq()) {
            tally.differ("outbox", name + ": the centre is said to hold " + own.verifiedSeq() + " entries, there are "
                    + head.seq() + ".");
        }
        tally.count("waiting", Math.max(0, head.seq() - own.verifiedSeq()));
    }

    private void posting(Postings.Stored stored) {
        postings++;
        progress.accept(postings);
        if (stored.state() != Postings.State.FIRST) {
            return;
        }
        facts++;
        Optional<Entry> read = Reading.entry(stored.posting().fact(), tally);
        read.ifPresent(entry -> {
            stock.entry(stored, entry, List.of(entry.at()));
            counter.entry(stored, entry);
        });
    }

    private void fed() {
        tx.feedState().sums().forEach((table, stored) -> {
            if (!Feed.TABLES.contains(table)) {
                tally.differ("feed", "There is a sum of a table " + table + " that this program does not know.");
                return;
            }
            FeedPage.Sum counted = Recount.of(tx, table);
            tally.count("feed rows", counted.count());
            if (!counted.equals(stored)) {
                tally.differ("feed", "Table " + table + " has " + counted.count()
                        + " rows from the centre; its sum is not that of its rows, or says " + stored.count() + ".");
            }
        });
    }
}
