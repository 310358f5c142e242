package io.evertill.central.office;

/// The centre or one of its commands cannot do what it was asked to; nothing was changed.
///
/// The message is for a person: what is wrong and what to do.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What kind of trouble it is, with the exit code of a command.
    public enum Kind {
        /// A difference was found, or a part of the input was refused.
        DIFFERENCE(1),
        /// The command or its input was not understood.
        USAGE(2),
        /// The network: an address that cannot be listened on.
        UNREACHABLE(3),
        /// The database, its disk or its folder.
        STORAGE(4),
        /// A defect of this program.
        DEFECT(5);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        /// The exit code of a command.
        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;

    /// A refusal with a sentence for a person.
    public Refusal(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    /// What kind of trouble it is.
    public Kind kind() {
        return kind;
    }
}
