package io.evertill.wire;

import io.evertill.ledger.StreamId;

/// What the centre holds of a till's own streams, as the till asks for it. It never throws for a broken network.
@FunctionalInterface
public interface History {
    /// Asks for the postings of a stream from a sequence on.
    Answer from(StreamId stream, long seq);

    /// What became of asking.
    sealed interface Answer {
        /// What there is.
        record Page(StreamPage page) implements Answer {
            /// Reads it as it was sent.
            ///
            /// @throws IllegalArgumentException naming the first field that is missing or wrong
            public static Page read(byte[] bytes) {
                return new Page(StreamPage.read(bytes));
            }
        }

        /// The centre does not know the stream, or not as this till's.
        record Unknown() implements Answer {}

        /// No answer, or none that helps.
        ///
        /// @param cause why, in words that can stand in a sentence
        record None(String cause) implements Answer {}
    }
}
