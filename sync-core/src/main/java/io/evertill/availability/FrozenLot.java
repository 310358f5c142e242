package io.evertill.availability;

import io.evertill.lot.Lot;
import io.evertill.product.ProductId;

/// A batch that is not to be sold.
///
/// @param state why: held back or called back
public record FrozenLot(ProductId product, String lot, Lot.State state) {}
