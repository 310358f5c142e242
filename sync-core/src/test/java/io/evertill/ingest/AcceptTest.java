package io.evertill.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.db.CentreOn;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Chain;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Genesis;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import io.evertill.outbox.Shop;
import io.evertill.wire.Push;
import io.evertill.wire.Reply;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the centre takes into a stream and what it answers (protocol 2.3, 2.4), as sheets of small batches.
class AcceptTest {
    private static final StreamId STREAM = new StreamId(new UUID(0x7000, 1));
    private static final Genesis GENESIS = new Genesis("t-1", STREAM, Optional.empty());

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aBatchIsTakenAndARepeatedOneChangesNothing(CentreOn on) {
        try (Shop shop = shop(on)) {
            List<Posting> postings = chain(GENESIS.position(), "a", "b", "c");

            Reply first = accept(shop, push(GENESIS.position(), postings));
            Counts once = counts(shop);
            Reply again = accept(shop, push(GENESIS.position(), postings));

            assertEquals(new Mark(Reply.Status.OK, 3, postings.getLast().position().hash()), mark(first));
            assertEquals(mark(first), mark(again));
            assertEquals(once, counts(shop));
            assertEquals(new Counts(3, 3, 0), once);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBatchThatOverlapsContinuesWhereTheCentreStands(CentreOn on) {
        try (Shop shop = shop(on)) {
            List<Posting> postings = chain(GENESIS.position(), "a", "b", "c", "d");
            accept(shop, push(GENESIS.position(), postings.subList(0, 2)));

            Reply reply = accept(shop, push(postings.get(0).position(), postings.subList(1, 4)));

            assertEquals(new Mark(Reply.Status.OK, 4, postings.getLast().position().hash()), mark(reply));
            assertEquals(new Counts(4, 4, 0), counts(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGapAnswersWhereTheCentreStandsAndChangesNothing(CentreOn on) {
        try (Shop shop = shop(on)) {
            List<Posting> postings = chain(GENESIS.position(), "a", "b", "c");

            Reply reply = accept(shop, push(postings.get(1).position(), postings.subList(2, 3)));

            assertEquals(new Mark(Reply.Status.GAP, 0, GENESIS.position().hash()), mark(reply));
            assertEquals(new Counts(0, 0, 0), counts(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherHistoryIsAForkAndChangesNothing(CentreOn on) {
        try (Shop shop = shop(on)) {
            List<Posting> own = chain(GENESIS.position(), "a", "b", "c");
            List<Posting> other = chain(own.get(0).position(), "x", "y", "z");
            accept(shop, push(GENESIS.position(), own));

            Reply overlapping = accept(shop, push(own.get(0).position(), other));
            Reply behind = accept(shop, push(other.get(1).position(), other.subList(2, 3)));

            assertEquals(new Mark(Reply.Status.FORK, 3, own.getLast().position().hash()), mark(overlapping));
            assertEquals(new Mark(Reply.Status.FORK, 3, own.getLast().position().hash()), mark(behind));
            assertEquals(new Counts(3, 3, 0), counts(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongHashKeepsTheValidPostingsBeforeIt(CentreOn on) {
        try (Shop shop = shop(on)) {
            List<Posting> postings = new ArrayList<>(chain(GENESIS.position(), "a", "b", "c"));
            Posting third = postings.get(2);
            postings.set(2, new Posting(new Position(STREAM, 3, Hash.ZERO), third.fact()));

            Reply reply = accept(shop, push(GENESIS.position(), postings));

            assertEquals(new Mark(Reply.Status.FORK, 2, postings.get(1).position().hash()), mark(reply));
            assertEquals(new Counts(2, 2, 0), counts(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEntryKnownFromAnotherStreamIsAnAliasAndOtherBytesUnderItsIdAreParked(CentreOn on) {
        try (Shop shop = shop(on)) {
            accept(shop, push(GENESIS.position(), chain(GENESIS.position(), "a", "b")));
            Genesis second = new Genesis("t-1", new StreamId(new UUID(0x7000, 2)),
                    Optional.of(new Position(STREAM, 2, Hash.ZERO)));
            Fact changed = new Fact(fact("b").id(), fact("b").meta(), Bytes.of("other bytes"));
            List<Posting> postings = chain(second.position(), List.of(fact("a"), changed, fact("c"), fact("c")));

            Reply reply = accept(shop, push(second, second.position(), postings));

            assertEquals(new Mark(Reply.Status.OK, 4, postings.getLast().position().hash()), mark(reply));
            assertEquals(List.of(new Reply.Parked(2, changed.id(), "ID_CONFLICT")), reply.parked());
            assertEquals(new Counts(6, 3, 1), counts(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void compareProvesTheWholePrefixAtTheTillsHead(CentreOn on) {
        try (Shop shop = shop(on)) {
            List<Posting> postings = chain(GENESIS.position(), "a", "b", "c");
            accept(shop, push(GENESIS.position(), postings));

            Reply behind = accept(shop, new Push(new UUID(1, 1), "t-1", new UUID(2, 2), Optional.empty(), false, GENESIS,
                    postings.get(1).position(), postings.get(1).position(), Bytes.of(""), new Push.Clock(0, 0), List.of()));

            assertEquals(3, behind.accepted());
            assertEquals(postings.get(1).position(), new Position(STREAM, behind.compareSeq(), behind.compareHash()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStreamWithAnotherBeginningIsAFork(CentreOn on) {
        try (Shop shop = shop(on)) {
            accept(shop, push(GENESIS.position(), chain(GENESIS.position(), "a")));
            Genesis other = new Genesis("t-1", STREAM, Optional.of(new Position(new StreamId(new UUID(1, 1)), 4, Hash.ZERO)));

            Reply reply = accept(shop, push(other, other.position(), chain(other.position(), "b")));

            assertEquals(Reply.Status.FORK, reply.status());
            assertEquals(new Counts(1, 1, 0), counts(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeReadIsAcceptedAndParkedAndDoesNotHoldUpTheRest(CentreOn on) {
        try (Shop shop = shop(on)) {
            List<Posting> postings = chain(GENESIS.position(), "poison", "rubbish");

            Reply accepted = accept(shop, push(GENESIS.position(), postings));
            shop.applyAll();
            Reply reply = accept(shop, push(postings.getLast().position(), List.of()));

            assertEquals(2, accepted.accepted());
            assertEquals(2, reply.appliedSeq());
            assertEquals(2, reply.parked().size());
            assertInstanceOf(Reply.Parked.class, reply.parked().getFirst());
        }
    }

    private record Mark(Reply.Status status, long accepted, Hash hash) {}

    private record Counts(long postings, long facts, long parked) {}

    private static Mark mark(Reply reply) {
        return new Mark(reply.status(), reply.accepted(), reply.acceptedHash());
    }

    private static Counts counts(Shop shop) {
        return shop.centre.read((Tx tx) ->
                new Counts(tx.postings().count(), tx.facts().count(), tx.parked().count()));
    }

    private Shop shop(CentreOn on) {
        return new Shop(folder, on.open(folder, Clock.systemUTC()));
    }

    private static Reply accept(Shop shop, Push push) {
        Tills.Till till = new Tills.Till("t-1", "S1", "T1", Bytes.of(""), Instant.EPOCH);
        return new Accept(shop.centre, shop::id).accept(till, push);
    }

    private static Push push(Position before, List<Posting> postings) {
        return push(GENESIS, before, postings);
    }

    private static Push push(Genesis genesis, Position before, List<Posting> postings) {
        Position head = postings.isEmpty() ? before : postings.getLast().position();
        return new Push(new UUID(1, 1), "t-1", new UUID(2, 2), Optional.empty(), false, genesis, before, head,
                Bytes.of(""), new Push.Clock(0, 0), postings);
    }

    private static List<Posting> chain(Position head, String... names) {
        return chain(head, List.of(names).stream().map(AcceptTest::fact).toList());
    }

    private static List<Posting> chain(Position head, List<Fact> facts) {
        List<Posting> postings = new ArrayList<>();
        Position last = head;
        for (Fact fact : facts) {
            Posting posting = Chain.next(last, fact);
            postings.add(posting);
            last = posting.position();
        }
        return postings;
    }

    private static Fact fact(String name) {
        return new Fact(new EntryId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                Bytes.of("{\"of\":\"" + name + "\"}"), Bytes.of("body of " + name));
    }
}
