package io.evertill.ingest;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Incidents;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.evertill.ledger.Position;
import io.evertill.ledger.StreamId;
import io.evertill.wire.Push;
import io.evertill.wire.Reply;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/// What an upload tells about copies, restores and clocks, in sentences for a person (protocol 2.6, 2.9).
///
/// Nothing here decides anything: what goes on in spite of it heals itself or is quarantined elsewhere. The same event
/// noticed again is one incident.
final class Watch {
    private static final int PROGRAMS_OF_A_CLONE = 2;
    private static final Duration CLOCK_OFF_MAX = Duration.ofMinutes(5);

    private final Tx tx;
    private final Tills.Till till;
    private final Push push;

    Watch(Tx tx, Tills.Till till, Push push) {
        this.tx = tx;
        this.till = till;
        this.push = push;
    }

    /// Notes what is odd about an upload.
    ///
    /// @param held the stream before the upload
    void uploaded(AcceptedStreams.Held held, Reply.Status status) {
        StreamId stream = held.id();
        if (status == Reply.Status.FORK) {
            note("FORK", stream + " " + push.head().hash(), name() + " tells another history of stream " + stream.brief()
                    + " than this centre holds: the till or the centre was restored or copied. The till sends all its entries"
                    + " again in a new stream; nothing is lost. Find out whether its disk was copied.");
        } else if (held.accepted().seq() > push.head().seq()) {
            note("RESTORED_TILL", stream + " " + push.head().seq(), name() + " went from entry " + held.accepted().seq()
                    + " back to " + push.head().seq() + " of stream " + stream.brief()
                    + ": it was put back to an old copy. What it had handed over is here; it goes on in a new stream.");
        }
        if (held.accepted().seq() == 0) {
            held.genesis().parent().ifPresent(parent -> moved(held, parent));
        }
        if (tx.boots().heard(till.branch(), till.terminal(), push.boot(),
                tx.now().toEpochMilli() - push.clock().monoMs())) {
            tx.incidents().note(clone(till, push.boot()), tx.now());
        }
        clock();
    }

    /// Whether two programs take turns with a till's key since it was enrolled last, and nobody has settled that.
    static boolean runsTwice(Tx tx, Tills.Till till) {
        return tx.boots().latest(till.branch(), till.terminal(), PROGRAMS_OF_A_CLONE).stream()
                .anyMatch(boot -> tx.incidents().isOpen(clone(till, boot), till.enrolledAt()));
    }

    private static Incidents.Event clone(Tills.Till till, UUID boot) {
        return new Incidents.Event(till.branch(), till.terminal(), "CLONE", boot.toString(), name(till)
                + " runs twice: two programs with its key take turns. Both go on selling and nothing is lost; both say so on their"
                + " screens. Find the copy, and enrol it again as a till of its own.");
    }

    private void moved(AcceptedStreams.Held held, Position parent) {
        Optional<AcceptedStreams.Held> known = tx.acceptedStreams().find(held.branch(), parent.stream());
        String old = known.map(stream -> "this centre holds " + stream.accepted().seq() + " entries of the old one")
                .orElse("this centre never saw the old one");
        note("MOVED", held.id().toString(), name() + " moved to stream " + held.id().brief() + " from stream "
                + parent.stream().brief() + " with its entries behind " + parent.seq() + "; " + old
                + ". Entries that were known count once.");
        long above = known.map(stream -> stream.accepted().seq()).orElse(0L);
        if (parent.seq() > above) {
            note("GAP", held.id().toString(), name() + " no longer has entries " + (above + 1) + " to " + parent.seq() + " of stream "
                    + parent.stream().brief() + ", and neither has this centre. Look for a backup of the till or of the centre"
                    + " that has them; otherwise book their sums from the printed shift reports.");
        }
    }

    private void clock() {
        Duration off = Duration.ofMillis(push.clock().wallMs() - tx.now().toEpochMilli());
        if (off.abs().compareTo(CLOCK_OFF_MAX) > 0) {
            note("CLOCK", tx.now().atZone(ZoneOffset.UTC).toLocalDate().toString(), name() + " has a clock that is "
                    + off.abs().toMinutes() + " minutes " + (off.isNegative() ? "slow" : "fast")
                    + ". Its sales keep their order. Set the clock, or let it follow a time server.");
        }
    }

    /// A till proved that this centre once held more, and the centre did not know: it was put back to a backup.
    static void restored(Tx tx, Tills.Till till, UUID before, long accepted) {
        tx.incidents().note(new Incidents.Event("", "", "CENTRE_RESTORED", before.toString(),
                "This centre was put back to an older state: till " + till.name() + " in store " + till.branch()
                        + " had been told that more than " + accepted
                        + " of its entries were here. The tills send what is missing by themselves; nothing is lost."), tx.now());
    }

    private void note(String kind, String about, String sentence) {
        tx.incidents().note(new Incidents.Event(till.branch(), till.terminal(), kind, about, sentence), tx.now());
    }

    private String name() {
        return name(till);
    }

    private static String name(Tills.Till till) {
        return "Till " + till.name() + " in store " + till.branch();
    }
}
