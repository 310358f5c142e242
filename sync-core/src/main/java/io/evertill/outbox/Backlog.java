package io.evertill.outbox;

import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Streams;
import io.evertill.db.Tx;
import io.evertill.ledger.Meta;
import io.evertill.ledger.Position;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import io.evertill.wire.Metas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What waits for the centre, kept up to date: each look reads only what came and what went since the last one, however
/// long the till has been without a network.
///
/// Not thread-safe: whoever shows the banner keeps one.
public final class Backlog {
    private static final int PAGE = 500;

    private final Database db;
    private Optional<Span> known = Optional.empty();

    /// A backlog of a till's database.
    public Backlog(Database db) {
        this.db = db;
    }

    /// What is counted: the postings of a stream behind `verified`, up to `head`.
    private record Span(StreamId stream, long verified, long head, long sales, Map<String, Money> values) {
        Span plus(Meta meta, int sign) {
            if (!meta.kind().equals("sale")) {
                return this;
            }
            Map<String, Money> sums = new TreeMap<>(values);
            meta.summary().total().map(total -> sign < 0 ? total.negated() : total)
                    .ifPresent(total -> sums.merge(total.currency().getCurrencyCode(), total, Money::plus));
            return new Span(stream, verified, head, sales + sign, sums);
        }

        /// What the sales come to; empty while none waits, and while they are in several currencies, which nothing adds up.
        Optional<Money> value() {
            List<Money> sums = values.values().stream().filter(sum -> values.size() == 1 || sum.minor() != 0).toList();
            return sales > 0 && sums.size() == 1 ? Optional.of(sums.getFirst()) : Optional.empty();
        }

        Span from(long other) {
            return new Span(stream, other, head, sales, values);
        }

        Span to(long other) {
            return new Span(stream, verified, other, sales, values);
        }
    }

    /// What waits at this moment.
    public Waiting read() {
        return db.read(tx -> {
            known = tx.streams().open().map(open -> counted(tx, open));
            return Waiting.of(tx, known.map(span -> span.head() - span.verified()).orElse(0L),
                    known.map(Span::sales).orElse(0L), known.flatMap(Span::value));
        });
    }

    private Span counted(Tx tx, Streams.Own open) {
        String branch = tx.terminal().identity().orElseThrow().branch();
        long head = tx.postings().head(branch, open.id()).map(Position::seq).orElse(0L);
        long verified = open.verifiedSeq();
        // Behind a mark that moved back, or in another stream, everything is counted anew.
        Span span = known.filter(before -> before.stream().equals(open.id())
                        && before.verified() <= verified && verified <= before.head() && before.head() <= head)
                .orElse(new Span(open.id(), verified, verified, 0, Map.of()));
        Span gone = count(tx, branch, span, new Range(span.verified(), verified), -1).from(verified);
        return count(tx, branch, gone, new Range(span.head(), head), 1).to(head);
    }

    private record Range(long after, long upTo) {}

    private static Span count(Tx tx, String branch, Span span, Range range, int sign) {
        Span sum = span;
        long after = range.after();
        while (after < range.upTo()) {
            int most = (int) Math.min(PAGE, range.upTo() - after);
            List<Postings.Stored> page = tx.postings().after(branch, span.stream(), after, most);
            if (page.isEmpty()) {
                return sum;
            }
            for (Postings.Stored stored : page) {
                sum = sum.plus(Metas.read(stored.posting().fact().meta()), sign);
            }
            after = page.getLast().posting().seq();
        }
        return sum;
    }
}
