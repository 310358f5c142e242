package io.evertill.central.office;

import io.evertill.db.CommitUnknown;
import io.evertill.db.StorageFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A step that is repeated on its own thread while there is something to do, and again when it is woken.
///
/// It also looks by itself every [#LOOK], because another program may have written to the same database. A failure of the
/// database is waited out with full jitter; nothing ends a job but [#close].
public final class Job implements AutoCloseable {
    /// How often an idle job looks whether there is something to do.
    static final Duration LOOK = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);
    private static final long WAIT_MS_FIRST = 500;
    private static final long WAIT_MS_MAX = 60_000;
    private static final int DOUBLINGS_MAX = 7;

    private final String name;
    private final IntSupplier step;
    private final Runnable rest;
    private final RandomGenerator random;
    private final Signal woken = new Signal();
    private final Signal worked = new Signal();
    private volatile State state = new State(0, 0, Optional.empty());
    private volatile boolean isClosed;
    private final Thread thread;

    /// A job that is not started yet.
    ///
    /// @param step does the next piece of work and says how much it was, 0 for nothing
    /// @param rest runs once when the work is done and nothing came for a while
    public Job(String name, IntSupplier step, Runnable rest, RandomGenerator random) {
        this.name = name;
        this.step = step;
        this.rest = rest;
        this.random = random;
        this.thread = Thread.ofPlatform().name("centre-" + name).daemon().unstarted(this::run);
    }

    /// How a job goes.
    ///
    /// @param done how much it has done since it was started
    /// @param failures how often in a row it failed
    /// @param problem what is wrong, in a sentence, while it fails
    public record State(long done, int failures, Optional<String> problem) {}

    public void start() {
        thread.start();
    }

    /// Says that there is something to do.
    public void wake() {
        woken.raise();
    }

    /// How it goes.
    public State state() {
        return state;
    }

    /// Raised after every step that did something.
    public Signal worked() {
        return worked;
    }

    /// Ends the job after the step that it is in.
    @Override
    public void close() {
        isClosed = true;
        woken.raise();
        worked.raise();
        if (thread.isAlive()) {
            try {
                thread.join(Duration.ofSeconds(30));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        boolean isTired = false;
        while (!isClosed) {
            long seen = woken.count();
            int done = attempt();
            if (done > 0) {
                isTired = true;
                worked.raise();
                continue;
            }
            boolean isWoken = pause(seen, done < 0 ? backoffNanos() : LOOK.toNanos());
            if (!isWoken && done == 0 && isTired && !isClosed) {
                isTired = false;
                attempt(rest);
            }
        }
    }

    /// Does a step; answers less than 0 when it failed.
    private int attempt() {
        int[] done = {-1};
        attempt(() -> {
            done[0] = step.getAsInt();
            state = new State(state.done() + done[0], 0, Optional.empty());
        });
        return done[0];
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (StorageFailure e) {
            failed(e.sentence(), e);
        } catch (CommitUnknown e) {
            failed(e.sentence(), e);
        } catch (RuntimeException e) {
            // The one place that catches a defect in a job: it is recorded, shown in /health, and the job goes on trying.
            failed("The job " + name + " met a defect of this program: " + e.getClass().getSimpleName(), e);
            if (state.failures() == 1) {
                LOG.error("The defect", e);
            }
        }
    }

    private void failed(String sentence, RuntimeException cause) {
        int failures = state.failures() + 1;
        state = new State(state.done(), failures, Optional.of(sentence));
        if (failures == 1) {
            LOG.error("Job {} failed and is tried again: {} ({})", name, sentence, Causes.last(cause));
            LOG.debug("The whole cause", cause);
        } else {
            LOG.warn("Job {} failed {} times in a row: {}", name, failures, sentence);
        }
    }

    private long backoffNanos() {
        long most = Math.min(WAIT_MS_MAX, WAIT_MS_FIRST << Math.min(state.failures(), DOUBLINGS_MAX));
        return Duration.ofMillis(random.nextLong(most + 1)).toNanos();
    }

    /// Waits; answers whether it was woken.
    private boolean pause(long seen, long nanos) {
        try {
            return woken.await(seen, nanos) > 0;
        } catch (InterruptedException _) {
            isClosed = true;
            return true;
        }
    }
}
