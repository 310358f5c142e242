package io.evertill.replay;

import io.evertill.ledger.EntryId;
import io.evertill.product.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an invoice is at a till: a sale of these lines, and write-offs.
///
/// @param invoice the invoice
/// @param sale the identity of the sale
/// @param lines the lines of the sale, in order; none when nothing is sold or returned
/// @param adjustment the identity of the write-offs
/// @param writtenOff the rows that are written off
/// @param listed rows that are neither
record Sheet(
        Invoice invoice, EntryId sale, List<Rung> lines, EntryId adjustment, List<Row> writtenOff, List<Listed> listed) {
    /// The most rows that one sale takes.
    private static final int LINES_MAX = 2_500;

    Sheet {
        lines = List.copyOf(lines);
        writtenOff = List.copyOf(writtenOff);
        listed = List.copyOf(listed);
    }

    /// One line of a sale.
    ///
    /// @param row the row that it comes from; a return from several receipts is several lines of one row
    /// @param part what it brings back, with the quantity that does; empty for a line that sells or has no receipt
    record Rung(Row row, Optional<SoldBefore.Piece> part) {}

    /// What an invoice is, and what it leaves behind for later returns.
    static Sheet of(Invoice invoice, EntryNames names, SoldBefore before) {
        EntryId sale = names.sale(invoice);
        List<Rung> lines = new ArrayList<>();
        List<Row> writtenOff = new ArrayList<>();
        List<Listed> listed = new ArrayList<>();
        for (Row row : invoice.rows()) {
            boolean isService = Goods.kind(row.sku()) == Product.Kind.SERVICE;
            if (row.kind() == Row.Kind.WRITTEN_OFF) {
                if (isService || invoice.isAccounting()) {
                    listed.add(new Listed(row.line(), "a write-off of " + row.sku() + ", which is nothing that has a stock"));
                } else {
                    writtenOff.add(row);
                }
            } else if (lines.size() >= LINES_MAX) {
                listed.add(new Listed(row.line(), "its invoice has more than " + LINES_MAX + " lines"));
            } else {
                lines.addAll(rung(row, before));
            }
        }
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).row().kind() == Row.Kind.SOLD) {
                before.add(lines.get(at).row(), sale, at + 1);
            }
        }
        return new Sheet(invoice, sale, lines, names.adjustment(invoice), writtenOff, listed);
    }

    private static List<Rung> rung(Row row, SoldBefore before) {
        return switch (row.kind()) {
            case RETURNED -> before.take(row)
                    .map(pieces -> pieces.stream().map(piece -> new Rung(row, Optional.of(piece))).toList())
                    .orElseGet(() -> List.of(new Rung(row, Optional.empty())));
            case SOLD, WRITTEN_OFF -> List.of(new Rung(row, Optional.empty()));
        };
    }

    /// The entries that it becomes.
    List<EntryId> entries() {
        List<EntryId> entries = new ArrayList<>();
        if (!writtenOff.isEmpty()) {
            entries.add(adjustment);
        }
        if (!lines.isEmpty()) {
            entries.add(sale);
        }
        return entries;
    }
}
