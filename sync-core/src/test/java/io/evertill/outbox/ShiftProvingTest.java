package io.evertill.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.closing.ShiftProof;
import io.evertill.db.CentreOn;
import io.evertill.feed.Pull;
import io.evertill.journal.CentreCount;
import io.evertill.ledger.Hash;
import io.evertill.money.Money;
import io.evertill.register.ShiftBook;
import io.evertill.shift.CashCount;
import io.evertill.shift.ShiftReport;
import io.evertill.wire.ShiftSums;
import io.evertill.wire.ShiftSums.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Both ends hold a closed shift against each other until they have the same.
class ShiftProvingTest {
    @TempDir
    Path folder;

    private Shop shop;
    private final List<ShiftSums.Question> asked = new ArrayList<>();

    @BeforeEach
    void open() {
        shop = new Shop(folder, CentreOn.SQLITE.open(folder, Clock.systemUTC()));
        Pull pull = shop.pull(shop.link(), folder);
        while (pull.step() instanceof Pull.Step.Downloaded) {
            shop.tick();
        }
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whatBothEndsHaveMatchesAndIsNotAskedForAgain() {
        shift("MUG1", "MUG2");
        ShiftReport first = last();
        shift("MUG3");
        shop.courier(shop.link()).round();
        ShiftProving proving = new ShiftProving(shop.till, this::centre);

        assertEquals(Optional.empty(), book().centre(first));
        assertTrue(proving.step());
        assertTrue(proving.step());
        assertFalse(proving.step());

        CentreCount two = book().centre(first).orElseThrow();
        assertEquals(List.of(2L, gbp(5_03), true), List.of(two.sales(), two.total(), two.isSame()));
        CentreCount one = book().centre(last()).orElseThrow();
        assertEquals(List.of(1L, gbp(2_53), true), List.of(one.sales(), one.total(), one.isSame()));
        assertEquals(2, asked.size());
    }

    @Test
    void theNewestIsAskedAboutFirst() {
        shift("MUG1");
        shift("MUG2");
        shop.courier(shop.link()).round();

        new ShiftProving(shop.till, this::centre).step();

        assertEquals(last().shift().id(), asked.getFirst().shift());
    }

    @Test
    void aShiftWithoutSalesMatchesToo() {
        shift();
        shop.courier(shop.link()).round();

        assertTrue(new ShiftProving(shop.till, this::centre).step());

        assertTrue(book().centre(last()).orElseThrow().isSame());
    }

    @Test
    void whileSalesAreMissingItIsAskedAgainAlsoByTheNextRunOfTheProgram() {
        shift("MUG1", "MUG2");
        ShiftProving offline = new ShiftProving(shop.till, _ -> new Answer.None("cut"));
        ShiftProving early = new ShiftProving(shop.till, _ -> new Answer.Told(1, Optional.of(gbp(2_51)), Hash.ZERO));
        assertFalse(offline.step());
        assertEquals(Optional.empty(), book().centre(last()));
        assertTrue(early.step());
        assertFalse(book().centre(last()).orElseThrow().isSame());
        assertFalse(early.step(), "not asked again at once");
        shop.courier(shop.link()).round();
        for (int tick = 0; tick < 9; tick++) {
            shop.tick();
        }

        new ShiftProving(shop.till, this::centre).step();

        assertTrue(book().centre(last()).orElseThrow().isSame());
    }

    @Test
    void theSameNumberAndTotalOfOtherSalesIsADifference() {
        shift("MUG1");
        shop.courier(shop.link()).round();

        new ShiftProving(shop.till, question -> centre(question) instanceof Answer.Told told
                ? new Answer.Told(told.sales(), told.total(), Hash.sha256(new byte[1]))
                : new Answer.None("")).step();

        assertFalse(book().centre(last()).orElseThrow().isSame());
    }

    @Test
    void anOpenShiftIsNotAskedAbout() {
        shop.openShift();
        shop.sell("MUG1");
        shop.courier(shop.link()).round();

        assertFalse(new ShiftProving(shop.till, this::centre).step());
        assertEquals(List.of(), asked);
    }

    @Test
    void afterAMoveItIsAskedWhereTheSalesAreSentAgain() {
        shift("MUG1", "MUG2");
        shop.courier(shop.link()).round();
        new Rehome(shop.till, shop::id).move();
        shop.courier(shop.link()).round();

        new ShiftProving(shop.till, this::centre).step();

        assertEquals(shop.till.read(tx -> tx.streams().open().orElseThrow().id()), asked.getFirst().stream());
        assertTrue(book().centre(last()).orElseThrow().isSame());
    }

    @Test
    void anAnswerIsReadAsItWasWritten() {
        Answer.Told told = new Answer.Told(214, Optional.of(gbp(6_120_55)), Hash.sha256(new byte[3]));
        Answer.Told none = new Answer.Told(0, Optional.empty(), Hash.ZERO);

        assertEquals(told, Answer.Told.read(told.write().content()));
        assertEquals(none, Answer.Told.read(none.write().content()));
    }

    @Test
    void whatIsOnTheWayIsCountedOfTheShiftAlone() {
        shift("MUG1");
        ShiftReport first = last();
        shift("MUG2", "MUG3");
        long before = SalesOnTheWay.count(shop.till, first.shift().id());
        long both = SalesOnTheWay.count(shop.till, last().shift().id());
        shop.courier(shop.link()).round();

        assertEquals(List.of(1L, 2L, 0L, 0L), List.of(before, both, SalesOnTheWay.count(shop.till, first.shift().id()),
                SalesOnTheWay.count(shop.till, last().shift().id())));
    }

    @Test
    void anotherTillsShiftIsNobodysBusiness() {
        shift("MUG1");
        shop.courier(shop.link()).round();
        new ShiftProving(shop.till, this::centre).step();
        ShiftSums.Question question = asked.getFirst();

        assertEquals(Optional.empty(), shop.centre.read(tx -> ShiftProof.sums(tx, "S1", "t-2", question)));
        assertEquals(Optional.empty(), shop.centre.read(tx -> ShiftProof.sums(tx, "S2", "t-1", question)));
    }

    private void shift(String... skus) {
        shop.register.openShift(Shop.ANNA);
        for (String sku : skus) {
            shop.sell(sku);
        }
        shop.tick();
        shop.register.closeShift(Shop.ANNA, new CashCount(Shop.GBP, List.of()));
    }

    private Answer centre(ShiftSums.Question question) {
        asked.add(question);
        return shop.centre.read(tx -> ShiftProof.sums(tx, "S1", "t-1", question)).<Answer>map(told -> told)
                .orElseGet(() -> new Answer.None("no such stream"));
    }

    private ShiftBook book() {
        return new ShiftBook(shop.till);
    }

    private ShiftReport last() {
        return book().last().orElseThrow();
    }

    private static Money gbp(long minor) {
        return Money.of(minor, "GBP");
    }
}
