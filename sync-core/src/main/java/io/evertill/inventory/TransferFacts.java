package io.evertill.inventory;

import io.evertill.db.FeedDue;
import io.evertill.db.TransferRows;
import io.evertill.db.Tx;
import io.evertill.entry.StockEntry;
import io.evertill.ledger.EntryId;
import io.evertill.transfer.Route;
import io.evertill.transfer.Transfer;
import io.evertill.transfer.TransferId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an entry about a transfer does at the centre besides its movements: it is noted, so that the transfer can be folded.
///
/// No such entry is refused for what the ledger thinks is on the way. One is set aside for a person when nobody can say what
/// it means: a paper that counts already, or goods of a transfer that was ended.
public final class TransferFacts {
    private TransferFacts() {}

    /// Why an entry has to be set aside; empty when it can be applied. The transfer's row at the branch is locked until the
    /// transaction ends.
    public static Optional<Transfer.Refusal> refusal(Tx tx, EntryId id, StockEntry.Transferred entry) {
        lock(tx, entry);
        return trouble(tx, id, entry);
    }

    /// Locks the transfer's row at the branch of an entry until the transaction ends.
    static void lock(Tx tx, StockEntry.Transferred entry) {
        tx.transfers().openAndLock(entry.branch(), entry.waybill().transfer(), entry.waybill().route(), tx.now());
    }

    /// The same as [#refusal], without a lock.
    static Optional<Transfer.Refusal> trouble(Tx tx, EntryId id, StockEntry.Transferred entry) {
        TransferId transfer = entry.waybill().transfer();
        Optional<TransferRows.FactOf> counted = tx.transfers()
                .ofDocument(entry.branch(), transfer, entry.action(), entry.waybill().document())
                .filter(fact -> !fact.entry().equals(id));
        if (counted.isPresent()) {
            return Optional.of(new Transfer.Refusal("DOCUMENT_KNOWN", entry.action() + " of transfer " + transfer + " by document "
                    + entry.waybill().document() + " counts already, as entry " + counted.get().entry()
                    + ". If other goods were handled, record them under a document of their own."));
        }
        if (tx.transfers().of(transfer).stream().anyMatch(held -> held.endedAt().isPresent())) {
            return Optional.of(new Transfer.Refusal("TRANSFER_ENDED", "Transfer " + transfer
                    + " was ended; no goods can be handled under it. Record these goods under another transfer."));
        }
        return Optional.empty();
    }

    /// Notes an entry that is being applied; only after [#refusal] in the same transaction.
    public static void note(Tx tx, EntryId id, StockEntry.Transferred entry, Instant occurredAt) {
        tx.transfers().note(new TransferRows.FactOf(entry.branch(), id, entry.waybill().transfer(), entry.action(),
                entry.waybill().document(), occurredAt));
        due(tx, entry.waybill().transfer(), entry.waybill().route());
    }

    /// Says that something changed of which the tills of both branches are told.
    static void due(Tx tx, TransferId transfer, Route route) {
        for (String branch : List.of(route.source(), route.target())) {
            tx.feedDue().mark(new FeedDue.Subject(FeedDue.TRANSFER, branch, transfer.text()));
        }
    }
}
