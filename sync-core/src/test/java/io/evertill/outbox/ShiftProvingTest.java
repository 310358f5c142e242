package io.evertill.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.closing.ShiftProof;
import io.evertill.db.CentreOn;
import io.evertill.db.Postings;
import io.evertill.feed.Pull;
import io.evertill.journal.CentreCount;
import io.evertill.ledger.Chain;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import io.evertill.register.ShiftBook;
import io.evertill.shift.CashCount;
import io.evertill.shift.Shift;
import io.evertill.shift.ShiftReport;
import io.evertill.wire.ShiftSums;
import io.evertill.wire.ShiftSums.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        wait(Duration.ofHours(1));
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
    void aShiftThatDiffersWaitsForThoseThatNobodyAskedAboutAndForThoseAskedAboutLongerAgo() {
        ShiftProving wrong = new ShiftProving(shop.till, question -> {
            asked.add(question);
            return new Answer.Told(9, Optional.empty(), Hash.ZERO);
        });
        List<UUID> shifts = new ArrayList<>();
        for (String sku : List.of("MUG1", "MUG2", "MUG3")) {
            shift(sku);
            shifts.add(last().shift().id());
            wait(Duration.ofMinutes(1));
            wrong.step();
        }

        wait(Duration.ofMinutes(1));
        wrong.step();

        assertEquals(List.of(shifts.get(0), shifts.get(1), shifts.get(2), shifts.get(0)),
                asked.stream().map(ShiftSums.Question::shift).toList());
    }

    @Test
    void aShiftOfMoreSalesThanTheCentreReadsAtOnceMatches() {
        shift(Collections.nCopies(501, "MUG1").toArray(String[]::new));
        while (shop.courier(shop.link()).round() instanceof Courier.Round.Delivered delivered && delivered.verified() < delivered.head()) {
            shop.tick();
        }

        new ShiftProving(shop.till, this::centre).step();

        CentreCount count = book().centre(last()).orElseThrow();
        assertEquals(List.of(501L, true), List.of(count.sales(), count.isSame()));
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
        CentreCount part = book().centre(last()).orElseThrow();
        assertEquals(List.of(1L, gbp(2_51), false), List.of(part.sales(), part.total(), part.isSame()));
        assertEquals(Hash.ZERO, shop.till.read(tx -> tx.shiftProofs().find(last().shift().id())).orElseThrow().digest());
        assertFalse(early.step(), "not asked again at once");
        shop.courier(shop.link()).round();
        wait(Duration.ofMinutes(1));
        assertTrue(early.step());
        assertFalse(early.step(), "not the second time either");
        wait(Duration.ofMinutes(1));

        new ShiftProving(shop.till, this::centre).step();

        CentreCount whole = book().centre(last()).orElseThrow();
        assertEquals(List.of(2L, gbp(5_03), true), List.of(whole.sales(), whole.total(), whole.isSame()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SALES", "TOTAL", "NO_TOTAL", "DIGEST"})
    void whateverDiffersIsADifference(String what) {
        shift("MUG1");
        shop.courier(shop.link()).round();

        new ShiftProving(shop.till, question -> {
            Answer.Told told = (Answer.Told) centre(question);
            return switch (what) {
                case "SALES" -> new Answer.Told(told.sales() + 1, told.total(), told.digest());
                case "TOTAL" -> new Answer.Told(told.sales(), told.total().map(total -> total.plus(gbp(1))), told.digest());
                case "NO_TOTAL" -> new Answer.Told(told.sales(), Optional.empty(), told.digest());
                default -> new Answer.Told(told.sales(), told.total(), Hash.sha256(new byte[1]));
            };
        }).step();

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

    /// What is moved is not sent before all of it is.
    @Test
    void whileAMoveIsUnderWayItIsAskedWhereTheSalesAre() {
        shift("MUG1");
        shop.courier(shop.link()).round();
        StreamId open = shop.till.read(tx -> tx.streams().open().orElseThrow().id());
        shop.till.run(tx -> {
            new Rehome(shop.till, shop::id).begin(tx);
            Position head = tx.streams().next().orElseThrow().genesis().position();
            for (Postings.Stored stored : tx.postings().after("S1", open, 0, Rehome.POSTINGS_MAX)) {
                Posting posting = Chain.next(head, stored.posting().fact());
                tx.postings().append("S1", posting, Postings.State.ALIAS, tx.now());
                head = posting.position();
            }
        });

        new ShiftProving(shop.till, this::centre).step();

        assertEquals(open, asked.getFirst().stream());
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
    void aShiftOfWhichNoEntryIsHereKeepsNobodyFromAnother() {
        shift("MUG1");
        shop.courier(shop.link()).round();
        shop.till.run(tx -> {
            Shift lost = new Shift(new UUID(1, 2), LocalDate.of(2026, 3, 2), tx.now().plusSeconds(1), Shop.ANNA, gbp(0));
            tx.shifts().open(lost);
            tx.shifts().close(lost.id(), tx.now().plusSeconds(2), gbp(0));
        });

        assertTrue(new ShiftProving(shop.till, this::centre).step());
        assertEquals(1, asked.size());
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

    private void wait(Duration time) {
        shop.turnClock(shop.clock().instant().plus(time));
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
