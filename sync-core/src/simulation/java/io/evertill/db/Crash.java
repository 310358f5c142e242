package io.evertill.db;

/// The simulated program ended here, as by a power cut: nobody may catch it but the simulation.
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    /// A crash.
    public Crash() {
        super("the simulated program crashed", null, false, false);
    }
}
