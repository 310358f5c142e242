package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Hash;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import java.util.Optional;
import java.util.UUID;

/// What the centre holds of a till's shift, as the till asks for it. It never throws for a broken network.
@FunctionalInterface
public interface ShiftSums {
    /// The most entries that one question is about.
    int ENTRIES_MAX = 50_000;

    /// Asks for the sums of a shift.
    Answer of(Question question);

    /// Which sales are meant.
    ///
    /// @param stream where the shift's entries stand
    /// @param from the first place
    /// @param to the last place, at most [#ENTRIES_MAX] places in all
    record Question(UUID shift, StreamId stream, long from, long to) {}

    /// What became of asking.
    sealed interface Answer {
        /// What there is.
        ///
        /// @param sales how many
        /// @param total what they come to; empty when there is none
        /// @param digest what proves which they are
        record Told(long sales, Optional<Money> total, Hash digest) implements Answer {
            /// The answer's bytes.
            public Bytes write() {
                ObjectNode node = Json.object().put("sales", sales).put("digest", digest.toString());
                total.ifPresent(sum -> node.set("total", Parts.money(sum)));
                return Json.canonical(node);
            }

            /// Reads it as it was sent.
            ///
            /// @throws IllegalArgumentException naming the first field that is missing or wrong
            public static Told read(byte[] bytes) {
                Fields fields = Fields.of(Json.parse(bytes));
                return new Told(fields.number("sales"), fields.findObject("total").map(Parts::money), fields.hash("digest"));
            }
        }

        /// No answer, or none that helps.
        ///
        /// @param cause why, in words that can stand in a sentence
        record None(String cause) implements Answer {}
    }
}
