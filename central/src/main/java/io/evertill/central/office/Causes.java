package io.evertill.central.office;

/// What stands behind a failure, for the log: the world's failures are told in a line, defects of the program with all
/// their frames.
public final class Causes {
    private static final int DEPTH_MAX = 20;

    private Causes() {}

    /// The innermost cause, in its own words.
    public static String last(Throwable failure) {
        Throwable last = failure;
        for (int depth = 0; depth < DEPTH_MAX && last.getCause() != null; depth++) {
            last = last.getCause();
        }
        return last.getClass().getSimpleName() + ": " + last.getMessage();
    }
}
