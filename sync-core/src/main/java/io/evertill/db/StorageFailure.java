package io.evertill.db;

/// The database could not do what was asked, because the world around it is broken: **nothing happened**.
///
/// Raised in this package only. The message is one sentence for a person: what is wrong and what to do.
public class StorageFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What kind of break it is.
    public enum Kind {
        /// No space is left.
        DISK_FULL,
        /// The disk or the network to the database failed.
        INPUT_OUTPUT,
        /// The files may not be written.
        READ_ONLY,
        /// The file is damaged or no database.
        CORRUPT,
        /// A newer program made the database.
        NEWER_VERSION,
        /// Another program holds the database.
        BUSY,
        /// Anything else: a defect of this program.
        OTHER
    }

    private final Kind kind;
    private final String sentence;

    /// A failure with a sentence for a person.
    public StorageFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.sentence = message;
    }

    /// A failure that this program found by itself.
    public StorageFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
        this.sentence = message;
    }

    /// What kind of break it is.
    public Kind kind() {
        return kind;
    }

    /// What is wrong and what to do, for a person.
    public String sentence() {
        return sentence;
    }
}
