package io.evertill.central.route;

import io.evertill.central.desk.TillFigures;
import io.evertill.central.office.Job;
import io.evertill.db.AcceptedStreams;
import io.evertill.db.Database;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.reserving.Contention;
import io.evertill.reserving.Modes;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `GET /metrics`: figures for Prometheus. What the ledger holds is read from it when somebody asks.
public final class Meters implements Handler {
    /// The most products whose figures are shown: those that were wanted most in the last minute.
    private static final int KEYS_MAX = 50;

    private final Database db;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<Per> perTill;
    private final Contention contention;
    private final MultiGauge waiting;
    private final MultiGauge conflicts;
    private volatile Ledger ledger = new Ledger(0, 0, 0, 0, List.of());

    public Meters(Database db, Map<String, Job> jobs, Contention contention, Lanes lanes) {
        this.db = db;
        this.contention = contention;
        this.waiting = MultiGauge.builder("evertill.reservation.waiting")
                .description("1 while reservations of a product wait for each other instead of trying (PESSIMISTIC)")
                .register(registry);
        this.conflicts = MultiGauge.builder("evertill.reservation.conflicts")
                .description("How many of the attempts to reserve a product in the last minute met another, from 0 to 1")
                .register(registry);
        gauge("evertill.entries.accepted", "Entries that the centre holds", () -> ledger.accepted());
        gauge("evertill.entries.unapplied", "Entries that are accepted and not applied yet", () -> ledger.unapplied());
        gauge("evertill.entries.parked", "Entries that wait for a person", () -> ledger.parked());
        gauge("evertill.feed.head", "The newest number of the feed", () -> ledger.feedHead());
        jobs.forEach((name, job) -> Gauge.builder("evertill.job.failures", job, each -> each.state().failures())
                .tag("job", name)
                .description("How often in a row a job failed")
                .register(registry));
        for (int number = 0; number < lanes.all().size(); number++) {
            lane(Integer.toString(number), lanes.all().get(number));
        }
        this.perTill = List.of(
                per("heard.age", "seconds", "How long ago a till was heard",
                        of -> of.age().map(age -> one(age.toSeconds())).orElse(Map.of())),
                per("silent", "", "1 while a till with an open shift is not heard", of -> one(of.isSilent() ? 1 : 0)),
                per("behind", "entries", "Entries that a till said it has and the centre has not", of -> one(of.behind())),
                per("accepted", "entries", "Positions of a till's streams that the centre holds", of -> one(of.accepted())),
                per("applied", "entries", "Positions of a till's streams that were applied", of -> one(of.applied())),
                per("archived", "entries", "Positions of a till's streams that a verified backup holds",
                        of -> one(of.archived())),
                per("parked", "entries", "Entries of a till that wait for a person", of -> one(of.parked())),
                per("conflicts", "entries", "Entries of a till that wait because their id is known with other contents",
                        of -> one(of.conflicts())),
                per("clock.offset", "seconds", "How far the centre's clock was ahead of a till's when it was last heard",
                        of -> of.till().offsetMs().map(offset -> one(offset / 1e3)).orElse(Map.of())),
                per("parked.value", "", "What the entries that wait come to, in units of the currency",
                        of -> of.suspense().entrySet().stream().collect(Collectors.toMap(
                                each -> Tags.of("currency", each.getKey()), each -> new BigDecimal(each.getValue().text())))),
                per("incidents", "", "Incidents of a till so far",
                        of -> of.incidents().entrySet().stream().collect(Collectors.toMap(
                                each -> Tags.of("kind", each.getKey()), Map.Entry::getValue))));
    }

    private void lane(String number, Lanes.Lane lane) {
        Gauge.builder("evertill.reservation.lane.waiting", lane, Lanes.Lane::waiting)
                .description("Requests to reserve that wait for others that want the same goods")
                .tag("lane", number)
                .register(registry);
        FunctionCounter.builder("evertill.reservation.lane.taken", lane, Lanes.Lane::taken)
                .description("Requests to reserve that a lane let in")
                .tag("lane", number)
                .register(registry);
        FunctionCounter.builder("evertill.reservation.lane.refused", lane, Lanes.Lane::refused)
                .description("Requests to reserve that were turned away because their lane was full")
                .tag("lane", number)
                .register(registry);
    }

    /// A figure that every till has, once for each of its tags; a till without it is left out.
    private record Per(MultiGauge gauge, Function<TillFigures, Map<Tags, ? extends Number>> value) {
        void show(List<TillFigures> tills) {
            gauge.register(tills.stream()
                    .flatMap(of -> value.apply(of).entrySet().stream().map(each -> MultiGauge.Row.of(
                            Tags.of("store", of.till().branch(), "till", of.till().name(), "terminal", of.till().terminal())
                                    .and(each.getKey()),
                            each.getValue())))
                    .toList(), true);
        }
    }

    private Per per(String name, String unit, String description, Function<TillFigures, Map<Tags, ? extends Number>> value) {
        return new Per(MultiGauge.builder("evertill.till." + name).description(description)
                .baseUnit(unit.isEmpty() ? null : unit).register(registry), value);
    }

    private static Map<Tags, Number> one(Number value) {
        return Map.of(Tags.empty(), value);
    }

    /// What the ledger holds.
    private record Ledger(long accepted, long unapplied, long parked, long feedHead, List<TillFigures> tills) {}

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
        perTill.forEach(each -> each.show(ledger.tills()));
        show(contention.most(KEYS_MAX));
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    private void show(List<Contention.Figure> figures) {
        waiting.register(figures.stream()
                .map(each -> MultiGauge.Row.of(tags(each.key()), each.mode() == Modes.Mode.PESSIMISTIC ? 1 : 0))
                .toList(), true);
        conflicts.register(figures.stream()
                .map(each -> MultiGauge.Row.of(tags(each.key()), each.conflicts() / (double) Math.max(1, each.attempts())))
                .toList(), true);
    }

    private static Tags tags(Move.Key key) {
        return Tags.of("store", key.place().branch(), "product", key.product().toString(), "lot", key.lot());
    }

    private static Ledger ledger(Tx tx) {
        long accepted = 0;
        long applied = 0;
        for (AcceptedStreams.Held held : tx.acceptedStreams().all()) {
            accepted += held.accepted().seq();
            applied += held.appliedSeq();
        }
        List<TillFigures> tills =
                TillFigures.all(tx).stream().filter(of -> of.till().revokedAt().isEmpty()).toList();
        return new Ledger(accepted, accepted - applied, tx.parked().count(), tx.centre().state().feedHead(), tills);
    }

    private void gauge(String name, String description, java.util.function.Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }
}
