package io.evertill.command;

import io.evertill.pos.Machine;
import java.util.Optional;
import java.util.function.Function;

/// What every command needs besides its arguments.
///
/// @param machine time, identifiers and chance
/// @param environment the value of a variable of the process
/// @param isTerminal whether a person watches
record Workplace(Machine machine, Function<String, Optional<String>> environment, boolean isTerminal) {
    private static final String TILL_FOLDER = "EVERTILL_DATA";

    /// The data folder of this machine's till, which an installed package names.
    Optional<String> tillFolder() {
        return environment.apply(TILL_FOLDER).filter(folder -> !folder.isBlank());
    }
}
