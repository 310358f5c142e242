package io.evertill.availability;

import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import java.util.UUID;

/// Goods of a branch that are to be counted. What the ledger expects is not told: the count is blind.
///
/// @param lot the batch; empty for goods without one
/// @param assignee the id of the person who has it on a sheet; empty when nobody has
public record CountTask(UUID line, ProductId product, Place place, String lot, String assignee) {}
