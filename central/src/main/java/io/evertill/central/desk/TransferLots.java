package io.evertill.central.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.Tx;
import io.evertill.inventory.Assortment;
import io.evertill.inventory.Dossier;
import io.evertill.lot.Fefo;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.transfer.State;
import io.evertill.transfer.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which batches a transfer should take from its source: those of what is still to be sent, and of what was sent without
/// saying which it was. Products that do not come in batches have none.
final class TransferLots {
    private final Tx tx;
    private final Transfer transfer;

    TransferLots(Tx tx, Dossier dossier) {
        this.tx = tx;
        this.transfer = dossier.transfer();
    }

    private record Taking(Product product, Fefo.Suggestion suggestion) {}

    List<String> lines() {
        return takings().stream()
                .map(taking -> "    " + taking.product().sku() + ": " + BatchTasks.text(taking.suggestion()))
                .toList();
    }

    void put(ArrayNode rows) {
        for (Taking taking : takings()) {
            ObjectNode row = rows.addObject().put("sku", taking.product().sku().code());
            BatchTasks.put(taking.suggestion(), row);
        }
    }

    private List<Taking> takings() {
        List<Taking> takings = new ArrayList<>();
        transfer.route().ifPresent(route -> {
            Assortment assortment = new Assortment(tx);
            for (Map.Entry<ProductId, Long> each : unnamed().entrySet()) {
                if (each.getValue() > 0 && tx.batchStock().isInBatches(each.getKey())) {
                    Product product = assortment.require(each.getKey());
                    takings.add(new Taking(product, BatchTasks.suggest(tx, product, Place.shelf(route.source()),
                            new Quantity(each.getValue(), product.unit()), 0)));
                }
            }
        });
        return takings;
    }

    private SortedMap<ProductId, Long> unnamed() {
        boolean isToBeSent = transfer.state() == State.APPROVED || transfer.state() == State.PICKING;
        SortedMap<ProductId, Long> unnamed = new TreeMap<>(isToBeSent ? transfer.approved() : Map.of());
        transfer.transit().forEach((goods, balance) -> {
            if (goods.tracking().equals(Tracking.NONE) && balance > 0) {
                unnamed.merge(goods.product(), balance, Math::addExact);
            }
        });
        return unnamed;
    }
}
