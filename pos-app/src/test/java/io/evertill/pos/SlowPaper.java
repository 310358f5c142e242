package io.evertill.pos;

import io.evertill.cable.Plug;
import io.evertill.device.CablePrinter;
import io.evertill.device.CodePage;
import io.evertill.device.Done;
import io.evertill.device.EscPos;
import io.evertill.device.FakePrinter;
import io.evertill.device.FakePrinter.Mood;
import io.evertill.device.ReceiptPrinter;
import io.evertill.receipt.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// A printer that has another mood with each customer, and the thread on which the till asks it. Nobody waits for one that stands still
/// until the test lets it go on, before or after the till's patience ends.
final class SlowPaper implements ReceiptPrinter, Executor, AutoCloseable {
    private static final List<Mood> MOODS = List.of(
            Mood.FINE, Mood.FINE, Mood.FINE, Mood.NO_PAPER, Mood.COVER_OPEN, Mood.PAPER_ENDS, Mood.STALLS, Mood.STALLS);
    private static final Duration HASTY = Duration.ofMillis(100);
    private static final long ENDING_SECONDS_MAX = 60;

    private final FakePrinter fake;
    private final Random random;
    private final CablePrinter patient;
    private final CablePrinter hasty;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final List<Future<?>> waiting = new ArrayList<>();
    private ExecutorService thread = Executors.newSingleThreadExecutor();
    private Mood mood = Mood.FINE;
    private volatile boolean isHasty;

    /// What the till was told when it had a receipt printed.
    record Asked(String number, Done done) {}

    SlowPaper(FakePrinter fake, Random random) {
        this.fake = fake;
        this.random = random;
        Plug plug = new Plug.Network("127.0.0.1", fake.port());
        EscPos escPos = new EscPos(CodePage.WESTERN);
        this.patient = new CablePrinter(plug, escPos, CablePrinter.Asking.ALWAYS);
        this.hasty = new CablePrinter(plug, escPos, CablePrinter.Asking.ALWAYS, HASTY);
    }

    @Override
    public Done print(Receipt receipt, String title) {
        Done done = (isHasty ? hasty : patient).print(receipt, title);
        asked.add(new Asked(title, done));
        return done;
    }

    @Override
    public void execute(Runnable work) {
        waiting.add(thread.submit(work));
        if (mood != Mood.STALLS) {
            await();
        }
    }

    /// Whether it stands still.
    boolean isStill() {
        return mood == Mood.STALLS;
    }

    /// Whether something waits for it.
    boolean isWaitedFor() {
        return waiting.stream().anyMatch(each -> !each.isDone());
    }

    /// What was told, in order.
    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /// The next customer: it goes on, or is still in the same mood.
    void next() {
        if (!isStill() || random.nextBoolean()) {
            goOn();
            mood = MOODS.get(random.nextInt(MOODS.size()));
            isHasty = mood == Mood.PAPER_ENDS || random.nextBoolean();
            fake.is(mood);
        }
    }

    /// It works again, with paper, and what waited for it is done.
    void goOn() {
        if (isHasty) {
            await();
        }
        fake.is(Mood.FINE);
        mood = Mood.FINE;
        await();
        isHasty = false;
    }

    /// The till dies: what it still had to print is gone, and a receipt that is on its way is not waited for.
    void die() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(ENDING_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new AssertionError("the printer's thread does not end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        waiting.clear();
        thread = Executors.newSingleThreadExecutor();
    }

    private void await() {
        for (Future<?> each : waiting) {
            try {
                each.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        waiting.clear();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
