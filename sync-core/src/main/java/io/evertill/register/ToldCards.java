package io.evertill.register;

import io.evertill.alert.RedCard;
import io.evertill.alert.RedCards;
import io.evertill.db.Database;
import io.evertill.db.FedRows;
import io.evertill.db.FeedDue;
import io.evertill.wire.AlertRows;
import java.util.List;
import java.util.Optional;

/// The red cards of this till's store, as the centre told them last. It reads and never writes.
public final class ToldCards {
    private static final int PAGE = 500;

    private final Database db;

    /// The cards in a till's database.
    public ToldCards(Database db) {
        this.db = db;
    }

    /// The worst of the open cards, and how many there are in all; moments are by this till's clock. A row that this program cannot
    /// read at all is passed over: the centre is newer, and says it at the centre.
    ///
    /// @param limit how many are read out; however many there are, no more are held in memory
    public RedCards worst(int limit) {
        Freshness freshness = Freshness.read(db);
        RedCards told = db.read(tx -> {
            RedCards.Sorter sorter = new RedCards.Sorter(limit);
            List<FedRows.Fed> page = tx.fed().after(FeedDue.ALERT, "", PAGE);
            while (!page.isEmpty()) {
                page.forEach(row -> read(row).ifPresent(sorter::add));
                page = tx.fed().after(FeedDue.ALERT, page.getLast().id(), PAGE);
            }
            return sorter.sorted();
        });
        return new RedCards(told.worst().stream().map(card -> card.by(freshness::byOwnClock)).toList(), told.total());
    }

    private static Optional<RedCard> read(FedRows.Fed row) {
        try {
            return Optional.of(AlertRows.card(row.content()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
