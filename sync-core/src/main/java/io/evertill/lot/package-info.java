/// Batches and pieces: which to take first, and where a piece with a number is said to be.
///
/// A [Lot] is named by product and number, and has a date on which it expires and a state that people set. [Fefo] suggests
/// which batches to take: first expired, first out; what was scanned is the fact. A [Serial] folds what was told of one
/// piece, in the order in which it became known, and says what of it cannot be true.
@NullMarked
package io.evertill.lot;

import org.jspecify.annotations.NullMarked;
