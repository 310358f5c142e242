package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.journal.StockReckoning;
import io.evertill.journal.StockStory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Why there is as much as a card says, as sheets.
final class WhysTest {
    private final Shop shop = new Shop();

    private void holds(String table) {
        assertEquals(table, new Sheet(shop).run(table));
    }

    @Test
    void theRowsBehindAFigureAreOneKeyAndTheCardIsThereAgain() {
        shop.stocks(Shop.MILK, 4, 5);

        holds("""
        does         | doing       | basket           | to pay | says | wants
        scan milk    | Selling     | >1 MILK          | 1.19   |      | look, keep, ok
        press Ctrl+Y | Selling     | >1 MILK          | 1.19   |      |
        press Ctrl+S | SeeingStock | >1 MILK          | 1.19   |      | show MILK
        press Ctrl+Y | SeeingWhy   | >1 MILK          | 1.19   |      | why MILK, ask why MILK
        press Down   | SeeingWhy   | >1 MILK          | 1.19   |      |
        press Ctrl+Y | SeeingWhy   | >1 MILK          | 1.19   |      | why MILK, ask why MILK
        press Escape | SeeingStock | >1 MILK          | 1.19   |      |
        press Down   | SeeingStock | >1 MILK          | 1.19   |      |
        press Ctrl+Y | SeeingWhy   | >1 MILK          | 1.19   |      | ask why MILK S2
        press Enter  | SeeingStock | >1 MILK          | 1.19   |      |
        press Ctrl+Y | SeeingWhy   | >1 MILK          | 1.19   |      | ask why MILK S2
        scan bread   | Selling     | 1 MILK, >1 BREAD | 4.64   |      | look, keep, ok
        """);
    }

    @Test
    void theMarkedRowOfTheCardIsTheSameAfterwards() {
        shop.stocks(Shop.MILK, 4, 5);
        Sheet sheet = new Sheet(shop);
        sheet.run("\nscan milk\npress Ctrl+S\npress Down\npress Down\npress Ctrl+Y\npress Down\npress Escape");

        assertEquals(2, assertInstanceOf(Activity.SeeingStock.class, sheet.state().activity()).selected());
    }

    @Test
    void typingSearchesAsBehindACard() {
        shop.stocks(Shop.MILK, 4, 5);

        holds("""
        does         | doing               | basket  | to pay | says | wants
        scan milk    | Selling             | >1 MILK | 1.19   |      | look, keep, ok
        press Ctrl+S | SeeingStock         | >1 MILK | 1.19   |      | show MILK
        press Ctrl+Y | SeeingWhy           | >1 MILK | 1.19   |      | why MILK, ask why MILK
        type bread   | Choosing [bread]    | >1 MILK | 1.19   |      | search bread
        press Ctrl+S | SeeingStock [bread] | >1 MILK | 1.19   |      | show BREAD
        press Ctrl+Y | SeeingWhy [bread]   | >1 MILK | 1.19   |      | why BREAD, ask why BREAD
        press Escape | SeeingStock [bread] | >1 MILK | 1.19   |      |
        press Escape | Choosing [bread]    | >1 MILK | 1.19   |      |
        """);
    }

    /// What the till knows is there at once; the centre's word comes behind it.
    @Test
    void theRowsOfTheTillStayWhereTheyAreWhenTheCentreAnswers() {
        shop.stocks(Shop.MILK, 4, 5);
        Sheet sheet = new Sheet(shop);
        sheet.run("\nscan milk\npress Ctrl+S\nhold\npress Ctrl+Y");
        List<WhyRow> nothing = rows(sheet);
        List<TillEvent> answers = sheet.takeKeptBack();
        sheet.tell(answers.getFirst());
        List<WhyRow> own = rows(sheet);
        sheet.run("\npress Down\npress Down");
        sheet.tell(answers.getLast());
        List<WhyRow> all = rows(sheet);

        assertEquals(List.of(), nothing);
        assertInstanceOf(WhyRow.Asking.class, own.getLast());
        assertEquals(own.subList(0, own.size() - 1), all.subList(0, own.size() - 1));
        assertInstanceOf(WhyRow.Now.class, all.get(own.size() - 1));
        assertEquals(2, seeing(sheet).selected());
        assertInstanceOf(WhyRow.Older.class, all.getLast());
    }

    /// A held key repeats.
    @Test
    void nothingIsAskedWhileAnAnswerIsOnItsWay() {
        shop.stocks(Shop.MILK, 4, 5);

        holds("""
        does         | doing       | basket  | to pay | says | wants
        scan milk    | Selling     | >1 MILK | 1.19   |      | look, keep, ok
        press Ctrl+S | SeeingStock | >1 MILK | 1.19   |      | show MILK
        hold         | SeeingStock | >1 MILK | 1.19   |      |
        press Ctrl+Y | SeeingWhy   | >1 MILK | 1.19   |      | why MILK, ask why MILK
        press Ctrl+Y | SeeingWhy   | >1 MILK | 1.19   |      |
        press Ctrl+Y | SeeingWhy   | >1 MILK | 1.19   |      |
        release      | SeeingWhy   | >1 MILK | 1.19   |      |
        press Ctrl+Y | SeeingWhy   | >1 MILK | 1.19   |      | why MILK, ask why MILK
        """);
    }

    @Test
    void whileOnlyOneOfTheTwoHasAnsweredNothingIsAskedEither() {
        shop.stocks(Shop.MILK, 4, 5);
        for (boolean isTillFirst : List.of(true, false)) {
            Sheet sheet = new Sheet(shop);
            sheet.run("\nscan milk\npress Ctrl+S\nhold\npress Ctrl+Y");
            List<TillEvent> answers = sheet.takeKeptBack();
            sheet.tell(isTillFirst ? answers.getFirst() : answers.getLast());
            SeeingWhy before = seeing(sheet);
            sheet.run("\npress Ctrl+Y");

            assertEquals(before, seeing(sheet));
        }
    }

    /// F1 or Ctrl+E, with the answers on their way: they are there when the sheet of keys is gone.
    @ParameterizedTest
    @ValueSource(strings = {"F1", "Ctrl+E"})
    void anAnswerReachesTheRowsAndTheCardUnderTheHelp(String key) {
        shop.stocks(Shop.MILK, 4, 5);
        Sheet sheet = new Sheet(shop);
        sheet.run("\nscan milk\nhold\npress Ctrl+S\npress " + key);
        Activity cover = sheet.state().activity();
        sheet.run("\nrelease");
        assertInstanceOf(cover.getClass(), sheet.state().activity());
        sheet.run("\npress " + key);
        assertTrue(assertInstanceOf(Activity.SeeingStock.class, sheet.state().activity()).card().isPresent());

        sheet.run("\nhold\npress Ctrl+Y\npress " + key + "\nrelease\npress " + key);
        assertInstanceOf(WhyRow.Older.class, rows(sheet).getLast());
        assertEquals(Optional.of(50_000L), Whys.figure(seeing(sheet)));
        assertTrue(seeing(sheet).isAnswered());
    }

    /// The till cannot read its own disk: that is said on the help, and under it is what was there before.
    @Test
    void aFailureUnderTheHelpIsSaidOnIt() {
        shop.stocks(Shop.MILK, 4, 5);

        holds("""
        does           | doing       | basket  | to pay | says      | wants
        scan milk      | Selling     | >1 MILK | 1.19   |           | look, keep, ok
        hold           | Selling     | >1 MILK | 1.19   |           |
        fail CATALOGUE | Selling     | >1 MILK | 1.19   |           |
        press Ctrl+S   | SeeingStock | >1 MILK | 1.19   |           | show MILK
        press F1       | Helping     | >1 MILK | 1.19   |           |
        release        | Helping     | >1 MILK | 1.19   | CATALOGUE |
        press F1       | Selling     | >1 MILK | 1.19   |           |
        """);
    }

    @Test
    void aNewLookKeepsTheRowsOfTheCentreAndTheMarkUntilItAnswersAnew() {
        shop.stocks(Shop.MILK, 4, 5);
        Sheet sheet = new Sheet(shop);
        sheet.run("\nscan milk\npress Ctrl+S\npress Ctrl+Y" + "\npress Down".repeat(16));
        List<WhyRow> before = rows(sheet);
        WhyRow marked = before.get(seeing(sheet).selected());
        sheet.run("\nhold\npress Ctrl+Y");
        List<WhyRow> asking = rows(sheet);
        WhyRow markedThen = asking.get(seeing(sheet).selected());
        List<TillEvent> answers = sheet.takeKeptBack();
        sheet.tell(answers.getFirst());
        WhyRow markedHalf = rows(sheet).get(seeing(sheet).selected());
        TillEvent.WhyHeard heard = assertInstanceOf(TillEvent.WhyHeard.class, answers.getLast());
        sheet.tell(new TillEvent.WhyHeard(heard.ask(), oneMore(assertInstanceOf(StockWord.Heard.class, heard.word()).story())));

        assertInstanceOf(WhyRow.Step.class, marked);
        assertEquals(before.size() + 1, asking.size());
        assertTrue(asking.containsAll(before), asking::toString);
        assertTrue(asking.contains(new WhyRow.Asking()), asking::toString);
        assertEquals(List.of(marked, marked), List.of(markedThen, markedHalf));
        assertEquals(before.size() + 1, rows(sheet).size());
        assertTrue(rows(sheet).stream().noneMatch(WhyRow.Asking.class::isInstance), () -> rows(sheet).toString());
        assertEquals(marked, rows(sheet).get(seeing(sheet).selected()));
    }

    /// The same with one sale more.
    private static StockWord oneMore(StockStory story) {
        List<StockStory.Step> steps = new ArrayList<>(story.steps());
        steps.addFirst(new StockStory.Step(Shop.NOW, "SALE", "", -10_000, story.quantity() - 10_000, "MAIN/AVAILABLE", "", "",
                new StockStory.Document("receipt", "S1-T2-0c44-32"), "Bea Lindqvist", ""));
        return new StockWord.Heard(
                new StockStory(story.store(), story.quantity() - 10_000, story.asOf(), story.tills(), steps, story.isMore()));
    }

    /// The mark is on what was about the same; where that is gone, in the same place.
    @Test
    void theMarkStaysOnWhatItWasOnThoughItsFigureIsAnother() {
        shop.stocks(Shop.MILK, 4, 5);
        Sheet sheet = new Sheet(shop);
        sheet.run("\nscan milk\npress Ctrl+S\npress Ctrl+Y\npress Down\npress Down\npress Down\npress Down");
        WhyRow here = rows(sheet).get(seeing(sheet).selected());
        sheet.run("\nhold\npress Ctrl+Y");
        List<TillEvent> answers = sheet.takeKeptBack();
        TillEvent.WhyShown shown = assertInstanceOf(TillEvent.WhyShown.class, answers.getFirst());
        sheet.tell(new TillEvent.WhyShown(shown.ask(), WhyShelf.crowded(shown.reckoning())), answers.getLast());
        WhyRow hereThen = rows(sheet).get(seeing(sheet).selected());
        sheet.run("\npress Up\npress Up\npress Ctrl+Y");

        assertInstanceOf(WhyRow.Here.class, here);
        assertInstanceOf(WhyRow.Here.class, hereThen);
        assertEquals(rows(sheet).size() - 1, seeing(sheet).selected(), "the row is gone, and so is its place");
    }

    @Test
    void aCentreThatIsNotHeardAnyMoreTakesNothingAwayThatItSaid() {
        shop.stocks(Shop.MILK, 4, 5);
        Sheet sheet = new Sheet(shop);
        sheet.run("\nscan milk\npress Ctrl+S\npress Ctrl+Y" + "\npress Down".repeat(16));
        List<WhyRow> before = rows(sheet);
        WhyRow marked = before.get(seeing(sheet).selected());
        sheet.run("\nsilence\npress Ctrl+Y");

        List<WhyRow> rest = new ArrayList<>(rows(sheet));
        assertTrue(rest.remove(new WhyRow.Silent(new StockWord.Unheard())), rest::toString);
        assertEquals(before, rest);
        assertEquals(marked, rows(sheet).get(seeing(sheet).selected()));
    }

    /// What is not listed one by one is in the sum all the same.
    @Test
    void theRowsAboveAFigureSumToItAlsoWhereMoreThanAHundredAreBehindIt() {
        shop.stocks(Shop.MILK, 4, 5);
        Sheet sheet = new Sheet(shop);
        sheet.run("\nscan milk\npress Ctrl+S\nhold\npress Ctrl+Y");
        List<TillEvent> answers = sheet.takeKeptBack();
        TillEvent.WhyShown shown = assertInstanceOf(TillEvent.WhyShown.class, answers.getFirst());
        StockReckoning many = WhyShelf.crowded(shown.reckoning());
        sheet.tell(new TillEvent.WhyShown(shown.ask(), many));

        assertSums(rows(sheet), many.shown().orElseThrow().quantity(), many.shown().orElseThrow().sellable());
        assertTrue(rows(sheet).contains(new WhyRow.Others(1, -1_030_000)), () -> rows(sheet).toString());
        assertTrue(rows(sheet).contains(new WhyRow.PromisedOthers(1, 1_050_000)), () -> rows(sheet).toString());
        assertTrue(rows(sheet).contains(new WhyRow.AsideOthers(1, -1_070_000)), () -> rows(sheet).toString());
        assertTrue(rows(sheet).contains(new WhyRow.ComingOthers(1, 1_090_000)), () -> rows(sheet).toString());
    }

    @Test
    void theRowsAboveAFigureSumToItAndItIsTheCards() {
        shop.stocks(Shop.MILK, 4, 5);
        Sheet sheet = new Sheet(shop);
        sheet.run("\nscan milk\npress Ctrl+S\npress Ctrl+Y");
        assertSums(rows(sheet), 50_000, 40_000);
        Optional<Long> titled = Whys.figure(seeing(sheet));
        sheet.run("\npress Escape");

        assertEquals(Optional.of(50_000L), titled);
        assertEquals(50_000, assertInstanceOf(Activity.SeeingStock.class, sheet.state().activity())
                .card().orElseThrow().here().orElseThrow().onHand().tenThousandths());
    }

    private static void assertSums(List<WhyRow> rows, long onHand, long left) {
        long sum = 0;
        long figure = 0;
        long sellable = 0;
        for (WhyRow row : rows) {
            switch (row) {
                case WhyRow.Told(StockReckoning.Told told) -> sum += told.quantity();
                case WhyRow.Recorded(StockReckoning.Own own) -> sum += own.quantity();
                case WhyRow.Others(long _, long quantity) -> sum += quantity;
                case WhyRow.Here(long quantity) -> {
                    figure = quantity;
                    assertEquals(sum, quantity);
                }
                case WhyRow.Promised(StockReckoning.Promised order) -> sum -= order.quantity();
                case WhyRow.PromisedOthers(long _, long quantity) -> sum -= quantity;
                case WhyRow.Sellable(long quantity) -> {
                    sellable = quantity;
                    assertEquals(sum, quantity);
                }
                case WhyRow _ -> {}
            }
        }
        assertEquals(onHand, figure);
        assertEquals(left, sellable);
    }

    /// A sale is saved while the rows are on the screen: the card shows behind them what they showed.
    @Test
    void theCardShowsWhatTheRowsExplained() {
        shop.stocks(Shop.MILK, 4, 5);
        Sheet sheet = new Sheet(shop);
        sheet.run("\nscan milk\npress Ctrl+S");
        shop.stocks(Shop.MILK, 3, 1);
        sheet.run("\npress Ctrl+Y\npress Escape");

        assertEquals("4", assertInstanceOf(Activity.SeeingStock.class, sheet.state().activity())
                .card().orElseThrow().here().orElseThrow().onHand().text());
    }

    @Test
    void ofWhatWasNeverToldTheTillSaysWhatItRecordedAndThatThereIsNoFigure() {
        Sheet sheet = new Sheet(shop);
        sheet.run("\nscan milk\npress Ctrl+S\npress Ctrl+Y");

        assertInstanceOf(WhyRow.NeverTold.class, rows(sheet).getFirst());
        assertTrue(rows(sheet).contains(new WhyRow.RecordedHere(-20_000)), rows(sheet)::toString);
        assertEquals(Optional.empty(), Whys.figure(seeing(sheet)));
        assertTrue(rows(sheet).stream().noneMatch(row -> row instanceof WhyRow.Here || row instanceof WhyRow.Sellable
                || row instanceof WhyRow.Unseen));
    }

    @Test
    void aCentreThatIsNotHeardTakesNothingAway() {
        shop.stocks(Shop.MILK, 4, 5);
        shop.silent(true);
        Sheet sheet = new Sheet(shop);
        sheet.run("\nscan milk\npress Ctrl+S\npress Ctrl+Y");
        WhyRow silent = rows(sheet).getLast();
        int marked = rows(sheet).size() - 1;
        for (int down = 0; down < 20; down++) {
            sheet.run("\npress Down");
        }
        int last = seeing(sheet).selected();
        shop.silent(false);
        sheet.run("\npress Ctrl+Y");

        assertEquals(new WhyRow.Silent(new StockWord.Unheard()), silent);
        assertEquals(marked, last);
        assertInstanceOf(WhyRow.Older.class, rows(sheet).getLast());
        assertEquals(marked, seeing(sheet).selected());
    }

    @Test
    void whatFailsIsSaidAndEndsNowhere() {
        shop.stocks(Shop.MILK, 4, 5);

        holds("""
        does           | doing       | basket  | to pay | says      | wants
        scan milk      | Selling     | >1 MILK | 1.19   |           | look, keep, ok
        press Ctrl+S   | SeeingStock | >1 MILK | 1.19   |           | show MILK
        fail CATALOGUE | SeeingStock | >1 MILK | 1.19   |           |
        press Ctrl+Y   | SeeingStock | >1 MILK | 1.19   | CATALOGUE | why MILK, ask why MILK
        """);
    }

    @Test
    void aFingerMarksARowAndTheRowsOfAnotherStoreBeginWithWhatWasTold() {
        shop.stocks(Shop.MILK, 4, 5);
        Sheet sheet = new Sheet(shop);
        sheet.run("\nscan milk\npress Ctrl+S\npress Down\npress Ctrl+Y\nrow 3");

        assertEquals(2, seeing(sheet).selected());
        assertInstanceOf(WhyRow.Elsewhere.class, rows(sheet).getFirst());
        assertEquals(Optional.of(120_000L), Whys.figure(seeing(sheet)));
        assertEquals("S2", assertInstanceOf(StockWord.Heard.class, seeing(sheet).word().orElseThrow()).story().store());
        assertTrue(rows(sheet).stream().anyMatch(row -> row instanceof WhyRow.Till(StockStory.Heard till) && till.isSilent()));
    }

    private static SeeingWhy seeing(Sheet sheet) {
        return assertInstanceOf(SeeingWhy.class, sheet.state().activity());
    }

    private static List<WhyRow> rows(Sheet sheet) {
        return Whys.rows(seeing(sheet));
    }
}
