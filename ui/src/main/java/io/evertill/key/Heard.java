package io.evertill.key;

import java.util.List;

/// What a [Wedge] made of a key: the wedge after it, and what has become certain, in order.
public record Heard(Wedge wedge, List<Sign> signs) {
    /// Copies the list.
    public Heard {
        signs = List.copyOf(signs);
    }

    /// Something that has become certain.
    public sealed interface Sign {
        /// A hand typed a character.
        record Typed(int character) implements Sign {}

        /// A hand pressed a key.
        record Pressed(Stroke stroke) implements Sign {}

        /// A scanner sent a code.
        record Code(String text) implements Sign {}

        /// A scanner began a code and did not end it, or it was too long. Nothing of it counts.
        record Torn() implements Sign {}
    }
}
