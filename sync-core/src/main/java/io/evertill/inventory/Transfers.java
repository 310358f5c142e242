package io.evertill.inventory;

import io.evertill.db.TransferRows;
import io.evertill.db.Tx;
import io.evertill.entry.StockEntry;
import io.evertill.ledger.EntryId;
import io.evertill.person.Person;
import io.evertill.product.ProductId;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.transfer.Action;
import io.evertill.transfer.Event;
import io.evertill.transfer.Load;
import io.evertill.transfer.Route;
import io.evertill.transfer.State;
import io.evertill.transfer.Step;
import io.evertill.transfer.Transfer;
import io.evertill.transfer.TransferId;
import io.evertill.transfer.Waybill;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What people do about transfers at the centre (domain 2c): the steps that they ask for, and the facts that they record.
///
/// A step can be refused. A fact is recorded as an entry of the branch where it happened; what a person at the centre types
/// is checked against what is known to be on the way, because that person can say what really happened.
public final class Transfers {
    private static final int PAGE = 200;

    private Transfers() {}

    /// What became of something that people did.
    public sealed interface Answer {
        /// It is done.
        record Done(Dossier dossier) implements Answer {}

        /// The same was recorded before; nothing was done.
        record Known() implements Answer {}

        /// It cannot be done; nothing was.
        record Refused(Transfer.Refusal refusal) implements Answer {}
    }

    /// Who asks, why, and by when.
    public record Asking(String by, String note, Optional<Instant> expectedAt) {
        /// Without a time.
        public static Asking of(String by, String note) {
            return new Asking(by, note, Optional.empty());
        }
    }

    /// Asks for goods. The same asked again by the same person changes nothing.
    ///
    /// @param quantities how much of each product, in ten-thousandths, above zero
    public static Answer request(
            Tx tx, TransferId id, Route route, Map<ProductId, Long> quantities, Asking asking) {
        Optional<Dossier> before = find(tx, id);
        boolean isSame = before.stream().flatMap(dossier -> dossier.steps().stream()).anyMatch(taken ->
                taken.step() == Step.REQUEST && taken.route().equals(route) && taken.by().equals(asking.by())
                        && taken.quantities().equals(quantities));
        if (isSame) {
            return new Answer.Known();
        }
        Optional<Transfer.Refusal> known = before.flatMap(dossier -> dossier.transfer().refusal(Step.REQUEST));
        if (known.isPresent()) {
            return new Answer.Refused(known.get());
        }
        lock(tx, id, route);
        return take(tx, require(tx, id), route, Step.REQUEST, quantities, asking);
    }

    /// Agrees to a request, as a whole or to less of it. The same said again by the same person changes nothing.
    ///
    /// @param quantities how much of each product; empty for everything that was asked for
    public static Answer approve(Tx tx, TransferId id, Map<ProductId, Long> quantities, Asking asking) {
        Optional<Dossier> found = lock(tx, id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        Transfer transfer = found.get().transfer();
        Map<ProductId, Long> approved = quantities.isEmpty() ? transfer.requested() : quantities;
        if (isTaken(found.get(), Set.of(Step.APPROVE), approved, asking)) {
            return new Answer.Known();
        }
        Route route = transfer.route().orElseThrow();
        for (Map.Entry<ProductId, Long> each : approved.entrySet()) {
            if (each.getValue() > transfer.requested().getOrDefault(each.getKey(), 0L)) {
                return refused("MORE_THAN_REQUESTED", "More of product " + each.getKey() + " is approved than was asked for.");
            }
            long available = tx.transits().available(route.source(), each.getKey(), tx.clock());
            if (each.getValue() > available && transfer.refusal(Step.APPROVE).isEmpty()) {
                return refused("INSUFFICIENT_STOCK", "Store " + route.source() + " has " + text(available) + " of product "
                        + each.getKey() + " available, " + text(each.getValue()) + " are approved. Approve less, or reject.");
            }
        }
        return take(tx, found.get(), route, Step.APPROVE, approved, asking);
    }

    /// Takes a step that says nothing about quantities. Cancelling a transfer that is on the way calls it back. The same said
    /// again by the same person changes nothing: no step is taken twice.
    public static Answer take(Tx tx, TransferId id, Step step, Asking asking) {
        Optional<Dossier> found = lock(tx, id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        if (isTaken(found.get(), step == Step.CANCEL ? Set.of(Step.CANCEL, Step.RECALL) : Set.of(step), Map.of(), asking)) {
            return new Answer.Known();
        }
        Transfer transfer = found.get().transfer();
        boolean isUnderway = transfer.state() == State.IN_TRANSIT || transfer.state() == State.PARTIALLY_RECEIVED;
        Step taken = step == Step.CANCEL && isUnderway ? Step.RECALL : step;
        return take(tx, found.get(), transfer.route().orElseThrow(), taken, Map.of(), asking);
    }

    /// Whether a person took a step already: an answer got lost, and the request came again.
    private static boolean isTaken(Dossier dossier, Set<Step> steps, Map<ProductId, Long> quantities, Asking asking) {
        return dossier.steps().stream().anyMatch(taken -> steps.contains(taken.step()) && taken.by().equals(asking.by())
                && taken.note().equals(asking.note()) && taken.quantities().equals(quantities));
    }

    private static Answer take(
            Tx tx, Dossier dossier, Route route, Step step, Map<ProductId, Long> quantities, Asking asking) {
        TransferId id = dossier.transfer().id();
        Optional<Transfer.Refusal> refusal = dossier.transfer().refusal(step);
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        tx.transfers().take(id, new TransferRows.Taken(route, dossier.steps().size() + 1L, step, tx.now(), asking.by(),
                asking.note(), asking.expectedAt(), quantities));
        Dossier after = require(tx, id);
        if (after.transfer().state().isEnded()) {
            tx.transfers().end(id, tx.now());
        }
        TransferFacts.due(tx, id, route);
        return new Answer.Done(after);
    }

    /// Records what was done with goods at a branch.
    public static Answer record(Tx tx, StockEntry.Transferred entry) {
        Optional<Answer> known = answer(tx, entry);
        if (known.isPresent()) {
            return known.get();
        }
        Books.openAndLock(tx, entry.branch());
        TransferFacts.lock(tx, entry);
        return answer(tx, entry).orElseGet(() -> switch (Books.record(tx, id(entry), entry)) {
            case Books.Recorded.Posted _ -> new Answer.Done(require(tx, entry.waybill().transfer()));
            case Books.Recorded.Known _ -> new Answer.Known();
            case Books.Recorded.Conflict _ -> refused("DOCUMENT_KNOWN", "Document " + entry.waybill().document()
                    + " was recorded already and waits to be applied. Use another document for other goods.");
        });
    }

    /// The answer to a fact that is not to be recorded; empty when it is.
    private static Optional<Answer> answer(Tx tx, StockEntry.Transferred entry) {
        TransferId transfer = entry.waybill().transfer();
        Optional<StockEntry.Transferred> counted = tx.transfers()
                .ofDocument(entry.branch(), transfer, entry.action(), entry.waybill().document())
                .map(fact -> read(tx, fact));
        if (counted.filter(other -> other.waybill().equals(entry.waybill()) && other.loads().equals(entry.loads())).isPresent()) {
            return Optional.of(new Answer.Known());
        }
        return counted
                .map(_ -> new Transfer.Refusal("DOCUMENT_KNOWN", "Document " + entry.waybill().document() + " counts already for "
                        + entry.action() + " of transfer " + transfer + ", with other goods. Use another document."))
                .or(() -> TransferFacts.trouble(tx, id(entry), entry))
                .or(() -> doubt(find(tx, transfer).map(Dossier::transfer).orElseGet(() -> Transfer.unknown(transfer)), entry))
                .map(Answer.Refused::new);
    }

    /// Why a person should look again before this is recorded.
    private static Optional<Transfer.Refusal> doubt(Transfer transfer, StockEntry.Transferred entry) {
        Action action = entry.action();
        Optional<Route> other = transfer.route().filter(route -> !route.equals(entry.waybill().route()));
        if (other.isPresent()) {
            return Optional.of(new Transfer.Refusal("WRONG_ROUTE", "Transfer " + transfer.id() + " goes from " + other.get() + "."));
        }
        if (action == Action.DISPATCH_REVERSAL && transfer.hasArrived()) {
            return Optional.of(new Transfer.Refusal("ALREADY_RECEIVED", "Something of transfer " + transfer.id()
                    + " is accounted for already. Say what never left instead."));
        }
        Map<ProductId, Long> wholes = new TreeMap<>();
        entry.loads().forEach(load -> wholes.merge(load.item().product(), load.whole().tenThousandths(), Math::addExact));
        return entry.loads().stream().map(load -> doubt(transfer, action, load, wholes)).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Transfer.Refusal> doubt(
            Transfer transfer, Action action, Load load, Map<ProductId, Long> wholes) {
        ProductId product = load.item().product();
        long whole = wholes.getOrDefault(product, 0L);
        long transit = transfer.transit(product);
        boolean isEarly = action == Action.RECEIVE && !transfer.hasLeft(product);
        String onTheWay = text(transit) + " of " + load.item().sku() + " are on the way in transfer " + transfer.id() + ", not "
                + text(whole) + ". ";
        return switch (action) {
            case RECEIVE, LOST, NEVER_LEFT, RETURNED, DISPATCH_REVERSAL -> whole <= transit || isEarly
                    ? Optional.empty()
                    : Optional.of(new Transfer.Refusal("NOT_ON_THE_WAY", onTheWay + "Record at most that; of more that arrived, "
                            + "either the source says that it sent more, or it is an unexplained gain."));
            case RECEIVED_MORE -> whole <= -transit
                    ? Optional.empty()
                    : Optional.of(new Transfer.Refusal("NOT_OVER", onTheWay + "Only what was received beyond what left can be"
                            + " explained so."));
            case DISPATCH, SENT_MORE, UNEXPLAINED_GAIN, RELOT -> Optional.empty();
        };
    }

    /// The entry that takes back the dispatch of a document, as a whole; empty when no such dispatch is recorded.
    public static Optional<StockEntry.Transferred> reversal(Tx tx, String branch, Instant at, Person by, Waybill waybill) {
        return tx.transfers().ofDocument(branch, waybill.transfer(), Action.DISPATCH, waybill.document())
                .map(fact -> new StockEntry.Transferred(branch, at, by, waybill, Action.DISPATCH_REVERSAL, "",
                        Optional.of(fact.entry()), read(tx, fact).loads()));
    }

    /// Everything known of a transfer; empty when nothing is.
    public static Optional<Dossier> find(Tx tx, TransferId id) {
        List<TransferRows.Held> held = tx.transfers().of(id);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        List<TransferRows.Taken> steps = new ArrayList<>();
        List<Dossier.Handled> facts = new ArrayList<>();
        new TreeSet<>(held.stream().map(row -> row.route().source()).toList())
                .forEach(source -> steps.addAll(tx.transfers().steps(source, id)));
        for (TransferRows.Held row : held) {
            tx.transfers().facts(row.branch(), id).forEach(fact -> facts.add(new Dossier.Handled(fact, read(tx, fact))));
        }
        List<Event> events = new ArrayList<>();
        steps.forEach(step -> events.add(new Event.Stepped(step.route(), step.step(), step.quantities())));
        facts.forEach(handled -> events.add(new Event.Handled(
                handled.entry().waybill().route(), handled.entry().action(), handled.entry().loads())));
        Transfer transfer = Transfer.of(id, events);
        return Optional.of(new Dossier(transfer, held, steps, facts));
    }

    /// Transfers behind one, by name; start behind an empty text.
    public static List<Dossier> after(Tx tx, String transfer, int limit) {
        return tx.transfers().after(transfer, limit).stream().map(id -> require(tx, id)).toList();
    }

    /// Transfers that have not ended behind one, by name; start behind an empty text.
    public static List<Dossier> openAfter(Tx tx, String transfer, int limit) {
        return tx.transfers().openAfter(transfer, limit).stream().map(id -> require(tx, id)).toList();
    }

    /// Hands over every transfer that has not ended: for what is aged ([Dossier#isAged]) or out of order
    /// ([Transfer#flags]).
    public static void eachOpen(Tx tx, Consumer<Dossier> consumer) {
        List<Dossier> page = openAfter(tx, "", PAGE);
        while (!page.isEmpty()) {
            page.forEach(consumer);
            page = openAfter(tx, page.getLast().transfer().id().text(), PAGE);
        }
    }

    /// The entry of one document for one action at a branch: the same, however often it is typed.
    private static EntryId id(StockEntry.Transferred entry) {
        return new EntryId(Derived.id("transfer", entry.waybill().transfer().text(), entry.branch(), entry.action().name(),
                entry.waybill().document()));
    }

    private static StockEntry.Transferred read(Tx tx, TransferRows.FactOf fact) {
        var stored = tx.facts().find(fact.branch(), fact.entry()).orElseThrow();
        if (Bodies.read(Metas.read(stored.meta()).schema(), stored.body())
                instanceof Bodies.Reading.Understood(StockEntry.Transferred entry)) {
            return entry;
        }
        throw new IllegalStateException("entry " + fact.entry() + " was applied to transfer " + fact.transfer() + " and is none");
    }

    private static Dossier require(Tx tx, TransferId id) {
        return find(tx, id).orElseThrow();
    }

    /// The transfer, its rows locked at every branch until the transaction ends: nobody handles goods meanwhile.
    private static Optional<Dossier> lock(Tx tx, TransferId id) {
        Optional<Route> route = find(tx, id).map(dossier ->
                dossier.transfer().route().orElseGet(() -> dossier.held().getFirst().route()));
        route.ifPresent(way -> lock(tx, id, way));
        return route.flatMap(_ -> find(tx, id)).filter(dossier -> dossier.transfer().route().isPresent());
    }

    private static void lock(Tx tx, TransferId id, Route route) {
        TreeSet<String> branches = new TreeSet<>(List.of(route.source(), route.target()));
        tx.transfers().of(id).forEach(held -> branches.add(held.branch()));
        branches.forEach(branch -> tx.transfers().openAndLock(branch, id, route, tx.now()));
    }

    private static Answer unknown(TransferId id) {
        return refused("UNKNOWN_TRANSFER", "Nothing is known of transfer " + id + ". Request it, or look for it in the list.");
    }

    private static Answer refused(String code, String sentence) {
        return new Answer.Refused(new Transfer.Refusal(code, sentence));
    }

    private static String text(long tenThousandths) {
        return Decimals.text(tenThousandths, Quantity.SCALE);
    }
}
