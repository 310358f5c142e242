package io.evertill.audit;

import io.evertill.closing.Closing;
import io.evertill.cost.CostCheck;
import io.evertill.db.AcceptedStreams;
import io.evertill.db.Boots;
import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Sales;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.StockEntry;
import io.evertill.entry.TillEntry;
import io.evertill.inventory.Conservation;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Position;
import io.evertill.sale.Sale;
import io.evertill.wire.Metas;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/// Checks a centre's database: every stream's chain, what was applied against its entries, levels, sales and the feed.
///
/// It reads one state, so it may run beside a centre that takes entries. Its cost grows with the ledger.
public final class CentreAudit {
    private final Tx tx;
    private final Tally tally = new Tally();
    private final ChainCheck chain;
    private final StockCheck stock;
    private final LongConsumer progress;
    private long postings;
    private long facts;
    private long sales;
    private long transferred;

    private CentreAudit(Tx tx, LongConsumer progress) {
        this.tx = tx;
        this.progress = progress;
        this.chain = new ChainCheck(tx, tally);
        this.stock = new StockCheck(tx, tally);
    }

    /// Checks everything.
    public static Findings of(Database db) {
        return of(db, _ -> {});
    }

    /// Checks everything.
    ///
    /// @param progress gets how many postings were checked so far
    public static Findings of(Database db, LongConsumer progress) {
        return db.read(tx -> new CentreAudit(tx, progress).findings());
    }

    private Findings findings() {
        for (AcceptedStreams.Held held : tx.acceptedStreams().all()) {
            tally.count("streams", 1);
            stream(held);
        }
        tally.compare("chain", "Postings", postings, tx.postings().count());
        tally.count("entries", tx.facts().count());
        tally.compare("entry", "Entries", facts, tx.facts().count());
        stock.whole();
        CostCheck.whole(tx, sentence -> tally.differ("cost", sentence));
        tx.stockExceptions().eachWrong(key -> tally.differ("exception", "Product " + key.product() + " at "
                + key.place().branch() + " " + key.place().code() + ": the shelf is below zero without an exception that says"
                + " so, or the reverse."));
        tx.reservations().wrong().forEach(id -> tally.differ("reservation", "Reservation " + id
                + ": its state or its end is not what its entries come to."));
        tally.count("sales", tx.sales().count());
        tally.compare("sale", "Sales", sales, tx.sales().count());
        tally.count("parked", tx.parked().count());
        tally.compare("transfer", "Entries about transfers", transferred, tx.transfers().factCount());
        tx.transfers().eachWithoutRow((branch, transfer) ->
                tally.differ("transfer", "Transfer " + transfer + " has entries at store " + branch + " and is not noted there."));
        Conservation.check(tx, sentence -> tally.differ("transfer", sentence));
        Closing.check(tx, sentence -> tally.differ("period", sentence));
        new FeedCheck(tx, tally).whole();
        return tally.findings();
    }

    private void stream(AcceptedStreams.Held held) {
        String name = "Stream " + held.id() + " of " + held.genesis().terminal();
        Set<Long> unposted = tx.parked().unposted(held.branch(), held.id());
        Boots.Clocks clocks = tx.boots().clocks(held.branch(), held.genesis().terminal());
        Position end = chain.walk(held.branch(), held.genesis().position(), name, stored -> posting(held, stored, unposted, clocks));
        if (!end.equals(held.accepted())) {
            tally.differ("chain", name + ": its entries go up to " + end.seq() + " with hash " + end.hash().brief()
                    + ", it is said to be accepted up to " + held.accepted().seq() + " with hash "
                    + held.accepted().hash().brief() + ".");
        }
        if (held.appliedSeq() > held.accepted().seq()) {
            tally.differ("chain", name + ": it was applied up to " + held.appliedSeq() + ", beyond what was accepted.");
        }
    }

    private void posting(AcceptedStreams.Held held, Postings.Stored stored, Set<Long> unposted, Boots.Clocks clocks) {
        postings++;
        progress.accept(postings);
        if (stored.state() != Postings.State.FIRST) {
            return;
        }
        facts++;
        long seq = stored.posting().seq();
        if (seq <= held.appliedSeq() && !unposted.contains(seq)) {
            Reading.entry(stored.posting().fact(), tally).ifPresent(entry -> applied(held, stored, entry, clocks));
        }
    }

    private void applied(AcceptedStreams.Held held, Postings.Stored stored, Entry entry, Boots.Clocks clocks) {
        List<Instant> occurred =
                clocks.possible(Metas.read(stored.posting().fact().meta()).stamp(), entry.at(), stored.recordedAt());
        stock.entry(stored, entry, occurred);
        CostCheck.entry(tx, stored.posting().fact().id(), entry, sentence -> tally.differ("cost", sentence));
        if (entry instanceof StockEntry.Transferred goods) {
            transferred++;
            transferred(stored.posting().fact().id(), goods, occurred);
        }
        if (entry instanceof TillEntry.Sold(Sale sale)) {
            sales++;
            EntryId id = stored.posting().fact().id();
            Optional<Sales.Summary> found = tx.sales().find(held.branch(), id);
            boolean isSame = found.filter(row -> row.total().equals(sale.total())
                            && row.receipt().equals(sale.receipt().text())
                            && row.businessDate().equals(sale.businessDate())
                            && row.cash().equals(sale.cash())
                            && occurred.contains(row.occurredAt())
                            && row.lines() == sale.lines().size())
                    .isPresent();
            if (!isSame) {
                tally.differ("sale", "Sale " + sale.receipt() + " (entry " + id + ") of " + sale.total()
                        + (found.isPresent() ? " is stored with other figures." : " is not among the sales."));
            }
        }
    }

    private void transferred(EntryId id, StockEntry.Transferred entry, List<Instant> occurred) {
        boolean isSame = tx.transfers().fact(entry.branch(), id)
                .filter(fact -> fact.transfer().equals(entry.waybill().transfer())
                        && fact.action() == entry.action()
                        && fact.document().equals(entry.waybill().document())
                        && occurred.contains(fact.occurredAt()))
                .isPresent();
        if (!isSame) {
            tally.differ("transfer", "Entry " + id + " about transfer " + entry.waybill().transfer() + " is not noted as it is.");
        }
    }
}
