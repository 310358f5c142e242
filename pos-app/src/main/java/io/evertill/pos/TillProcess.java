package io.evertill.pos;

import io.evertill.db.CommitUnknown;
import io.evertill.db.Database;
import io.evertill.db.FeedState;
import io.evertill.db.StorageFailure;
import io.evertill.db.Terminals;
import io.evertill.feed.Pull;
import io.evertill.ledger.Bytes;
import io.evertill.link.HttpLink;
import io.evertill.outbox.Courier;
import io.evertill.outbox.Flush;
import io.evertill.outbox.Guard;
import io.evertill.outbox.Introductions;
import io.evertill.outbox.ShiftProving;
import io.evertill.outbox.Waiting;
import io.evertill.register.Counting;
import io.evertill.register.Lookup;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.register.Store;
import io.evertill.rule.Wiring;
import io.evertill.wire.Ed25519;
import io.evertill.wire.Enrolment;
import io.evertill.wire.Inquiry;
import io.evertill.wire.Link;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running till without its window: the ledger, the register and the line to the centre.
///
/// It needs no network to open, to sell, or to be opened again. Two threads of its own: `ledger` makes every write to the
/// ledger, one after the other, and `sync` carries entries up and the feed down. Reads may come from any thread.
@Wiring
public final class TillProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TillProcess.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataFolder folder;
    private final Terminals.Identity identity;
    private final Database db;
    private final Parts parts;
    private final List<Thread> threads = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final ExecutorService ledger;

    private TillProcess(DataFolder folder, Terminals.Identity identity, Database db, Parts parts) {
        this.folder = folder;
        this.identity = identity;
        this.db = db;
        this.parts = parts;
        this.ledger = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                work -> Thread.ofPlatform().name("ledger").daemon().unstarted(work));
    }

    /// What became of opening a till.
    public sealed interface Opening {
        /// It is ready to sell.
        record Opened(TillProcess till) implements Opening {}

        /// It was never set up.
        ///
        /// @param sentence what to do, for a person
        record NotEnrolled(String sentence) implements Opening {}
    }

    /// What a till is made of.
    private record Parts(
            Register register, Lookup lookup, Counting counting, NetworkSwitch network, Inquiry inquiry, Sync sync, Courier courier,
            Pull pull, HttpLinks links) {}

    /// The network connections to give up at the end; empty for a till without a centre.
    private record HttpLinks(Optional<HttpLink> link) {
        void close() {
            link.ifPresent(HttpLink::close);
        }
    }

    /// Opens the till of a folder. The network is not touched before [#start].
    ///
    /// @param folder held by this process; closed with the till
    /// @param listener hears what the sync does, on its thread
    /// @throws io.evertill.db.StorageFailure when the ledger cannot be opened; the folder is closed
    public static Opening open(
            DataFolder folder, Settings settings, Machine machine, Consumer<Sync.Tidings> listener) {
        boolean isKept = false;
        try {
            Opening opening = DataFolder.holdsTill(folder.path())
                    ? opened(folder, settings, machine, listener)
                    : notEnrolled(folder);
            isKept = opening instanceof Opening.Opened;
            return opening;
        } finally {
            if (!isKept) {
                folder.close();
            }
        }
    }

    private static Opening notEnrolled(DataFolder folder) {
        return new Opening.NotEnrolled("The till in " + folder.path()
                + " was never set up. Get a one-time code at the centre, then: evertill enrol --data " + folder.path()
                + " --central URL --code CODE. Or get an enrolment file there, then: evertill enrol --data " + folder.path()
                + " --file FILE");
    }

    private static Opening opened(
            DataFolder folder, Settings settings, Machine machine, Consumer<Sync.Tidings> listener) {
        Database db = Database.till(folder.database(), machine.clock());
        boolean isKept = false;
        try {
            Optional<Terminals.Identity> identity = db.read(tx -> tx.terminal().identity());
            if (identity.isEmpty()) {
                return notEnrolled(folder);
            }
            pass(folder, machine, db);
            TillProcess till = new TillProcess(
                    folder, identity.get(), db, parts(folder, settings, machine, new Base(db, identity.get(), listener)));
            isKept = true;
            return new Opening.Opened(till);
        } finally {
            if (!isKept) {
                db.close();
            }
        }
    }

    /// A ledger that was put back or copied goes on in a new stream before the first sale.
    private static void pass(DataFolder folder, Machine machine, Database db) {
        Guard.Passed passed = new Guard(db, machine.ids()).pass(folder.fence(), machine.fingerprint());
        switch (passed.finding()) {
            case SAME -> {}
            case RESTORED -> LOG.warn("this till's ledger is older than its last start here: it was put back to an old copy."
                    + " It goes on in a new stream; what it holds is sent again and counts once");
            case COPIED -> LOG.warn("this till's ledger comes from another machine or installation. It goes on in a new stream;"
                    + " what it holds is sent again and counts once");
        }
        if (!folder.keep(passed.mark())) {
            LOG.warn("the file {} could not be written: a ledger that is put back will be noticed later", folder.path().resolve("fence"));
        }
    }

    private record Base(Database db, Terminals.Identity identity, Consumer<Sync.Tidings> listener) {}

    private static Parts parts(DataFolder folder, Settings settings, Machine machine, Base base) {
        Database db = base.db();
        TillClock clock = new TillClock(machine);
        Distrust distrust = new Distrust();
        Optional<HttpLink> http = link(folder, settings, machine, base.identity());
        NetworkSwitch network = http.map(link -> new NetworkSwitch(link, link)).orElseGet(() -> new NetworkSwitch(new NoCentre()));
        ShiftProving proving = new ShiftProving(db, network);
        Flush flush = new Flush(db, folder.keys().map(keys -> Ed25519.signer(keys.secret())).orElse(_ -> Bytes.of("")),
                machine.ids(), new Flush.Run(machine.boot(), clock::now));
        Courier courier = new Courier(flush, network, machine.random());
        Pull pull = new Pull(db, network, folder.path());
        Sync sync = new Sync(new Sync.Line(courier, pull, () -> feedNumber(db), new Introductions(db, network)::send, db::checkpoint),
                machine,
                new Rhythm.Bounds(0, 5_000, settings.pullSeconds() * 1_000L), tidings -> {
                    note(db, clock, tidings);
                    distrust.say(http.flatMap(HttpLink::distrust));
                    prove(proving, tidings);
                    base.listener().accept(tidings);
                });
        network.whenRestored(sync::linkUp);
        recall(db, clock);
        Lookup lookup = new Lookup(db, base.identity().branch());
        return new Parts(new Register(db, clock, machine.ids()), lookup, new Counting(db, lookup, clock, machine.ids()), network,
                network.through(http.<Inquiry>map(link -> link).orElseGet(NoCentre::new)), sync, courier, pull, new HttpLinks(http));
    }

    /// The line to the centre; empty for a till that has none.
    static Optional<HttpLink> link(DataFolder folder, Settings settings, Machine machine, Terminals.Identity identity) {
        return link(folder.path(), settings, machine, identity);
    }

    /// The line to the centre of a folder that another process may hold; empty for a till that has none.
    public static Optional<HttpLink> link(Path folder, Settings settings, Machine machine, Terminals.Identity identity) {
        String url = settings.centralUrl().orElse(identity.centreUrl());
        Optional<String> token = DataFolder.grant(folder).map(Enrolment.Grant::token);
        return url.isEmpty() || token.isEmpty()
                ? Optional.empty()
                : Optional.of(new HttpLink(url, token.get(), DataFolder.trust(folder, machine.clock())));
    }

    private static long feedNumber(Database db) {
        return db.read(tx -> tx.feedState().read().map(FeedState.Read::cursor).map(cursor -> cursor.number()).orElse(-1L));
    }

    /// Whom the line found to be no centre is said once in the log, until it changes.
    private static final class Distrust {
        private Optional<String> said = Optional.empty();

        void say(Optional<String> found) {
            found.filter(cause -> said.filter(cause::equals).isEmpty())
                    .ifPresent(cause -> LOG.warn("The centre is not believed: {}", cause));
            said = found;
        }
    }

    private static void note(Database db, TillClock clock, Sync.Tidings tidings) {
        if (tidings instanceof Sync.Tidings.Pushed(Courier.Round.Delivered _)) {
            db.read(tx -> tx.terminal().heard()).flatMap(Terminals.Heard::offsetMs).ifPresent(ahead -> clock.heard(ahead, 0));
        }
    }

    /// Asks about a closed shift as soon as everything was handed over: then the centre holds what there is.
    private static void prove(ShiftProving proving, Sync.Tidings tidings) {
        if (tidings instanceof Sync.Tidings.Pushed(Courier.Round.Delivered delivered) && delivered.isAll()) {
            try {
                proving.step();
            } catch (StorageFailure | CommitUnknown e) {
                LOG.warn("what the centre has of a shift could not be kept; it is asked again", e);
            }
        }
    }

    /// What was known of the centre's clock before this start; its age is by the wall clock, for want of a better one.
    private static void recall(Database db, TillClock clock) {
        db.read(tx -> {
            tx.terminal().heard().ifPresent(heard -> heard.offsetMs().ifPresent(ahead ->
                    clock.heard(ahead, Math.max(0, Duration.between(heard.repliedAt(), tx.now()).toMillis()))));
            return tx;
        });
    }

    /// Starts the sync.
    public void start() {
        Thread thread = Thread.ofPlatform().name("sync").daemon().unstarted(parts.sync);
        threads.add(thread);
        thread.start();
    }

    /// Who this till is.
    public Terminals.Identity identity() {
        return identity;
    }

    /// Where its data is.
    public DataFolder folder() {
        return folder;
    }

    /// The till's database.
    public Database database() {
        return db;
    }

    /// What scanned and typed texts mean.
    public Lookup lookup() {
        return parts.lookup;
    }

    /// Counting goods. What is handed in goes through [#keep].
    public Counting counting() {
        return parts.counting;
    }

    /// Earlier sales, and fresh ids. What is to be recorded goes through [#keep].
    public Register register() {
        return parts.register;
    }

    /// Why nobody at the centre's address is believed to be the centre, in words that can stand in a sentence; usually empty.
    public Optional<String> distrust() {
        return parts.links.link().flatMap(HttpLink::distrust);
    }

    /// The switch that cuts the line to the centre.
    public NetworkSwitch network() {
        return parts.network;
    }

    /// What the centre can be asked while a customer waits.
    public Inquiry inquiry() {
        return parts.inquiry;
    }

    /// Carries entries up by hand, while the sync is not started.
    public Courier courier() {
        return parts.courier;
    }

    /// Reads the feed by hand, while the sync is not started.
    public Pull pull() {
        return parts.pull;
    }

    /// The settings of the store, as last fed by the centre.
    public Store store() {
        return db.read(tx -> Store.read(tx.terms()));
    }

    /// What has not reached the centre yet.
    public Waiting waiting() {
        return Waiting.read(db);
    }

    /// Records something on the ledger's thread and tells the sync. The future never completes with a failure of the disk:
    /// that is an [Outcome] too.
    public CompletableFuture<Outcome> keep(Function<Register, Outcome> work) {
        return CompletableFuture.supplyAsync(() -> {
            Outcome outcome = work.apply(parts.register);
            if (outcome instanceof Outcome.Saved) {
                parts.sync.recorded();
            }
            return outcome;
        }, ledger);
    }

    /// Runs something else that writes to the database on the ledger's thread, such as keeping the basket.
    public <T> CompletableFuture<T> write(Function<Database, T> work) {
        return CompletableFuture.supplyAsync(() -> work.apply(db), ledger);
    }

    /// The same, and tells the sync that there is something new for the centre.
    public <T> CompletableFuture<T> tell(Function<Database, T> work) {
        return CompletableFuture.supplyAsync(() -> {
            T told = work.apply(db);
            parts.sync.recorded();
            return told;
        }, ledger);
    }

    /// Ends the threads, after what is being written, and closes everything. What waits stays in the ledger.
    @Override
    public void close() {
        ledger.close();
        parts.sync.stop();
        for (Thread thread : threads) {
            try {
                thread.join(PATIENCE);
                thread.interrupt();
                thread.join(PATIENCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        parts.links.close();
        db.close();
        folder.close();
    }
}
