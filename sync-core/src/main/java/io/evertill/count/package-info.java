/// Cycle counts (domain 2d): which goods are counted when, what a count is worth, and what it changes.
///
/// Records and functions only. Quantities and values are `long`s in ten-thousandths: of the item's unit, and of the
/// currency's major unit.
@NullMarked
package io.evertill.count;

import org.jspecify.annotations.NullMarked;
