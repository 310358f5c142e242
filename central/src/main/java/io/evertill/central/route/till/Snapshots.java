package io.evertill.central.route.till;

import io.evertill.db.Database;
import io.evertill.feed.Snapshot;
import io.evertill.wire.FeedPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// The snapshots that tills load when they begin: files in a folder, each made once for a state of the feed and a store.
///
/// The newest of a store stays; an older one stays while somebody still loads it, so that a slow line gets to its end, and
/// at most [#KEPT_MAX] of them. A restart forgets them all: a till then begins its download again. Thread-safe.
public final class Snapshots {
    static final int KEPT_MAX = 8;

    private static final long UNUSED_NANOS = Duration.ofMinutes(15).toNanos();

    private final Database db;
    private final Path folder;
    private final LongSupplier nanos;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, Deque<Kept>> kept = new HashMap<>();

    /// Snapshots in a folder of their own; what an earlier run left there goes.
    public Snapshots(Database db, Path folder, LongSupplier nanos) {
        this.db = db;
        this.folder = folder;
        this.nanos = nanos;
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "snapshot-*")) {
                for (Path file : old) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of snapshots cannot be used: " + folder, e);
        }
    }

    private record Kept(Snapshot snapshot, FeedPage.Cursor state, long usedNanos) {}

    /// The snapshot of what a store sees at this moment.
    Snapshot newest(String branch) {
        turn.lock();
        try {
            Deque<Kept> own = kept.computeIfAbsent(branch, _ -> new ArrayDeque<>());
            FeedPage.Cursor state = state();
            Kept first = own.peekFirst();
            if (first == null || !first.state().equals(state)) {
                first = new Kept(Snapshot.make(db, branch, folder), state, nanos.getAsLong());
                tidy(own);
            } else {
                own.removeFirst();
            }
            own.addFirst(new Kept(first.snapshot(), first.state(), nanos.getAsLong()));
            return first.snapshot();
        } finally {
            turn.unlock();
        }
    }

    /// The snapshot of a store with a tag; empty when it is gone.
    Optional<Snapshot> find(String branch, String tag) {
        turn.lock();
        try {
            Deque<Kept> own = kept.computeIfAbsent(branch, _ -> new ArrayDeque<>());
            Optional<Kept> found = own.stream().filter(each -> each.snapshot().tag().equals(tag)).findFirst();
            found.ifPresent(each -> replace(own, each));
            return found.map(Kept::snapshot);
        } finally {
            turn.unlock();
        }
    }

    /// Some bytes of a snapshot; fewer at its end.
    static byte[] read(Snapshot snapshot, long offset, int length) {
        try (InputStream in = Files.newInputStream(snapshot.file())) {
            in.skipNBytes(offset);
            return in.readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException("a snapshot cannot be read: " + snapshot.file(), e);
        }
    }

    private FeedPage.Cursor state() {
        return db.read(tx -> {
            var centre = tx.centre().state();
            return new FeedPage.Cursor(centre.incarnation(), centre.feedHead());
        });
    }

    private void replace(Deque<Kept> own, Kept used) {
        Deque<Kept> again = new ArrayDeque<>();
        for (Kept each : own) {
            again.addLast(each.equals(used) ? new Kept(each.snapshot(), each.state(), nanos.getAsLong()) : each);
        }
        own.clear();
        own.addAll(again);
    }

    /// Makes room for one more.
    private void tidy(Deque<Kept> own) {
        long now = nanos.getAsLong();
        while (!own.isEmpty() && (own.size() >= KEPT_MAX || now - own.getLast().usedNanos() > UNUSED_NANOS)) {
            delete(own.removeLast().snapshot().file());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("an old snapshot cannot be deleted: " + file, e);
        }
    }
}
