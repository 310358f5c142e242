package io.evertill.product;

import io.evertill.money.Money;
import io.evertill.stock.Quantity;

/// What a scanned or typed code turned out to be.
public sealed interface Barcode {
    /// A trade item number.
    record Item(Gtin gtin) implements Barcode {}

    /// A trade item number in a symbol that says more.
    record Marked(Gtin gtin, ElementString elements) implements Barcode {}

    /// A code that the shop printed itself, with the price of this piece in it.
    ///
    /// @param item the layout's prefix and item digits: the key under which the product is registered
    record Priced(String item, Money price) implements Barcode {}

    /// A code that the shop printed itself, with the weight of this piece in it.
    ///
    /// @param item the layout's prefix and item digits: the key under which the product is registered
    record Weighed(String item, Quantity weight) implements Barcode {}

    /// No barcode by form: perhaps a SKU, perhaps a receipt number.
    record Text(String text) implements Barcode {}

    /// Has the form of a barcode but cannot be one: misread or mistyped, or a SKU of eight, twelve, thirteen or fourteen
    /// digits.
    ///
    /// @param text what was read
    /// @param expected the check digit that would have been right: the last one, or the one of the value inside a code that
    ///     the shop printed
    record WrongCheckDigit(String text, char expected) implements Barcode {}
}
