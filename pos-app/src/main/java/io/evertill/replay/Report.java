package io.evertill.replay;

import io.evertill.money.Money;
import io.evertill.pos.Handover;
import java.util.List;
import java.util.Optional;

/// What a replay came to: the ledgers compared with the file.
///
/// @param fileName the file
/// @param digest SHA-256 of the file's bytes
/// @param isCutOff whether the file's last line has no end
/// @param tills what each till came to
/// @param all the same, summed
/// @param listed rows that were not rung up, with why, in the order of the file
/// @param uneven rows whose exact total is no whole number of minor units
/// @param money what the rows come to
/// @param pace how long it took
public record Report(
        String fileName,
        String digest,
        boolean isCutOff,
        List<Till> tills,
        Figures all,
        List<Listed> listed,
        List<Uneven> uneven,
        Sums money,
        Pace pace) {
    /// Copies the lists.
    public Report {
        tills = List.copyOf(tills);
        listed = List.copyOf(listed);
        uneven = List.copyOf(uneven);
    }

    /// Figures of one till or of all.
    ///
    /// @param rows of the file, however they ended
    /// @param invoices groups of rows with one invoice number and time
    /// @param sold rows that sold
    /// @param withReceipt rows that came back against a receipt
    /// @param withoutReceipt rows that came back without one
    /// @param adjusted rows that were written off
    /// @param listed rows that were not rung up
    /// @param services how many sold and returned rows are services
    /// @param entries in the ledger
    /// @param movements in the ledger
    /// @param waiting entries that the centre has not proved to hold
    /// @param offlineMillionths the share of the time without a network
    /// @param refused how many uploads found no network
    public record Figures(
            long rows,
            long invoices,
            long sold,
            long withReceipt,
            long withoutReceipt,
            long adjusted,
            long listed,
            long services,
            long entries,
            long movements,
            long waiting,
            long offlineMillionths,
            long refused) {}

    /// One till.
    ///
    /// @param name its number in this replay and its name in the store
    /// @param verified what the centre proved to hold
    /// @param head the newest position of its ledger
    /// @param left why something waits; empty when nothing does, or no centre is known
    public record Till(String name, Figures figures, long verified, long head, Optional<Handover.End.Left> left) {}

    /// A row whose exact total has more decimals than the currency.
    public record Uneven(long line, String invoice, String sku, String quantity, String price, String exact, Money charged) {}

    /// What the rows that were rung up come to.
    ///
    /// @param exact quantity times price, summed without rounding, as plain decimal text
    /// @param charged what the ledgers charged
    /// @param difference exact less charged
    public record Sums(String exact, Money charged, String difference) {}

    /// How long it took.
    ///
    /// @param rungRows how many rows were rung up in this run
    /// @param rungSales how many invoices
    /// @param ringMs how long that took
    /// @param handOverMs how long sending the rest took
    public record Pace(long rungRows, long rungSales, long ringMs, long handOverMs) {
        /// Rows a second while ringing up.
        public long rowsPerSecond() {
            return ringMs == 0 ? 0 : rungRows * 1_000 / ringMs;
        }
    }

    /// Whether the ledgers hold what the file says: no row is missing and the charged sum is the rounded rows' sum.
    ///
    /// Rows that cannot be understood are listed, and are no difference between file and ledger.
    public boolean isRight() {
        return listed.stream().noneMatch(row -> row.reason().equals(Account.MISSING));
    }

    /// Why something waits at some till; the first of several.
    public Optional<Handover.End.Left> left() {
        return tills.stream().flatMap(till -> till.left().stream()).findFirst();
    }
}
