package io.evertill.inventory;

import io.evertill.db.Tills;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Chain;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Genesis;
import io.evertill.ledger.Meta;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import io.evertill.stock.Chance;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import io.evertill.wire.Push;
import io.evertill.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A till as the centre sees it: a stream of facts by a clock that is wrong, handed over when there is a network, again when
/// an answer was lost, and sometimes from further ahead than the centre is.
final class LocalTill {
    private static final int BATCH_MAX = 7;
    private static final Bytes SCRIBBLE = Bytes.of("scribbled");

    final Tills.Till seat;
    private final Duration ahead;
    private final boolean isOffsetKnown;
    private final UUID boot;
    private final List<StreamId> streams = new ArrayList<>();
    private Genesis genesis;
    private final List<Posting> postings = new ArrayList<>();
    private int heard;

    /// @param number from 1
    LocalTill(Chance chance, String branch, int number) {
        String terminal = branch + "-T" + number;
        this.seat = new Tills.Till(terminal, branch, "T" + number, Bytes.of("key of " + terminal), Instant.EPOCH);
        this.ahead = Duration.ofMillis(chance.below(14_400_000) - 7_200_000L);
        this.isOffsetKnown = chance.flip();
        this.boot = new UUID(terminal.hashCode(), 2);
        this.genesis = new Genesis(terminal, new StreamId(new UUID(terminal.hashCode(), 3)), Optional.empty());
        streams.add(genesis.stream());
    }

    /// Everything begins anew in another stream, as after the till was put back to a copy.
    void rehome() {
        List<Fact> facts = postings.stream().map(Posting::fact).toList();
        genesis = new Genesis(seat.terminal(), new StreamId(new UUID(seat.terminal().hashCode(), 3L + streams.size())),
                Optional.of(genesis.position()));
        streams.add(genesis.stream());
        postings.clear();
        heard = 0;
        facts.forEach(this::write);
    }

    /// The time by this till's clock.
    Instant at(Instant truly) {
        return truly.plus(ahead);
    }

    /// Writes a fact down.
    void record(Instant truly, EntryId id, Entry entry) {
        Bodies.Written written = Bodies.write(entry);
        Optional<Meta.Offset> offset = isOffsetKnown ? Optional.of(new Meta.Offset(-ahead.toMillis(), 0)) : Optional.empty();
        Meta meta = new Meta(written.schema(), new Meta.Stamp(at(truly).toEpochMilli(), monoMs(truly), boot, offset),
                entry.refs(), entry.keys(), entry.summary());
        write(new Fact(id, Metas.write(meta), written.body()));
    }

    /// Writes something down that no centre can read.
    void scribble(EntryId id) {
        write(new Fact(id, Bytes.of("{\"of\":\"nothing\"}"), SCRIBBLE));
    }

    private void write(Fact fact) {
        postings.add(Chain.next(head(), fact));
    }

    private Position head() {
        return postings.isEmpty() ? genesis.position() : postings.getLast().position();
    }

    private static long monoMs(Instant truly) {
        return truly.toEpochMilli() - 1_000_000;
    }

    /// An upload of the next facts; of some that were sent before as well, or behind a gap, as chance has it.
    Push upload(Chance chance, Instant truly) {
        int from = switch (chance.below(6)) {
            case 0 -> chance.below(heard + 1);
            case 1 -> Math.min(postings.size(), heard + chance.below(3));
            default -> heard;
        };
        int until = Math.min(postings.size(), from + 1 + chance.below(BATCH_MAX));
        return push(from, until, truly);
    }

    /// An upload of everything that the centre has not said to have, at most so many facts.
    Push rest(Instant truly, int most) {
        return push(heard, Math.min(postings.size(), heard + most), truly);
    }

    private Push push(int from, int until, Instant truly) {
        Position before = from == 0 ? genesis.position() : postings.get(from - 1).position();
        return new Push(new UUID(1, 1), seat.terminal(), boot, Optional.empty(), false, genesis, before, head(), Bytes.of(""),
                new Push.Clock(at(truly).toEpochMilli(), monoMs(truly)), postings.subList(from, until));
    }

    /// Hears how far the centre is.
    void hear(Reply reply) {
        heard = Math.max(heard, Math.toIntExact(reply.accepted()));
    }

    /// Forgets what it heard: another centre has nothing of it.
    void meetAnother() {
        heard = 0;
    }

    boolean isHeard() {
        return heard == postings.size();
    }

    /// How many facts it has written.
    int size() {
        return postings.size();
    }

    /// Its streams, the newest last.
    List<StreamId> streams() {
        return List.copyOf(streams);
    }

    /// The id of the fact of a number, from 1.
    EntryId id(int number) {
        return postings.get(number - 1).fact().id();
    }

    /// What the fact of a number moves.
    List<Move> moves(int number) {
        Fact fact = postings.get(number - 1).fact();
        return Optional.of(fact)
                .filter(one -> !one.body().equals(SCRIBBLE))
                .map(one -> Bodies.read(Metas.read(one.meta()).schema(), one.body()))
                .filter(Bodies.Reading.Understood.class::isInstance)
                .map(reading -> ((Bodies.Reading.Understood) reading).entry().moves())
                .orElse(List.of());
    }
}
