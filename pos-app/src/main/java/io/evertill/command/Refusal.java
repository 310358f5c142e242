package io.evertill.command;

/// A command cannot do what it was asked to. The message is for a person: what is wrong and what to do.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final ExitCode exitCode;

    Refusal(ExitCode exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
