package io.evertill.closing;

import io.evertill.db.Periods.Lock;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.evertill.inventory.CountFence;
import io.evertill.inventory.Dossier;
import io.evertill.inventory.Transfers;
import io.evertill.ledger.Hash;
import io.evertill.money.UnitPrice;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Closes periods, once everything is known of them or a person has said for which tills nobody waits.
public final class Closing {
    private static final int PAGE = 200;

    private Closing() {}

    /// Who closes what.
    ///
    /// @param through the last day
    /// @param waived the names of tills that nobody waits for
    /// @param isReviewed whether a person has looked at the transfers that are on the way
    /// @param note why, may be empty
    public record Order(String branch, LocalDate through, String by, Set<String> waived, boolean isReviewed, String note) {
        /// Copies the set.
        public Order {
            waived = Set.copyOf(waived);
        }
    }

    /// What became of an order.
    public sealed interface Outcome {
        /// The period is closed.
        record Closed(Lock lock) implements Outcome {}

        /// It is not; nothing was done.
        ///
        /// @param sentences why not, and what to do
        record Refused(List<String> sentences) implements Outcome {}
    }

    /// Closes a branch's books through a day. Nobody posts there meanwhile.
    public static Outcome close(Tx tx, Order order) {
        Optional<Lock> before = tx.periods().hold(order.branch());
        ZoneId zone = zone(tx, order.branch());
        Instant endsAt = order.through().plusDays(1).atStartOfDay(zone).toInstant();
        List<String> reasons = new ArrayList<>();
        before.filter(lock -> !lock.through().isBefore(order.through()) || !lock.endsAt().isBefore(endsAt))
                .ifPresent(lock -> reasons.add("Store " + order.branch() + " is closed through " + lock.through() + " already."));
        if (endsAt.isAfter(tx.now())) {
            reasons.add(order.through() + " ends at " + endsAt + " in store " + order.branch() + " (" + zone + "), which is not over.");
        }
        if (reasons.isEmpty()) {
            tills(tx, order, endsAt, reasons);
            transfers(tx, order, endsAt, reasons);
        }
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(reasons);
        }
        Lock lock = new Lock(order.branch(), order.through(), zone, before.map(Lock::endsAt).orElse(Instant.EPOCH), endsAt, tx.now(),
                order.by(), String.join(" ", new TreeSet<>(order.waived())), order.note(), Hash.ZERO);
        tx.periods().putFigures(lock);
        Lock sealed = new Lock(lock.branch(), lock.through(), zone, lock.beginsAt(), endsAt, lock.closedAt(), lock.closedBy(),
                lock.waived(), lock.note(), hash(tx, lock));
        tx.periods().close(sealed);
        return new Outcome.Closed(sealed);
    }

    /// The zone in which a branch's days begin and end: its setting `zone`, or everybody's, or UTC.
    public static ZoneId zone(Tx tx, String branch) {
        try {
            return tx.definitions().setting(branch, "zone").or(() -> tx.definitions().setting("", "zone"))
                    .map(ZoneId::of).orElse(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }

    private static void tills(Tx tx, Order order, Instant endsAt, List<String> reasons) {
        Set<String> missing = new TreeSet<>(CountFence.missing(tx, order.branch(), endsAt, order.waived()));
        tx.tills().all().stream()
                .filter(till -> till.branch().equals(order.branch()) && !order.waived().contains(till.name()) && isWaiting(tx, till))
                .forEach(till -> missing.add(till.name()));
        if (!missing.isEmpty()) {
            reasons.add("Not everything is known of these tills up to " + endsAt + ": " + String.join(", ", missing)
                    + ". Let them send what they have and look at what waits, or waive them by name.");
        }
    }

    private static boolean isWaiting(Tx tx, Tills.Till till) {
        return tx.acceptedStreams().of(till.branch(), till.terminal()).stream()
                .anyMatch(stream -> tx.parked().count(stream.branch(), stream.id()) > 0);
    }

    private static void transfers(Tx tx, Order order, Instant endsAt, List<String> reasons) {
        Set<String> open = new TreeSet<>();
        Transfers.eachOpen(tx, dossier -> {
            if (!dossier.transfer().isSettled() && dossier.since().isBefore(endsAt) && isOf(dossier, order.branch())) {
                open.add(dossier.transfer().id().text());
            }
        });
        if (!open.isEmpty() && !order.isReviewed()) {
            reasons.add("Goods of these transfers are on the way: " + String.join(", ", open)
                    + ". Review them, and say that they are reviewed.");
        }
    }

    private static boolean isOf(Dossier dossier, String branch) {
        return dossier.held().stream().anyMatch(held -> held.branch().equals(branch));
    }

    /// What is not as it was closed: the hash of the stored figures, or what the movements that count in the period sum to.
    public static void check(Tx tx, Consumer<String> finding) {
        List<Lock> page = tx.periods().after("", "", PAGE);
        while (!page.isEmpty()) {
            page.forEach(lock -> check(tx, lock, finding));
            page = tx.periods().after(page.getLast().branch(), page.getLast().through().toString(), PAGE);
        }
    }

    private static void check(Tx tx, Lock lock, Consumer<String> finding) {
        String name = "Period of store " + lock.branch() + " through " + lock.through();
        if (!hash(tx, lock).equals(lock.hash())) {
            finding.accept(name + ": the figures are not those that were closed.");
        }
        tx.periods().eachMoved(lock, product -> finding.accept(
                name + ": what counts in it of product " + product + " does not sum to what was closed."));
        if (!tx.periods().closedSales(lock).equals(tx.periods().sales(lock))) {
            finding.accept(name + ": the sales that count in it are not what was closed.");
        }
    }

    private static Hash hash(Tx tx, Lock lock) {
        StringBuilder figures = new StringBuilder();
        line(figures, lock.branch(), lock.through(), lock.zone(), lock.beginsAt(), lock.endsAt(), lock.closedAt(), lock.closedBy(),
                lock.waived(), lock.note());
        tx.periods().eachStream(lock, (stream, through) -> line(figures, stream, through));
        tx.periods().eachStock(lock, stock -> line(figures, stock.product(), stock.quantity(),
                stock.unitCost().map(UnitPrice::toString).orElse("")));
        tx.periods().sales(lock).forEach(sold -> line(figures, sold.sales(), sold.total(), sold.tax()));
        return Hash.sha256(figures.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder text, Object... parts) {
        for (Object part : parts) {
            text.append(part).append('\t');
        }
        text.append('\n');
    }
}
