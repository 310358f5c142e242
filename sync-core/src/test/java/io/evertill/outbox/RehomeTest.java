package io.evertill.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.audit.CentreAudit;
import io.evertill.audit.TillAudit;
import io.evertill.db.CentreOn;
import io.evertill.db.Database;
import io.evertill.db.Incidents;
import io.evertill.db.Streams;
import io.evertill.feed.Pull;
import io.evertill.ledger.Fence;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.wire.Metas;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tills and centres that were put back or copied: nothing is lost, nothing counts twice, and a person is told.
class RehomeTest {
    private static final Hash HERE = Hash.sha256(new byte[] {1});
    private static final Hash ELSEWHERE = Hash.sha256(new byte[] {2});

    @TempDir
    Path folder;

    private Shop shop;
    private Courier courier;

    @BeforeEach
    void open() {
        shop = new Shop(folder, CentreOn.SQLITE.open(folder, Clock.systemUTC()));
        Pull pull = shop.pull(shop.link(), folder);
        while (pull.step() instanceof Pull.Step.Downloaded) {
            shop.tick();
        }
        courier = shop.courier(shop.link());
        shop.openShift();
        shop.sell("MUG1");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aTillPutBackToAnOldCopyKeepsWhatTheCopyAndTheCentreHave() {
        Path copy = copy();
        shop.sell("MUG2");
        deliverAll();
        shop.putBack(copy);
        shop.sell("MUG3");
        courier = shop.courier(shop.link());

        deliverAll();

        assertEquals(4, facts());
        assertEquals(3, movements());
        assertEquals(1, kinds().stream().filter("FORK"::equals).count());
        assertEquals(1, kinds().stream().filter("MOVED"::equals).count());
        assertClean();
    }

    @Test
    void aTillThatIsBehindItsOwnHistoryMovesBeforeItSellsOverIt() {
        Path copy = copy();
        shop.sell("MUG2");
        deliverAll();
        shop.putBack(copy);
        courier = shop.courier(shop.link());

        Courier.Round round = courier.round();

        assertInstanceOf(Courier.Round.Moved.class, round);
        assertTrue(sentences().stream().anyMatch(sentence ->
                sentence.startsWith("Till T1 in store S1 went from entry 3 back to 2 of stream ")), sentences().toString());
        deliverAll();
        assertClean();
    }

    @Test
    void theNewestStreamIsTheNewestAlsoWhenTheClockWasSetBack() {
        shop.setBack(Duration.ofDays(1));
        new Rehome(shop.till, shop::id).move();

        Outcome sold = shop.sell("MUG2");

        assertEquals(assertInstanceOf(Outcome.Saved.class, sold).position(),
                shop.register.last().map(Register.Recorded::position).orElseThrow());
        assertEquals(List.of(), TillAudit.of(shop.till).differences());
    }

    @Test
    void aMoveOfManyEntriesIsMadeInStepsAndSalesMeanwhileMoveWithIt() {
        for (int sale = 0; sale < Rehome.POSTINGS_MAX + 20; sale++) {
            shop.sell("MUG1");
        }
        Rehome rehome = new Rehome(shop.till, shop::id);
        shop.till.run(rehome::begin);

        boolean isDoneAtFirst = rehome.step();
        Outcome meanwhile = shop.sell("MUG2");
        boolean isDone = rehome.step();

        assertEquals(List.of(false, true), List.of(isDoneAtFirst, isDone));
        assertInstanceOf(Outcome.Saved.class, meanwhile);
        deliverAll();
        assertEquals(Rehome.POSTINGS_MAX + 23L, facts());
        assertClean();
    }

    @Test
    void aSecondMoveWhileOneIsUnderWayChangesNothing() {
        Rehome rehome = new Rehome(shop.till, shop::id);
        shop.till.run(rehome::begin);
        Optional<Streams.Own> begun = shop.till.read(tx -> tx.streams().next());

        shop.till.run(rehome::begin);

        assertEquals(begun, shop.till.read(tx -> tx.streams().next()));
    }

    @Test
    void aCentrePutBackWithoutKnowingItIsToldByTheTill() {
        deliverAll();
        Database before = shop.centreCopy(folder.resolve("before.db"));
        shop.sell("MUG2");
        deliverAll();
        var incarnation = shop.centre.read(tx -> tx.centre().state().incarnation());
        shop.putBackCentre(before);

        deliverAll();
        courier.round();

        assertEquals(3, facts());
        assertTrue(kinds().contains("CENTRE_RESTORED"), kinds().toString());
        assertTrue(!incarnation.equals(shop.centre.read(tx -> tx.centre().state().incarnation())));
        assertClean();
    }

    @Test
    void aTillThatLostItsBeginningSaysSoFirstAndMovesTheRest() {
        shop.sell("MUG2");
        shop.sell("MUG3");

        moveWithoutTheFirst(2);
        deliverAll();

        assertEquals(List.of("gap/1", "sale/1", "sale/1"), schemasOfTheOpenStream());
        assertEquals(2, movements());
        assertTrue(sentences().stream().anyMatch(sentence -> sentence.contains(" no longer has entries 1 to 2 of stream ")
                && sentence.contains("Look for a backup")), sentences().toString());
        assertEquals(1, kinds().stream().filter("GAP"::equals).count());
        assertClean();
    }

    @Test
    void whatTheTillLostAndTheCentreHoldsIsNoLoss() {
        shop.sell("MUG2");
        deliverAll();

        moveWithoutTheFirst(2);
        shop.sell("MUG3");
        deliverAll();

        assertEquals(3, movements());
        assertEquals(5, facts());
        assertTrue(sentences().stream().anyMatch(sentence ->
                sentence.endsWith("This centre holds them all; nothing is lost.")), sentences().toString());
        assertClean();
    }

    private void moveWithoutTheFirst(long entries) {
        Position last = shop.till.read(tx -> tx.postings().after("S1", tx.streams().open().orElseThrow().id(), entries - 1, 1))
                .getFirst().posting().position();
        new Rehome(shop.till, shop::id, _ -> last).move();
        courier = shop.courier(shop.link());
    }

    private List<String> schemasOfTheOpenStream() {
        return shop.till.read(tx -> tx.postings().after("S1", tx.streams().open().orElseThrow().id(), 0, 10)).stream()
                .map(stored -> Metas.read(stored.posting().fact().meta()).schema())
                .toList();
    }

    @Test
    void theGuardLetsAnOrdinaryStartPass() {
        Guard guard = new Guard(shop.till, shop::id);
        Fence.Mark first = guard.pass(Optional.empty(), HERE).mark();

        Guard.Passed second = guard.pass(Optional.of(first), HERE);

        assertEquals(new Guard.Passed(Fence.Finding.SAME, new Fence.Mark(first.nonce(), 2, HERE)), second);
        assertEquals(1, shop.till.read(tx -> tx.streams().all()).size());
    }

    @Test
    void theGuardMovesATillThatWasPutBackBeforeItSells() {
        Guard guard = new Guard(shop.till, shop::id);
        Fence.Mark first = guard.pass(Optional.empty(), HERE).mark();
        Path copy = copy();
        Fence.Mark second = guard.pass(Optional.of(first), HERE).mark();
        shop.putBack(copy);

        Guard.Passed passed = new Guard(shop.till, shop::id).pass(Optional.of(second), HERE);

        assertEquals(new Guard.Passed(Fence.Finding.RESTORED, new Fence.Mark(first.nonce(), 3, HERE)), passed);
        assertEquals(2, shop.till.read(tx -> tx.streams().all()).size());
    }

    @Test
    void theGuardMovesATillThatWasCopiedToAnotherMachine() {
        Guard guard = new Guard(shop.till, shop::id);
        Fence.Mark first = guard.pass(Optional.empty(), HERE).mark();

        Guard.Passed withItsFile = guard.pass(Optional.of(first), ELSEWHERE);
        Guard.Passed afterwards = guard.pass(Optional.of(withItsFile.mark()), ELSEWHERE);

        assertEquals(Fence.Finding.COPIED, withItsFile.finding());
        assertEquals(Fence.Finding.SAME, afterwards.finding());
        assertEquals(2, shop.till.read(tx -> tx.streams().all()).size());
    }

    private void deliverAll() {
        boolean isAll = false;
        for (int round = 0; round < 20 && !isAll; round++) {
            isAll = courier.round() instanceof Courier.Round.Delivered delivered && delivered.isAll();
        }
        assertTrue(isAll, "everything arrives within 20 rounds");
        shop.applyAll();
    }

    private Path copy() {
        return shop.tillCopy(folder.resolve("copy.db"));
    }

    private long facts() {
        return shop.centre.read(tx -> tx.facts().count());
    }

    private long movements() {
        return shop.centre.read(tx -> tx.stock().count());
    }

    private List<String> kinds() {
        return shop.centre.read(tx -> tx.incidents().all()).stream().map(Incidents.Incident::kind).toList();
    }

    private List<String> sentences() {
        return shop.centre.read(tx -> tx.incidents().all()).stream().map(Incidents.Incident::sentence).toList();
    }

    private void assertClean() {
        assertEquals(List.of(), TillAudit.of(shop.till).differences());
        assertEquals(List.of(), CentreAudit.of(shop.centre).differences());
    }
}
