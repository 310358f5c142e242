package io.evertill.bench;

import io.evertill.central.Centre;
import io.evertill.central.office.Office;
import io.evertill.central.office.Settings;
import io.evertill.db.Tills;
import io.evertill.feed.Pull;
import io.evertill.ingest.Admission;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Enrolling;
import io.evertill.pos.Handover;
import io.evertill.pos.Machine;
import io.evertill.pos.TillProcess;
import io.evertill.product.Product;
import io.evertill.rule.Wiring;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A running centre with a catalogue, listening on the loopback address, and tills that belong to it.
@Wiring
final class Site implements AutoCloseable {
    private static final int DEFINED_AT_ONCE = 5_000;
    private static final int FAILURES_MAX = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Centre centre;

    private Site(Centre centre) {
        this.centre = centre;
    }

    static Site start(Settings settings, List<Product> products) {
        Site site = new Site(Centre.start(settings.withPort(0)));
        Office office = site.centre.office();
        office.db().run(tx -> {
            office.headOffice().define(tx, Shop.VAT);
            office.headOffice().define(tx, "", "currency", "GBP");
            office.headOffice().define(tx, "", "cashiers", "anna:Anna|ben:Ben");
        });
        for (int from = 0; from < products.size(); from += DEFINED_AT_ONCE) {
            List<Product> some = products.subList(from, Math.min(products.size(), from + DEFINED_AT_ONCE));
            office.db().run(tx -> some.forEach(product -> office.headOffice().define(tx, product)));
        }
        site.settle();
        return site;
    }

    Office office() {
        return centre.office();
    }

    /// Makes a till of this centre, without a catalogue yet.
    void enrol(Path folder, String till) {
        String code = centre.office().admission().code(new Tills.Seat(Shop.STORE, till), Admission.VALID_USUALLY);
        try (DataFolder held = Shop.hold(folder)) {
            Enrolling.Result result = new Enrolling(held, Machine.real()).atCentre(centre.url(), code);
            if (!(result instanceof Enrolling.Result.Enrolled)) {
                throw new IllegalStateException("not enrolled: " + result);
            }
        }
    }

    /// Reads the feed to its end.
    static void pull(TillProcess till) {
        for (Pull.Step step = till.pull().step(); !(step instanceof Pull.Step.UpToDate); step = till.pull().step()) {
            if (step instanceof Pull.Step.Failed(String sentence)) {
                throw new IllegalStateException(sentence);
            }
        }
    }

    /// Hands over everything that waits.
    static void flush(TillProcess till) {
        Handover handover = new Handover(
                till.database(), till.courier(), till.pull(), new Handover.Patience(FAILURES_MAX, Machine.real()::pause));
        if (!(handover.send() instanceof Handover.End.Complete)) {
            throw new IllegalStateException("not everything was handed over");
        }
    }

    /// Waits until everything that was taken is applied.
    void settle() {
        if (!centre.settle(PATIENCE)) {
            throw new IllegalStateException("the centre did not come to rest");
        }
    }

    @Override
    public void close() {
        centre.close();
    }
}
