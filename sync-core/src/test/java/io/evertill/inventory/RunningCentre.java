package io.evertill.inventory;

import io.evertill.db.BrokenServer;
import io.evertill.db.CommitUnknown;
import io.evertill.db.Crash;
import io.evertill.db.Database;
import io.evertill.db.Medium;
import io.evertill.db.ServerClock;
import io.evertill.db.SimulatedDisk;
import io.evertill.db.StorageFailure;
import io.evertill.feed.Feed;
import io.evertill.ingest.Accept;
import io.evertill.ingest.Apply;
import io.evertill.reservation.Limits;
import io.evertill.reserving.Baskets;
import io.evertill.reserving.Modes;
import io.evertill.reserving.Reservations;
import io.evertill.reserving.Reserving;
import io.evertill.stock.Chance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The programs of a centre on a database, and its clock, which tests move. They may crash between any two statements and in any
/// commit, and on a server they may lose their session there as well; whoever was in the middle of something does it again.
final class RunningCentre implements AutoCloseable {
    private static final int STATEMENTS_MAX = 60;
    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");

    private final Optional<SimulatedDisk> disk;
    private final Optional<BrokenServer> server;
    private final Accept.Parts wrong;
    private Instant now = BEGIN;
    private long ids;
    private Parts parts;

    private record Parts(
            Database db, Feed feed, Accept accept, Apply apply, Reservations reservations, Reserving reserving, Baskets baskets,
            Nightly nightly) {}

    /// A centre in memory.
    ///
    /// @param empty the bytes of an empty centre's database ([#empty])
    /// @param accepting what it accepts with
    RunningCentre(byte[] empty, Accept.Parts accepting) {
        this.wrong = accepting;
        SimulatedDisk made = SimulatedDisk.centre(
                Medium.memory(), SimulatedDisk.Image.of(empty), SimulatedDisk.Durability.ON_COMMIT, this::next);
        this.disk = Optional.of(made);
        this.server = Optional.empty();
        this.parts = open(made.open());
    }

    /// A centre on a PostgreSQL server.
    RunningCentre(Accept.Parts accepting) {
        this.wrong = accepting;
        BrokenServer made = new BrokenServer(this::next);
        this.disk = Optional.empty();
        this.server = Optional.of(made);
        this.parts = open(made.db());
    }

    /// The bytes of an empty centre's database.
    static byte[] empty() {
        try {
            Path file = Files.createTempDirectory("evertill-centre-").resolve("centre.db");
            Database.centre(file, InstantSource.fixed(BEGIN)).close();
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    var statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = DELETE");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Parts open(Database db) {
        Feed feed = new Feed(db, this::id);
        return new Parts(db, feed, new Accept(db, this::id, wrong), new Apply(db, feed),
                new Reservations(db, Limits.USUAL), new Reserving(db, Limits.USUAL, _ -> Modes.Mode.OPTIMISTIC, _ -> {}),
                new Baskets(db, Limits.USUAL),                new Nightly(db, id()));
    }

    Database db() {
        return parts.db();
    }

    Feed feed() {
        return parts.feed();
    }

    Accept accept() {
        return parts.accept();
    }

    Apply apply() {
        return parts.apply();
    }

    Reservations reservations() {
        return parts.reservations();
    }

    Reserving reserving() {
        return parts.reserving();
    }

    Baskets baskets() {
        return parts.baskets();
    }

    Nightly nightly() {
        return parts.nightly();
    }

    Instant now() {
        return now;
    }

    /// No two transactions have the same time.
    private Instant next() {
        now = now.plus(1, ChronoUnit.MICROS);
        return now;
    }

    void tick(Duration by) {
        now = now.plus(by);
        server.ifPresent(broken -> broken.clock().set(now));
    }

    /// The next id, without chance.
    UUID id() {
        ids++;
        return new UUID(0x0190_0000_0000_7000L | ids << 16, 0x8000_0000_0000_0000L | ids);
    }

    /// Does something, perhaps with a crash in the middle of it and then again.
    ///
    /// @param work has the same effect however often it is done
    <T> T surviving(Chance chance, Supplier<T> work) {
        if (chance.oneIn(12)) {
            arm(chance);
        }
        try {
            return work.get();
        } catch (Crash _) {
            restart();
            return work.get();
        } catch (StorageFailure | CommitUnknown failure) {
            if (server.map(BrokenServer::ended).orElse(0) == 0) {
                throw failure;
            }
            return work.get();
        } finally {
            disk.ifPresent(SimulatedDisk::disarm);
            server.ifPresent(BrokenServer::disarm);
        }
    }

    private void arm(Chance chance) {
        disk.ifPresent(armed -> armed.arm(
                chance.pick(SimulatedDisk.Fault.CRASH, SimulatedDisk.Fault.CRASH_BEFORE_COMMIT, SimulatedDisk.Fault.CRASH_AFTER_COMMIT),
                1L + chance.below(STATEMENTS_MAX)));
        server.ifPresent(armed -> armed.arm(
                chance.pick(BrokenServer.Fault.CRASH, BrokenServer.Fault.CRASH_BEFORE_COMMIT, BrokenServer.Fault.CRASH_AFTER_COMMIT,
                        BrokenServer.Fault.LOST, BrokenServer.Fault.LOST_AFTER_COMMIT),
                1L + chance.below(STATEMENTS_MAX)));
    }

    /// How often the server ended a session in the middle of something.
    int ended() {
        return server.map(BrokenServer::ended).orElse(0);
    }

    /// Ends the programs and starts them again: what they only remembered is gone.
    void restart() {
        parts = open(disk.map(broken -> {
            broken.cutPower();
            return broken.open();
        }).orElse(parts.db()));
    }

    @Override
    public void close() {
        parts.db().close();
        disk.ifPresent(SimulatedDisk::discard);
        server.map(BrokenServer::clock).ifPresent(ServerClock::close);
    }
}
