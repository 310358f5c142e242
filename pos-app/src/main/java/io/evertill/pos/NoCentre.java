package io.evertill.pos;

import io.evertill.product.ProductId;
import io.evertill.sale.ReceiptNumber;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Inquiry;
import io.evertill.wire.Link;
import io.evertill.wire.PullReply;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import java.util.Optional;

/// The link of a till that belongs to no centre: nobody answers.
final class NoCentre implements Link, Inquiry {
    private static final String CAUSE = "this till belongs to no centre yet; enrol it with evertill enrol";

    @Override
    public OfReceipt receipt(ReceiptNumber number) {
        return new OfReceipt.Unheard(CAUSE);
    }

    @Override
    public OfPiece piece(ProductId product, String serial) {
        return new OfPiece.Unheard(CAUSE);
    }

    @Override
    public OfStock stock(ProductId product, String store) {
        return new OfStock.Unheard(CAUSE);
    }

    @Override
    public PushReply push(Push push) {
        return new PushReply.Unreachable(CAUSE);
    }

    @Override
    public PullReply pull(Optional<FeedPage.Cursor> cursor) {
        return new PullReply.Unreachable(CAUSE);
    }

    @Override
    public PullReply snapshot(Optional<String> tag, long offset) {
        return new PullReply.Unreachable(CAUSE);
    }
}
