package io.evertill.sale;

/// The number on a receipt: store, till, four characters of the till's stream, and a running number without gaps.
///
/// The stream's characters keep the numbers of a cloned till apart (protocol 2.6).
///
/// @param text such as `S1-T2-9f3a-17`; 7 to 80 characters
public record ReceiptNumber(String text) {
    /// Refuses a text that has not four parts, the last a number.
    public ReceiptNumber {
        if (text.length() > 80 || !text.matches("[A-Za-z0-9_.]+-[A-Za-z0-9_.]+-[0-9a-f]{4}-[1-9][0-9]{0,9}")) {
            throw new IllegalArgumentException("a receipt number is store-till-xxxx-number: '" + text + "'");
        }
    }

    /// The number of a till's n-th receipt in a stream.
    public static ReceiptNumber of(String store, String till, String stream4, long number) {
        return new ReceiptNumber(store + "-" + till + "-" + stream4 + "-" + number);
    }

    /// Whether a scanned or typed text has the form of a receipt number.
    public static boolean looksLike(String text) {
        return text.length() <= 80 && text.matches("[A-Za-z0-9_.]+-[A-Za-z0-9_.]+-[0-9a-f]{4}-[1-9][0-9]{0,9}");
    }

    /// The store's part.
    public String store() {
        return text.substring(0, text.indexOf('-'));
    }

    /// The till's part.
    public String till() {
        int start = text.indexOf('-') + 1;
        return text.substring(start, text.indexOf('-', start));
    }

    /// The running number.
    public long number() {
        return Long.parseLong(text.substring(text.lastIndexOf('-') + 1));
    }

    @Override
    public String toString() {
        return text;
    }
}
