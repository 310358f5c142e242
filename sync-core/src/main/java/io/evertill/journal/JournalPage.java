package io.evertill.journal;

import io.evertill.ledger.StreamId;
import java.util.List;
import java.util.Optional;

/// A page of the journal, the newest first.
///
/// @param next where the next page begins; empty when there is none
public record JournalPage(List<JournalLine> lines, Optional<Place> next) {
    /// Copies the list.
    public JournalPage {
        lines = List.copyOf(lines);
    }

    /// A place in a till's ledger.
    public record Place(StreamId stream, long seq) {}
}
