package io.evertill.availability;

import io.evertill.product.ProductId;
import java.time.Instant;

/// How much of a product stands for sale in another branch, as the centre last told.
///
/// @param quantity in ten-thousandths, of all locations and batches; below zero when more was sold than was known
/// @param asOf when the centre knew it, by its clock
public record Elsewhere(ProductId product, String branch, long quantity, Instant asOf) {}
