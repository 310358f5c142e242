package io.evertill.simulation;

import io.evertill.db.CommitUnknown;
import io.evertill.db.Database;
import io.evertill.db.SimulatedDisk;
import io.evertill.db.StorageFailure;
import io.evertill.db.Tills;
import io.evertill.entry.TillEntry;
import io.evertill.feed.Pull;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fence;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Meta;
import io.evertill.outbox.Courier;
import io.evertill.outbox.Flush;
import io.evertill.outbox.Guard;
import io.evertill.outbox.Rehome;
import io.evertill.register.Register;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A till: register, outbox and feed of the real code, on a disk that can fail, be put back and be cloned.
final class TillNode {
    private static final long TIME_OUT_MS = 20_000;
    private static final long PULL_MS = 120_000;
    private static final long RESTART_MS_MAX = 20_000;
    private static final long NEVER = Long.MAX_VALUE;

    private final World world;
    private final Tills.Seat seat;
    private final String name;
    private final SimulatedDisk disk;
    private Hash machine;
    private Optional<Fence.Mark> outside = Optional.empty();
    private long skewMs;
    private boolean isUp;
    private int life;
    private Optional<Program> program = Optional.empty();
    private Optional<Flight> flight = Optional.empty();
    private long uploadAtMs = NEVER;
    private long pullAtMs = NEVER;
    private long flights;
    private boolean isHeardInQuiet;

    /// What runs on the till until it crashes.
    private record Program(Database db, Register register, Courier courier, Pull pull) {}

    /// An upload without an answer yet.
    ///
    /// @param isQuiet whether all faults had ended when it was made: an older answer says nothing of a centre put back since
    private record Flight(long number, Push push, boolean isQuiet) {}

    TillNode(World world, Tills.Seat seat, String name, SimulatedDisk.Image image) {
        this.world = world;
        this.seat = seat;
        this.name = name;
        this.machine = Hash.sha256(Template.utf8("machine of " + name));
        this.disk = SimulatedDisk.till(world.medium, image, world.mutation.durability(), this::clock);
    }

    /// A till whose database, key and perhaps fence were copied from another one.
    TillNode clone(String cloneName, boolean withFence) {
        TillNode clone = new TillNode(world, seat, cloneName, disk.image());
        if (withFence) {
            clone.machine = machine;
            clone.outside = outside;
        }
        return clone;
    }

    String name() {
        return name;
    }

    Tills.Seat seat() {
        return seat;
    }

    boolean isUp() {
        return isUp;
    }

    SimulatedDisk disk() {
        return disk;
    }

    /// The database, whether a program runs or not.
    Database db() {
        return program.map(Program::db).orElseGet(disk::open);
    }

    private Instant clock() {
        return world.time.now().plusMillis(skewMs);
    }

    /// Starts the program if it does not run.
    void start() {
        if (isUp) {
            return;
        }
        isUp = true;
        life++;
        boolean survived = world.survives(() -> {
            try {
                begin();
            } catch (StorageFailure | CommitUnknown e) {
                world.saw(Seen.DISK_ERROR, name);
                stop();
            }
        });
        if (!survived) {
            crashed();
        }
    }

    private void begin() {
        world.note(name + " starts");
        Database db = disk.open();
        Guard.Passed passed = new Guard(db, world.ids).pass(outside, machine);
        outside = Optional.of(passed.mark());
        if (passed.finding() != Fence.Finding.SAME) {
            world.saw(Seen.FENCE_FOUND_IT, name);
        }
        world.truth.requireDurable(world, this, db);
        UUID boot = world.ids.get();
        Register register = new Register(db, at -> new Meta.Stamp(at.toEpochMilli(), world.time.nowMs(), boot, Optional.empty()),
                world.ids);
        Flush flush = new Flush(db, message -> Template.sign(Template.key(seat), message), world.ids,
                new Flush.Run(boot, () -> new Push.Clock(clock().toEpochMilli(), world.time.nowMs())),
                new Flush.Parts(world.mutation.rule(), new Rehome(db, world.ids, world.mutation.retained())));
        Courier courier = new Courier(flush, new FeedLink(world.centre.db(), world.centre.feed(), seat.branch(), world.folder),
                world.random);
        program = Optional.of(new Program(db, register, courier, new Pull(db, new HostileFeed(world, this), world.folder)));
        planUpload(world.chance.below(3_000));
        planPull(world.chance.below(30_000));
    }

    /// The program ends at this very moment; it starts again a little later.
    void crashed() {
        stop();
        world.time.in(500 + world.chance.below((int) RESTART_MS_MAX), this::start);
    }

    /// The program ends and nothing starts it.
    void stop() {
        isUp = false;
        life++;
        disk.cutPower();
        program = Optional.empty();
        flight = Optional.empty();
        uploadAtMs = NEVER;
        pullAtMs = NEVER;
    }

    /// Puts the database back to an image, and perhaps the mark outside of it.
    void putBack(SimulatedDisk.Image image, Optional<Optional<Fence.Mark>> mark) {
        stop();
        disk.putBack(image);
        mark.ifPresent(kept -> outside = kept);
        world.saw(mark.isPresent() ? Seen.TILL_PUT_BACK_WITH_ITS_FENCE : Seen.TILL_PUT_BACK, name);
        world.truth.putBack(this, disk.open());
        start();
    }

    Optional<Fence.Mark> outside() {
        return outside;
    }

    /// Sets the wall clock wrong.
    void skew(long byMs) {
        skewMs += byMs;
        world.saw(Seen.CLOCK_JUMPED, name);
    }

    /// Lets the cashier do something.
    void serve() {
        program.filter(_ -> isUp).ifPresent(running -> {
            boolean survived = world.survives(() -> {
                if (new Cashier(world, this, running.register(), running.db()).serve()) {
                    disk.sometimesSync(world.chance.below(8));
                    planUpload(world.chance.below(2_000));
                }
            });
            if (!survived) {
                crashed();
            }
        });
    }

    private void planUpload(long delayMs) {
        long at = world.time.nowMs() + delayMs;
        if (flight.isEmpty() && at < uploadAtMs) {
            uploadAtMs = at;
            int ofLife = life;
            world.time.in(delayMs, () -> {
                if (isUp && life == ofLife && uploadAtMs == at) {
                    uploadAtMs = NEVER;
                    upload();
                }
            });
        }
    }

    private void upload() {
        Courier courier = program.orElseThrow().courier();
        boolean survived = world.survives(() -> {
            try {
                Push push = courier.next();
                long number = ++flights;
                flight = Optional.of(new Flight(number, push, world.isQuiet()));
                int ofLife = life;
                world.network.carry(this, push, reply -> answered(ofLife, number, reply));
                world.time.in(TIME_OUT_MS, () -> timedOut(ofLife, number));
            } catch (StorageFailure | CommitUnknown e) {
                world.saw(Seen.DISK_ERROR, name);
                planUpload(1_000);
            }
        });
        if (!survived) {
            crashed();
        }
    }

    private void timedOut(int ofLife, long number) {
        if (isUp && life == ofLife && flight.filter(under -> under.number() == number).isPresent()) {
            world.saw(Seen.TIMED_OUT, name);
            answered(ofLife, number, new PushReply.TimedOut());
        }
    }

    private void answered(int ofLife, long number, PushReply reply) {
        if (!isUp || life != ofLife || flight.isEmpty()) {
            return;
        }
        Push push = flight.get().push();
        if (flight.get().number() != number) {
            world.saw(Seen.LATE_ANSWER, name);
            if (!world.chance.oneIn(3)) {
                return;
            }
        }
        boolean wasMadeInQuiet = flight.get().isQuiet();
        flight = Optional.empty();
        boolean survived = world.survives(() -> {
            try {
                Courier.Round round = program.orElseThrow().courier().answered(push, reply);
                isHeardInQuiet |= wasMadeInQuiet && round instanceof Courier.Round.Delivered delivered && delivered.isAll();
                took(round);
            } catch (StorageFailure | CommitUnknown e) {
                world.saw(Seen.DISK_ERROR, name);
                planUpload(1_000);
            }
        });
        if (!survived) {
            crashed();
        }
    }

    private void took(Courier.Round round) {
        switch (round) {
            case Courier.Round.Delivered delivered -> {
                world.note(name + " verified " + delivered.verified() + " of " + delivered.head());
                world.mutation.verified(disk, delivered.verified());
                if (!delivered.isAll()) {
                    planUpload(0);
                } else if (world.mutation.hasHeartbeat()) {
                    planUpload(delivered.waitMs());
                }
                if (delivered.feedHead() > feedNumber()) {
                    planPull(world.chance.below(1_000));
                }
            }
            case Courier.Round.Moved(String sentence, long waitMs) -> {
                world.saw(sentence.contains("put back") ? Seen.BEHIND : Seen.REHOMED, name);
                planUpload(waitMs);
            }
            case Courier.Round.Undelivered undelivered -> planUpload(undelivered.waitMs());
        }
    }

    private long feedNumber() {
        return program.orElseThrow().db().read(tx ->
                tx.feedState().read().map(read -> read.cursor().number()).orElse(-1L));
    }

    private void planPull(long delayMs) {
        long at = world.time.nowMs() + delayMs;
        if (at < pullAtMs) {
            pullAtMs = at;
            int ofLife = life;
            world.time.in(delayMs, () -> {
                if (isUp && life == ofLife && pullAtMs == at) {
                    pullAtMs = NEVER;
                    pull();
                }
            });
        }
    }

    private void pull() {
        boolean survived = world.survives(() -> {
            try {
                switch (program.orElseThrow().pull().step()) {
                    case Pull.Step.Applied _, Pull.Step.Downloaded _, Pull.Step.Mismatched _, Pull.Step.Repaired _ -> planPull(1);
                    case Pull.Step.UpToDate _ -> planPull(PULL_MS);
                    case Pull.Step.Failed _, Pull.Step.UpdateNeeded _ -> planPull(5_000);
                }
            } catch (StorageFailure | CommitUnknown e) {
                world.saw(Seen.DISK_ERROR, name);
                planPull(5_000);
            }
        });
        if (!survived) {
            crashed();
        }
    }

    /// Whether the centre has answered, since all faults ended, that it holds everything.
    boolean isHeardInQuiet() {
        return isHeardInQuiet;
    }

    /// Whether the centre has proved to hold everything.
    boolean isDelivered() {
        return db().read(tx -> tx.streams().next().isEmpty() && tx.streams().open()
                .map(open -> tx.postings().head(seat.branch(), open.id()).map(head -> head.seq()).orElse(0L)
                        == open.verifiedSeq())
                .orElse(false));
    }

    /// Whether the feed is read to its end; reads what is missing.
    boolean isFed() {
        Pull pull = new Pull(db(), new FeedLink(world.centre.db(), world.centre.feed(), seat.branch(), world.folder), world.folder);
        for (int step = 0; step < 20; step++) {
            if (pull.step() instanceof Pull.Step.UpToDate) {
                return true;
            }
        }
        return false;
    }

    /// An entry as a later version would record it.
    void poison() {
        program.filter(_ -> isUp).ifPresent(running -> {
            EntryId id = new EntryId(world.ids.get());
            List<String> keys = world.chance.oneIn(2)
                    ? List.of(TillEntry.Sold.key(world.chance.pick(Template.VOUCHERS)))
                    : List.of();
            boolean survived = world.survives(() -> {
                try {
                    Poison.record(running.db(), id, keys);
                    world.truth.recorded(this, id);
                    world.saw(Seen.POISON, name);
                } catch (StorageFailure | CommitUnknown e) {
                    world.saw(Seen.DISK_ERROR, name);
                }
            });
            if (!survived) {
                crashed();
            }
        });
    }
}
