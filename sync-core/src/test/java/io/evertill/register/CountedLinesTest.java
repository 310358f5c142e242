package io.evertill.register;

import static io.evertill.register.CountShop.ANNA;
import static io.evertill.register.CountShop.BEN;
import static io.evertill.register.CountShop.CAL;
import static io.evertill.register.CountShop.DOT;
import static io.evertill.register.CountShop.LINE;
import static io.evertill.register.CountShop.SHELF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.availability.CountOutcome;
import io.evertill.availability.ToCount;
import io.evertill.count.LineState;
import io.evertill.count.Schedule;
import io.evertill.db.CentreOn;
import io.evertill.db.CountLines;
import io.evertill.entry.CountEntry;
import io.evertill.person.Person;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// To which line the centre puts what was counted, and what a decision leaves behind.
class CountedLinesTest {
    @TempDir
    Path folder;

    private CountShop shop;

    @BeforeEach
    void open() {
        shop = new CountShop(folder, CentreOn.SQLITE);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aCountThatNamesALineOfOtherGoodsGetsOneOfItsOwn() {
        shop.receive("MUG1", 10);
        shop.receive("MUG2", 6);
        shop.plan(LINE, "MUG1", Schedule.Reason.DUE);
        shop.tell();

        shop.count(ANNA, new ToCount(LINE, shop.counted("MUG2").item(), SHELF, "", false, Optional.empty()), 6);
        shop.arrive();

        assertEquals(List.of(LineState.PLANNED, LineState.COUNTED), shop.open().stream().map(CountLines.Line::state).toList());
        assertEquals(List.of(), shop.attempts(LINE));
        assertEquals(1, shop.attempts(shop.open().getLast().id()).size());
    }

    /// Whoever counted is not asked again, but what is counted is never refused.
    @Test
    void whileALineWaitsForADecisionOnlyAnotherPersonsCountIsForIt() {
        shop.review();

        shop.count(ANNA, shop.counted("MUG1"), 9);
        shop.arrive();
        List<LineState> afterAnna = shop.open().stream().map(CountLines.Line::state).toList();
        int attempts = shop.attempts(LINE).size();
        shop.count(CAL, shop.counted("MUG1"), 9);
        shop.arrive();

        assertEquals(List.of(LineState.REVIEW, LineState.COUNTED), afterAnna);
        assertEquals(2, attempts);
        assertEquals(List.of("anna", "ben", "cal"), shop.attempts(LINE).stream().map(each -> each.counter().id()).toList());
        assertEquals(LineState.COUNTED, shop.line(LINE).state());
    }

    @Test
    void whereAnotherPersonIsToCountTheSameOneChangesNothingAboutThat() {
        shop.receive("MUG1", 10);
        shop.plan(LINE, "MUG1", Schedule.Reason.DUE);
        shop.tell();
        ToCount goods = shop.counting().list(ANNA).getFirst();
        shop.count(ANNA, goods, 3);
        shop.arrive();
        shop.settle();

        shop.count(ANNA, goods, 4);
        shop.arrive();
        LineState afterAnna = shop.line(LINE).state();
        shop.count(BEN, goods, 4);
        shop.arrive();

        assertEquals(LineState.RECOUNT, afterAnna);
        assertEquals(LineState.COUNTED, shop.line(LINE).state());
        assertEquals("ben", shop.line(LINE).assignee());
    }

    @Test
    void aDecisionThatCountsTakesTheRefusalOfTheOneBeforeAway() {
        shop.receive("MUG1", 100);
        shop.plan(LINE, "MUG1", Schedule.Reason.DUE);
        shop.tell();
        ToCount goods = shop.counting().list(ANNA).getFirst();
        for (Person person : List.of(ANNA, BEN)) {
            shop.count(person, goods, 4);
            shop.arrive();
            shop.settle();
        }
        shop.tell();
        decide(BEN);
        Optional<CountOutcome.Refused> refused = shop.outcome().refused();
        decide(DOT);
        shop.settle();
        shop.tell();

        assertEquals(Optional.of(new CountOutcome.Refused("OTHER_PERSON", "Ben")), refused);
        assertEquals(Optional.empty(), shop.outcome().refused());
        assertEquals(LineState.POSTED, shop.outcome().state());
    }

    private void decide(Person by) {
        shop.counting().rule(shop.both.register, by, shop.outcome(), CountEntry.Ruling.APPROVE, "THEFT", "");
        shop.arrive();
        shop.tell();
    }
}
