package io.evertill.inventory;

import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.EntryId;
import io.evertill.price.Price;
import io.evertill.product.Product;
import io.evertill.reservation.Reservation;
import io.evertill.sale.Basket;
import io.evertill.sale.Checkout;
import io.evertill.sale.Claim;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Sale;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.tax.TaxRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What people do at tills, as chance has it.
final class TillActs {
    private static final UUID SHIFT = new UUID(5, 5);

    private final World world;
    private final Chance chance;
    private final List<Done> sold = new ArrayList<>();
    private int receipts;

    private record Done(LocalTill till, EntryId id, Sale sale) {}

    TillActs(World world) {
        this.world = world;
        this.chance = world.chance;
    }

    /// One of them at a till.
    void act(LocalTill till) {
        String branch = till.seat.branch();
        switch (chance.below(13)) {
            case 0, 1 -> receive(till);
            case 2 -> voidOne(till);
            case 3 -> adjust(till);
            case 4 -> goods(branch).ifPresent(entry -> world.happened(till, at(till, entry)));
            case 5 -> unknown(till);
            default -> sell(till);
        }
    }

    private void sell(LocalTill till) {
        Basket basket = Basket.empty(Warehouse.GBP, TaxRule.USUAL);
        for (int lines = 1 + chance.below(3); lines > 0; lines--) {
            Optional<Line> line = switch (chance.below(8)) {
                case 0, 1 -> returned(till, basket);
                case 2, 3 -> collected(till, basket);
                default -> bought(till, basket);
            };
            if (line.isPresent()) {
                basket = basket.plus(line.get());
            }
        }
        if (!basket.isEmpty()) {
            ring(till, basket);
        }
    }

    private void ring(LocalTill till, Basket basket) {
        receipts++;
        Sale.Occasion occasion = new Sale.Occasion(till.seat.branch(), SHIFT, LocalDate.of(2026, 3, 2),
                till.at(world.centre.now()), Warehouse.BEA, Optional.empty());
        Sale sale = Sale.of(ReceiptNumber.of(till.seat.branch(), till.seat.name(), "abcd", receipts), occasion, basket,
                Checkout.settlement(chance, basket.total()));
        sold.add(new Done(till, world.happened(till, new TillEntry.Sold(sale)), sale));
    }

    private Optional<Line> bought(LocalTill till, Basket basket) {
        return world.find(Place.shelf(till.seat.branch()))
                .map(found -> line(basket, found.product(), found.quantity(), found.tracking()));
    }

    /// Somebody comes for what was reserved, as a till that was not told lately knows it: perhaps it has ended, or was collected at the
    /// other till; now and then it is of another store.
    private Optional<Line> collected(LocalTill till, Basket basket) {
        List<Reservation> known = world.promised.stream()
                .map(id -> world.centre.reservations().find(id).orElseThrow().held().reservation())
                .filter(one -> one.branch().equals(till.seat.branch()) || chance.oneIn(8))
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(collected(basket, chance.pick(known)));
    }

    /// Somebody comes for what was reserved last, perhaps twice, to both tills of the store, and perhaps the centre hears of it at once.
    void collect() {
        if (world.promised.isEmpty()) {
            return;
        }
        Reservation one = world.centre.reservations().find(world.promised.getLast()).orElseThrow().held().reservation();
        boolean isHeard = chance.flip();
        for (LocalTill till : world.tills) {
            if (till.seat.branch().equals(one.branch()) && chance.flip()) {
                Basket empty = Basket.empty(Warehouse.GBP, TaxRule.USUAL);
                ring(till, empty.plus(collected(empty, one)));
                if (isHeard) {
                    world.tell(till);
                }
            }
        }
    }

    private Line collected(Basket basket, Reservation one) {
        Product product = World.product(one.product());
        Quantity quantity = chance.flip() ? one.quantity() : world.some(product);
        Claim claim = new Claim(one.id(), "any", one.quantity(), chance.flip());
        return line(basket, product, quantity, Tracking.lot(one.lot())).claiming(Optional.of(claim));
    }

    private static Line line(Basket basket, Product product, Quantity quantity, Tracking tracking) {
        Line plain = Line.sold(basket.lineNumberNext(), Warehouse.item(product), quantity, price(product));
        return new Line(plain.number(), plain.item(), quantity, plain.price(), plain.total(), Optional.empty(),
                named(tracking.lot()), named(tracking.serial()));
    }

    private static Price price(Product product) {
        return new Price(product.basePrice(), new Price.Source.Base());
    }

    private static Optional<String> named(String text) {
        return Optional.of(text).filter(name -> !name.isEmpty());
    }

    /// Something comes back to the branch that sold it, or to another without a receipt.
    private Optional<Line> returned(LocalTill till, Basket basket) {
        List<Done> here = sold.stream().filter(done -> done.till().seat.branch().equals(till.seat.branch())).toList();
        boolean isOwn = !here.isEmpty() && !chance.oneIn(4);
        List<Done> any = isOwn ? here : sold;
        if (any.isEmpty()) {
            return Optional.empty();
        }
        Done done = chance.pick(any);
        Line of = chance.pick(done.sale().lines());
        if (of.quantity().isNegative()) {
            return Optional.empty();
        }
        boolean isWhole = of.serial().isPresent() || chance.flip();
        Quantity quantity = isWhole ? of.quantity() : new Quantity(of.item().unit().step(), of.item().unit());
        ReturnOf why = new ReturnOf(
                isOwn ? Optional.of(new ReturnOf.SoldLine(done.id().value(), done.sale().receipt(), of.number())) : Optional.empty(),
                chance.pick(ReturnOf.Condition.values()), "not liked");
        Line plain = Line.returned(basket.lineNumberNext(), of.item(), quantity, of.price(), of.total(), why);
        return Optional.of(new Line(plain.number(), plain.item(), plain.quantity(), plain.price(), plain.total(), plain.returned(),
                of.lot(), of.serial()));
    }

    private void voidOne(LocalTill till) {
        List<Done> own = sold.stream().filter(done -> done.till().equals(till)).toList();
        if (own.isEmpty()) {
            return;
        }
        Done done = own.getLast();
        sold.remove(done);
        world.happened(till, new TillEntry.Voided(till.seat.branch(), till.at(world.centre.now()), Warehouse.BEA, SHIFT,
                Optional.of(done.id().value()), done.sale().lines(), done.sale().total(), done.sale().cash(), "wrong customer"));
    }

    private void receive(LocalTill till) {
        Product product = chance.pick(Warehouse.TEA, Warehouse.RICE, World.MILK);
        Quantity quantity = new Quantity((5 + chance.below(20)) * product.unit().step(), product.unit());
        world.happened(till, new StockEntry.Received(till.seat.branch(), till.at(world.centre.now()), Warehouse.BEA, "Smith", "DN",
                List.of(new StockEntry.Receipt(1, Warehouse.item(product), quantity,
                        chance.pick(Place.Kind.AVAILABLE, Place.Kind.AVAILABLE, Place.Kind.INSPECTION),
                        world.tracking(product).lot()))));
    }

    private void adjust(LocalTill till) {
        Product product = chance.pick(Warehouse.TEA, Warehouse.RICE);
        Quantity quantity = world.some(product);
        world.happened(till, new StockEntry.Adjusted(till.seat.branch(), till.at(world.centre.now()), Warehouse.BEA, "A", List.of(
                new StockEntry.Adjustment(1, Warehouse.item(product), chance.flip() ? quantity : quantity.negated(),
                        Place.Kind.AVAILABLE, "looked again"))));
    }

    /// Something that the centre cannot read, or does not know yet.
    private void unknown(LocalTill till) {
        if (chance.oneIn(3)) {
            till.scribble(world.entryId());
            return;
        }
        Item item = Warehouse.item(World.GHOST);
        Basket basket = Basket.empty(Warehouse.GBP, TaxRule.USUAL)
                .plus(Line.sold(1, item, Quantity.of(1, item.unit()), price(World.GHOST)));
        ring(till, basket);
    }

    /// Goods that move inside a branch or to and from outside.
    Optional<StockEntry.GoodsMoved> goods(String branch) {
        Place shelf = Place.shelf(branch);
        Place back = new Place(branch, "BACK", Place.Kind.AVAILABLE);
        Place held = Place.at(branch, Place.Kind.QUARANTINE);
        Place returned = Place.at(branch, Place.Kind.RETURNED);
        return switch (chance.below(10)) {
            case 8 -> Optional.of(renamed(branch, shelf));
            case 0, 1 -> {
                Product product = chance.pick(World.PRODUCTS);
                Quantity quantity = product.equals(World.PHONE) ? Quantity.of(1, product.unit()) : world.some(product);
                yield Optional.of(moved(branch, Move.Type.RECEIVE, Place.SUPPLIER, shelf,
                        new World.Found(product, quantity, world.tracking(product))));
            }
            case 2 -> taken(branch, Move.Type.DAMAGE, shelf, chance.pick(held, Place.SCRAP));
            case 3 -> taken(branch, Move.Type.SCRAP, chance.pick(shelf, back, returned), Place.SCRAP);
            case 4 -> taken(branch, Move.Type.INSPECT, chance.pick(held, returned), chance.pick(shelf, Place.SCRAP));
            case 5 -> taken(branch, Move.Type.RELOCATE, chance.pick(shelf, back), chance.pick(shelf, back));
            case 6 -> taken(branch, Move.Type.SUPPLIER_RETURN, chance.pick(shelf, held), Place.SUPPLIER);
            case 7 -> Optional.of(moved(branch, Move.Type.FOUND, Place.FOUND, chance.pick(shelf, back),
                    new World.Found(Warehouse.TEA, world.some(Warehouse.TEA), Tracking.NONE)));
            default -> taken(branch, Move.Type.SHIP, Place.at(branch, Place.Kind.STAGED), Place.CUSTOMER);
        };
    }

    private Optional<StockEntry.GoodsMoved> taken(String branch, Move.Type type, Place from, Place to) {
        return from.equals(to) ? Optional.empty() : world.find(from).map(found -> moved(branch, type, from, to, found));
    }

    /// The batch of some milk becomes known, or was another.
    private StockEntry.GoodsMoved renamed(String branch, Place shelf) {
        boolean isKnown = chance.flip();
        return new StockEntry.GoodsMoved(branch, world.centre.now(), Warehouse.BEA, Move.Type.RELOT, "D", List.of(new StockEntry.Goods(
                1, Warehouse.item(World.MILK), Quantity.of(1, World.MILK.unit()), shelf, shelf,
                Tracking.lot(isKnown ? "" : "L1"), Tracking.lot(isKnown ? "L1" : "L2"), "the label says so")));
    }

    private StockEntry.GoodsMoved moved(String branch, Move.Type type, Place from, Place to, World.Found found) {
        return new StockEntry.GoodsMoved(branch, world.centre.now(), Warehouse.BEA, type, "D", List.of(new StockEntry.Goods(
                1, Warehouse.item(found.product()), found.quantity(), from, to, found.tracking(), found.tracking(), "as told")));
    }

    /// The same by a till's clock.
    private StockEntry.GoodsMoved at(LocalTill till, StockEntry.GoodsMoved moved) {
        return new StockEntry.GoodsMoved(
                moved.branch(), till.at(world.centre.now()), moved.by(), moved.type(), moved.document(), moved.lines());
    }
}
