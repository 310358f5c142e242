package io.evertill.view;

/// A row of what there is to choose from.
///
/// @param name the first thing to read
/// @param detail smaller, below it; may be empty
/// @param trailing at the right, such as a price; may be empty
record Choice(String name, String detail, String trailing) {}
