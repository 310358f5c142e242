package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.journal.StockReckoning;
import io.evertill.journal.StockStory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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

    @Test
    void theRowsAboveAFigureSumToItAndItIsTheCards() {
        shop.stocks(Shop.MILK, 4, 5);
        Sheet sheet = new Sheet(shop);
        sheet.run("\nscan milk\npress Ctrl+S\npress Ctrl+Y");
        long sum = 0;
        long figure = 0;
        long sellable = 0;
        for (WhyRow row : rows(sheet)) {
            switch (row) {
                case WhyRow.Told(StockReckoning.Told told) -> sum += told.quantity();
                case WhyRow.Recorded(StockReckoning.Own own) -> sum += own.quantity();
                case WhyRow.Here(long quantity) -> {
                    figure = quantity;
                    assertEquals(sum, quantity);
                }
                case WhyRow.Promised(StockReckoning.Promised order) -> sum -= order.quantity();
                case WhyRow.Sellable(long quantity) -> {
                    sellable = quantity;
                    assertEquals(sum, quantity);
                }
                case WhyRow _ -> {}
            }
        }
        Optional<Long> titled = Whys.figure(seeing(sheet));
        sheet.run("\npress Escape");

        assertEquals(50_000, figure);
        assertEquals(40_000, sellable);
        assertEquals(Optional.of(figure), titled);
        assertEquals(50_000, assertInstanceOf(Activity.SeeingStock.class, sheet.state().activity())
                .card().orElseThrow().here().orElseThrow().onHand().tenThousandths());
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
