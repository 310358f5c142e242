package io.evertill.replay;

import io.evertill.ledger.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// Who rings up what, and when the network is away: a pure function of the file and the order.
///
/// A customer always comes to the same till, so that a return finds its receipt there; an invoice without a customer goes
/// to any. Neither depends on which part of the file is rung up.
final class Plan {
    private final SalesFile file;
    private final Order order;
    private final EntryNames names;
    private final Goods goods;
    private final List<Invoice> invoices;
    private final Set<Invoice> chosen;

    Plan(SalesFile file, Order order) {
        this.file = file;
        this.order = order;
        this.names = new EntryNames(file.digest());
        this.goods = new Goods(file.rows());
        this.invoices = Invoice.of(file.rows());
        this.chosen = chosen(invoices, order.part());
    }

    /// The invoices of a part: whole ones, until enough rows are together.
    private static Set<Invoice> chosen(List<Invoice> invoices, Order.Part part) {
        Set<Invoice> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        long rowsMax = part.rowsMax().orElse(Long.MAX_VALUE);
        long rows = 0;
        for (Invoice invoice : invoices) {
            if (rows < rowsMax && part.isIn(invoice)) {
                chosen.add(invoice);
                rows += invoice.rows().size();
            }
        }
        return chosen;
    }

    SalesFile file() {
        return file;
    }

    EntryNames names() {
        return names;
    }

    Goods goods() {
        return goods;
    }

    /// Whether an invoice is in the part that was ordered.
    boolean isChosen(Invoice invoice) {
        return chosen.contains(invoice);
    }

    /// The invoices of a till, counted from 1, in the order of their times; those outside the ordered part are among them.
    List<Invoice> of(int till) {
        return invoices.stream().filter(invoice -> till(invoice) == till).toList();
    }

    /// How many rows are in the ordered part.
    long rows() {
        return chosen.stream().mapToLong(invoice -> invoice.rows().size()).sum();
    }

    /// The time of the first invoice of the file.
    Instant start() {
        return invoices.isEmpty() ? Instant.EPOCH : invoices.getFirst().at();
    }

    /// When a till has no network.
    OfflineWindows windows(int till) {
        Instant until = invoices.isEmpty() ? Instant.EPOCH : invoices.getLast().at().plusSeconds(1);
        return new OfflineWindows(start(), until, order.offlineMillionths(), new SplittableRandom(order.seed() * 1_000 + till));
    }

    private int till(Invoice invoice) {
        String who = invoice.customer().map(customer -> "customer " + customer).orElse("invoice " + invoice.number());
        Hash hash = Hash.sha256((order.seed() + " " + who).getBytes(StandardCharsets.UTF_8));
        return 1 + Math.floorMod(hash.first(), order.tills());
    }
}
