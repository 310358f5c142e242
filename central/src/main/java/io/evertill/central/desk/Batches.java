package io.evertill.central.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.Lots;
import io.evertill.db.Tx;
import io.evertill.lot.Expiry;
import io.evertill.lot.Lot;
import io.evertill.product.ProductId;
import java.util.Optional;

/// What people say of batches.
public final class Batches {
    private Batches() {}

    /// Defines a batch; what is not said stays as it was. Tills hear of its last day within seconds.
    ///
    /// @throws IllegalArgumentException when it is no batch
    public static void define(
            Tx tx, ProductId product, String number, Optional<Expiry> expires, Optional<String> supplier) {
        Optional<Lot> before = tx.lots().find(product, number);
        tx.lots().put(new Lot(product, number, expires.map(Expiry::lastDay).orElseGet(() -> before.flatMap(Lot::expiresOn)),
                supplier.or(() -> before.map(Lot::supplier)).orElse(""), Lot.State.ACTIVE), tx.now());
    }

    /// Decides about a batch that is defined. What the last decision says already changes nothing.
    public static void decide(Tx tx, ProductId product, String number, Lots.Decision decision) {
        boolean isSaid = tx.lots().decisions(product, number).reversed().stream()
                .limit(1)
                .anyMatch(last -> last.state() == decision.state() && last.by().equals(decision.by())
                        && last.note().equals(decision.note()));
        if (!isSaid) {
            tx.lots().decide(product, number, decision);
        }
    }

    /// Writes a batch.
    public static ObjectNode put(Lot lot, ObjectNode node) {
        node.put("lot", lot.number()).put("state", lot.state().name()).put("supplier", lot.supplier());
        lot.expiresOn().ifPresent(day -> node.put("expiresOn", day.toString()));
        return node;
    }
}
