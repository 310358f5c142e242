package io.evertill.till;

import io.evertill.money.UnitPrice;
import io.evertill.sale.Cut;

/// What is to be made cheaper, before the reason is known.
public sealed interface Reduction {
    /// A line.
    ///
    /// @param line its number
    record OfLine(int line, Cut cut) implements Reduction {}

    /// The whole basket.
    record OfBasket(Cut cut) implements Reduction {}

    /// Another price for a line.
    ///
    /// @param line its number
    record NewPrice(int line, UnitPrice price) implements Reduction {}
}
