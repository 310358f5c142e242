package io.evertill.command;

import io.evertill.pos.Machine;
import java.util.Optional;
import java.util.function.Function;

/// What every command needs besides its arguments.
///
/// @param machine time, identifiers and chance
/// @param environment the value of a variable of the process
/// @param isTerminal whether a person watches
record Workplace(Machine machine, Function<String, Optional<String>> environment, boolean isTerminal) {}
