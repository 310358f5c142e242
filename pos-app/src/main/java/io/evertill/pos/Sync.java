package io.evertill.pos;

import io.evertill.db.CommitUnknown;
import io.evertill.db.StorageFailure;
import io.evertill.feed.Pull;
import io.evertill.outbox.Courier;
import io.evertill.outbox.Pace;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries entries up and the feed down for as long as a till runs, on one thread ([#run]).
///
/// It wakes up when something was recorded, when the line was restored, for the heartbeat and to look at the feed. A
/// centre that is down, busy or gone for weeks only makes it wait; it never ends by itself and never holds a sale.
public final class Sync implements Runnable {
    /// When nothing was recorded for so long, idle time has come.
    private static final long IDLE_MS = 20_000;
    /// How long the sync waits after a failure of the till's own disk.
    private static final long DISK_WAIT_MS = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);

    private final Line line;
    private final Machine machine;
    private final Consumer<Tidings> listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Rhythm rhythm;
    private Pace pullPace = Pace.START;
    private long records;
    private long recordedAtMs;
    private boolean isRested = true;
    private boolean isStopped;

    /// What travels, and how.
    ///
    /// @param courier carries entries up
    /// @param pull reads the feed
    /// @param feedNumber how far the feed was read, as a number; -1 before the first time
    /// @param introduce tells the centre of what is no entry, when it was heard
    /// @param rest what to do in idle time, once after each busy time
    public record Line(Courier courier, Pull pull, LongSupplier feedNumber, Runnable introduce, Runnable rest) {}

    /// What a listener hears, on the sync thread.
    public sealed interface Tidings {
        /// An upload was answered or failed.
        record Pushed(Courier.Round round) implements Tidings {}

        /// The feed was looked at.
        record Pulled(Pull.Step step) implements Tidings {}
    }

    /// A sync of a till; it does nothing before [#run].
    public Sync(Line line, Machine machine, Rhythm.Bounds bounds, Consumer<Tidings> listener) {
        this.line = line;
        this.machine = machine;
        this.listener = listener;
        this.rhythm = Rhythm.start(bounds, now());
    }

    /// Says that something was recorded.
    public void recorded() {
        change(() -> {
            records++;
            recordedAtMs = now();
            isRested = false;
            rhythm = rhythm.recorded(recordedAtMs);
        });
    }

    /// Says that the line was restored.
    public void linkUp() {
        change(() -> rhythm = rhythm.linkUp(now(), machine.random()));
    }

    /// Ends [#run] after what is under way.
    public void stop() {
        change(() -> isStopped = true);
    }

    /// Works until it is stopped or its thread is interrupted.
    @Override
    public void run() {
        try {
            while (awaitDue()) {
                step();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Does what is due; answers how long nothing will be, in milliseconds.
    long step() {
        Rhythm due = now(now -> rhythm);
        if (due.isPushDue(now())) {
            push();
        }
        if (now(now -> rhythm).isPullDue(now())) {
            pull();
        }
        if (now(this::isRestDue)) {
            change(() -> isRested = true);
            rest();
        }
        return now(this::idleMs);
    }

    private void rest() {
        try {
            line.rest().run();
        } catch (StorageFailure | CommitUnknown e) {
            LOG.warn("the till's disk failed in idle time; it is tried again after the next sale", e);
        }
    }

    private void push() {
        long before = now(_ -> records);
        Courier.Round round = round();
        change(() -> {
            long now = now();
            switch (round) {
                case Courier.Round.Delivered delivered -> {
                    rhythm = rhythm.delivered(now, delivered.waitMs());
                    if (records != before) {
                        rhythm = rhythm.recorded(now);
                    }
                }
                case Courier.Round.Moved moved -> rhythm = rhythm.undelivered(now, moved.waitMs());
                case Courier.Round.Undelivered undelivered -> rhythm = rhythm.undelivered(now, undelivered.waitMs());
            }
        });
        if (round instanceof Courier.Round.Delivered) {
            introduce();
        }
        if (round instanceof Courier.Round.Delivered delivered && delivered.feedHead() > line.feedNumber().getAsLong()) {
            change(() -> rhythm = rhythm.newsInFeed(now()));
        }
        listener.accept(new Tidings.Pushed(round));
    }

    private void introduce() {
        try {
            line.introduce().run();
        } catch (StorageFailure | CommitUnknown e) {
            LOG.warn("the till's disk failed while new customers were handed over; it is tried again", e);
        }
    }

    /// A disk that fails is no reason to end: what was sent is sent again, and what it did not take is asked for again.
    private Courier.Round round() {
        try {
            return line.courier().round();
        } catch (StorageFailure | CommitUnknown e) {
            LOG.warn("the till's disk failed while entries were handed over; it is tried again", e);
            return new Courier.Round.Undelivered(Courier.Problem.BUSY,
                    "The till's own disk failed: " + sentence(e) + " Entries are handed over when it works again.", DISK_WAIT_MS);
        }
    }

    private Pull.Step pulled() {
        try {
            Pull.Step step = line.pull().step();
            report(step);
            return step;
        } catch (StorageFailure | CommitUnknown e) {
            LOG.warn("the till's disk failed while news were kept; it is tried again", e);
            return new Pull.Step.Failed("The till's own disk failed: " + sentence(e));
        }
    }

    /// A table that was damaged here is mended by itself; a person should know that it was.
    static void report(Pull.Step step) {
        switch (step) {
            case Pull.Step.Mismatched(List<String> tables) ->
                    LOG.warn("this till's {} differ from the centre's; they are loaded again", String.join(", ", tables));
            case Pull.Step.Repaired(List<String> tables, long rows) ->
                    LOG.warn("this till's {} were loaded again, {} rows; nothing else was touched", String.join(", ", tables), rows);
            case Pull.Step.Applied _, Pull.Step.UpToDate _, Pull.Step.Downloaded _, Pull.Step.UpdateNeeded _, Pull.Step.Failed _ -> {}
        }
    }

    private static String sentence(RuntimeException e) {
        return e instanceof StorageFailure failure ? failure.sentence() : String.valueOf(e.getMessage());
    }

    private void pull() {
        Pull.Step step = pulled();
        change(() -> {
            boolean isFailed = step instanceof Pull.Step.Failed;
            pullPace = isFailed ? pullPace.failed() : pullPace.succeeded();
            long wait = switch (step) {
                case Pull.Step.Applied applied -> applied.hasMore() ? 0 : rhythm.bounds().pullMs();
                case Pull.Step.Downloaded _, Pull.Step.Mismatched _, Pull.Step.Repaired _ -> 0;
                case Pull.Step.UpToDate _, Pull.Step.UpdateNeeded _ -> rhythm.bounds().pullMs();
                case Pull.Step.Failed _ -> pullPace.waitMs(machine.random());
            };
            rhythm = rhythm.pulled(now(), wait);
        });
        listener.accept(new Tidings.Pulled(step));
    }

    /// Waits until something is due; false when it was stopped.
    private boolean awaitDue() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!isStopped && idleMs(now()) > 0) {
                changed.awaitNanos(TimeUnit.MILLISECONDS.toNanos(idleMs(now())));
            }
            return !isStopped;
        } finally {
            lock.unlock();
        }
    }

    private long idleMs(long now) {
        long untilRest = isRested ? Long.MAX_VALUE : Math.max(0, recordedAtMs + IDLE_MS - now);
        return Math.min(rhythm.idleMs(now), untilRest);
    }

    private boolean isRestDue(long now) {
        return !isRested && recordedAtMs + IDLE_MS <= now;
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T now(java.util.function.LongFunction<T> question) {
        lock.lock();
        try {
            return question.apply(now());
        } finally {
            lock.unlock();
        }
    }

    private long now() {
        return machine.monoMs().getAsLong();
    }
}
