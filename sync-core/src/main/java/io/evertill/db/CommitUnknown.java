package io.evertill.db;

/// The commit itself failed, so whether the transaction took place is not known.
///
/// Never retry or report it blindly: the connection was reopened already; read what the transaction would have left (the
/// head of the stream, an entry's id) and let that say.
public final class CommitUnknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final StorageFailure.Kind kind;

    /// The commit's own failure.
    public CommitUnknown(StorageFailure.Kind kind, Throwable cause) {
        super("the database did not say whether the last transaction was kept", cause);
        this.kind = kind;
    }

    /// What kind of break the commit met.
    public StorageFailure.Kind kind() {
        return kind;
    }

    /// What is wrong and what to do, for a person who can do the last step again.
    public String sentence() {
        return kind == StorageFailure.Kind.DISK_FULL
                ? "The disk is full, and the database did not say whether the last step was kept. Free some space, then do it again."
                : "The database did not say whether the last step was kept. Check its disk, then do it again.";
    }
}
