package io.evertill.faults;

import io.evertill.central.CentralApp;

/// The program `evertill-central`, ended with the run that started it.
public final class CentreChild {
    private CentreChild() {}

    /// Runs a command of the centre.
    public static void main(String[] arguments) {
        Child.endWithTheRun();
        CentralApp.main(arguments);
    }
}
