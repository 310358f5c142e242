package io.evertill.entry;

import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Meta;
import io.evertill.person.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A business fact: something that happened in a shop and is never changed afterwards.
///
/// What it does to stock follows from it alone ([#moves]), by the same code at the till and at the centre. Moments are kept
/// to the microsecond; texts are printable and short, so that every entry fits into a [Fact].
public sealed interface Entry permits TillEntry, ShiftEntry, StockEntry, CountEntry {
    /// The longest reason.
    int REASON_LENGTH_MAX = 200;
    /// The longest name of a document or a supplier.
    int DOCUMENT_LENGTH_MAX = 100;
    /// The longest serial number.
    int SERIAL_LENGTH_MAX = 64;
    /// The most lines of an adjustment or a delivery; a longer one is several entries.
    int LINES_MAX = 500;

    /// The store where it happened.
    String branch();

    /// When, by the till's clock.
    Instant at();

    /// Who did it.
    Person by();

    /// The changes of stock that follow from it, numbered from 1.
    default List<Move> moves() {
        return List.of();
    }

    /// The entries it depends on.
    default List<EntryId> refs() {
        return List.of();
    }

    /// What it touches beyond goods and drawer, as a [Meta] names it.
    default List<String> keys() {
        return List.of();
    }

    /// What a report shows of it when nothing else is readable.
    default Meta.Summary summary() {
        return new Meta.Summary(Optional.empty(), Optional.empty(), 0);
    }
}
