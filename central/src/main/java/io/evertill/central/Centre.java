package io.evertill.central;

import io.evertill.central.desk.Desk;
import io.evertill.central.office.FolderLock;
import io.evertill.central.office.Job;
import io.evertill.central.office.Machine;
import io.evertill.central.office.Office;
import io.evertill.central.office.Settings;
import io.evertill.central.route.ClientGate;
import io.evertill.central.route.Gate;
import io.evertill.central.route.Lanes;
import io.evertill.central.route.Meters;
import io.evertill.central.route.Route;
import io.evertill.central.route.Server;
import io.evertill.central.route.StaffGate;
import io.evertill.central.route.Turns;
import io.evertill.central.route.health.DescriptionRoute;
import io.evertill.central.route.health.Disk;
import io.evertill.central.route.health.HealthRoute;
import io.evertill.central.route.health.Nearby;
import io.evertill.central.route.staff.AlertRoutes;
import io.evertill.central.route.staff.CountRoutes;
import io.evertill.central.route.staff.LotRoutes;
import io.evertill.central.route.staff.ReportRoutes;
import io.evertill.central.route.staff.TransferRoutes;
import io.evertill.central.route.staff.UnassignedRoutes;
import io.evertill.central.route.stock.AvailabilityRoute;
import io.evertill.central.route.stock.BasketRoute;
import io.evertill.central.route.stock.MovementsRoute;
import io.evertill.central.route.stock.ReservationRoute.Wish;
import io.evertill.central.route.stock.ReservationRoute;
import io.evertill.central.route.stock.ReserveRoute;
import io.evertill.central.route.stock.StockRoute;
import io.evertill.central.route.till.CustomersRoute;
import io.evertill.central.route.till.DownloadRoute;
import io.evertill.central.route.till.ShiftRoute;
import io.evertill.central.route.till.EnrolmentRoute;
import io.evertill.central.route.till.FeedRoute;
import io.evertill.central.route.till.PieceRoute;
import io.evertill.central.route.till.ReceiptRoute;
import io.evertill.central.route.till.ShelfRoute;
import io.evertill.central.route.till.SnapshotRoute;
import io.evertill.central.route.till.Snapshots;
import io.evertill.central.route.till.StatusRoute;
import io.evertill.central.route.till.UploadRoute;
import io.evertill.central.tls.Certificates;
import io.evertill.central.tls.HostNames;
import io.evertill.central.tls.ServerIdentity;
import io.evertill.feed.Clientele;
import io.evertill.feed.Feed;
import io.evertill.feed.Tombstones;
import io.evertill.ingest.Apply;
import io.evertill.ingest.Awakening;
import io.evertill.ingest.GiveBack;
import io.evertill.ingest.Reception;
import io.evertill.inventory.Nightly;
import io.evertill.inventory.ReturnWatch;
import io.evertill.inventory.StockFeed;
import io.evertill.ledger.Fence;
import io.evertill.reserving.Contention;
import io.evertill.reserving.Modes;
import io.evertill.rule.Wiring;
import io.evertill.wire.Ed25519;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running centre: the database, seven jobs and the HTTP server, as one object.
///
/// The program `evertill-central` is this and little else; a demonstration or a test runs it inside itself.
@Wiring
public final class Centre implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Centre.class);

    /// The most requests about reservations that are worked on at once: fewer than there are connections to a database server.
    private static final int RESERVING_AT_ONCE_MAX = 6;

    private final Office office;
    private final Server server;
    private final Job apply;
    private final Job publish;
    private final Job review;
    private final Job nightly;
    private final Job sweep;
    private final Job clean;
    private final Job count;
    private final Optional<Job> show;
    private final Machine machine;
    private final Deque<Runnable> opened;

    private Centre(Office office, Machine machine, Settings settings, Wishes wishes, Deque<Runnable> opened) {
        this.office = office;
        this.machine = machine;
        this.opened = opened;
        Feed feed = office.feed();
        Apply applying = new Apply(office.db(), feed);
        this.apply = new Job("apply", applying::step, office.db()::checkpoint, machine.random());
        StockFeed stock = new StockFeed(office.db(), feed);
        this.publish = new Job("publish", () -> {
            int published = feed.publish();
            return published > 0 ? published : stock.step();
        }, () -> {}, machine.random());
        this.review = new Job("review", new Reviewing(office.db(), machine.clock()), () -> {}, machine.random());
        this.nightly = new Job("nightly", new Nightly(office.db(), machine.ids().get())::step, () -> {}, machine.random());
        Contention contention = new Contention(machine.nanos());
        Desk desk = Desk.at(office, machine.random(), wishes.forced().orElse(contention));
        this.sweep = new Job("sweep", desk.reservations()::sweep, () -> {}, machine.random());
        Tombstones tombstones = new Tombstones(office.db());
        this.clean = new Job("clean", () -> {
            int cleaned = tombstones.step();
            return cleaned > 0 || office.db().read(tx -> tx.returnLines().past()).isEmpty()
                    ? cleaned
                    : office.db().write(ReturnWatch::past);
        }, () -> {}, machine.random());
        this.count = new Job("count", new Posting(office.db(), machine.clock()), () -> {}, machine.random());
        Map<String, Job> jobs = Map.of("apply", apply, "publish", publish, "review", review, "nightly", nightly, "sweep", sweep,
                "clean", clean, "count", count);
        Turns turns = new Turns(RESERVING_AT_ONCE_MAX);
        Lanes lanes = new Lanes(settings.lanes(), Lanes.WAITING_MAX, turns);
        Meters meters = new Meters(office.db(), jobs, contention, lanes);
        Disk disk = new Disk(settings.database().isEmpty() ? settings.folder() : Optional.empty(), Disk.BYTES_MIN_USUALLY);
        Optional<Certificates> certificates = settings.isSecure()
                ? Optional.of(new Certificates(settings, machine, wishes.ownNames())) : Optional.empty();
        Optional<ServerIdentity> identity = certificates.map(Certificates::current);
        this.server = new Server(settings, routes(snapshots(settings), meters, jobs, disk, new Reservable(desk, lanes, turns)), meters,
                identity);
        this.show = certificates.map(kept -> new Job("show",
                new Showing(kept, identity.orElseThrow(), server, machine.nanos()), () -> {}, machine.random()));
    }

    /// What a test says instead of the machine.
    ///
    /// @param forced how goods are promised while others do the same
    /// @param ownNames the machine's own names and addresses
    record Wishes(Optional<Modes> forced, Supplier<Set<String>> ownNames) {
        static final Wishes NONE = new Wishes(Optional.empty(), HostNames::ofThisMachine);
    }

    /// Where reservations are made, and who waits for whom there.
    private record Reservable(Desk desk, Lanes lanes, Turns turns) {}

    /// Opens the database, starts the jobs and listens.
    ///
    /// @throws Refusal when the certificate cannot be used, the port or the folder is taken
    /// @throws io.evertill.db.StorageFailure when the database cannot be used
    public static Centre start(Settings settings) {
        return start(settings, Machine.real());
    }

    /// The same with the clock, identifiers and chance of a test.
    public static Centre start(Settings settings, Machine machine) {
        return start(settings, machine, Wishes.NONE);
    }

    /// The same, where a test says how goods are promised while others do the same.
    static Centre start(Settings settings, Machine machine, Optional<Modes> forced) {
        return start(settings, machine, new Wishes(forced, Wishes.NONE.ownNames()));
    }

    /// The same with the wishes of a test.
    static Centre start(Settings settings, Machine machine, Wishes wishes) {
        requireShowable(settings, machine, wishes);
        Deque<Runnable> opened = new ArrayDeque<>();
        boolean isStarted = false;
        try {
            if (settings.folder().isPresent()) {
                Office.make(settings.folder().get());
                opened.push(FolderLock.take(settings.folder().get())::close);
            }
            Office office = Office.open(settings, machine);
            opened.push(office::close);
            awake(office, settings, machine);
            Centre centre = new Centre(office, machine, settings, wishes, opened);
            opened.push(centre.review::close);
            opened.push(centre.nightly::close);
            opened.push(centre.sweep::close);
            opened.push(centre.clean::close);
            opened.push(centre.count::close);
            opened.push(centre.publish::close);
            opened.push(centre.apply::close);
            centre.show.ifPresent(job -> opened.push(job::close));
            opened.push(centre.server::close);
            centre.review.start();
            centre.sweep.start();
            centre.clean.start();
            centre.count.start();
            centre.publish.start();
            centre.apply.start();
            centre.nightly.start();
            centre.show.ifPresent(Job::start);
            centre.server.start();
            isStarted = true;
            return centre;
        } finally {
            if (!isStarted) {
                close(opened);
            }
        }
    }

    /// Files of a person that cannot be used are said before anything is made.
    private static void requireShowable(Settings settings, Machine machine, Wishes wishes) {
        if (settings.isSecure() && settings.tls().certificate().isPresent()) {
            ServerIdentity identity = new Certificates(settings, machine, wishes.ownNames()).current();
            LOG.debug("It shows {}", identity);
        }
    }

    /// A database that was put back or moved begins another life of its ledger before the first till is heard.
    private static void awake(Office office, Settings settings, Machine machine) {
        Optional<FenceFile> file = settings.folder().map(FenceFile::new);
        Awakening.Awake awake = new Awakening(office.db(), machine.ids())
                .pass(file.flatMap(FenceFile::read), Fingerprint.of(office.db()));
        if (awake.finding() != Fence.Finding.SAME) {
            LOG.warn("The centre's database was put back, copied or moved ({}). It begins another life of its ledger; the tills send what"
                    + " is missing", awake.finding());
        }
        file.ifPresent(place -> place.write(awake.mark()));
    }

    /// Where it listens, such as `http://127.0.0.1:8480`.
    public String url() {
        return server.url();
    }

    /// The port that it listens on.
    public int port() {
        return server.port();
    }

    /// What it answers, each as method and path, such as `GET /health`.
    Set<String> answers() {
        return server.answers();
    }

    /// What people do: enrolment codes, products, prices, taxes, settings.
    public Office office() {
        return office;
    }

    /// Says that something was written to the database besides this object's own requests, so that it flows at once.
    public void wake() {
        publish.wake();
        apply.wake();
    }

    /// Waits until everything that was accepted is applied and everything defined is in the feed.
    ///
    /// @return whether that came about in time
    public boolean settle(Duration most) {
        long left = most.toNanos();
        long begun = machine.nanos().getAsLong();
        while (true) {
            long applied = apply.worked().count();
            wake();
            if (isSettled()) {
                return true;
            }
            long passed = machine.nanos().getAsLong() - begun;
            if (passed >= left) {
                return false;
            }
            try {
                apply.worked().await(applied, Math.min(left - passed, Duration.ofMillis(20).toNanos()));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /// Stops listening, lets the jobs end their step, and closes the database.
    @Override
    public void close() {
        close(opened);
    }

    private boolean isSettled() {
        return office.db().read(tx -> tx.acceptedStreams().unapplied(1).isEmpty() && tx.feedRows().pending(1).isEmpty());
    }

    private List<Route> routes(Snapshots snapshots, Meters meters, Map<String, Job> jobs, Disk disk, Reservable reservable) {
        Reception reception = new Reception(office.db(), Ed25519.verifier(), machine.ids());
        Gate gate = new Gate(reception);
        ClientGate clients = new ClientGate(office.admission());
        Desk desk = reservable.desk();
        Turns turns = reservable.turns();
        StaffGate staff = new StaffGate(office.admission());
        List<Route> routes = new ArrayList<>(List.of(
                new Route(HandlerType.POST, "/v1/reservations", new ReserveRoute(clients, desk, reservable.lanes())),
                new Route(HandlerType.GET, "/v1/reservations", new BasketRoute(clients, desk, turns, Wish.LOOK)),
                new Route(HandlerType.POST, "/v1/reservations/renew", new BasketRoute(clients, desk, turns, Wish.RENEW)),
                new Route(HandlerType.POST, "/v1/reservations/consume", new BasketRoute(clients, desk, turns, Wish.CONSUME)),
                new Route(HandlerType.POST, "/v1/reservations/release", new BasketRoute(clients, desk, turns, Wish.RELEASE)),
                new Route(HandlerType.GET, "/v1/reservations/{id}", new ReservationRoute(clients, desk, turns, Wish.LOOK)),
                new Route(HandlerType.POST, "/v1/reservations/{id}/renew",
                        new ReservationRoute(clients, desk, turns, Wish.RENEW)),
                new Route(HandlerType.POST, "/v1/reservations/{id}/consume",
                        new ReservationRoute(clients, desk, turns, Wish.CONSUME)),
                new Route(HandlerType.POST, "/v1/reservations/{id}/release",
                        new ReservationRoute(clients, desk, turns, Wish.RELEASE)),
                new Route(HandlerType.GET, "/v1/availability", new AvailabilityRoute(clients, desk)),
                new Route(HandlerType.POST, "/v1/enrolments", new EnrolmentRoute(office.admission(), machine.nanos())),
                new Route(HandlerType.POST, "/v1/streams/{streamId}/entries", new UploadRoute(gate, reception, apply::wake)),
                new Route(HandlerType.GET, "/v1/streams/{streamId}/shifts/{shiftId}", new ShiftRoute(gate, office.db())),
                new Route(HandlerType.GET, "/v1/streams/{streamId}/entries", new DownloadRoute(gate, new GiveBack(office.db()))),
                new Route(HandlerType.GET, "/v1/feed", new FeedRoute(gate, office.feed(), publish.worked())),
                new Route(HandlerType.GET, "/v1/snapshot", new SnapshotRoute(gate, snapshots)),
                new Route(HandlerType.POST, "/v1/customers",
                        new CustomersRoute(gate, office.db(), new Clientele(office.feed()), publish::wake)),
                new Route(HandlerType.GET, "/v1/status", new StatusRoute(gate, office.db())),
                new Route(HandlerType.GET, "/v1/receipts/{receipt}", new ReceiptRoute(gate, office.db())),
                new Route(HandlerType.GET, "/v1/pieces", new PieceRoute(gate, office.db())),
                new Route(HandlerType.GET, "/v1/shelves", new ShelfRoute(gate, office.db())),
                new Route(HandlerType.GET, "/v1/stock", new StockRoute(gate, office.db())),
                new Route(HandlerType.GET, "/v1/stock/{sku}/movements", new MovementsRoute(gate, office.db())),
                new Route(HandlerType.GET, "/health", new HealthRoute(office.db(), jobs, disk, machine.nanos())),
                new Route(HandlerType.GET, "/metrics", new Nearby(meters)),
                new Route(HandlerType.GET, "/openapi.yaml", new DescriptionRoute())));
        routes.addAll(new TransferRoutes(staff, office.db()).all());
        routes.addAll(new CountRoutes(staff, office, machine.ids()).all());
        routes.addAll(new LotRoutes(staff, office.db()).all());
        routes.addAll(new UnassignedRoutes(staff, office.db()).all());
        routes.addAll(new AlertRoutes(staff, office.db()).all());
        routes.addAll(new ReportRoutes(staff, office.db()).all());
        return List.copyOf(routes);
    }

    private Snapshots snapshots(Settings settings) {
        Path folder = settings.folder().map(data -> data.resolve("snapshots")).orElseGet(Centre::temporary);
        return new Snapshots(office.db(), folder, machine.nanos());
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("evertill-snapshots-");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made", e);
        }
    }

    private static void close(Deque<Runnable> opened) {
        while (!opened.isEmpty()) {
            opened.pop().run();
        }
    }
}
