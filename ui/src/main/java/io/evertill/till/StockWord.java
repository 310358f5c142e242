package io.evertill.till;

import io.evertill.journal.StockStory;

/// What the centre says when it is asked why a store has as much of a product as it has.
public sealed interface StockWord {
    /// It says so.
    ///
    /// @param story with moments of the till's own clock
    record Heard(StockStory story) implements StockWord {}

    /// It does not know the product, or not yet.
    record Unknown() implements StockWord {}

    /// It did not answer in time, or nobody is there to be asked.
    record Unheard() implements StockWord {}

    /// It answered something else: it is too old, has a problem, or does not let this till ask.
    record Failed() implements StockWord {}
}
