package io.evertill.audit;

import io.evertill.db.Alerts;
import io.evertill.db.FeedRows;
import io.evertill.db.Tx;
import io.evertill.feed.Feed;
import io.evertill.inventory.StockFeed;
import io.evertill.ledger.Bytes;
import io.evertill.wire.FeedLines;
import io.evertill.wire.FeedPage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Computes the centre's feed again: row hashes, sums, and that it shows what is defined and what is so of stock.
final class FeedCheck {
    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 500;

    private final Tx tx;
    private final Tally tally;

    FeedCheck(Tx tx, Tally tally) {
        this.tx = tx;
        this.tally = tally;
    }

    void whole() {
        sums();
        definitions();
        stock();
        alerts();
    }

    private void sums() {
        long head = tx.centre().state().feedHead();
        Map<FeedRows.Source, FeedPage.Sum> sums = new HashMap<>();
        tx.feedRows().each((row, rowHash) -> {
            tally.count("feed rows", 1);
            if (row.number() > head) {
                tally.differ("feed", "Row " + row.id() + " of " + row.table() + " has number " + row.number()
                        + ", the feed goes up to " + head + ".");
            }
            if (FeedLines.rowHash(row.id(), row.content()) != rowHash) {
                tally.differ("feed", "Row " + row.id() + " of " + row.table() + " is not what its hash says.");
            }
            FeedRows.Source source = new FeedRows.Source(row.table(), row.branch());
            FeedPage.Sum sum = sums.getOrDefault(source, FeedPage.Sum.NONE);
            sums.put(source, row.isGone() ? sum : sum.plus(rowHash));
        });
        tx.feedRows().eachSum((source, stored) -> {
            FeedPage.Sum counted = Optional.ofNullable(sums.remove(source)).orElse(FeedPage.Sum.NONE);
            if (!counted.equals(stored)) {
                tally.differ("feed", "Table " + source.table() + name(source) + " has " + counted.count()
                        + " rows; its sum is not that of its rows, or says " + stored.count() + ".");
            }
        });
        sums.forEach((source, _) -> tally.differ("feed", "Table " + source.table() + name(source) + " has no sum."));
    }

    private void definitions() {
        tx.definitions().each(defined -> {
            tally.count("definitions", 1);
            Optional<Bytes> shown = tx.feedRows().content(defined.table(), defined.branch(), defined.id());
            if (!shown.equals(Optional.of(defined.content()))
                    && !tx.feedRows().waits(defined.table(), defined.branch(), defined.id())) {
                tally.differ("feed", "The " + defined.table() + " " + defined.id() + " is defined otherwise than the feed shows.");
            }
        });
    }

    private void stock() {
        tx.feedRows().each((row, _) -> {
            if (Feed.STOCK_TABLES.contains(row.table()) && !StockFeed.isTold(tx, row)) {
                tally.differ("feed", "Row " + row.id() + " of " + row.table() + " is not what is so, and is not marked to be told.");
            }
        });
        tx.lots().eachDated(batch -> {
            tally.count("batches with a last day", 1);
            if (!StockFeed.isTold(tx, batch)) {
                tally.differ("feed", "The last day of batch " + batch.lot() + " of " + batch.product()
                        + " is not in the feed, and is not marked to be told.");
            }
        });
    }

    private void alerts() {
        List<Alerts.Card> page = tx.alerts().open("", FIRST, PAGE);
        while (!page.isEmpty()) {
            for (Alerts.Card card : page) {
                tally.count("red cards", 1);
                if (!StockFeed.isTold(tx, card)) {
                    tally.differ("feed", "The red card " + card.id() + " is not in the feed, and is not marked to be told.");
                }
            }
            page = tx.alerts().open(page.getLast().finding().branch(), page.getLast().id(), PAGE);
        }
    }

    private static String name(FeedRows.Source source) {
        return source.branch().isEmpty() ? "" : " of store " + source.branch();
    }
}
