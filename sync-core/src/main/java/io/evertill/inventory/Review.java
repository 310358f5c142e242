package io.evertill.inventory;

import io.evertill.alert.Cards;
import io.evertill.alert.Facts;
import io.evertill.alert.Finding;
import io.evertill.count.CountClass;
import io.evertill.db.Alerts;
import io.evertill.db.BatchStock;
import io.evertill.db.Incidents;
import io.evertill.db.KeptPayments;
import io.evertill.db.Minimums;
import io.evertill.db.OverReturns;
import io.evertill.db.Serials;
import io.evertill.db.StockExceptions;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.product.ProductId;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.transfer.Route;
import io.evertill.wire.Json;
import io.evertill.wire.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// Looks at everything that a manager should act on and opens, updates and closes red cards (domain 2n, R86 to R88).
///
/// One transaction; a second run finds the same and opens nothing, so it may run at any time and on two nodes.
public final class Review {
    /// After how long without a word an open till is silent: ten heartbeats.
    public static final Duration SILENT_AFTER = Duration.ofMinutes(10);

    /// By how much goods on their way may be later than they were expected, or than they left.
    public static final Duration TRANSIT_SLACK = Duration.ofDays(2);

    private static final Set<String> DRIFTS = Set.of("DRIFT_AGAIN", "LEDGER_DAMAGED", "COST_DRIFT", "COST_DAMAGED");
    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Tx tx;
    private final Collection<Finding> findings = new ArrayList<>();
    private final Set<Move.Key> nameless = new HashSet<>();

    private Review(Tx tx) {
        this.tx = tx;
    }

    /// Brings the cards up to date.
    ///
    /// @return what was done
    public static Cards run(Tx tx) {
        Review review = new Review(tx);
        review.lowStock();
        review.unassigned();
        review.oversold();
        review.serials();
        review.keptPayments();
        ReturnWatch.late(tx);
        review.returns();
        review.tills();
        review.transits();
        review.counts();
        review.incidents();
        Set<Finding.Key> open = new HashSet<>();
        each((Alerts.Card last) -> tx.alerts().open(last.finding().branch(), last.id(), PAGE), tx.alerts().open("", FIRST, PAGE),
                card -> open.add(card.finding().key()));
        Cards cards = Cards.of(review.findings, open);
        cards.raised().forEach(finding -> tx.alerts().raise(finding, tx.now()));
        cards.cleared().forEach(key -> tx.alerts().close(key, tx.now()));
        return cards;
    }

    private void lowStock() {
        each((Minimums.Low last) -> tx.minimums().low(tx.now(), last.branch(), last.product(), PAGE),
                tx.minimums().low(tx.now(), "", new ProductId(FIRST), PAGE), low -> found(new Finding(Finding.Kind.LOW_STOCK,
                        low.branch(), low.product().toString(), low.sku() + ": " + amount(low.available()) + " available, "
                                + amount(low.onHand()) + " in the store, " + amount(low.inbound()) + " on the way"
                                + (low.oldest().isEmpty() ? "" : " (first in transfer " + low.oldest() + ")") + "; at least "
                                + amount(low.minimum()) + " are wanted.",
                        "Order it, or ask another store for it.",
                        new Facts.LowStock(goods(low.product()), low.available(), low.onHand(), low.inbound(), low.minimum(),
                                low.oldest()))));
    }

    private void unassigned() {
        each((BatchStock.Unassigned last) -> tx.batchStock().unassigned(
                        last.key().place().branch(), last.key().product(), last.key().place().code(), PAGE),
                tx.batchStock().unassigned("", new ProductId(FIRST), "", PAGE), task -> {
                    if (task.isCovered()) {
                        nameless.add(task.key());
                    }
                    found(new Finding(Finding.Kind.LOT_UNASSIGNED, task.key().place().branch(),
                            task.key().product() + " " + task.key().place().code(),
                            amount(Math.abs(task.quantity())) + " of " + Reconciliation.name(tx, task.key().product())
                                    + (task.quantity() < 0 ? " left " : " came to ") + task.key().place().code()
                                    + " without a batch, the last at " + task.movedAt() + ".",
                            "Say which batch it was: evertill-central lot unassigned",
                            new Facts.Unassigned(goods(task.key().product()), task.key().place().code(), task.quantity(),
                                    task.movedAt())));
                });
    }

    /// What left a shelf without its batch, and is there as a batch, is no matter of counting.
    private void oversold() {
        each((StockExceptions.Raised last) -> tx.stockExceptions().openAfter(last.key().place().branch(), last.id(), PAGE),
                tx.stockExceptions().openAfter("", FIRST, PAGE), raised -> {
                    if (!nameless.contains(raised.key())) {
                        oversold(raised);
                    }
                });
    }

    private void oversold(StockExceptions.Raised raised) {
        found(new Finding(Finding.Kind.OVERSOLD, raised.key().place().branch(),
                raised.key().product() + " " + raised.key().place().code() + " " + raised.key().lot(),
                Reconciliation.name(tx, raised.key().product()) + " at " + raised.key().place().code() + " is "
                        + amount(raised.shortBy()) + " since " + raised.openedAt()
                        + ": more left the shelf than the ledger knew to be there.",
                "Count it, and look for a delivery that was not booked.",
                new Facts.Oversold(goods(raised.key().product()), raised.key().place().code(), raised.key().lot(), raised.shortBy(),
                        raised.openedAt())));
    }

    private void serials() {
        each((Serials.Conflict last) -> tx.serials().open(last.id(), PAGE), tx.serials().open(FIRST, PAGE),
                conflict -> found(Finding.Kind.SERIAL_CONFLICT, conflict.branch(), conflict.id().toString(),
                        "Number " + conflict.serial() + " of " + Reconciliation.name(tx, conflict.product())
                                + " cannot be where it is said to be (" + conflict.kind() + ").",
                        "Look which piece is on the shelf: evertill-central serial"));
    }

    private void returns() {
        each((OverReturns.Matter last) -> tx.overReturns().open(last.id(), PAGE), tx.overReturns().open(FIRST, PAGE),
                matter -> found(Finding.Kind.OVER_RETURN, matter.branch(), matter.id().toString(),
                        ReturnWatch.sentence(tx, matter.excess()),
                        "Ask whoever paid for it last what came back, then settle it: evertill-central over-returns"));
    }

    private void keptPayments() {
        each((KeptPayments.Kept last) -> tx.keptPayments().open(last.attempt(), PAGE), tx.keptPayments().open(FIRST, PAGE),
                kept -> found(Finding.Kind.CARD_KEPT, kept.branch(), kept.attempt().toString(), sentence(kept),
                        "Pay it back by hand at the card terminal, then settle it: evertill-central kept-payments"));
    }

    /// What is known of a payment that a card terminal keeps.
    public static String sentence(KeptPayments.Kept kept) {
        return "A card terminal keeps " + kept.amount() + " of payment " + kept.attempt()
                + (kept.told().isEmpty() ? "" : " (reference " + kept.told() + ")") + ", which no sale holds; noted by " + kept.notedBy()
                + " at " + kept.at() + ".";
    }

    private void tills() {
        for (Tills.Till till : tx.tills().all()) {
            boolean isSilent = till.revokedAt().isEmpty() && till.isOpen() && till.heardAt().getEpochSecond() > 0
                    && till.heardAt().plus(SILENT_AFTER).isBefore(tx.now());
            if (isSilent) {
                found(new Finding(Finding.Kind.TILL_SILENT, till.branch(), till.terminal(), "Till " + till.name()
                        + " has an open shift and was last heard at " + till.heardAt() + ".",
                        "Look at the till's bottom bar, and at its network.",
                        new Facts.Silent(till.name(), till.terminal(), till.heardAt())));
            }
            long parked = tx.acceptedStreams().of(till.branch(), till.terminal()).stream()
                    .mapToLong(stream -> tx.parked().count(stream.branch(), stream.id())).sum();
            if (parked > 0) {
                found(new Finding(Finding.Kind.QUARANTINE_INBOX, till.branch(), till.terminal(),
                        parked + " entries of till " + till.name() + " wait for a person.", "See why: evertill-central parked",
                        new Facts.Parked(till.name(), till.terminal(), parked)));
            }
        }
    }

    private void transits() {
        Transfers.eachOpen(tx, dossier -> {
            if (dossier.isAged(tx.now(), TRANSIT_SLACK)) {
                Route route = dossier.transfer().route().orElseGet(() -> dossier.held().getFirst().route());
                found(new Finding(Finding.Kind.TRANSIT_AGED, route.target(), dossier.transfer().id().text(), "Goods of transfer "
                        + dossier.transfer().id() + " from " + route.source() + " are on the way since " + dossier.since()
                        + dossier.expectedAt().map(at -> " and were expected at " + at).orElse("") + ".",
                        "Ask both stores where they are, and record what arrived, came back or was lost.",
                        new Facts.Underway(dossier.transfer().id().text(), route.source(), dossier.since(), dossier.expectedAt())));
            }
        });
    }

    private void counts() {
        tx.countLines().overdue(tx.now().minus(CountClass.LONGEST)).forEach(overdue -> found(new Finding(Finding.Kind.COUNT_OVERDUE,
                overdue.branch(), "", overdue.keys() + " goods were not counted for " + CountClass.LONGEST.toDays()
                        + " days; the first of them since " + overdue.oldest() + ".",
                "Count them: evertill-central count list",
                new Facts.Uncounted(overdue.keys(), CountClass.LONGEST.toDays(), overdue.oldest()))));
    }

    private void incidents() {
        for (Incidents.Incident incident : tx.incidents().open()) {
            if (DRIFTS.contains(incident.kind())) {
                found(Finding.Kind.DRIFT, incident.branch(), incident.id().toString(), incident.sentence(),
                        "Settle it when it is cleared up: evertill-central incidents");
            } else if (incident.kind().equals(Finding.Kind.COUNT_OVERDUE.name())) {
                found(Finding.Kind.COUNT_OVERDUE, incident.branch(), incident.id().toString(), incident.sentence(),
                        "Settle it when it is cleared up: evertill-central incidents");
            }
        }
    }

    private void found(Finding.Kind kind, String branch, String subject, String sentence, String advice) {
        found(new Finding(kind, branch, subject, sentence, advice));
    }

    private void found(Finding finding) {
        findings.add(finding);
    }

    /// What a product is called: by its id where nobody defined it.
    private Facts.Goods goods(ProductId id) {
        return tx.definitions().product(id)
                .map(row -> Rows.product(Json.parse(row.content())))
                .map(product -> new Facts.Goods(product.sku().code(), product.name(), product.unit()))
                .orElseGet(() -> new Facts.Goods(id.toString(), id.toString(), Unit.EACH));
    }

    private static String amount(long tenThousandths) {
        return Decimals.text(tenThousandths, Quantity.SCALE);
    }

    private static <T> void each(Function<T, List<T>> next, List<T> first, java.util.function.Consumer<T> consumer) {
        List<T> page = first;
        while (!page.isEmpty()) {
            page.forEach(consumer);
            page = next.apply(page.getLast());
        }
    }
}
