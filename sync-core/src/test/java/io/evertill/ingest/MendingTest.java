package io.evertill.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.audit.CentreAudit;
import io.evertill.db.CentreOn;
import io.evertill.db.Parked;
import io.evertill.db.Postings;
import io.evertill.db.Tx;
import io.evertill.feed.Pull;
import io.evertill.inventory.Books;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Chain;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Genesis;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import io.evertill.outbox.Shop;
import io.evertill.register.Outcome;
import io.evertill.wire.Push;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two entries with one id: the first counts, and a person decides about the second by adding.
class MendingTest {
    private static final StreamId OTHER = new StreamId(new UUID(0x7000, 2));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatIsAcceptedCountsOnceUnderAnIdOfItsOwn(CentreOn on) {
        try (Shop shop = conflicting(on)) {
            Mending mending = new Mending(shop.centre);

            var accepted = assertInstanceOf(Mending.Outcome.Done.class,
                    mending.decide(OTHER, 1, Parked.Decision.ACCEPTED, "Ira", "two tills had one disk"));
            Mending.Outcome again = mending.decide(OTHER, 1, Parked.Decision.ACCEPTED, "Ira", "again");
            shop.applyAll();

            assertEquals(new Mending.Outcome.NoSuch(), again);
            assertEquals(new State(0, 3, 2, 3), state(shop));
            EntryId entry = accepted.entry().orElseThrow();
            assertEquals(List.of(), shop.centre.read(tx -> tx.incidents().all()).stream()
                    .filter(incident -> incident.terminal().equals(Books.TERMINAL)).toList());
            assertEquals(2L, shop.centre.read(tx -> tx.stock().of("S1", entry)).size());
            assertEquals(List.of(), CentreAudit.of(shop.centre).differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDismissedCountsNowhereAndStaysOnRecord(CentreOn on) {
        try (Shop shop = conflicting(on)) {
            Mending.Outcome dismissed = new Mending(shop.centre)
                    .decide(OTHER, 1, Parked.Decision.DISMISSED, "Ira", "the till was a test");
            shop.applyAll();

            assertEquals(Optional.empty(), assertInstanceOf(Mending.Outcome.Done.class, dismissed).entry());
            assertEquals(new State(0, 1, 1, 2), state(shop));
            assertEquals(true, shop.centre.read(tx -> tx.parked().conflicting("S1", OTHER, 1)).isPresent());
            assertEquals(List.of(), CentreAudit.of(shop.centre).differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotWaitForADecisionIsNotDecided(CentreOn on) {
        try (Shop shop = conflicting(on)) {
            Mending.Outcome outcome =
                    new Mending(shop.centre).decide(OTHER, 2, Parked.Decision.DISMISSED, "Ira", "no such");

            assertEquals(new Mending.Outcome.NoSuch(), outcome);
            assertEquals(new State(1, 1, 1, 2), state(shop));
        }
    }

    private record State(long parked, long movements, long sales, long facts) {}

    private static State state(Shop shop) {
        return shop.centre.read((Tx tx) ->
                new State(tx.parked().count(), tx.stock().count(), tx.sales().count(), tx.facts().count()));
    }

    /// A sale of one mug that the centre has, and under its id a sale of two others from a stream of the same till.
    private Shop conflicting(CentreOn on) {
        Shop shop = new Shop(folder, on.open(folder, Clock.systemUTC()));
        Pull pull = shop.pull(shop.link(), folder);
        while (pull.step() instanceof Pull.Step.Downloaded) {
            shop.tick();
        }
        shop.openShift();
        Outcome.Saved first = assertInstanceOf(Outcome.Saved.class, shop.sell("MUG1"));
        shop.courier(shop.link()).round();
        Outcome.Saved second = assertInstanceOf(Outcome.Saved.class, shop.sell("MUG2", "MUG3"));
        Postings.Stored stored = shop.till.read(tx -> tx.postings().after("S1", second.position().stream(), 2, 1)).getFirst();
        Genesis genesis = new Genesis("t-1", OTHER, Optional.empty());
        Posting posting = Chain.next(genesis.position(),
                new Fact(first.id(), stored.posting().fact().meta(), stored.posting().fact().body()));
        var till = new io.evertill.db.Tills.Till(
                "t-1", "S1", "T1", Bytes.of(""), Instant.EPOCH);
        new Accept(shop.centre, shop::id).accept(till, new Push(new UUID(1, 1), "t-1", new UUID(1, 1), Optional.empty(), false,
                genesis, genesis.position(), posting.position(), Bytes.of(""), new Push.Clock(0, 0), List.of(posting)));
        shop.applyAll();
        assertEquals(new State(1, 1, 1, 2), state(shop));
        return shop;
    }
}
