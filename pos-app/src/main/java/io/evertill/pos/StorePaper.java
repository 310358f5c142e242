package io.evertill.pos;

import io.evertill.receipt.Heading;
import io.evertill.receipt.Mark;
import io.evertill.receipt.Proof;
import io.evertill.receipt.Receipt;
import io.evertill.receipt.ReceiptLanguage;
import io.evertill.register.Store;
import io.evertill.sale.Sale;
import io.evertill.shift.ShiftReport;
import java.time.ZoneId;

/// Receipts and reports as a store writes them.
///
/// @param zone of the clock on the wall
public record StorePaper(Heading heading, ReceiptLanguage language, ZoneId zone) implements Desk.Paper {
    /// The paper of a store in a language.
    public static StorePaper of(Store store, ReceiptLanguage language) {
        return new StorePaper(new Heading(store.shopName(), store.addressLines(), store.footer()), language, store.zone());
    }

    @Override
    public Receipt write(Sale sale, Proof proof, Mark mark) {
        return Receipt.of(sale, proof, heading, language, zone, mark);
    }

    @Override
    public Receipt write(ShiftReport report, Mark mark) {
        return Receipt.of(report, heading, language, zone, mark);
    }
}
