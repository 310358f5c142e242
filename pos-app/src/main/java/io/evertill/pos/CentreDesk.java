package io.evertill.pos;

import io.evertill.product.ProductId;
import io.evertill.sale.ReceiptNumber;
import io.evertill.till.TillEvent;
import io.evertill.wire.Inquiry;
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

    /// A receipt that is not known here: the centre may know a whole number, not a running number of this till.
    static Optional<TillEvent> elsewhere(long ask, ReceiptNumber number, String text) {
        return ReceiptNumber.looksLike(text.strip()) ? Optional.of(new TillEvent.ReceiptElsewhere(ask, number)) : Optional.empty();
    }

    /// What can come back of the receipt of another till.
    TillEvent receipt(long ask, ReceiptNumber number) {
        return switch (till.inquiry().receipt(number)) {
            case Inquiry.OfReceipt.Known(var sold) ->
                new TillEvent.ReceiptFound(ask, number, till.write(_ -> till.register().elsewhere(sold.lines())).join());
            case Inquiry.OfReceipt.Unknown() -> new TillEvent.ReceiptUnknown(ask);
            case Inquiry.OfReceipt.Unheard(String cause) -> {
                LOG.info("the centre was asked about receipt {}: {}", number, cause);
                yield new TillEvent.ReceiptUnheard(ask);
            }
        };
    }

    /// Whether a customer has a piece. What this till took back and the centre has not heard of yet is here.
    TillEvent piece(long ask, ProductId product, String serial) {
        Optional<String> soldOn = till.lookup().isBackHere(product, serial)
                        || !(till.inquiry().piece(product, serial) instanceof Inquiry.OfPiece.Sold(String receipt))
                ? Optional.empty()
                : Optional.of(receipt);
        return new TillEvent.PieceHeard(ask, product, serial, soldOn);
    }
}
