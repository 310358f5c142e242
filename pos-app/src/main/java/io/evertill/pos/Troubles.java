package io.evertill.pos;

import io.evertill.db.StorageFailure;
import io.evertill.register.Outcome;
import io.evertill.till.TillEvent;
import io.evertill.till.Trouble;

/// What the till shows when the ledger did not take something.
final class Troubles {
    private Troubles() {}

    /// What the till hears of something that was not saved and that nobody waits for.
    static TillEvent unsaved(Outcome.Why why, String sentence) {
        return new TillEvent.DeviceFailed(trouble(why), detail(trouble(why), sentence));
    }

    static Trouble trouble(Outcome.Why why) {
        return switch (why) {
            case DISK_FULL -> Trouble.DISK_FULL;
            case READ_ONLY -> Trouble.READ_ONLY;
            case SHIFT -> Trouble.NO_SHIFT;
            case STORAGE, CONTENT -> Trouble.STORAGE;
        };
    }

    static Trouble trouble(StorageFailure.Kind kind) {
        return switch (kind) {
            case DISK_FULL -> Trouble.DISK_FULL;
            case READ_ONLY -> Trouble.READ_ONLY;
            case INPUT_OUTPUT, CORRUPT, NEWER_VERSION, BUSY, OTHER -> Trouble.STORAGE;
        };
    }

    /// Only what the screen does not say by itself, in its own language.
    static String detail(Trouble trouble, String sentence) {
        return trouble == Trouble.DISK_FULL || trouble == Trouble.READ_ONLY || trouble == Trouble.NO_SHIFT ? "" : sentence;
    }
}
