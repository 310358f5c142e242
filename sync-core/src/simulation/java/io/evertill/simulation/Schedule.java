package io.evertill.simulation;

import io.evertill.db.SimulatedDisk;
import io.evertill.ledger.Fence;
import io.evertill.stock.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One schedule: some trading, some faults, all drawn from the seed; then quiet, in which everything has to come right by
/// itself within a bounded time; then the judgement.
final class Schedule {
    /// The longest that it may take after the last fault, in virtual time: a heartbeat, the longest wait after failures, and
    /// some exchanges.
    static final long LIVENESS_MS_MAX = 300_000;

    private static final long SETTLED_LOOK_MS = 2_000;
    private static final int SALES_USUALLY = 30;
    private static final int SALES_LONG = 240;
    private static final int CLONES_MAX = 2;

    private final World world;
    private final List<Saved> images = new ArrayList<>();
    private final Chance chance;
    private long horizonMs;

    /// An image of a till that it may be put back to.
    private record Saved(TillNode till, SimulatedDisk.Image image, Optional<Fence.Mark> mark) {}

    /// How a schedule ended.
    ///
    /// @param trace the same for the same seed and code
    record Ended(
            long seed, List<String> violations, long lost, long doubled, long trace, Map<Seen, Long> seen, long virtualMs) {}

    private Schedule(World world) {
        this.world = world;
        this.chance = world.chance;
    }

    /// Runs a schedule.
    static Ended run(long seed, Setting setting, boolean isTold) {
        World world = new World(seed, setting, isTold);
        try {
            new Schedule(world).run(seed % 16 == 0);
            return new Ended(seed, List.copyOf(world.violations()), world.truth.lost(), world.truth.doubled(), world.trace(),
                    world.seen(), world.time.nowMs());
        } finally {
            world.tills.forEach(till -> till.disk().discard());
            world.centre.discard();
        }
    }

    private void run(boolean isThorough) {
        for (int at = 0; at < Template.SEATS.size(); at++) {
            String name = Template.terminal(Template.SEATS.get(at));
            world.tills.add(new TillNode(world, Template.SEATS.get(at), name, Template.ONE.tills().get(at)));
        }
        world.network.draw();
        boolean isLong = chance.oneIn(24);
        int sales = isLong ? SALES_LONG : 10 + chance.below(2 * SALES_USUALLY - 20);
        horizonMs = isLong ? 1_800_000 : 120_000L + chance.below(600_000);
        for (int sale = 0; sale < sales; sale++) {
            at(() -> (isLong && !chance.oneIn(4) ? world.tills.getFirst() : chance.pick(world.tills)).serve());
        }
        int faults = chance.below(12);
        for (int fault = 0; fault < faults; fault++) {
            at(this::fault);
        }
        world.tills.forEach(TillNode::start);
        world.time.runUntil(horizonMs);
        settle();
        world.truth.judge(world, isThorough);
    }

    private void at(Runnable what) {
        world.time.in(1 + (long) (horizonMs * (chance.below(1_000_000) / 1_000_000.0)), what);
    }

    private void settle() {
        world.quieten();
        world.network.quieten();
        world.tills.forEach(till -> till.disk().disarm());
        world.centre.disk().disarm();
        world.centre.start();
        world.tills.forEach(TillNode::start);
        world.centre.define(Template.GHOST);
        long end = world.time.nowMs() + LIVENESS_MS_MAX;
        while (world.time.nowMs() < end && !isSettled()) {
            world.time.runUntil(world.time.nowMs() + SETTLED_LOOK_MS);
        }
    }

    /// Every till has been answered since the quiet began and has nothing left; a till that is silent is never settled.
    private boolean isSettled() {
        return world.tills.stream().allMatch(till -> till.isHeardInQuiet() && till.isDelivered())
                && world.centre.isIdle();
    }

    private void fault() {
        TillNode till = chance.pick(world.tills);
        switch (chance.below(20)) {
            case 0, 1 -> armTill(till);
            case 2 -> cutPower(till);
            case 3, 4 -> armCentre();
            case 5 -> crashCentre();
            case 6, 7 -> world.centre.backUp();
            case 8, 9 -> world.centre.putBack(chance.flip());
            case 10, 11 -> images.add(new Saved(till, till.disk().image(), till.outside()));
            case 12, 13 -> putBack();
            case 14 -> cloneOf(till);
            case 15, 16 -> world.network.cut(till, 10_000L + chance.below(300_000));
            case 17 -> till.poison();
            case 18 -> world.centre.changePrice();
            default -> oddity(till);
        }
    }

    private void oddity(TillNode till) {
        switch (chance.below(3)) {
            case 0 -> till.skew(chance.pick(-7_200_000L, -60_000L, 90_000L, 86_400_000L));
            case 1 -> world.centre.revoke(till);
            default -> world.centre.changePrice();
        }
    }

    private void armTill(TillNode till) {
        SimulatedDisk.Fault fault = chance.pick(SimulatedDisk.Fault.values());
        till.disk().arm(fault, 1 + chance.below(60));
        see(fault, till.name());
    }

    private void armCentre() {
        SimulatedDisk.Fault fault = chance.pick(SimulatedDisk.Fault.values());
        world.centre.disk().arm(fault, 1 + chance.below(200));
        see(fault, "centre");
    }

    private void see(SimulatedDisk.Fault fault, String who) {
        switch (fault) {
            case NONE -> {}
            case CRASH -> world.saw(Seen.CRASH_BETWEEN_STATEMENTS, who);
            case CRASH_BEFORE_COMMIT -> world.saw(Seen.CRASH_BEFORE_COMMIT, who);
            case CRASH_AFTER_COMMIT -> world.saw(Seen.CRASH_AFTER_COMMIT, who);
            case FULL -> world.saw(Seen.DISK_FULL, who);
            case ERROR -> world.saw(Seen.DISK_ERROR, who);
            case ERROR_BEFORE_COMMIT, ERROR_AFTER_COMMIT -> world.saw(Seen.COMMIT_UNKNOWN, who);
        }
    }

    private void cutPower(TillNode till) {
        if (till.isUp()) {
            world.saw(Seen.POWER_CUT, till.name());
            till.crashed();
        }
    }

    private void crashCentre() {
        if (world.centre.isUp()) {
            world.centre.crashed();
        }
    }

    private void putBack() {
        if (!images.isEmpty()) {
            Saved saved = chance.pick(images);
            saved.till().putBack(saved.image(), chance.flip() ? Optional.of(saved.mark()) : Optional.empty());
        }
    }

    private void cloneOf(TillNode till) {
        if (world.tills.size() < Template.SEATS.size() + CLONES_MAX) {
            TillNode clone = till.clone(till.name() + "'" + world.tills.size(), chance.flip());
            world.saw(Seen.TILL_CLONED, clone.name());
            world.truth.putBack(clone, clone.db());
            world.tills.add(clone);
            clone.start();
        }
    }
}
