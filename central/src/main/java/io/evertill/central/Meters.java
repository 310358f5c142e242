package io.evertill.central;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Database;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// `GET /metrics`: figures for Prometheus. What the ledger holds is read from it when somebody asks.
final class Meters implements Handler {
    private final Database db;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MultiGauge heard;
    private volatile Ledger ledger = new Ledger(0, 0, 0, 0, List.of());

    Meters(Database db, Map<String, Job> jobs) {
        this.db = db;
        gauge("evertill.entries.accepted", "Entries that the centre holds", () -> ledger.accepted());
        gauge("evertill.entries.unapplied", "Entries that are accepted and not applied yet", () -> ledger.unapplied());
        gauge("evertill.entries.parked", "Entries that wait for a person", () -> ledger.parked());
        gauge("evertill.feed.head", "The newest number of the feed", () -> ledger.feedHead());
        jobs.forEach((name, job) -> Gauge.builder("evertill.job.failures", job, each -> each.state().failures())
                .tag("job", name)
                .description("How often in a row a job failed")
                .register(registry));
        this.heard = MultiGauge.builder("evertill.till.heard.age")
                .description("How long ago a till was heard")
                .baseUnit("seconds")
                .register(registry);
    }

    /// What the ledger holds.
    private record Ledger(long accepted, long unapplied, long parked, long feedHead, List<Heard> tills) {}

    private record Heard(Tills.Till till, Duration age) {}

    /// Notes how a request was answered.
    ///
    /// @param route the route's pattern, so that there are few of them
    void answered(String method, String route, int status, Duration took) {
        Timer.builder("evertill.request")
                .description("Requests, how they were answered and how long that took")
                .tags("method", method, "route", route, "status", Integer.toString(status))
                .register(registry)
                .record(took);
    }

    @Override
    public void handle(Context context) {
        ledger = db.read(Meters::ledger);
        heard.register(ledger.tills().stream()
                .map(each -> MultiGauge.Row.of(
                        Tags.of("store", each.till().branch(), "till", each.till().name(), "terminal", each.till().terminal()),
                        each.age().toSeconds()))
                .toList(), true);
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    private static Ledger ledger(Tx tx) {
        long accepted = 0;
        long applied = 0;
        for (AcceptedStreams.Held held : tx.acceptedStreams().all()) {
            accepted += held.accepted().seq();
            applied += held.appliedSeq();
        }
        List<Heard> tills = tx.tills().all().stream()
                .filter(till -> till.revokedAt().isEmpty() && till.heardAt().getEpochSecond() > 0)
                .map(till -> new Heard(till, Duration.between(till.heardAt(), tx.now())))
                .toList();
        return new Ledger(accepted, accepted - applied, tx.parked().count(), tx.centre().state().feedHead(), tills);
    }

    private void gauge(String name, String description, java.util.function.Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }
}
