package io.evertill.central.office;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps a second centre off a data folder. The system gives the lock back when the process ends, however it ends.
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Locks a folder.
    ///
    /// @throws Refusal when another centre runs on it, or it cannot be written
    public static FolderLock take(Path folder) {
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    folder.resolve("centre.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException _) {
            throw new Refusal(Refusal.Kind.STORAGE,
                    "The folder " + folder + " may not be written. Check its permissions, or choose another with --data.");
        }
        boolean isTaken = false;
        try {
            @Nullable FileLock lock = channel.tryLock();
            isTaken = lock != null;
        } catch (OverlappingFileLockException _) {
            // Another centre of this very process holds it.
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.STORAGE, "The folder " + folder + " cannot be locked: " + e.getMessage());
        } finally {
            if (!isTaken) {
                close(channel);
            }
        }
        if (!isTaken) {
            throw new Refusal(Refusal.Kind.STORAGE, "A centre runs on " + folder + " already. Stop it, or choose another folder.");
        }
        return new FolderLock(channel);
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException _) {
            // The lock ends with the process at the latest.
        }
    }
}
