package io.evertill.replay;

import io.evertill.db.Database;
import io.evertill.db.Streams;
import io.evertill.db.Terminals;
import io.evertill.feed.Pull;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Meta;
import io.evertill.link.HttpLink;
import io.evertill.outbox.Courier;
import io.evertill.outbox.Flush;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Handover;
import io.evertill.pos.Machine;
import io.evertill.pos.NetworkSwitch;
import io.evertill.pos.Rhythm;
import io.evertill.pos.Sync;
import io.evertill.register.Register;
import io.evertill.rule.Wiring;
import io.evertill.wire.Ed25519;
import io.evertill.wire.Push;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// One till of a replay: its folder, its ledger on virtual time, and its line to the centre on real time.
@Wiring
final class ReplayTill implements AutoCloseable {
    private static final Rhythm.Bounds BOUNDS = new Rhythm.Bounds(100, 0, 0);
    private static final int FAILURES_MAX = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final int number;
    private final DataFolder folder;
    private final Machine machine;
    private final VirtualClock clock;
    private final Database db;
    private final Optional<HttpLink> link;

    /// Opens a till that is enrolled.
    ///
    /// @param number counted from 1
    /// @param folder held by this process; closed with the till
    /// @param url where the centre is; empty for where the till was enrolled
    /// @param start the first time of the file
    /// @throws io.evertill.db.StorageFailure when the ledger cannot be opened; the folder stays open
    ReplayTill(int number, DataFolder folder, Machine machine, Optional<String> url, Instant start) {
        this.number = number;
        this.folder = folder;
        this.machine = machine;
        this.clock = new VirtualClock(start);
        this.db = Database.till(folder.database(), clock);
        String enrolled = identity().centreUrl();
        this.link = folder.grant()
                .filter(_ -> !enrolled.isEmpty())
                .map(grant -> new HttpLink(url.orElse(enrolled), grant.token(), folder.trust(machine.clock())));
    }

    int number() {
        return number;
    }

    Terminals.Identity identity() {
        return db.read(tx -> tx.terminal().identity()).orElseThrow();
    }

    Database database() {
        return db;
    }

    /// Whether it belongs to a centre.
    boolean hasCentre() {
        return link.isPresent();
    }

    /// Whether it has read the centre's feed before. Products that it learns later than at its very first start would make
    /// the ledger depend on when it was interrupted.
    boolean knowsFeed() {
        return db.read(tx -> tx.feedState().read()).isPresent();
    }

    /// The ids of everything that its ledger holds.
    Set<EntryId> held() {
        return db.read(tx -> {
            Set<EntryId> held = new HashSet<>();
            String branch = tx.terminal().identity().orElseThrow().branch();
            for (Streams.Own stream : tx.streams().all()) {
                tx.postings().eachEntry(branch, stream.id(), held::add);
            }
            return held;
        });
    }

    /// The settings under which the file's sales were made, where the centre has not said otherwise.
    ///
    /// @return the currency that the centre wants instead, if it does
    Optional<String> settle() {
        return db.write(tx -> {
            Optional<String> currency = tx.terms().setting("currency");
            String ours = SalesFile.CURRENCY.getCurrencyCode();
            if (currency.isPresent()) {
                return currency.filter(code -> !code.equals(ours));
            }
            tx.terms().put("currency", ours, Optional.empty());
            if (tx.terms().setting("zone").isEmpty()) {
                tx.terms().put("zone", Invoice.ZONE.getId(), Optional.empty());
            }
            if (tx.terms().tax(Goods.TAX.code()).isEmpty()) {
                tx.terms().put(Goods.TAX, Optional.empty());
            }
            return Optional.empty();
        });
    }

    /// What happened on the line while a till rang up.
    record LineUse(long refused, long turns) {}

    /// Rings up invoices; the line is carried by a thread of its own meanwhile.
    ///
    /// @param progress hears of each invoice how many rows it has, also of those that were held already
    /// @param isStopped asked before each invoice
    LineUse ring(Plan plan, List<Sheet> sheets, LongConsumer progress, BooleanSupplier isStopped) {
        // The times of the file are right by definition: they are the centre's, however long ago.
        Register register = new Register(db, at -> new Meta.Stamp(at.toEpochMilli(), at.toEpochMilli(), machine.boot(),
                Optional.of(new Meta.Offset(0, 0))), machine.ids());
        RingUp ringUp = new RingUp(db, register, clock, plan);
        OfflineWindows windows = plan.windows(number);
        try (Line line = line()) {
            for (Sheet sheet : sheets) {
                if (isStopped.getAsBoolean()) {
                    break;
                }
                line.at(windows.isOffline(sheet.invoice().at()));
                ringUp.ring(sheet);
                line.recorded();
                progress.accept(sheet.invoice().rows().size());
            }
            return line.use();
        }
    }

    /// Reads the centre's lists for the first time.
    Handover.End begin() {
        return link.map(http -> handover(http).run()).orElseGet(ReplayTill::nothing);
    }

    /// Sends what waits and waits until the centre has applied it. The feed is left alone: see [#knowsFeed].
    Handover.End handOver() {
        // The file is at its end: from here on it is today, and the centre is heard today.
        clock.to(machine.clock().instant());
        return link.map(http -> handover(http).send()).orElseGet(ReplayTill::nothing);
    }

    private static Handover.End nothing() {
        return new Handover.End.Complete(0, 0, 0);
    }

    private Handover handover(HttpLink http) {
        return new Handover(db, courier(new NetworkSwitch(http)), new Pull(db, http, folder.path()),
                new Handover.Patience(FAILURES_MAX, machine::pause));
    }

    private Courier courier(NetworkSwitch network) {
        Flush flush = new Flush(db, folder.keys().map(keys -> Ed25519.signer(keys.secret())).orElse(_ -> Bytes.of("")),
                machine.ids(), new Flush.Run(machine.boot(), () -> new Push.Clock(machine.clock().millis(), machine.monoMs().getAsLong())));
        return new Courier(flush, network, machine.random());
    }

    private Line line() {
        return link.<Line>map(http -> new Carried(this, http)).orElseGet(Silent::new);
    }

    @Override
    public void close() {
        link.ifPresent(HttpLink::close);
        db.close();
        folder.close();
    }

    /// The line of a till while it rings up.
    private interface Line extends AutoCloseable {
        void at(boolean isOffline);

        void recorded();

        LineUse use();

        @Override
        void close();
    }

    /// A till without a centre has no line.
    private record Silent() implements Line {
        @Override
        public void at(boolean isOffline) {
            // There is nothing to cut.
        }

        @Override
        public void recorded() {
            // Nobody wants to know.
        }

        @Override
        public LineUse use() {
            return new LineUse(0, 0);
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }

    /// A line that a sync thread carries, behind a switch.
    private static final class Carried implements Line {
        private final NetworkSwitch network;
        private final Sync sync;
        private final Thread thread;
        private final AtomicLong refused = new AtomicLong();
        private final AtomicLong turns = new AtomicLong();

        Carried(ReplayTill till, HttpLink http) {
            this.network = new NetworkSwitch(http);
            Pull pull = new Pull(till.db, network, till.folder.path());
            this.sync = new Sync(new Sync.Line(till.courier(network), pull, () -> Long.MAX_VALUE, () -> {}, () -> {}), till.machine,
                    BOUNDS, this::heard);
            network.whenRestored(sync::linkUp);
            this.thread = Thread.ofPlatform().name("sync-" + till.number).daemon().unstarted(sync);
            thread.start();
        }

        private void heard(Sync.Tidings tidings) {
            if (tidings instanceof Sync.Tidings.Pushed(Courier.Round.Undelivered _)) {
                refused.incrementAndGet();
            }
        }

        @Override
        public void at(boolean isOffline) {
            if (isOffline == network.isCut()) {
                return;
            }
            turns.incrementAndGet();
            if (isOffline) {
                network.cut();
            } else {
                network.restore();
            }
        }

        @Override
        public void recorded() {
            sync.recorded();
        }

        @Override
        public LineUse use() {
            return new LineUse(refused.get(), turns.get());
        }

        @Override
        public void close() {
            sync.stop();
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
