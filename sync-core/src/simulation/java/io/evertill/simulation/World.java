package io.evertill.simulation;

import io.evertill.db.Crash;
import io.evertill.db.Medium;
import io.evertill.stock.Chance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What the parts of one schedule share: time, chance, what has been seen, and the trace that shows that the same seed
/// always gives the same run.
final class World {
    final Timeline time = new Timeline();
    final Chance chance;
    final SplittableRandom random;
    final Ids ids;
    final Mutation mutation;
    final Path folder;
    final Medium medium;
    final Truth truth = new Truth();
    final List<TillNode> tills = new ArrayList<>();
    final CentreNode centre;
    final Network network;
    private final Map<Seen, Long> seen = new EnumMap<>(Seen.class);
    private final List<String> violations = new ArrayList<>();
    private final boolean isTold;
    private long trace;
    private boolean isQuiet;

    /// @param setting where and with what it runs
    /// @param isTold whether every event is printed
    World(long seed, Setting setting, boolean isTold) {
        this.chance = new Chance(seed);
        this.random = new SplittableRandom(seed + 1);
        this.ids = new Ids(seed, () -> time.now().toEpochMilli());
        this.mutation = setting.mutation();
        this.folder = setting.folder();
        this.medium = setting.isOnFiles() ? Medium.files(folder) : Medium.memory();
        this.isTold = isTold;
        this.network = new Network(this);
        this.centre = new CentreNode(this);
    }

    /// Counts something and puts it into the trace.
    void saw(Seen what, String who) {
        seen.merge(what, 1L, Long::sum);
        note(who + " " + what);
    }

    /// Puts something into the trace.
    void note(String what) {
        trace = trace * 1_000_003 + what.hashCode() * 31L + time.nowMs();
        if (isTold) {
            System.out.printf("%9d %s%n", time.nowMs(), what);
        }
    }

    /// A promise was broken.
    void violated(String sentence) {
        violations.add(sentence);
        note("VIOLATED " + sentence);
    }

    /// Ends all faults: from here on everything has to come right by itself.
    void quieten() {
        isQuiet = true;
        note("quiet");
    }

    boolean isQuiet() {
        return isQuiet;
    }

    long trace() {
        return trace;
    }

    Map<Seen, Long> seen() {
        return seen;
    }

    List<String> violations() {
        return violations;
    }

    /// Runs a part of a program; answers false when it crashed.
    boolean survives(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Crash _) {
            return false;
        }
    }
}
