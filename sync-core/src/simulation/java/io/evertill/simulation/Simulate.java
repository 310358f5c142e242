package io.evertill.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Runs many schedules and prints what they came across: `mvn -q -Psimulate`.
public final class Simulate {
    private static final long SCHEDULES_TO_CATCH_MAX = 20_000;
    private static final long SCHEDULES_USUALLY = 2_000;
    private static final int TOLD_MAX = 5;

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
    /// @param schedules how many seeds
    record Order(long from, long schedules, Mutation mutation, int threads, boolean endsWhenCaught) {}

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
        Mutation mutation = Mutation.named(System.getProperty("mutation", "none"));
        Long one = Long.getLong("seed");
        boolean isOpenEnded = mutation != Mutation.NONE && System.getProperty("schedules") == null && one == null;
        long schedules = one != null && System.getProperty("schedules") == null ? 1
                : Long.getLong("schedules", isOpenEnded ? SCHEDULES_TO_CATCH_MAX : SCHEDULES_USUALLY);
        long from = one != null ? one : Long.getLong("from", System.currentTimeMillis() % 1_000_000_000L * 1_000);
        if (one != null && schedules == 1) {
            System.exit(tell(one, mutation) ? 0 : 1);
        }
        int threads = Integer.getInteger("threads", Runtime.getRuntime().availableProcessors());
        System.exit(print(new Order(from, schedules, mutation, threads, isOpenEnded)) ? 0 : 1);
    }

    private static boolean tell(long seed, Mutation mutation) throws IOException {
        Path folder = Files.createTempDirectory("evertill-simulation-");
        Schedule.Ended ended = Schedule.run(seed, mutation, folder, true);
        ended.violations().forEach(violation -> System.out.println("VIOLATED: " + violation));
        System.out.println("seed " + seed + ", trace " + Long.toHexString(ended.trace()) + ", lost " + ended.lost()
                + ", doubled " + ended.doubled());
        return ended.violations().isEmpty();
    }

    private static boolean print(Order order) throws Exception {
        System.out.printf("Simulation at commit %s: seeds %d to %d, mutation %s, %d threads%n", Commit.NAME, order.from(),
                order.from() + order.schedules() - 1, order.mutation().typed(), order.threads());
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
        return sum.bad.isEmpty();
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
        Path folder = Files.createTempDirectory("evertill-simulation-");
        Sum sum = new Sum();
        while (!(order.endsWhenCaught() && isCaught.get())) {
            long seed = next.getAndIncrement();
            if (seed >= order.from() + order.schedules()) {
                break;
            }
            Schedule.Ended ended;
            try {
                ended = Schedule.run(seed, order.mutation(), folder, false);
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
