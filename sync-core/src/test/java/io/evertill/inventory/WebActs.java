package io.evertill.inventory;

import io.evertill.db.LatePayments;
import io.evertill.db.ReservationEntries.Held;
import io.evertill.db.Shelves;
import io.evertill.ledger.Entry;
import io.evertill.ledger.Move;
import io.evertill.product.Product;
import io.evertill.reservation.Order;
import io.evertill.reservation.Payment;
import io.evertill.reservation.Reservation;
import io.evertill.reservation.Step;
import io.evertill.reserving.Placing;
import io.evertill.reserving.Reservations;
import io.evertill.reserving.Taking;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a web shop does with reservations, as chance has it.
final class WebActs {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final String WEB = "web";

    private final World world;
    private final Chance chance;
    private final List<UUID> made = new ArrayList<>();
    private int requests;

    WebActs(World world) {
        this.world = world;
        this.chance = world.chance;
    }

    /// One thing.
    void act() {
        requests++;
        String request = "R" + (chance.oneIn(6) ? chance.below(requests) : requests);
        if (made.isEmpty() || chance.oneIn(3)) {
            reserve(request);
            return;
        }
        UUID id = chance.pick(made);
        Reservations reservations = world.centre.reservations();
        switch (chance.below(6)) {
            case 0 -> world.centre.surviving(chance, () -> world.centre.reservations().renew(id, WEB, TEN_MINUTES));
            case 1 -> world.centre.surviving(chance, () -> world.centre.reservations().release(id, WEB, request));
            case 2 -> world.centre.surviving(chance, () -> world.centre.reservations().sweep());
            default -> pay(id, request, reservations.find(id).orElseThrow().held());
        }
    }

    private void reserve(String request) {
        String branch = chance.pick(World.BRANCHES);
        Product product = chance.pick(Warehouse.TEA, Warehouse.RICE, World.MILK);
        String lot = product.equals(World.MILK) ? chance.pick("", "L1") : "";
        Order order = new Order(branch, WEB, request, "O" + chance.below(3), TEN_MINUTES,
                List.of(new Order.Line("1", product.id(), lot, world.some(product))));
        Move.Key key = new Move.Key(product.id(), Place.shelf(branch), lot);
        long before = shelf(key).available();
        Placing placing = world.centre.surviving(chance, () -> world.centre.reserving().reserve(order));
        long after = shelf(key).available();
        world.seen.add("placing " + placing.getClass().getSimpleName());
        if (placing instanceof Placing.Placed(List<Held> lines)) {
            lines.stream().map(held -> held.reservation().id()).filter(id -> !made.contains(id)).forEach(made::add);
        }
        world.require(after >= 0 || after == before, "I15: a reservation made " + after + " of " + key + " available, from " + before);
    }

    private Shelves.Shelf shelf(Move.Key key) {
        return world.centre.db().read(tx -> tx.shelves().look(key, "", tx.clock()));
    }

    /// Money came for it: what was picked really left the shelf.
    private void pay(UUID id, String request, Held before) {
        Optional<Quantity> wanted = chance.oneIn(3)
                ? Optional.of(new Quantity(before.reservation().quantity().unit().step(), before.reservation().quantity().unit()))
                : Optional.empty();
        Payment payment = new Payment(request, WEB, wanted, chance.flip(), chance.pick(Payment.Late.values()));
        boolean wasLate = late(before.reservation()).isPresent();
        Taking taking = world.centre.surviving(chance, () -> world.centre.reservations().consume(id, payment));
        world.seen.add("taking " + taking.getClass().getSimpleName());
        long picked = switch (taking) {
            case Taking.Done(Held after) -> sum(before.reservation()) - sum(after.reservation());
            case Taking.Late(_, LatePayments.Outcome outcome, _) -> wasLate || outcome == LatePayments.Outcome.REFUND
                    ? 0
                    : late(before.reservation()).orElseThrow().quantity();
            case Taking.Already _, Taking.TooMuch _, Taking.Conflict _, Taking.Unknown _ -> 0;
        };
        if (picked > 0) {
            Reservation one = before.reservation();
            Tracking tracking = Tracking.lot(one.lot());
            world.truth.moved(new Entry.GoodsMoved(one.branch(), world.centre.now(), Warehouse.BEA, Move.Type.PICK, request,
                    List.of(new Entry.Goods(1, Warehouse.item(World.product(one.product())), new Quantity(picked, one.quantity().unit()),
                            Place.shelf(one.branch()), Place.at(one.branch(), Place.Kind.STAGED), tracking, tracking, ""))).moves());
        }
    }

    private static long sum(Reservation reservation) {
        return -reservation.consumed().tenThousandths();
    }

    private Optional<LatePayments.Late> late(Reservation one) {
        return world.centre.db().read(tx -> tx.latePayments().find(one.branch(), one.id()));
    }

    /// Notes how reservations ended.
    void see() {
        made.forEach(id -> world.seen.add("reservation " + world.centre.reservations().find(id).orElseThrow().state()));
    }

    /// What is reserved is what active reservations say, whatever the sweeper did; each ends once and as a whole (I16 to I18).
    void check() {
        Instant now = world.centre.now();
        List<Reservation> all = made.stream()
                .map(id -> world.centre.reservations().find(id).orElseThrow().held().reservation())
                .toList();
        for (Reservation one : all) {
            Move.Key key = Reservations.key(one);
            long reserved = all.stream()
                    .filter(other -> Reservations.key(other).equals(key))
                    .mapToLong(other -> other.reserved(now).tenThousandths())
                    .sum();
            long kept = world.centre.db().read(tx -> tx.shelves().look(key, "", now)).reserved();
            world.require(kept == reserved && kept >= 0, "I16: " + kept + " of " + key + " are reserved, not " + reserved);
            long open = one.open();
            long gone = one.steps().stream().skip(1).mapToLong(Step::change).sum();
            world.require(open == one.quantity().tenThousandths() + gone && open >= 0, "I17: " + one);
        }
        List<UUID> wrong = world.centre.db().read(tx -> tx.reservations().wrong());
        world.require(wrong.isEmpty(), "I17: the heads of reservations are not what their entries say: " + wrong);
    }
}
