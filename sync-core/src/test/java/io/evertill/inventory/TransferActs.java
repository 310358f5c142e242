package io.evertill.inventory;

import io.evertill.entry.StockEntry;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.transfer.Action;
import io.evertill.transfer.Load;
import io.evertill.transfer.Route;
import io.evertill.transfer.Step;
import io.evertill.transfer.TransferId;
import io.evertill.transfer.Waybill;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What people do about transfers, at the centre and at tills, as chance has it.
final class TransferActs {
    private static final int TRANSFERS = 5;

    private final World world;
    private final Chance chance;
    private final Map<TransferId, Long> movementsAtEnd = new TreeMap<>();
    private int documents;

    TransferActs(World world) {
        this.world = world;
        this.chance = world.chance;
    }

    /// One of them.
    void act() {
        int number = chance.below(TRANSFERS);
        TransferId id = new TransferId("T" + number);
        int source = number % World.BRANCHES.size();
        Route route = new Route(World.BRANCHES.get(source), World.BRANCHES.get((source + 1) % World.BRANCHES.size()));
        switch (chance.below(8)) {
            case 0 -> step(id, route);
            default -> handled(id, route);
        }
    }

    private void step(TransferId id, Route route) {
        Step step = chance.pick(Step.REQUEST, Step.APPROVE, Step.PICK, Step.CANCEL, Step.CLOSE, Step.REJECT);
        Transfers.Asking asking = Transfers.Asking.of("Bea", "");
        Map<ProductId, Long> wanted = Map.of(Warehouse.TEA.id(), 3 * Quantity.ONE);
        world.centre.surviving(chance, () -> world.centre.db().write(tx -> switch (step) {
            case REQUEST -> Transfers.request(tx, id, route, wanted, asking);
            case APPROVE -> Transfers.approve(tx, id, Map.of(), asking);
            case REJECT, PICK, CANCEL, RECALL, CLOSE -> Transfers.take(tx, id, step, asking);
        }));
        boolean isEnded = world.centre.db().read(tx -> Transfers.find(tx, id))
                .filter(dossier -> dossier.transfer().state().isEnded())
                .isPresent();
        if (isEnded) {
            movementsAtEnd.putIfAbsent(id, movements(id));
        }
    }

    private long movements(TransferId id) {
        long[] count = {0};
        world.centre.db().run(tx -> tx.stock().eachMovement(movement ->
                count[0] += movement.reference().type().equals("transfer") && movement.reference().id().equals(id.text()) ? 1 : 0));
        return count[0];
    }

    /// Goods were handled: whoever did it tells the centre, or a till.
    private void handled(TransferId id, Route route) {
        boolean isAtTill = chance.flip();
        Optional<StockEntry.Transferred> fact = fact(id, route);
        if (fact.isPresent() && isAtTill) {
            LocalTill till = chance.pick(world.tills.stream()
                    .filter(each -> each.seat.branch().equals(fact.get().branch())).toList());
            world.happened(till, at(till, fact.get()));
        } else if (fact.isPresent()) {
            Transfers.Answer answer = world.centre.surviving(
                    chance, () -> world.centre.db().write(tx -> Transfers.record(tx, fact.get())));
            if (!(answer instanceof Transfers.Answer.Refused)) {
                world.truth.moved(fact.get().moves());
            }
        }
    }

    private Optional<StockEntry.Transferred> fact(TransferId id, Route route) {
        Action action = chance.oneIn(3) ? Action.DISPATCH : chance.oneIn(3) ? Action.RECEIVE : chance.pick(Action.values());
        Place from = switch (action) {
            case DISPATCH, SENT_MORE -> Place.shelf(route.source());
            case RECEIVE, LOST, NEVER_LEFT, RETURNED, DISPATCH_REVERSAL, RELOT -> transit(id, route);
            case UNEXPLAINED_GAIN, RECEIVED_MORE -> Place.shelf(route.target());
        };
        return world.find(from).map(found -> fact(id, route, action, found));
    }

    /// Goods on the way stand at the branch that booked them there.
    private Place transit(TransferId id, Route route) {
        return Place.transit(chance.oneIn(6) ? route.target() : route.source(), id.text());
    }

    private StockEntry.Transferred fact(TransferId id, Route route, Action action, World.Found found) {
        Product product = found.product();
        Tracking was = found.tracking();
        boolean isOther = product.equals(World.MILK) && (action == Action.RELOT || (action == Action.RECEIVE && chance.oneIn(4)));
        Tracking is = isOther ? Tracking.lot(was.lot().equals("L1") ? "L2" : "L1") : was;
        Action possible = action == Action.RELOT && !isOther ? Action.RECEIVE : action;
        boolean isPartlyBroken = !product.equals(World.PHONE) && (possible == Action.RECEIVE || possible == Action.RETURNED);
        Quantity broken = isPartlyBroken && chance.oneIn(3)
                ? new Quantity(product.unit().step(), product.unit())
                : Quantity.zero(product.unit());
        documents++;
        return new StockEntry.Transferred(possible.usualBranch(route), world.centre.now(), Warehouse.BEA,
                new Waybill(id, route, "D" + documents), possible, possible.needsApproval() ? "Ira" : "", Optional.empty(),
                List.of(new Load(1, Warehouse.item(product), found.quantity(), broken, was, is,
                        possible == Action.LOST ? "THEFT" : "as told")));
    }

    /// The same by a till's clock.
    private StockEntry.Transferred at(LocalTill till, StockEntry.Transferred fact) {
        return new StockEntry.Transferred(fact.branch(), till.at(world.centre.now()), fact.by(), fact.waybill(), fact.action(),
                fact.approvedBy(), fact.reverses(), fact.loads());
    }

    /// Goods are handled under no transfer that was ended (I21).
    void check() {
        movementsAtEnd.forEach((id, count) ->
                world.require(movements(id) == count, "I21: goods were handled under transfer " + id + " after it had ended"));
    }
}
