package io.evertill.inventory;

import io.evertill.db.Incidents;
import io.evertill.db.Tx;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.transfer.Consigned;
import io.evertill.transfer.TransferId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Whether goods appeared or vanished between places (domain R66, I2, I3, I19).
///
/// All stock and all that is on the way together change only by what comes from or goes to a virtual place: that holds when
/// the movements of every entry between kept places sum to zero. It reads one state and its cost grows with the ledger.
public final class Conservation {
    private static final int PAGE = 200;

    private Conservation() {}

    /// Checks every group of movements and every transfer.
    ///
    /// @param finding gets a sentence for everything that is not as it must be
    public static void check(Tx tx, Consumer<String> finding) {
        tx.transits().eachUnbalanced(group -> finding.accept("Entry " + group.entry() + " of store " + group.branch()
                + " moves goods between places and does not sum to zero: " + text(group.goods(), group.quantity()) + "."));
        tx.transits().eachLeft(left -> finding.accept("Transfer " + left.transfer() + " has ended and "
                + text(left.goods(), left.quantity()) + " are on the way."));
        List<TransferId> page = tx.transfers().after("", PAGE);
        while (!page.isEmpty()) {
            page.forEach(id -> check(tx, id, finding));
            page = tx.transfers().after(page.getLast().text(), PAGE);
        }
    }

    /// Compares the next transfers with their movements. One that has other goods on the way is an incident, and nothing is
    /// changed.
    ///
    /// @return where to go on; empty at the end
    public static Optional<TransferId> page(Tx tx, Optional<TransferId> after) {
        List<TransferId> page = tx.transfers().after(after.map(TransferId::text).orElse(""), PAGE);
        page.forEach(id -> check(tx, id, finding -> tx.incidents().note(new Incidents.Event(
                "", "", "TRANSFER_DAMAGED", id.text(), finding + " Nothing was changed. Keep a copy of the database, run evertill-central"
                        + " verify, and settle this when the goods are cleared up."), tx.now())));
        return page.size() == PAGE ? Optional.of(page.getLast()) : Optional.empty();
    }

    private static void check(Tx tx, TransferId id, Consumer<String> finding) {
        boolean isSame = Transfers.find(tx, id)
                .filter(dossier -> dossier.transfer().transit().equals(tx.transits().of(id)))
                .isPresent();
        if (!isSame) {
            finding.accept("Transfer " + id + " has other goods on the way than its movements say.");
        }
    }

    private static String text(Consigned goods, long quantity) {
        return Decimals.text(quantity, Quantity.SCALE) + " of product " + goods.product() + ", lot '" + goods.tracking().lot()
                + "', serial '" + goods.tracking().serial() + "'";
    }
}
