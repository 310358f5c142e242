/// The basket on the counter and the sale it becomes.
///
/// A [Basket][io.evertill.sale.Basket] is an immutable list of lines; every act of the cashier makes a new one. A
/// [Sale][io.evertill.sale.Sale] is the completed fact: lines, tenders, taxes and total that agree with one another.
///
/// More than 14 files because a line, its basket and its sale are one fact: they are only right together.
@NullMarked
package io.evertill.sale;

import org.jspecify.annotations.NullMarked;
