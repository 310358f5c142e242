package io.evertill.inventory;

import io.evertill.db.Incidents;
import io.evertill.db.LatePayments;
import io.evertill.db.ReservationEntries.Held;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.product.Product;
import io.evertill.reservation.Basket;
import io.evertill.reservation.Order;
import io.evertill.reservation.Payment;
import io.evertill.reservation.Reservation;
import io.evertill.reservation.Step;
import io.evertill.reserving.Placing;
import io.evertill.reserving.Reservations;
import io.evertill.reserving.Settling;
import io.evertill.reserving.Taking;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// What a web shop does with reservations, as chance has it.
final class WebActs {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final String WEB = "web";

    private final World world;
    private final Chance chance;
    private int requests;

    WebActs(World world) {
        this.world = world;
        this.chance = world.chance;
    }

    /// One thing.
    void act() {
        requests++;
        String request = "R" + (chance.oneIn(6) ? chance.below(requests) : requests);
        if (world.promised.isEmpty() || chance.oneIn(3)) {
            reserve(request);
            return;
        }
        UUID id = chance.pick(world.promised);
        Reservations reservations = world.centre.reservations();
        switch (chance.below(9)) {
            case 0 -> world.centre.surviving(chance, () -> world.centre.reservations().renew(id, WEB, TEN_MINUTES));
            case 1 -> world.centre.surviving(chance, () -> world.centre.reservations().release(id, WEB, request, Optional.empty()));
            case 2 -> world.centre.surviving(chance, () -> world.centre.reservations().sweep());
            case 3, 4 -> payTogether(request, reservations.find(id).orElseThrow().held());
            case 5 -> giveBackTogether(request, reservations.find(id).orElseThrow().held());
            default -> pay(id, request, reservations.find(id).orElseThrow().held());
        }
    }

    private void reserve(String request) {
        String branch = chance.pick(World.BRANCHES);
        List<Order.Line> lines = new ArrayList<>();
        for (int line = 1; line <= 1 + chance.below(3); line++) {
            Product product = chance.pick(Warehouse.TEA, Warehouse.RICE, World.MILK);
            String lot = product.equals(World.MILK) ? chance.pick("", "L1") : "";
            lines.add(new Order.Line(String.valueOf(line), product.id(), Place.MAIN, lot, world.some(product)));
        }
        Order order = new Order(branch, WEB, request, "O" + chance.below(3), TEN_MINUTES, lines);
        Map<Move.Key, Long> before = available(order);
        Placing placing = world.centre.surviving(chance, () -> world.centre.reserving().reserve(order));
        Map<Move.Key, Long> after = available(order);
        world.seen.add("placing " + placing.getClass().getSimpleName());
        if (placing instanceof Placing.Placed(List<Held> made)) {
            made.stream().map(held -> held.reservation().id()).filter(id -> !world.promised.contains(id)).forEach(world.promised::add);
        } else {
            world.require(after.equals(before), "I15: an order that was refused reserved something: " + before + ", then " + after);
        }
        after.forEach((key, left) -> world.require(left >= 0 || left.equals(before.get(key)),
                "I15: a reservation made " + left + " of " + key + " available, from " + before.get(key)));
    }

    private Map<Move.Key, Long> available(Order order) {
        Map<Move.Key, Long> available = new TreeMap<>();
        order.lines().forEach(line -> {
            Move.Key key = new Move.Key(line.product(), order.shelf(line), line.lot());
            available.put(key, world.centre.db().read(tx -> tx.shelves().look(key, "", tx.clock())).available());
        });
        return available;
    }

    /// Money came for one reservation: what was picked really left the shelf.
    private void pay(UUID id, String request, Held before) {
        Optional<Quantity> wanted = chance.oneIn(3) ? Optional.of(step(before)) : Optional.empty();
        Payment payment = payment(request, wanted);
        boolean wasLate = late(before.reservation()).isPresent();
        Taking taking = world.centre.surviving(chance, () -> world.centre.reservations().consume(id, payment));
        picked(before, taking, wasLate, request);
    }

    /// Money came for all that an order reserved, or for a part of one line of it.
    private void payTogether(String request, Held any) {
        String branch = any.reservation().branch();
        List<Held> before = of(branch, any.order());
        List<Basket.Part> parts = chance.oneIn(3)
                ? List.of(new Basket.Part(any.line(), Optional.of(step(any))))
                : List.of();
        Map<UUID, Boolean> wasLate = new HashMap<>();
        before.forEach(held -> wasLate.put(held.reservation().id(), late(held.reservation()).isPresent()));
        Payment payment = payment(request, Optional.empty());
        Settling settling = world.centre.surviving(chance, () ->
                world.centre.baskets().consume(new Basket(branch, WEB, any.order(), parts), payment));
        world.seen.add("settling " + settling.getClass().getSimpleName());
        if (settling instanceof Settling.Done(List<Taking> takings)) {
            List<Held> meant = parts.isEmpty() ? before : List.of(any);
            for (int line = 0; line < takings.size(); line++) {
                Held held = meant.get(line);
                picked(held, takings.get(line), wasLate.getOrDefault(held.reservation().id(), false), request);
            }
        } else {
            world.require(of(branch, any.order()).equals(before), "I17: what was refused changed something: " + before);
        }
    }

    private void giveBackTogether(String request, Held any) {
        String branch = any.reservation().branch();
        List<Basket.Part> parts = chance.flip() ? List.of(new Basket.Part(any.line(), Optional.of(step(any)))) : List.of();
        Settling settling = world.centre.surviving(chance, () ->
                world.centre.baskets().release(new Basket(branch, WEB, any.order(), parts), WEB, request));
        world.seen.add("settling " + settling.getClass().getSimpleName());
    }

    private List<Held> of(String branch, String order) {
        return world.centre.reservations().of(branch, WEB, order).stream().map(Reservations.Standing::held).toList();
    }

    private Payment payment(String request, Optional<Quantity> wanted) {
        return new Payment(request, WEB, wanted, chance.flip(), chance.pick(Payment.Late.values()));
    }

    private static Quantity step(Held held) {
        return new Quantity(held.reservation().quantity().unit().step(), held.reservation().quantity().unit());
    }

    private void picked(Held before, Taking taking, boolean wasLate, String request) {
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
            world.truth.moved(new StockEntry.GoodsMoved(one.branch(), world.centre.now(), Warehouse.BEA, Move.Type.PICK, request,
                    List.of(new StockEntry.Goods(1, Warehouse.item(World.product(one.product())),
                            new Quantity(picked, one.quantity().unit()),
                            one.shelf(), Place.at(one.branch(), Place.Kind.STAGED), tracking, tracking, ""))).moves());
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
        boolean isInTime = world.promised.stream().anyMatch(id ->
                !world.centre.reservations().find(id).orElseThrow().held().reservation().sales().isEmpty());
        if (isInTime) {
            world.seen.add("collected in time");
        }
        List<String> told = world.centre.db().read(tx -> tx.incidents().all()).stream()
                .filter(incident -> incident.kind().equals("COLLECTION"))
                .map(Incidents.Incident::sentence)
                .toList();
        told.forEach(sentence -> world.seen.add(
                sentence.contains("of which only") ? "collected more than was left" : "collected after its end"));
        world.promised.forEach(id -> world.seen.add("reservation " + world.centre.reservations().find(id).orElseThrow().state()));
    }

    /// What is reserved is what active reservations say, whatever the sweeper did; each ends once and as a whole (I16 to I18).
    void check() {
        Instant now = world.centre.now();
        List<Reservation> all = world.promised.stream()
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
            world.require(one.sales().stream().distinct().count() == one.sales().size(), "R55: a sale was collected twice: " + one);
        }
        List<UUID> wrong = world.centre.db().read(tx -> tx.reservations().wrong());
        world.require(wrong.isEmpty(), "I17: the heads of reservations are not what their entries say: " + wrong);
    }
}
