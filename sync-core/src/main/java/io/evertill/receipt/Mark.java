package io.evertill.receipt;

/// Which of the papers of one sale this is.
public enum Mark {
    /// The first paper.
    ORIGINAL,
    /// Any later one: says so at its top and bottom.
    COPY,
    /// For whoever is given the goods: what was sold, without prices, and the number to bring it back by.
    GIFT
}
