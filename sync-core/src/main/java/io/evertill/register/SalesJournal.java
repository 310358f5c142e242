package io.evertill.register;

import io.evertill.db.Database;
import io.evertill.db.Streams;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.ledger.Position;
import io.evertill.sale.Line;
import io.evertill.sale.Sale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The sales of a till, the newest first, each with how far it has come.
///
/// Made of the ledger and of what the centre proved to hold; nothing is kept for it.
public final class SalesJournal {
    private final Database db;

    /// A journal on a till's database.
    public SalesJournal(Database db) {
        this.db = db;
    }

    /// How far a sale has come.
    public enum Progress {
        /// It is on this till's disk alone.
        SAVED,
        /// The centre proved to hold it, to the byte.
        ACCEPTED,
        /// The centre has made stock and reports of it.
        APPLIED
    }

    /// A sale of this till.
    ///
    /// @param position where in the ledger it stands, here and at the centre
    public record Row(Sale sale, Position position, Progress progress) {}

    /// The newest sales about which a text says something.
    ///
    /// @param text a part of the receipt's number, the whole total (`7.14`), the business date (`2026-03-14`), an SKU, or a part of an
    ///        article's name in any case; with an empty one every sale is meant
    /// @param limit the most rows, at least 1
    public List<Row> find(String text, int limit) {
        String wanted = text.strip();
        return db.read(tx -> {
            List<Row> rows = new ArrayList<>();
            for (Streams.Own stream : tx.streams().all().reversed()) {
                for (long number = tx.receipts().last(stream.id()); number > 0 && rows.size() < limit; number--) {
                    Register.recorded(tx, stream.id(), number)
                            .filter(recorded -> isAbout(recorded.sale(), wanted))
                            .ifPresent(recorded -> rows.add(
                                    new Row(recorded.sale(), recorded.position(), progress(tx, stream, recorded.position()))));
                }
            }
            return List.copyOf(rows);
        });
    }

    private static boolean isAbout(Sale sale, String wanted) {
        String low = wanted.toLowerCase(Locale.ROOT);
        return sale.receipt().text().contains(wanted)
                || sale.total().text().equals(wanted)
                || sale.businessDate().toString().equals(wanted)
                || sale.lines().stream().map(Line::item).anyMatch(item -> item.sku().code().equalsIgnoreCase(wanted)
                        || item.name().toLowerCase(Locale.ROOT).contains(low));
    }

    /// What the centre says of the open stream says nothing of the ones before.
    private static Progress progress(Tx tx, Streams.Own stream, Position position) {
        if (position.seq() > stream.verifiedSeq()) {
            return Progress.SAVED;
        }
        long applied = stream.isOpen() ? tx.terminal().heard().map(Terminals.Heard::appliedSeq).orElse(0L) : 0;
        return position.seq() <= applied ? Progress.APPLIED : Progress.ACCEPTED;
    }
}
