/// A deterministic simulation of tills, centre and network with the real code: one thread, virtual time, everything from a
/// seed (protocol 3).
///
/// Tills ring up sales on real SQLite databases in memory, hand them to a real front desk over a hostile network, crash
/// between any two statements and in commits, are put back and cloned; the centre crashes and is put back to backups. After
/// every schedule nothing may be lost and nothing counted twice. [Simulate][io.evertill.simulation.Simulate] runs many;
/// [Mutation][io.evertill.simulation.Mutation] puts one wrong part in the place of a right one, and must be caught.
@NullMarked
package io.evertill.simulation;

import org.jspecify.annotations.NullMarked;
