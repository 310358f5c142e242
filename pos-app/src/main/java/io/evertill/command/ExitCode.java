package io.evertill.command;

/// What a program learns from the end of a command.
enum ExitCode {
    /// All is well.
    WELL(0),
    /// A difference was found.
    DIFFERENCE(1),
    /// The command or its input was not understood.
    USAGE(2),
    /// No centre answered, or it does not accept this till.
    UNREACHABLE(3),
    /// The database, its disk or its folder.
    STORAGE(4),
    /// A defect of this program.
    DEFECT(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /// The graver of two.
    ExitCode or(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
