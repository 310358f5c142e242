/// How much of something there is, and where: quantities with their unit, places, and the movements between them.
///
/// A [Quantity][io.evertill.stock.Quantity] is exact, at four decimals; a [Place][io.evertill.stock.Place] is where goods
/// can be (on a branch's shelf, in quarantine, with a customer). Stock is never a number that somebody sets: it is the
/// sum of the [Move][io.evertill.entry.Move]s in the ledger. This package knows no product names, prices or databases.
@NullMarked
package io.evertill.stock;

import org.jspecify.annotations.NullMarked;
