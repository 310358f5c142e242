package io.evertill.outbox;

import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Streams;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.ledger.Chain;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Genesis;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import io.evertill.wire.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Mends damage in the middle of a till's ledger, while no till runs on it (protocol 2.6).
///
/// Walks every stream, the open one first. Where the hash chain does not go on, the posting is asked back from the centre and
/// written only when the chain proves that it is, byte for byte, the one that stood there. What the centre does not have is
/// lost; when that is in the open stream, everything else goes on in a new one, behind a gap marker for each lost range. What
/// cannot be asked is never given up. Each posting and the move are one transaction each, so a crash or another run goes on
/// where it was. Nothing is deleted: a stream that was left keeps its damage, and what follows from the entries (movements,
/// levels, drawers, receipts) is left as it is.
public final class Repair {
    private static final int PAGE = 500;

    private final Database db;
    private final Supplier<UUID> ids;
    private final History centre;
    private final Runnable beforeChange;
    private final Map<Long, Posting> fetched = new HashMap<>();
    private final List<Lost> lost = new ArrayList<>();
    private boolean isChanged;
    private long mended;
    private Optional<Stopped> stopped = Optional.empty();

    /// @param beforeChange runs once, before anything is changed
    public Repair(Database db, Supplier<UUID> ids, History centre, Runnable beforeChange) {
        this.db = db;
        this.ids = ids;
        this.centre = centre;
        this.beforeChange = beforeChange;
    }

    /// Entries that neither this ledger nor the centre has, from a sequence to a later or the same one.
    public record Lost(StreamId stream, long first, long last) {}

    /// Why the rest was left as it is.
    ///
    /// @param isUnanswered whether another run may get further: the centre did not answer
    /// @param sentence why and what to do, for a person
    public record Stopped(boolean isUnanswered, String sentence) {}

    /// What was done.
    ///
    /// @param mended how many postings were put back
    /// @param lost what was not, in the open stream and in those that were left before
    /// @param moved the new stream, where the open one could not go on
    /// @param stopped why the rest was left as it is; empty when nothing is left to do
    public record Report(long mended, List<Lost> lost, Optional<StreamId> moved, Optional<Stopped> stopped) {
        /// Copies the list.
        public Report {
            lost = List.copyOf(lost);
        }
    }

    /// Mends what can be mended. For one call.
    public Report run() {
        Optional<StreamId> moved = Optional.empty();
        for (Streams.Own own : db.read(tx -> tx.streams().all()).reversed()) {
            List<Lost> here = walk(own);
            lost.addAll(here);
            if (stopped.isEmpty() && own.isOpen() && !here.isEmpty()) {
                moved = move(own, here);
            }
            if (stopped.isPresent()) {
                break;
            }
        }
        return new Report(mended, lost, moved, stopped);
    }

    /// Mends a stream and answers what of it is lost.
    private List<Lost> walk(Streams.Own own) {
        fetched.clear();
        List<Lost> gone = new ArrayList<>();
        Position head = own.genesis().position();
        while (stopped.isEmpty()) {
            Position from = head;
            Place place = db.read(tx -> next(tx, own, from));
            head = place.head();
            if (place.isEnd()) {
                return gone;
            }
            Optional<Posting> whole = proved(head, place.rows()).or(() -> fetched(own, place.head()));
            if (whole.isPresent()) {
                Posting posting = whole.get();
                change(tx -> mend(tx, posting));
                mended++;
                head = posting.position();
            } else if (stopped.isEmpty()) {
                head = behind(place, own);
                lose(gone, new Lost(own.id(), place.head().seq() + 1, lastLost(head, place)));
            }
        }
        return gone;
    }

    /// Where a stream's chain ends or breaks.
    ///
    /// @param head the last position that follows
    /// @param rows the next rows, at most two; none at the end
    /// @param isEnd whether nothing is missing behind `head`
    private record Place(Position head, List<Postings.Found> rows, boolean isEnd) {}

    private static Place next(Tx tx, Streams.Own own, Position from) {
        String branch = branch(tx);
        Position head = from;
        while (true) {
            List<Postings.Found> page = tx.postings().rows(branch, own.id(), head.seq(), PAGE);
            if (page.isEmpty()) {
                return new Place(head, List.of(), own.verifiedSeq() <= head.seq());
            }
            for (Postings.Found row : page) {
                if (!follows(head, row)) {
                    return new Place(head, tx.postings().rows(branch, own.id(), head.seq(), 2), false);
                }
                head = row.position();
            }
        }
    }

    private static boolean follows(Position head, Postings.Found row) {
        return row.fact().filter(fact -> Chain.follows(head, new Posting(row.position(), fact))).isPresent();
    }

    /// The posting whose bytes are whole and whose hash alone is not: the one behind it proves that.
    private static Optional<Posting> proved(Position head, List<Postings.Found> rows) {
        return rows.size() < 2
                ? Optional.empty()
                : rows.getFirst().fact().map(fact -> Chain.next(head, fact)).filter(posting -> follows(posting.position(), rows.getLast()));
    }

    /// The posting behind a head as the centre has it.
    private Optional<Posting> fetched(Streams.Own own, Position head) {
        long seq = head.seq() + 1;
        if (!fetched.containsKey(seq)) {
            fetched.clear();
            switch (centre.from(own.id(), seq)) {
                case History.Answer.Page(var page) -> page.postings().forEach(posting -> fetched.put(posting.seq(), posting));
                case History.Answer.Unknown _ -> {}
                case History.Answer.None(String cause) -> stopped = Optional.of(new Stopped(true, "The centre could not be asked for entry "
                        + seq + " of stream " + own.id() + ": " + cause + " Nothing was given up; run this again when it answers."));
            }
        }
        Optional<Posting> posting = Optional.ofNullable(fetched.get(seq));
        if (posting.isPresent() && !Chain.follows(head, posting.get())) {
            stopped = Optional.of(new Stopped(false, "The centre holds another history of stream " + own.id() + " from entry " + seq
                    + " on, so it cannot mend this one. Look for a backup of this folder."));
            return Optional.empty();
        }
        return posting;
    }

    private static void mend(Tx tx, Posting posting) {
        String branch = branch(tx);
        tx.facts().mend(branch, posting.fact());
        tx.postings().mend(branch, posting, tx.now());
    }

    /// Where to go on behind something that is lost: at its own hash where its row is there, else at the next row; a stream
    /// that has neither ends where the centre once proved to hold it.
    private static Position behind(Place place, Streams.Own own) {
        return place.rows().isEmpty()
                ? new Position(own.id(), own.verifiedSeq(), place.head().hash())
                : place.rows().getFirst().position();
    }

    /// The row behind missing ones cannot be proved, and stays when its bytes are there.
    private static long lastLost(Position behind, Place place) {
        boolean isKept = !place.rows().isEmpty() && behind.seq() > place.head().seq() + 1
                && place.rows().getFirst().fact().isPresent();
        return isKept ? behind.seq() - 1 : behind.seq();
    }

    private static void lose(List<Lost> gone, Lost more) {
        if (!gone.isEmpty() && gone.getLast().last() + 1 == more.first()) {
            gone.add(new Lost(more.stream(), gone.removeLast().first(), more.last()));
        } else {
            gone.add(more);
        }
    }

    private Optional<StreamId> move(Streams.Own open, List<Lost> gone) {
        if (db.read(tx -> tx.streams().next()).isPresent()) {
            stopped = Optional.of(new Stopped(
                    false, "This till was on its way into a new stream. Run evertill sync to its end, then this again."));
            return Optional.empty();
        }
        Genesis genesis = new Genesis(
                open.genesis().terminal(), new StreamId(ids.get()), Optional.of(open.genesis().position()));
        change(tx -> move(tx, open, genesis, gone));
        return Optional.of(genesis.stream());
    }

    private void move(Tx tx, Streams.Own open, Genesis genesis, List<Lost> gone) {
        String branch = branch(tx);
        tx.streams().add(genesis, Streams.State.NEXT, tx.now());
        Position head = genesis.position();
        for (Lost range : gone) {
            head = Rehome.mark(tx, head, new EntryId(ids.get()), range.stream(), range.first(), range.last());
        }
        List<Postings.Found> page = tx.postings().rows(branch, open.id(), 0, PAGE);
        while (!page.isEmpty()) {
            for (Postings.Found row : page) {
                if (gone.stream().noneMatch(range -> range.first() <= row.seq() && row.seq() <= range.last())) {
                    Posting posting = Chain.next(head, row.fact().orElseThrow());
                    tx.postings().append(branch, posting, Postings.State.ALIAS, row.recordedAt());
                    head = posting.position();
                }
            }
            page = tx.postings().rows(branch, open.id(), page.getLast().seq(), PAGE);
        }
        tx.streams().turn(open.id(), genesis.stream());
    }

    private void change(Consumer<Tx> work) {
        if (!isChanged) {
            beforeChange.run();
            isChanged = true;
        }
        db.run(work);
    }

    private static String branch(Tx tx) {
        return tx.terminal().identity().map(Terminals.Identity::branch).orElseThrow();
    }
}
