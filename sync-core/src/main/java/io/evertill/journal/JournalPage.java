package io.evertill.journal;

import io.evertill.ledger.StreamId;
import java.util.List;
import java.util.Optional;

/// A page of the journal, the newest first.
///
/// @param next where the next page begins; empty when there is none
/// @param aside what the centre set aside, whatever the page is about, by the number of its receipt, else of its entry; on the first
///        page of everything
public record JournalPage(List<JournalLine> lines, Optional<Place> next, List<String> aside) {
    /// Copies the lists.
    public JournalPage {
        lines = List.copyOf(lines);
        aside = List.copyOf(aside);
    }

    /// A page of a till of which nothing is known to be set aside.
    public JournalPage(List<JournalLine> lines, Optional<Place> next) {
        this(lines, next, List.of());
    }

    /// A place in a till's ledger.
    public record Place(StreamId stream, long seq) {}
}
