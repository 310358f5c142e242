package io.evertill.command;

import io.evertill.replay.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// Says how far long work has come: a bar that moves on a terminal, a line now and then elsewhere.
final class TerminalProgress implements Progress, AutoCloseable {
    private static final long EACH_MS_ON_TERMINAL = 200;
    private static final long EACH_MS_ELSEWHERE = 10_000;
    private static final int BAR_WIDTH = 30;

    private final PrintWriter err;
    private final Workplace workplace;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong saidAtMs = new AtomicLong();
    private volatile String name = "";
    private volatile long total;
    private volatile long begunAtMs;

    TerminalProgress(PrintWriter err, Workplace workplace) {
        this.err = err;
        this.workplace = workplace;
    }

    @Override
    public void phase(String phase, long steps) {
        clear();
        name = phase;
        total = steps;
        done.set(0);
        begunAtMs = now();
        saidAtMs.set(begunAtMs);
        if (workplace.isTerminal()) {
            err.print("\r" + phase + " …");
        } else {
            err.println(phase);
        }
        err.flush();
    }

    @Override
    public void add(long steps) {
        long count = done.addAndGet(steps);
        long now = now();
        long said = saidAtMs.get();
        long each = workplace.isTerminal() ? EACH_MS_ON_TERMINAL : EACH_MS_ELSEWHERE;
        if (now - said >= each && saidAtMs.compareAndSet(said, now)) {
            say(count, now);
        }
    }

    private synchronized void say(long count, long now) {
        long rate = now == begunAtMs ? 0 : count * 1_000 / (now - begunAtMs);
        String figures = String.format(Locale.ROOT, "%,d of %,d rows, %,d rows/s", count, total, rate);
        if (workplace.isTerminal()) {
            int filled = total == 0 ? 0 : (int) Math.min(BAR_WIDTH, BAR_WIDTH * count / total);
            err.print("\r" + name + " [" + "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled) + "] " + figures + "  ");
        } else {
            err.println(name + ": " + figures);
        }
        err.flush();
    }

    /// Takes the bar away.
    @Override
    public void close() {
        clear();
        name = "";
    }

    private synchronized void clear() {
        if (workplace.isTerminal() && !name.isEmpty()) {
            err.print("\r" + " ".repeat(120) + "\r");
            err.flush();
        }
    }

    private long now() {
        return workplace.machine().monoMs().getAsLong();
    }
}
