package io.evertill.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.sale.Item;
import io.evertill.stock.Chance;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The fold of steps and facts: states, figures and what is on the way (domain 2c, I19, I21).
class TransferTest {
    private static final TransferId ID = new TransferId("T1");
    private static final Route ROUTE = new Route("S1", "S2");
    private static final TaxRate VAT = new TaxRate("V", "VAT", 200_000, TaxRate.Kind.INCLUSIVE);
    private static final Item TEA = item("TEA");
    private static final Item RICE = item("RICE");
    private static final List<Tracking> TRACKINGS = List.of(Tracking.NONE, Tracking.lot("A"), Tracking.lot("B"));

    @RandomTest
    void whatIsOnTheWayIsWhatLeftWithoutWhatArrived(Chance chance) {
        List<Event> events = history(chance);

        Transfer transfer = Transfer.of(ID, events);

        Map<Consigned, Long> expected = new TreeMap<>();
        for (Event event : events) {
            if (event instanceof Event.Handled handled) {
                handled.loads().forEach(load -> naive(handled.action(), load)
                        .forEach((goods, by) -> expected.merge(goods, by, Long::sum)));
            }
        }
        expected.values().removeIf(balance -> balance == 0);
        assertEquals(expected, transfer.transit());
        assertTrue(transfer.state() != State.CLOSED || transfer.isSettled());
    }

    @RandomTest
    void factsOfBothBranchesFoldToTheSameTransferInAnyOrder(Chance chance) {
        List<Event> events = history(chance);
        List<Event> facts = new ArrayList<>(events.stream().filter(Event.Handled.class::isInstance).toList());
        Collections.shuffle(facts, new Random(chance.anyLong()));
        List<Event> other = new ArrayList<>(events.stream().filter(Event.Stepped.class::isInstance).toList());
        other.addAll(chance.flip() ? 0 : other.size(), facts);

        Transfer folded = Transfer.of(ID, other);

        assertEquals(Transfer.of(ID, events), folded);
    }

    @RandomTest
    void noTransitionIsOutsideTheTable(Chance chance) {
        Transfer transfer = Transfer.unknown(ID);
        for (Event event : history(chance)) {
            State before = transfer.state();
            transfer = transfer.after(event);
            Set<State> allowed = switch (event) {
                case Event.Stepped stepped -> before.by(stepped.step());
                case Event.Handled _ -> before.byGoods();
            };
            assertTrue(allowed.contains(transfer.state()), before + " to " + transfer.state() + " by " + event);
        }
    }

    @Test
    void aPartialReceiptAShortCloseAndTheEnd() {
        Transfer sent = Transfer.of(ID, List.of(
                new Event.Stepped(ROUTE, Step.REQUEST, Map.of(TEA.product(), 100_000L)),
                new Event.Stepped(ROUTE, Step.APPROVE, Map.of(TEA.product(), 80_000L)),
                new Event.Stepped(ROUTE, Step.PICK, Map.of()),
                handled(Action.DISPATCH, 8, 0, "")));

        Transfer some = sent.after(handled(Action.RECEIVE, 4, 1, ""));
        Transfer all = some.after(handled(Action.LOST, 3, 0, "THEFT"));

        assertEquals(List.of(State.IN_TRANSIT, State.PARTIALLY_RECEIVED, State.RECEIVED),
                List.of(sent.state(), some.state(), all.state()));
        assertEquals(new Figures(80_000, 0, 40_000, 10_000, 0, 30_000, 0), all.figures().get(tea()));
        assertEquals(List.of("STILL_IN_TRANSIT", "STILL_IN_TRANSIT", ""), List.of(closing(sent), closing(some), closing(all)));
        assertEquals(State.CLOSED, all.after(new Event.Stepped(ROUTE, Step.CLOSE, Map.of())).state());
    }

    @Test
    void aReceiptBeforeItsDispatchIsOutOfOrderUntilTheDispatchComes() {
        Transfer early = Transfer.of(ID, List.of(handled(Action.RECEIVE, 4, 0, "")));

        Transfer late = early.after(handled(Action.DISPATCH, 4, 0, ""));

        assertEquals(Map.of(tea(), Transfer.Flag.ORDERING), early.flags());
        assertEquals(Map.of(), late.flags());
        assertEquals(State.RECEIVED, late.state());
    }

    @Test
    void moreThanLeftIsOverAndAnotherBatchIsMixed() {
        Transfer sent = Transfer.of(ID, List.of(handled(Action.DISPATCH, 4, 0, "")));
        Load other = new Load(1, TEA, Quantity.of(4, Unit.EACH), Quantity.zero(Unit.EACH), Tracking.lot("B"), Tracking.lot("B"), "");

        Transfer over = sent.after(handled(Action.RECEIVE, 5, 0, ""));
        Transfer mixed = sent.after(new Event.Handled(ROUTE, Action.RECEIVE, List.of(other)));

        assertEquals(Map.of(tea(), Transfer.Flag.OVER), over.flags());
        assertEquals(Map.of(new Consigned(TEA.product(), Tracking.lot("B")), Transfer.Flag.MIXED), mixed.flags());
    }

    private static String closing(Transfer transfer) {
        return transfer.refusal(Step.CLOSE).map(Transfer.Refusal::code).orElse("");
    }

    private static Consigned tea() {
        return new Consigned(TEA.product(), Tracking.NONE);
    }

    private static Event handled(Action action, long good, long damaged, String reason) {
        return new Event.Handled(ROUTE, action, List.of(new Load(1, TEA, Quantity.of(good, Unit.EACH),
                Quantity.of(damaged, Unit.EACH), Tracking.NONE, Tracking.NONE, reason)));
    }

    /// A history as people and tills make one: every step is possible, and nothing is handled after the end.
    private static List<Event> history(Chance chance) {
        List<Event> events = new ArrayList<>();
        Transfer transfer = Transfer.unknown(ID);
        for (int length = chance.below(25); length > 0; length--) {
            Step step = chance.pick(Step.values());
            boolean isStep = chance.oneIn(3) && transfer.refusal(step).isEmpty();
            if (isStep || !transfer.state().isEnded()) {
                Event event = isStep ? new Event.Stepped(ROUTE, step, Map.of(TEA.product(), 50_000L)) : handled(chance);
                events.add(event);
                transfer = transfer.after(event);
            }
        }
        return events;
    }

    private static Event handled(Chance chance) {
        Action action = chance.pick(Action.values());
        return new Event.Handled(ROUTE, action, chance.list(1, 3, () -> load(chance, action)));
    }

    private static Load load(Chance chance, Action action) {
        boolean isRelot = action == Action.RELOT || (action == Action.RECEIVE && chance.oneIn(4));
        Tracking was = chance.pick(TRACKINGS);
        Tracking is = isRelot ? TRACKINGS.get((TRACKINGS.indexOf(was) + 1) % TRACKINGS.size()) : was;
        return new Load(1, chance.flip() ? TEA : RICE, Quantity.of(1 + chance.below(3), Unit.EACH),
                Quantity.of(action == Action.RECEIVE ? chance.below(2) : 0, Unit.EACH), was, is, "");
    }

    /// What a load adds to what is on the way, told without the figures.
    private static Map<Consigned, Long> naive(Action action, Load load) {
        long whole = load.whole().tenThousandths();
        Map<Consigned, Long> changes = new TreeMap<>();
        changes.merge(new Consigned(load.item().product(), load.was()), load.was().equals(load.is()) ? 0 : -whole, Long::sum);
        changes.merge(new Consigned(load.item().product(), load.is()), load.was().equals(load.is()) ? 0 : whole, Long::sum);
        long sign = switch (action) {
            case DISPATCH, SENT_MORE, RECEIVED_MORE -> 1;
            case RECEIVE, LOST, NEVER_LEFT, RETURNED, DISPATCH_REVERSAL -> -1;
            case UNEXPLAINED_GAIN, RELOT -> 0;
        };
        changes.merge(new Consigned(load.item().product(), load.is()), sign * whole, Long::sum);
        return changes;
    }

    private static Item item(String sku) {
        return new Item(ProductId.of(Sku.of(sku)), Sku.of(sku), sku, Unit.EACH, Product.Kind.GOODS, VAT);
    }
}
