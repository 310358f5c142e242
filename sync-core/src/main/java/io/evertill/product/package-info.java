/// What can be sold: products, their SKUs and barcodes, and how a scanned text is understood.
///
/// [Barcodes][io.evertill.product.Barcodes] reads EAN, UPC and GTIN codes with their check digits and the shop's own
/// price- and weight-embedded codes; every code is normalised to the 14 digits of a [Gtin][io.evertill.product.Gtin].
@NullMarked
package io.evertill.product;

import org.jspecify.annotations.NullMarked;
