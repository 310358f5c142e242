package io.evertill.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// Runs many schedules and prints what they came across: `mvn -q -Psimulate`.
///
/// `-Dschedules=N` how many (2,000), `-Dfrom=S` the first seed (fresh ones), `-Dseconds=N` at most so long, `-Dseed=S` one
/// schedule with every event told, `-Dmutation=NAME` with a wrong part ([Mutation]) until it is caught, at most 20,000,
/// `-Dstore=files` with databases on files in the system's temporary folder, which a crash leaves as they are.
/// Exit code 0 when every promise held, else 1.
public final class Simulate {
    private static final long SCHEDULES_TO_CATCH_MAX = 20_000;
    private static final long SCHEDULES_USUALLY = 2_000;
    private static final int TOLD_MAX = 5;
    private static final long SECONDS_MAX = 1_000_000;
    /// From so many schedules on, everything must have been seen in one of a hundred.
    private static final long SCHEDULES_TO_SEE_ALL = 1_000;
    private static final long PER_SEEN = 100;

    private final Order order;
    private final AtomicLong next;
    private final AtomicBoolean isCaught = new AtomicBoolean();

    private Simulate(Order order) {
        this.order = order;
        this.next = new AtomicLong(order.from());
    }

    /// What is to be run.
    ///
    /// @param from the first seed
    /// @param schedules how many seeds at the most
    /// @param secondsMax no schedule begins later than so many seconds after the start
    record Order(
            long from,
            long schedules,
            Mutation mutation,
            boolean isOnFiles,
            int threads,
            boolean endsWhenCaught,
            long secondsMax) {}

    /// All schedules together.
    static final class Sum {
        final Map<Seen, Long> seen = new EnumMap<>(Seen.class);
        final List<Schedule.Ended> bad = new ArrayList<>();
        long schedules;
        long lost;
        long doubled;
        long virtualMs;

        void add(Schedule.Ended ended) {
            schedules++;
            lost += ended.lost();
            doubled += ended.doubled();
            virtualMs += ended.virtualMs();
            ended.seen().forEach((what, count) -> seen.merge(what, count, Long::sum));
            if (!ended.violations().isEmpty()) {
                bad.add(ended);
            }
        }

        void add(Sum other) {
            schedules += other.schedules;
            lost += other.lost;
            doubled += other.doubled;
            virtualMs += other.virtualMs;
            other.seen.forEach((what, count) -> seen.merge(what, count, Long::sum));
            bad.addAll(other.bad);
        }
    }

    /// Runs; exits with 1 when a promise was broken.
    public static void main(String[] arguments) throws Exception {
        Mutation mutation = Mutation.named(property("mutation").orElse("none"));
        Optional<Long> seed = property("seed").map(Long::valueOf);
        boolean isOnFiles = property("store").orElse("memory").equals("files");
        Optional<Long> schedules = property("schedules").map(Long::valueOf);
        if (seed.isPresent() && schedules.isEmpty()) {
            System.exit(tell(seed.get(), mutation, isOnFiles) ? 0 : 1);
        }
        boolean isOpenEnded = mutation != Mutation.NONE && schedules.isEmpty();
        long from = seed.or(() -> property("from").map(Long::valueOf)).orElseGet(Simulate::fresh);
        int threads = property("threads").map(Integer::valueOf).orElse(Runtime.getRuntime().availableProcessors());
        long most = schedules.orElse(isOpenEnded ? SCHEDULES_TO_CATCH_MAX : SCHEDULES_USUALLY);
        long secondsMax = property("seconds").map(Long::valueOf).orElse(SECONDS_MAX);
        System.exit(print(new Order(from, most, mutation, isOnFiles, threads, isOpenEnded, secondsMax)) ? 0 : 1);
    }

    /// A property that was set to something.
    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /// Seeds that no run had before.
    private static long fresh() {
        return System.currentTimeMillis() % 1_000_000_000_000L * 1_000;
    }

    private static boolean tell(long seed, Mutation mutation, boolean isOnFiles) throws IOException {
        Path folder = Files.createTempDirectory("evertill-simulation-");
        Schedule.Ended ended = Schedule.run(seed, new Setting(mutation, folder, isOnFiles), true);
        ended.violations().forEach(violation -> System.out.println("VIOLATED: " + violation));
        System.out.println("seed " + seed + ", trace " + Long.toHexString(ended.trace()) + ", lost " + ended.lost()
                + ", doubled " + ended.doubled());
        return ended.violations().isEmpty();
    }

    private static boolean print(Order order) throws Exception {
        System.out.printf("Simulation at commit %s: seeds %d to %d, mutation %s, %s, %d threads%n", Commit.NAME, order.from(),
                order.from() + order.schedules() - 1, order.mutation().typed(),
                order.isOnFiles() ? "on files" : "in memory", order.threads());
        long begun = System.nanoTime();
        Sum sum = new Simulate(order).run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%d schedules in %.1f s, %.0f a second; %.1f days of virtual time%n", sum.schedules, seconds,
                sum.schedules / seconds, sum.virtualMs / 86_400_000.0);
        for (Seen what : Seen.values()) {
            System.out.printf("  %-32s %10d%n", what.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                    sum.seen.getOrDefault(what, 0L));
        }
        System.out.printf("lost %d, doubled %d, schedules with a broken promise %d%n", sum.lost, sum.doubled, sum.bad.size());
        sum.bad.stream().limit(TOLD_MAX).forEach(bad -> System.out.printf(
                "seed %d: %s%n  commit %s; repeat: mvn -q -Psimulate -Dseed=%d -Dmutation=%s%n", bad.seed(),
                bad.violations().getFirst(), Commit.NAME, bad.seed(), order.mutation().typed()));
        boolean sawAll = sawAll(order, sum);
        return sum.bad.isEmpty() && sawAll;
    }

    /// A run that never came across a fault proves nothing about it.
    private static boolean sawAll(Order order, Sum sum) {
        if (order.mutation() != Mutation.NONE || sum.schedules < SCHEDULES_TO_SEE_ALL) {
            return true;
        }
        List<Seen> rare = Stream.of(Seen.values())
                .filter(what -> sum.seen.getOrDefault(what, 0L) * PER_SEEN < sum.schedules)
                .toList();
        if (!rare.isEmpty()) {
            System.out.println("seen in less than one of " + PER_SEEN + " schedules, so this run proves little about: " + rare);
        }
        return rare.isEmpty();
    }

    /// Runs all schedules, in as many threads as were ordered.
    static Sum run(Order order) throws InterruptedException, ExecutionException {
        return new Simulate(order).run();
    }

    private Sum run() throws InterruptedException, ExecutionException {
        Sum sum = new Sum();
        try (ExecutorService threads = Executors.newFixedThreadPool(order.threads())) {
            List<Future<Sum>> parts = new ArrayList<>();
            for (int thread = 0; thread < order.threads(); thread++) {
                parts.add(threads.submit(this::part));
            }
            for (Future<Sum> part : parts) {
                sum.add(part.get());
            }
        }
        return sum;
    }

    private Sum part() throws IOException {
        Setting setting = new Setting(
                order.mutation(), Files.createTempDirectory("evertill-simulation-"), order.isOnFiles());
        Sum sum = new Sum();
        long end = System.nanoTime() + order.secondsMax() * 1_000_000_000L;
        while (!(order.endsWhenCaught() && isCaught.get()) && System.nanoTime() < end) {
            long seed = next.getAndIncrement();
            if (seed >= order.from() + order.schedules()) {
                break;
            }
            Schedule.Ended ended;
            try {
                ended = Schedule.run(seed, setting, false);
            } catch (RuntimeException e) {
                ended = new Schedule.Ended(seed, List.of(String.valueOf(e)), 0, 0, 0, Map.of(), 0);
            }
            sum.add(ended);
            if (!ended.violations().isEmpty()) {
                isCaught.set(true);
            }
        }
        return sum;
    }
}
