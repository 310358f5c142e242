package io.evertill.inventory;

import io.evertill.db.CentreOn;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.ingest.Apply;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Meta;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.stock.Decimals;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.transfer.Action;
import io.evertill.transfer.Load;
import io.evertill.transfer.Route;
import io.evertill.transfer.Step;
import io.evertill.transfer.Transfer;
import io.evertill.transfer.TransferId;
import io.evertill.transfer.Waybill;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Two branches of a centre and one transfer between them, for tests: facts come from people at the centre or from tills.
final class Haulage implements AutoCloseable {
    static final TransferId ID = new TransferId("T1");
    static final Route ROUTE = new Route("S1", "S2");

    final Warehouse house;
    private final Apply apply;

    Haulage(CentreOn on, Path folder) {
        this.house = new Warehouse(on, folder);
        this.apply = new Apply(house.db, house.feed);
        house.move(Move.Type.RECEIVE, Warehouse.TEA, "100", Place.SUPPLIER, Warehouse.SHELF);
    }

    /// So much of the tea, in good order and damaged.
    static Load tea(String good, String damaged, Tracking was, Tracking is, String reason) {
        return load(Warehouse.TEA, good, damaged, was, is, reason);
    }

    static Load load(Product product, String good, String damaged, Tracking was, Tracking is, String reason) {
        return new Load(1, Warehouse.item(product), Warehouse.of(product, good), Warehouse.of(product, damaged), was, is, reason);
    }

    /// What was done with goods where it is usually done.
    StockEntry.Transferred fact(Action action, String document, Load... loads) {
        return new StockEntry.Transferred(action.usualBranch(ROUTE), house.now(), Warehouse.BEA, new Waybill(ID, ROUTE, document), action,
                action.needsApproval() ? "Ira" : "", Optional.empty(), List.of(loads));
    }

    /// A person at the centre records it.
    Transfers.Answer record(StockEntry.Transferred fact) {
        return house.db.write(tx -> Transfers.record(tx, fact));
    }

    /// A till reports it, under an id of its own.
    EntryId report(StockEntry.Transferred fact) {
        EntryId id = house.entryId();
        Bodies.Written written = Bodies.write(fact);
        Meta.Stamp stamp = new Meta.Stamp(house.now().toEpochMilli(), 0, new UUID(0, 0), Optional.of(new Meta.Offset(0, 0)));
        Meta meta = new Meta(written.schema(), stamp, fact.refs(), fact.keys(), fact.summary());
        house.db.run(tx -> Books.append(tx, fact.branch(), new Fact(id, Metas.write(meta), written.body())));
        return id;
    }

    /// Applies everything that tills reported.
    void applyAll() {
        int taken = 1;
        while (taken > 0) {
            taken = apply.step();
        }
    }

    /// A person asks for a step.
    Transfers.Answer take(Step step) {
        return house.db.write(tx -> Transfers.take(tx, ID, step, asking()));
    }

    Transfers.Answer request(String amount) {
        return house.db.write(tx -> Transfers.request(tx, ID, ROUTE, quantities(amount), asking()));
    }

    Transfers.Answer approve(String amount) {
        return house.db.write(tx -> Transfers.approve(tx, ID, amount.isEmpty() ? Map.of() : quantities(amount), asking()));
    }

    Optional<Dossier> find() {
        return house.db.read(tx -> Transfers.find(tx, ID));
    }

    Transfer transfer() {
        return find().map(Dossier::transfer).orElseGet(() -> Transfer.unknown(ID));
    }

    /// What the movements say is on the way of the tea, of all batches.
    String transit() {
        long sum = house.db.read(tx -> tx.transits().of(ID)).values().stream().mapToLong(Long::longValue).sum();
        return Decimals.text(sum, Quantity.SCALE);
    }

    /// How much of the tea of no known batch is for sale or held back at a branch.
    String level(String branch, Place.Kind kind) {
        return house.level(Warehouse.TEA, Place.at(branch, kind));
    }

    /// Every level that is not zero, for comparing two centres.
    Map<Move.Key, Long> levels() {
        Map<Move.Key, Long> levels = new TreeMap<>();
        house.db.read(tx -> {
            tx.stock().eachLevel(level -> levels.put(level.key(), level.quantity()));
            return 0;
        });
        levels.values().removeIf(quantity -> quantity == 0);
        return levels;
    }

    private static Map<ProductId, Long> quantities(String amount) {
        return Map.of(Warehouse.TEA.id(), Warehouse.of(Warehouse.TEA, amount).tenThousandths());
    }

    private static Transfers.Asking asking() {
        return Transfers.Asking.of("Bea", "as told");
    }

    @Override
    public void close() {
        house.close();
    }
}
