package io.evertill.availability;

import io.evertill.product.ProductId;
import java.time.LocalDate;

/// Until when a batch may be sold, as the centre knows it.
///
/// @param lastDay the last day on which it may be sold, by the branch's calendar
public record LotDate(ProductId product, String lot, LocalDate lastDay) {}
