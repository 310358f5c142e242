package io.evertill.receipt;

/// Where a sale stands in the ledger: printed on its receipt, so that the paper proves the commit.
///
/// @param seq the number of the posting in its stream, from 1
/// @param hashBrief the first hexadecimal digits of the chain's hash after it
public record Proof(long seq, String hashBrief) {
    /// Refuses a position before the first posting and a brief that is no hexadecimal text.
    public Proof {
        if (seq < 1 || !hashBrief.matches("[0-9a-f]{4,64}")) {
            throw new IllegalArgumentException("no proof of a posting: " + seq + " '" + hashBrief + "'");
        }
    }
}
