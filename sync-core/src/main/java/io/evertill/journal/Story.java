package io.evertill.journal;

import io.evertill.entry.TillEntry;
import io.evertill.person.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What became of one entry since it was saved, step by step. Times are of the till's clock; one that nobody noted is empty.
///
/// @param sent when it left the till first
/// @param accepted when the centre proved to hold it
/// @param applied when the centre was heard to have made stock and reports of it
/// @param aside why it waits for a person
/// @param copies when its receipt was written once more, the oldest first
public record Story(
        JournalLine line,
        Optional<Instant> sent,
        Optional<Instant> accepted,
        Optional<Instant> applied,
        Optional<Aside> aside,
        List<Copy> copies) {
    /// Copies the list.
    public Story {
        copies = List.copyOf(copies);
    }

    /// An entry waits for a person at the centre.
    ///
    /// @param code why, as the centre says it: `UNKNOWN_PRODUCT`, `WAITS_FOR`, ...
    /// @param since when this till heard of it
    /// @param behind what it waits for, as far as this till knows it: the number of a receipt, else of an entry
    /// @param holds what waits for it, likewise
    public record Aside(String code, Instant since, Optional<String> behind, List<String> holds) {
        /// Copies the list.
        public Aside {
            holds = List.copyOf(holds);
        }
    }

    /// A receipt was written once more.
    public record Copy(TillEntry.Copied.Manner manner, Person by, Instant at) {}
}
