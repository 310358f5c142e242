/// Amounts of money, unit prices, and the only code that rounds.
///
/// [Money][io.evertill.money.Money] is a whole number of minor units; a [UnitPrice][io.evertill.money.UnitPrice] has four
/// decimals of the major unit; [Rounding][io.evertill.money.Rounding] turns a price and a quantity into money. Nothing
/// here is a floating-point number.
@NullMarked
package io.evertill.money;

import org.jspecify.annotations.NullMarked;
