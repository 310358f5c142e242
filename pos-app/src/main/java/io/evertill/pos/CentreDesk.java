package io.evertill.pos;

import io.evertill.product.ProductId;
import io.evertill.register.Freshness;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Returnable;
import io.evertill.till.StockWord;
import io.evertill.till.TillEvent;
import io.evertill.till.TillEvent.PieceHeard.Word;
import io.evertill.till.TillEvent.ReceiptFound.Centre;
import io.evertill.wire.Inquiry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a till asks the centre for its cashier. It waits for the network, a few seconds at the most, whatever the network waits for.
final class CentreDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CentreDesk.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final TillProcess till;
    private final Inquiry inquiry;
    private final Duration patience;

    CentreDesk(TillProcess till) {
        this(till, till.inquiry(), PATIENCE);
    }

    /// @param patience how long an answer is waited for
    CentreDesk(TillProcess till, Inquiry inquiry, Duration patience) {
        this.till = till;
        this.inquiry = inquiry;
        this.patience = patience;
    }

    /// A receipt of this till: what came back of it elsewhere the centre knows, and is asked unless nobody is there.
    TillEvent own(long ask, ReceiptNumber number, List<Returnable> lines) {
        if (till.identity().centreUrl().isEmpty()) {
            return new TillEvent.ReceiptFound(ask, number, lines);
        }
        return till.network().isDown()
                ? new TillEvent.ReceiptFound(ask, number, lines, Centre.UNHEARD)
                : new TillEvent.ReceiptElsewhere(ask, number);
    }

    /// A receipt that is not known here: the centre may know a whole number, not a running number of this till.
    static Optional<TillEvent> elsewhere(long ask, ReceiptNumber number, String text) {
        return ReceiptNumber.looksLike(text.strip()) ? Optional.of(new TillEvent.ReceiptElsewhere(ask, number)) : Optional.empty();
    }

    /// What can come back of a receipt; of this till's own as far as it knows itself, where the centre says nothing.
    TillEvent receipt(long ask, ReceiptNumber number) {
        Inquiry.OfReceipt answer = within(() -> inquiry.receipt(number), new Inquiry.OfReceipt.Unheard("no answer came in time."),
                defect -> new Inquiry.OfReceipt.Failed("this program met a defect (" + defect + ")."));
        return switch (answer) {
            case Inquiry.OfReceipt.Known(var sold) -> {
                List<Line> unheard = till.register().unheard(sold);
                yield new TillEvent.ReceiptFound(ask, number, till.write(_ -> till.register().elsewhere(sold, unheard)).join());
            }
            case Inquiry.OfReceipt.Unknown() -> known(ask, number, Centre.HEARD).orElseGet(() -> new TillEvent.ReceiptUnknown(ask));
            case Inquiry.OfReceipt.Unheard(String cause) -> {
                LOG.info("the centre was asked about receipt {}: {}", number, cause);
                yield known(ask, number, Centre.UNHEARD).orElseGet(() -> new TillEvent.ReceiptUnheard(ask));
            }
            case Inquiry.OfReceipt.Failed(String cause) -> {
                LOG.warn("the centre was asked about receipt {} and failed: {}", number, cause);
                yield known(ask, number, Centre.FAILED).orElseGet(() -> new TillEvent.ReceiptUnheard(ask));
            }
        };
    }

    private Optional<TillEvent> known(long ask, ReceiptNumber number, Centre centre) {
        return till.register().find(number).map(lines -> new TillEvent.ReceiptFound(ask, number, lines, centre));
    }

    /// Whether a customer has a piece. What this till did with it last and the centre has not heard of yet is here; nobody is asked
    /// while nobody is there, so that questions never queue behind a network that is down.
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
        if (till.network().isDown()) {
            return new Word.Unheard();
        }
        Inquiry.OfPiece answer = within(() -> inquiry.piece(product, serial), new Inquiry.OfPiece.Unheard("no answer came in time."),
                defect -> new Inquiry.OfPiece.Unheard("this program met a defect (" + defect + ")."));
        return switch (answer) {
            case Inquiry.OfPiece.Sold(String receipt) -> new Word.Sold(receipt);
            case Inquiry.OfPiece.Free() -> new Word.Free();
            case Inquiry.OfPiece.Unheard(String cause) -> {
                LOG.info("the centre was asked about piece {} of {}: {}", serial, product, cause);
                yield new Word.Unheard();
            }
        };
    }

    /// Why a store has as much of a product as it has, with moments of the till's own clock. Nobody is asked while nobody is there.
    ///
    /// @param store empty for this till's own
    TillEvent stock(long ask, ProductId product, String store) {
        return new TillEvent.WhyHeard(ask, till.network().isDown() || till.identity().centreUrl().isEmpty()
                ? new StockWord.Unheard()
                : told(product, store.isEmpty() ? till.identity().branch() : store));
    }

    private StockWord told(ProductId product, String store) {
        Inquiry.OfStock answer = within(() -> inquiry.stock(product, store), new Inquiry.OfStock.Unheard("no answer came in time."),
                defect -> new Inquiry.OfStock.Failed("this program met a defect (" + defect + ")."));
        return switch (answer) {
            case Inquiry.OfStock.Known(var story) -> new StockWord.Heard(story.at(Freshness.read(till.database())::byOwnClock));
            case Inquiry.OfStock.Unknown() -> new StockWord.Unknown();
            case Inquiry.OfStock.Unheard(String cause) -> {
                LOG.info("the centre was asked about the stock of {} in {}: {}", product, store, cause);
                yield new StockWord.Unheard();
            }
            case Inquiry.OfStock.Failed(String cause) -> {
                LOG.warn("the centre was asked about the stock of {} in {} and failed: {}", product, store, cause);
                yield new StockWord.Failed();
            }
        };
    }

    /// The answer to a question, on a thread of its own: looking up the name of a machine takes as long as it takes, and nothing
    /// ends it.
    private <T> T within(Supplier<T> question, T late, Function<Throwable, T> failed) {
        return CompletableFuture.supplyAsync(question, work -> Thread.ofPlatform().name("question").daemon().start(work))
                .exceptionally(failed)
                .completeOnTimeout(late, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
