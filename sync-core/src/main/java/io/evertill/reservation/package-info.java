/// Promises of goods that are still on the shelf: what becomes of one, and when it ends (domain 2b).
///
/// A [Reservation][io.evertill.reservation.Reservation] is the fold of its steps. It ends exactly once, by being consumed,
/// released or expired, and it is expired from its moment on whether or not anybody has written that down.
@NullMarked
package io.evertill.reservation;

import org.jspecify.annotations.NullMarked;
