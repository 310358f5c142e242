package io.evertill.central.desk;

import io.evertill.central.office.Refusal;
import io.evertill.db.Tx;
import io.evertill.entry.StockEntry;
import io.evertill.inventory.Dossier;
import io.evertill.inventory.Transfers;
import io.evertill.person.Person;
import io.evertill.transfer.Action;
import io.evertill.transfer.Route;
import io.evertill.transfer.TransferId;
import io.evertill.transfer.Waybill;
import java.util.List;
import java.util.Optional;

/// What somebody says was done with goods of a transfer.
///
/// @param document the paper that says so
/// @param by who handled them
/// @param approvedBy who agreed, where somebody has to; empty otherwise
/// @param reason why, or empty
/// @param store the store that says so, where both can; empty for the usual end
/// @param given the route, where the person names one
/// @param goods none for a reversal, which takes those of the dispatch
public record TransferFact(
        TransferId transfer, Action action, String document, Person by, String approvedBy, String reason,
        Optional<String> store, Optional<Route> given, List<TransferGoods> goods) {
    /// Copies the list.
    public TransferFact {
        goods = List.copyOf(goods);
    }

    /// Records it.
    ///
    /// @throws Refusal when it makes no entry
    public Transfers.Answer record(Tx tx) {
        return Transfers.record(tx, entry(tx));
    }

    private StockEntry.Transferred entry(Tx tx) {
        Route route = given.or(() -> Transfers.find(tx, transfer).map(Dossier::transfer).flatMap(known -> known.route()))
                .orElseThrow(() -> new Refusal(Refusal.Kind.USAGE, "Nothing is known of transfer " + transfer
                        + ". Check the name, or say between which stores the goods are."));
        String at = store.orElseGet(() -> action.usualBranch(route));
        try {
            Waybill waybill = new Waybill(transfer, route, document.strip());
            if (action == Action.DISPATCH_REVERSAL) {
                return Transfers.reversal(tx, at, tx.now(), by, waybill).orElseThrow(() -> new Refusal(Refusal.Kind.USAGE,
                        "No dispatch of transfer " + transfer + " is recorded under document " + document + "."));
            }
            return new StockEntry.Transferred(at, tx.now(), by, waybill, action, approvedBy, Optional.empty(),
                    TransferGoods.loads(tx, goods, reason));
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This cannot be recorded: " + e.getMessage() + "." + advice());
        }
    }

    private String advice() {
        if (action == Action.LOST && !Action.LOSSES.contains(reason)) {
            return " Say why the goods were lost: the reason is TRANSIT_LOSS or THEFT.";
        }
        if (action.needsApproval() && approvedBy.isBlank()) {
            return " Somebody has to agree to goods that nobody sent.";
        }
        return goods.isEmpty() ? " Name the goods." : "";
    }
}
