package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.availability.ToCount;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Counting while the shop sells, as sheets.
final class CountsTest {
    private static final List<String> TEN = List.of("milk", "coffee", "milk", "4000000000006", "4000000000006", "LAMP",
            "BEER", "milk", "coffee", "BAG");

    private final Shop shop = new Shop();
    private final Sheet sheet = new Sheet(shop);

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
    }

    private Activity.Counting counting() {
        return assertInstanceOf(Activity.Counting.class, sheet.state().activity());
    }

    private List<String> counted() {
        return counting().rows().stream().filter(row -> row.counted().isPresent()).map(CountsTest::text).toList();
    }

    private static String text(ToCount row) {
        return row.counted().map(all -> all.text()).orElse("-") + " " + row.item().sku() + row.lot();
    }

    /// The list is open: what the scanner sends is no key of a hand.
    @Test
    void tenItemsAreTenScansAndOneKey() {
        sheet.run("\npress Ctrl+I");
        TEN.forEach(code -> sheet.run("\nscan " + code));
        sheet.run("\npress F12");

        assertEquals(List.of("3 MILK", "2 COFFEE", "2 YOGURT", "1 LAMP", "1 BEER", "1 BAG"),
                shop.counts().submitted().getFirst().rows().stream().filter(row -> row.counted().isPresent())
                        .map(CountsTest::text).toList());
    }

    @Test
    void digitsSayHowManyAndNoneIsNotNothing() {
        holds("""
        does         | doing         | basket | to pay | says            | wants
        press Ctrl+I | Counting      |        | 0.00   |                 | list counts
        scan milk    | Counting      |        | 0.00   | COUNT_NOW 1     | look, anna counts 1 MILK, ok
        type 12      | Counting [12] |        | 0.00   |                 |
        press Enter  | Counting      |        | 0.00   | COUNT_NOW 12    | anna counts 12 MILK, ok
        press Left   | Counting      |        | 0.00   | COUNT_NOW 11    | anna counts 11 MILK
        type 3*      | Counting [3*] |        | 0.00   |                 |
        scan coffee  | Counting      |        | 0.00   | COUNT_NOW 3     | look, anna counts 3 COFFEE, ok
        type 0       | Counting [0]  |        | 0.00   |                 |
        press Enter  | Counting      |        | 0.00   | COUNT_NOW 0     | anna counts 0 COFFEE, ok
        press Left   | Counting      |        | 0.00   | COUNT_NOT_FEWER | blocked
        press Delete | Counting      |        | 0.00   | COUNT_FORGOTTEN | anna counts no COFFEE
        press F12    | Counting      |        | 0.00   | COUNT_SENT 1    | anna hands in 11 MILK, ok, list counts
        """);
    }

    @Test
    void aCountIsPutAsideForACustomerAndComesBackAlsoAfterARestart() {
        sheet.run("\npress Ctrl+I\nscan milk\nscan milk\npress Escape\nscan bread\npress F12\npress Escape\nrestart");
        sheet.run("\npress Ctrl+I");
        List<String> after = counted();
        sheet.run("\npress Escape\nscan bread\npress Ctrl+I");

        assertEquals(List.of("2 MILK"), after);
        assertEquals(Phrase.COUNT_BASKET_FIRST, said());
        assertInstanceOf(Activity.Selling.class, sheet.state().activity());
    }

    @Test
    void draftsOfSeveralPeopleDoNotMix() {
        sheet.run("\npress Ctrl+I\nscan milk\npress Ctrl+L\npress Down\npress Enter\npress Ctrl+I\nscan coffee");
        List<String> bens = counted();
        sheet.run("\npress Ctrl+L\npress Enter\npress Ctrl+I");

        assertEquals(List.of("1 COFFEE"), bens);
        assertEquals(List.of("1 MILK"), counted());
    }

    @Test
    void aSymbolWithABatchChoosesItsLineAndAPieceCountsOnce() {
        sheet.run("\npress Ctrl+I\nscan SALMON");
        Phrase which = said();
        sheet.run("\nscan SALMON\nscan (01)04012345678901(21)SN-1\nscan (01)04012345678901(21)SN-1");

        assertEquals(Phrase.COUNT_WHICH, which);
        assertEquals(List.of("1 SALMONL-1", "1 PHONE"), counted());
        assertEquals(Phrase.COUNT_PIECE_TWICE, said());
    }

    @Test
    void weightsCountAsTheirLabelsSayOrAreTyped() {
        sheet.run("\npress Ctrl+I\nscan apples\nscan 2000017");
        Phrase weigh = said();
        sheet.run("\ntype 1.5\npress Enter");

        assertEquals(Phrase.COUNT_WEIGH, weigh);
        assertEquals(List.of("1.5 APPLES"), counted());
    }

    @Test
    void whatCannotBeCountedIsSaidAndNothingIsLost() {
        sheet.run("\npress Ctrl+I\nscan milk\nscan 0815");
        Phrase unknown = said();
        sheet.run("\npress F12");
        sheet.run("\nscan milk\ntype 7\npress F12");
        Phrase typed = said();
        sheet.run("\npress Escape\nfail DISK_FULL\npress F12");

        assertEquals(List.of(Phrase.COUNT_UNKNOWN, Phrase.COUNT_ENTER_FIRST), List.of(unknown, typed));
        assertEquals(1, shop.counts().submitted().size());
        assertEquals(List.of("1 MILK"), counted());
    }

    /// Bea has counted the bread: it is on the list of everybody else.
    @Test
    void whoCountedIsNotAskedAgain() {
        sheet.run("\npress Ctrl+I");

        assertEquals(true, counting().rows().stream().anyMatch(row -> row.item().sku().code().equals("BREAD")
                && row.task().orElseThrow().isRecount() && !row.task().orElseThrow().isFor(Shop.BEA)));
    }

    @Test
    void somebodyWhoMayDecidesWithAPinAndACause() {
        Shop staffed = new Shop().staffed("");
        Sheet other = new Sheet(staffed);
        other.run("\npress Ctrl+I\npress F6\npress Enter");
        assertInstanceOf(Activity.Approving.class, other.state().activity());
        other.run("\nscan BADGE-bea\ntype torn\nrow 1");

        assertEquals(List.of("bea DAMAGE torn"), staffed.counts().ruled().stream()
                .map(rule -> rule.by().id() + " " + rule.choice() + " " + rule.note()).toList());
    }

    /// The black tea is worth more than 100.00 less, and Bea counted it last.
    @Test
    void aLargeDifferenceIsNotForWhoCountedIt() {
        Shop staffed = new Shop().staffed("");
        Sheet other = new Sheet(staffed);
        other.run("\npress Ctrl+I\npress F6\nrow 2\nscan BADGE-bea\nrow 1");

        assertEquals(List.of(), staffed.counts().ruled());
        assertInstanceOf(Activity.RulingCount.class, other.state().activity());
        other.run("\nrow 7");
        assertEquals(List.of(CountChoice.RECOUNT), staffed.counts().ruled().stream().map(TillEffect.RuleCount::choice).toList());
    }

    @Test
    void whoMayNotCountIsTold() {
        Sheet other = new Sheet(new Shop().staffed("COUNT:MANAGER"));
        other.run("\npress Ctrl+I");

        assertInstanceOf(Activity.Selling.class, other.state().activity());
        assertEquals(Phrase.COUNT_MAY_NOT, ((Notice.Said) other.state().notice().orElseThrow()).phrase());
    }

    private Phrase said() {
        return ((Notice.Said) sheet.state().notice().orElseThrow()).phrase();
    }
}
