package io.evertill.central.command;

import io.evertill.central.office.Machine;
import java.util.Map;

/// What every command needs besides its arguments.
///
/// @param machine the time, identifiers and chance
/// @param environment the process's variables; those that begin with `EVERTILL_CENTRAL_` are settings
/// @param isTerminal whether a person watches
public record Workplace(Machine machine, Map<String, String> environment, boolean isTerminal) {}
