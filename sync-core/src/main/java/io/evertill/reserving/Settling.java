package io.evertill.reserving;

import java.util.List;

/// What becomes of an attempt on all that an order reserved, or on some lines of it.
public sealed interface Settling {
    /// It is done, now or by the same attempt before.
    ///
    /// @param takings what became of each line that was meant, in the order's order; of lines that had ended already, where none
    ///     was named, that they had
    record Done(List<Taking> takings) implements Settling {
        /// Copies the list.
        public Done {
            takings = List.copyOf(takings);
        }
    }

    /// It cannot be done with a line; nothing was done with any.
    ///
    /// @param why anything but that it is done
    record Refused(String line, Taking why) implements Settling {}

    /// The order reserved nothing, or no such line.
    ///
    /// @param line the line that is not there; empty when nothing is
    record Unknown(String line) implements Settling {}
}
