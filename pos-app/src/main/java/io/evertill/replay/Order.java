package io.evertill.replay;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is to be replayed, and how.
///
/// @param folder where the ledgers are, one folder `till-1`, `till-2` … each
/// @param sales the file
/// @param tills how many tills, 1 to [#TILLS_MAX]
/// @param offlineMillionths the share of the time without a network
/// @param seed decides which till rings up an invoice, and when a till has no network
/// @param part which invoices
/// @param centre where to send the entries; empty for tills that are enrolled already or belong to no centre
public record Order(
        Path folder, Path sales, int tills, int offlineMillionths, long seed, Part part, Optional<CentreCodes> centre) {
    /// The most tills side by side.
    public static final int TILLS_MAX = 64;

    /// Which invoices are rung up.
    ///
    /// @param rowsMax the first invoices that together have so many rows; the last of them is not cut
    /// @param from those of this day and later
    /// @param to those of this day and earlier
    public record Part(Optional<Long> rowsMax, Optional<LocalDate> from, Optional<LocalDate> to) {
        /// Everything.
        public static final Part ALL = new Part(Optional.empty(), Optional.empty(), Optional.empty());

        boolean isIn(Invoice invoice) {
            return from.map(first -> !invoice.date().isBefore(first)).orElse(true)
                    && to.map(last -> !invoice.date().isAfter(last)).orElse(true);
        }
    }

    /// A centre and one code for each till, in the order of the tills. A till that is enrolled ignores its code.
    public record CentreCodes(String url, List<String> codes) {
        /// Copies the list.
        public CentreCodes {
            codes = List.copyOf(codes);
        }
    }

    /// The folder of a till, counted from 1.
    Path folder(int till) {
        return folder.resolve("till-" + till);
    }
}
