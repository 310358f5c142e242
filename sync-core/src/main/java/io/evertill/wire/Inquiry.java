package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.journal.StockStory;
import io.evertill.ledger.Bytes;
import io.evertill.product.ProductId;
import io.evertill.sale.ReceiptNumber;
import java.util.Optional;

/// What a till asks the centre while a customer waits: an answer comes within seconds or not at all, and never an exception for a
/// broken network. Thread-safe.
public interface Inquiry {
    /// What became of asking for a receipt.
    sealed interface OfReceipt {
        /// It is known.
        record Known(SoldReceipt sold) implements OfReceipt {}

        /// The centre knows no such receipt, or not yet.
        record Unknown() implements OfReceipt {}

        /// Nobody answered.
        ///
        /// @param cause why, in words that can stand in a sentence
        record Unheard(String cause) implements OfReceipt {}

        /// Somebody answered, but not what was asked: something is wrong with the centre, or with this till's right to ask.
        ///
        /// @param cause what, in words that can stand in a sentence
        record Failed(String cause) implements OfReceipt {}
    }

    /// What became of asking for a piece with a number.
    sealed interface OfPiece {
        /// A customer has it.
        ///
        /// @param receipt on which it was sold; empty when it left without one
        record Sold(String receipt) implements OfPiece {}

        /// No customer has it, as far as the centre knows.
        record Free() implements OfPiece {}

        /// Nobody answered.
        ///
        /// @param cause why, in words that can stand in a sentence
        record Unheard(String cause) implements OfPiece {}

        /// As the centre says it.
        ///
        /// @param soldOn the receipt with which a customer has it, may be empty; empty when no customer has it
        static Bytes write(Optional<String> soldOn) {
            ObjectNode node = Json.object();
            soldOn.ifPresent(receipt -> node.put("soldOn", receipt));
            return Json.canonical(node);
        }

        /// Reads what the centre says.
        ///
        /// @throws IllegalArgumentException when it cannot be understood
        static OfPiece read(byte[] body) {
            return Fields.of(Json.parse(body)).findText("soldOn").<OfPiece>map(Sold::new).orElseGet(Free::new);
        }
    }

    /// What became of asking why a store has as much of a product as it has.
    sealed interface OfStock {
        /// The centre knows the product.
        record Known(StockStory story) implements OfStock {}

        /// The centre knows no such product, or not yet.
        record Unknown() implements OfStock {}

        /// Nobody answered.
        ///
        /// @param cause why, in words that can stand in a sentence
        record Unheard(String cause) implements OfStock {}

        /// Somebody answered, but not what was asked: the centre is too old, something is wrong with it, or with this till's right to ask.
        ///
        /// @param cause what, in words that can stand in a sentence
        record Failed(String cause) implements OfStock {}
    }

    /// Asks what was sold on a receipt, and what of it came back at other tills.
    OfReceipt receipt(ReceiptNumber number);

    /// Asks whether a customer has a piece.
    OfPiece piece(ProductId product, String serial);

    /// Asks why a store has as much of a product for sale as it has.
    OfStock stock(ProductId product, String store);
}
