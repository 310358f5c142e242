package io.evertill.db;

/// The commit itself failed, so whether the transaction took place is not known.
///
/// Never retry or report it blindly: the connection was reopened already; read what the transaction would have left (the
/// head of the stream, an entry's id) and let that say.
public final class CommitUnknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// The commit's own failure.
    public CommitUnknown(Throwable cause) {
        super("the database did not say whether the last transaction was kept", cause);
    }
}
