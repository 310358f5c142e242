package io.evertill.faults;

import io.evertill.ledger.EntryId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the processes of a run have said so far: the sales that were acknowledged, the uploads that were answered, and what
/// must not be. Thread-safe.
final class Board {
    private static final Pattern SAVED = Pattern.compile("saved ([0-9a-f-]{36}) \\.");
    private static final Pattern DELIVERED = Pattern.compile("delivered [0-9]+ \\.");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<EntryId> saved = new LinkedHashSet<>();
    private final List<String> violations = new ArrayList<>();
    private long delivered;

    /// Takes a line that a till printed. A line that a kill cut off says nothing.
    void till(String name, String line) {
        Matcher sale = SAVED.matcher(line);
        change(() -> {
            if (sale.matches()) {
                if (!saved.add(new EntryId(UUID.fromString(sale.group(1))))) {
                    violations.add(name + " acknowledged entry " + sale.group(1) + " twice");
                }
            } else if (DELIVERED.matcher(line).matches()) {
                delivered++;
            } else if (line.startsWith("refused ")) {
                violations.add(name + " " + line);
            }
        });
    }

    /// Notes something that must not be.
    void violated(String sentence) {
        change(() -> violations.add(sentence));
    }

    /// Says that something else changed for which somebody may wait.
    void stir() {
        change(() -> {});
    }

    /// The sales that were acknowledged, in order.
    Set<EntryId> saved() {
        return held(() -> new LinkedHashSet<>(saved));
    }

    /// How many sales were acknowledged.
    int sales() {
        return held(saved::size);
    }

    /// How many uploads were answered.
    long delivered() {
        return held(() -> delivered);
    }

    /// What must not be.
    List<String> violations() {
        return held(() -> List.copyOf(violations));
    }

    /// Waits until something holds; answers whether it came about in time.
    boolean await(BooleanSupplier what, long seconds) throws InterruptedException {
        long left = TimeUnit.SECONDS.toNanos(seconds);
        lock.lockInterruptibly();
        try {
            while (!what.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        held(() -> {
            change.run();
            changed.signalAll();
            return changed;
        });
    }

    private <T> T held(java.util.function.Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
