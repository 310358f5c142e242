package io.evertill.central.command;

import java.io.PrintWriter;

/// Says how far long work has come: one line that changes on a terminal, and a line now and then elsewhere.
public final class Progress {
    private static final long EACH_ON_TERMINAL = 1_000;
    private static final long EACH_ELSEWHERE = 100_000;

    private final PrintWriter err;
    private final boolean isTerminal;
    private final String what;
    private long said;

    public Progress(PrintWriter err, boolean isTerminal, String what) {
        this.err = err;
        this.isTerminal = isTerminal;
        this.what = what;
    }

    /// Notes how much is done.
    public void at(long done) {
        if (done - said >= (isTerminal ? EACH_ON_TERMINAL : EACH_ELSEWHERE)) {
            said = done;
            err.print((isTerminal ? "\r" : "") + String.format(java.util.Locale.ROOT, "%,d %s", done, what)
                    + (isTerminal ? "" : System.lineSeparator()));
            err.flush();
        }
    }

    /// Clears the line that changed.
    public void end() {
        if (isTerminal && said > 0) {
            err.print("\r" + " ".repeat(40) + "\r");
            err.flush();
        }
    }
}
