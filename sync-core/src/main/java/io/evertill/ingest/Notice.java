package io.evertill.ingest;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Incidents;
import io.evertill.db.Postings;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.evertill.entry.TillEntry;
import io.evertill.inventory.Books;
import io.evertill.ledger.Meta;
import io.evertill.wire.Metas;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What the entries of a stream tell besides what they are about, in sentences for a person (protocol 2.3, 2.9).
///
/// Nothing here decides anything. The same event noticed again is one incident.
final class Notice {
    private final Tx tx;
    private final AcceptedStreams.Held held;

    Notice(Tx tx, AcceptedStreams.Held held) {
        this.tx = tx;
        this.held = held;
    }

    /// Notes when the till's clock was set back between two entries: one incident a day, together with a clock that is off.
    ///
    /// @param next the stream's next postings to apply, in order
    /// @param firsts what those of them say that are not known from elsewhere: only these are news
    void clocks(List<Postings.Stored> next, List<Apply.Opened> firsts) {
        if (held.genesis().terminal().equals(Books.TERMINAL)) {
            // What a person took over comes from any clock.
            return;
        }
        Iterator<Apply.Opened> news = firsts.iterator();
        Optional<Meta.Stamp> before = firsts.isEmpty() ? Optional.empty() : last();
        for (Postings.Stored stored : next) {
            boolean isNews = stored.state() == Postings.State.FIRST;
            Optional<Meta.Stamp> stamp = isNews ? news.next().meta().map(Meta::stamp) : stamp(stored);
            if (isNews && stamp.isPresent()) {
                before.flatMap(stamp.get()::turnedBack).ifPresent(this::turnedBack);
            }
            before = stamp.isPresent() ? stamp : before;
        }
    }

    private Optional<Meta.Stamp> last() {
        return held.appliedSeq() == 0
                ? Optional.empty()
                : tx.postings().after(held.branch(), held.id(), held.appliedSeq() - 1, 1).stream()
                        .findFirst()
                        .flatMap(Notice::stamp);
    }

    private static Optional<Meta.Stamp> stamp(Postings.Stored stored) {
        try {
            return Optional.of(Metas.read(stored.posting().fact().meta()).stamp());
        } catch (IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private void turnedBack(Duration back) {
        String day = tx.now().atZone(ZoneOffset.UTC).toLocalDate().toString();
        note("CLOCK", day, name() + " has a clock that went back by " + words(back) + " between two entries. Its sales keep their"
                + " order. Set the clock, or let it follow a time server.");
    }

    /// Notes that a till could not move a part of its old stream; of the beginning, it is the same incident as the gap that the
    /// upload showed.
    void missed(TillEntry.HistoryMissed missed) {
        long known = tx.acceptedStreams().find(held.branch(), missed.stream())
                .map(stream -> stream.accepted().seq())
                .orElse(0L);
        String range = "entries " + missed.first() + " to " + missed.last() + " of stream " + missed.stream().brief();
        String about = missed.first() == 1 ? held.id().toString() : held.id() + ":" + missed.first();
        note("GAP", about, name() + " no longer has " + range + (known >= missed.last()
                ? ". This centre holds them all; nothing is lost."
                : ", and this centre holds only " + known + " of that stream. Look for a backup of the till or of the centre that has"
                        + " them; otherwise book their sums from the printed shift reports."));
    }

    private static String words(Duration back) {
        return back.toMinutes() == 0 ? back.toSeconds() + " seconds" : back.toMinutes() + " minutes";
    }

    private void note(String kind, String about, String sentence) {
        tx.incidents().note(new Incidents.Event(held.branch(), held.genesis().terminal(), kind, about, sentence), tx.now());
    }

    private String name() {
        return "Till " + tx.tills().find(held.genesis().terminal()).map(Tills.Till::name).orElse(held.genesis().terminal())
                + " in store " + held.branch();
    }
}
