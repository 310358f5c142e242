package io.evertill.pos;

import io.evertill.product.ProductId;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Returnable;
import io.evertill.till.TillEvent;
import io.evertill.till.TillEvent.PieceHeard.Word;
import io.evertill.wire.Inquiry;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a till asks the centre for its cashier. It waits for the network, a few seconds at the most.
final class CentreDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CentreDesk.class);

    private final TillProcess till;

    CentreDesk(TillProcess till) {
        this.till = till;
    }

    /// A receipt of this till: what came back of it elsewhere the centre knows, and is asked unless nobody is there.
    TillEvent own(long ask, ReceiptNumber number, List<Returnable> lines) {
        return till.network().isDown() ? new TillEvent.ReceiptFound(ask, number, lines) : new TillEvent.ReceiptElsewhere(ask, number);
    }

    /// A receipt that is not known here: the centre may know a whole number, not a running number of this till.
    static Optional<TillEvent> elsewhere(long ask, ReceiptNumber number, String text) {
        return ReceiptNumber.looksLike(text.strip()) ? Optional.of(new TillEvent.ReceiptElsewhere(ask, number)) : Optional.empty();
    }

    /// What can come back of a receipt; of this till's own as far as it knows itself, where the centre says nothing.
    TillEvent receipt(long ask, ReceiptNumber number) {
        return switch (till.inquiry().receipt(number)) {
            case Inquiry.OfReceipt.Known(var sold) -> {
                List<Line> unheard = till.register().unheard(sold);
                yield new TillEvent.ReceiptFound(ask, number, till.write(_ -> till.register().elsewhere(sold, unheard)).join());
            }
            case Inquiry.OfReceipt.Unknown() -> known(ask, number).orElseGet(() -> new TillEvent.ReceiptUnknown(ask));
            case Inquiry.OfReceipt.Unheard(String cause) -> {
                LOG.info("the centre was asked about receipt {}: {}", number, cause);
                yield known(ask, number).orElseGet(() -> new TillEvent.ReceiptUnheard(ask));
            }
        };
    }

    private Optional<TillEvent> known(long ask, ReceiptNumber number) {
        return till.register().find(number).map(lines -> new TillEvent.ReceiptFound(ask, number, lines));
    }

    /// Whether a customer has a piece. What this till did with it last and the centre has not heard of yet is here.
    TillEvent piece(long ask, ProductId product, String serial) {
        return new TillEvent.PieceHeard(ask, product, serial, word(product, serial));
    }

    private Word word(ProductId product, String serial) {
        if (till.lookup().isBackHere(product, serial)) {
            return new Word.Free();
        }
        if (till.lookup().isSoldHere(product, serial)) {
            return new Word.Unknown();
        }
        return switch (till.inquiry().piece(product, serial)) {
            case Inquiry.OfPiece.Sold(String receipt) -> new Word.Sold(receipt);
            case Inquiry.OfPiece.Free() -> new Word.Free();
            case Inquiry.OfPiece.Unheard(String cause) -> {
                LOG.info("the centre was asked about piece {} of {}: {}", serial, product, cause);
                yield new Word.Unheard();
            }
        };
    }
}
