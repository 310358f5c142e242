package io.evertill.receipt;

import java.util.List;

/// What a shop prints above and below its receipts.
///
/// @param shopName in large letters at the top; may be empty
/// @param addressLines below it: address, telephone, tax number; at most 10
/// @param footer at the bottom, may have several lines; may be empty
public record Heading(String shopName, List<String> addressLines, String footer) {
    /// The most lines of an address.
    public static final int ADDRESS_LINES_MAX = 10;
    /// The longest name, address line or footer.
    public static final int LENGTH_MAX = 1_000;

    /// Checks the ranges above.
    public Heading {
        addressLines = List.copyOf(addressLines);
        boolean isLong = shopName.length() > LENGTH_MAX
                || footer.length() > LENGTH_MAX
                || addressLines.stream().anyMatch(line -> line.length() > LENGTH_MAX);
        if (isLong || addressLines.size() > ADDRESS_LINES_MAX) {
            throw new IllegalArgumentException("a heading has at most 10 address lines and texts of at most 1000 characters");
        }
    }
}
