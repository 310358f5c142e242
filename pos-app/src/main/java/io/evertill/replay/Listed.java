package io.evertill.replay;

/// A row that was not rung up.
///
/// @param line its line in the file
/// @param reason why, for a person
public record Listed(long line, String reason) {}
