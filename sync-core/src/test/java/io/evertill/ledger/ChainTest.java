package io.evertill.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.entry.Entries;
import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {
    @RandomTest
    void aStreamFollowsFromItsGenesisPostingByPosting(Chance chance) {
        Genesis genesis = genesis(chance);

        Position head = genesis.position();
        assertEquals(0, head.seq());
        for (Posting posting : stream(chance, genesis)) {
            assertTrue(Chain.follows(head, posting));
            assertEquals(head.seq() + 1, posting.seq());
            assertEquals(posting, Chain.next(head, posting.fact()));
            head = posting.position();
        }
    }

    @RandomTest(seeds = 500)
    void oneFlippedBitAnywhereBreaksTheChain(Chance chance) {
        Genesis genesis = genesis(chance);
        List<Posting> stream = stream(chance, genesis);
        int at = chance.below(stream.size());
        Position before = at == 0 ? genesis.position() : stream.get(at - 1).position();

        Posting damaged = flipped(chance, stream.get(at));

        assertNotEquals(stream.get(at), damaged);
        assertFalse(Chain.follows(before, damaged));
    }

    @RandomTest
    void postingsFollowInOneOrderOnly(Chance chance) {
        Genesis genesis = genesis(chance);
        List<Posting> stream = stream(chance, genesis);
        List<Position> heads = new ArrayList<>(List.of(genesis.position()));
        stream.forEach(posting -> heads.add(posting.position()));

        for (int head = 0; head < heads.size(); head++) {
            for (int next = 0; next < stream.size(); next++) {
                assertEquals(head == next, Chain.follows(heads.get(head), stream.get(next)), head + " then " + next);
            }
        }
    }

    @RandomTest
    void aFactPostedAgainInAnotherStreamKeepsItsBytesAndGetsAnotherHash(Chance chance) {
        Genesis old = genesis(chance);
        Posting posting = stream(chance, old).getFirst();
        Genesis fresh = new Genesis(old.terminal(), new StreamId(chance.id()), Optional.of(posting.position()));

        Posting again = Chain.next(fresh.position(), posting.fact());

        assertEquals(posting.fact(), again.fact());
        assertNotEquals(posting.position().hash(), again.position().hash());
        assertFalse(Chain.follows(old.position(), again));
    }

    @RandomTest
    void everyPartOfAGenesisCounts(Chance chance) {
        Genesis genesis = genesis(chance);
        Position parent = new Position(new StreamId(chance.id()), 7, Hash.sha256(new byte[] {1}));
        Position later = new Position(parent.stream(), 8, parent.hash());
        Position other = new Position(parent.stream(), 7, Hash.sha256(new byte[] {2}));

        List<Hash> hashes = List.of(
                new Genesis(genesis.terminal(), genesis.stream(), Optional.empty()),
                new Genesis(genesis.terminal(), genesis.stream(), Optional.of(parent)),
                new Genesis(genesis.terminal(), genesis.stream(), Optional.of(later)),
                new Genesis(genesis.terminal(), genesis.stream(), Optional.of(other)),
                new Genesis(genesis.terminal() + "x", genesis.stream(), Optional.empty()),
                new Genesis(genesis.terminal(), new StreamId(chance.id()), Optional.empty()))
                .stream()
                .map(one -> one.position().hash())
                .toList();

        assertEquals(hashes.size(), hashes.stream().distinct().count());
    }

    @Test
    void twoFactsOfOneLengthDoNotShareABoundary() {
        Position head = new Genesis("T1", new StreamId(new UUID(0, 1)), Optional.empty()).position();
        EntryId id = new EntryId(new UUID(0, 2));

        assertNotEquals(
                Chain.next(head, new Fact(id, Bytes.of("ab"), Bytes.of("c"))).position(),
                Chain.next(head, new Fact(id, Bytes.of("a"), Bytes.of("bc"))).position());
    }

    @RandomTest
    void aHashComesBackFromItsTextAndBytes(Chance chance) {
        Hash hash = Hash.of(chance.bytes(Hash.LENGTH));

        assertEquals(hash, Hash.parse(hash.toString()));
        assertEquals(hash, Hash.of(hash.bytes()));
        assertTrue(hash.toString().startsWith(hash.brief()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "zz", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85x",
        "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"})
    void aTextThatIsNoLowerCaseHashIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Hash.parse(text));
    }

    @Test
    void anEntryTooLargeForAnUploadIsRefused() {
        EntryId id = new EntryId(new UUID(0, 1));
        Bytes small = Bytes.of("{}");
        Bytes body = Bytes.of(new byte[Fact.BODY_BYTES_MAX + 1]);
        Bytes meta = Bytes.of(new byte[Fact.META_BYTES_MAX + 1]);

        assertThrows(IllegalArgumentException.class, () -> new Fact(id, small, body));
        assertThrows(IllegalArgumentException.class, () -> new Fact(id, meta, small));
    }

    private static Genesis genesis(Chance chance) {
        return new Genesis(chance.words(20), new StreamId(chance.id()),
                chance.maybe(() -> new Position(new StreamId(chance.id()), chance.between(0, Long.MAX_VALUE), Hash.of(chance.bytes(32)))));
    }

    private static List<Posting> stream(Chance chance, Genesis genesis) {
        List<Posting> stream = new ArrayList<>();
        Position head = genesis.position();
        for (int count = 1 + chance.below(8); count > 0; count--) {
            Posting posting = Chain.next(head, Entries.fact(chance));
            stream.add(posting);
            head = posting.position();
        }
        return stream;
    }

    private static Posting flipped(Chance chance, Posting posting) {
        Position position = posting.position();
        Fact fact = posting.fact();
        return switch (chance.below(6)) {
            case 0 -> new Posting(position, new Fact(fact.id(), flipped(chance, fact.meta()), fact.body()));
            case 1 -> new Posting(position, new Fact(fact.id(), fact.meta(), flipped(chance, fact.body())));
            case 2 -> new Posting(position, new Fact(new EntryId(flipped(chance, fact.id().value())), fact.meta(), fact.body()));
            case 3 -> new Posting(
                    new Position(position.stream(), position.seq(), Hash.of(flipped(chance, position.hash().bytes()))), fact);
            case 4 -> new Posting(new Position(position.stream(), position.seq() + 1 + chance.below(3), position.hash()), fact);
            default -> new Posting(
                    new Position(new StreamId(flipped(chance, position.stream().value())), position.seq(), position.hash()), fact);
        };
    }

    private static Bytes flipped(Chance chance, Bytes bytes) {
        return Bytes.of(flipped(chance, bytes.content().clone()));
    }

    private static UUID flipped(Chance chance, UUID id) {
        return chance.flip()
                ? new UUID(id.getMostSignificantBits() ^ (1L << chance.below(64)), id.getLeastSignificantBits())
                : new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ (1L << chance.below(64)));
    }

    private static byte[] flipped(Chance chance, byte[] bytes) {
        bytes[chance.below(bytes.length)] ^= (byte) (1 << chance.below(8));
        return bytes;
    }
}
