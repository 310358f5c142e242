/// Promises of goods at the centre, made while others do the same, and what becomes of them (domain 2b, 2m).
///
/// A promise is a request about the future and may be refused. [Reserving] makes those of an order, all or none, either way
/// that [Modes] says; [Contention] says it from how often somebody else was met. [Reservations] end them, each once: what was
/// paid for is a fact and is picked through `inventory`. What is true of a promise on paper stands in `reservation`.
@NullMarked
package io.evertill.reserving;

import org.jspecify.annotations.NullMarked;
