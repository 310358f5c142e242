package io.evertill.bench;

import java.util.List;

/// How large the data are.
///
/// @param sales in each run of the sale's speed
/// @param movements of the long history
/// @param products of the largest catalogues that are searched, the smaller first
/// @param startProducts of the till that is started
/// @param starts how often
/// @param ingestSales how many sales are taken in
/// @param flushSales how many sales are handed over
record Scale(
        String name,
        int sales,
        int movements,
        List<Integer> products,
        int startProducts,
        int starts,
        int ingestSales,
        int flushSales) {
    /// A quarter of an hour.
    static final Scale FULL =
            new Scale("full", 3_000, 10_000_000, List.of(100_000, 1_000_000), 300_000, 9, 20_000, 100_000);
    /// About three minutes, for machines that check every change.
    static final Scale QUICK = new Scale("quick", 600, 300_000, List.of(50_000), 100_000, 3, 5_000, 10_000);
}
