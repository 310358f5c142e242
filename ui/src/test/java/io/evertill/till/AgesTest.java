package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.availability.StockPolicy;
import io.evertill.sale.Sale.AgeCheck;
import io.evertill.sale.Sale.AgeCheck.Manner;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Goods that not everybody may buy, and messages about products, as sheets. It is the 14th of March 2026.
final class AgesTest {
    private final Shop shop = new Shop();
    private final Sheet sheet = new Sheet(shop);

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
    }

    private List<Optional<AgeCheck>> checks() {
        return shop.sales().stream().map(sale -> sale.age()).toList();
    }

    @Test
    void theAgeIsAskedForOnceASaleAndAgainForTheNextCustomer() {
        holds("""
        does        | doing     | basket                          | to pay | says    | wants
        scan milk   | Selling   | >1 MILK                         | 1.19   |         | look, keep, ok
        scan RUM    | AskingAge | >1 MILK                         | 1.19   |         | look, blocked
        scan bread  | AskingAge | >1 MILK                         | 1.19   |         |
        press Enter | AskingAge | >1 MILK                         | 1.19   | AGE_HOW |
        press F12   | AskingAge | >1 MILK                         | 1.19   | AGE_HOW |
        press F2    | Selling   | 1 MILK, 1 RUM, >1 BREAD         | 19.63  |         | keep, ok, look, keep, ok
        scan BEER   | Selling   | 1 MILK, 1 RUM, 1 BREAD, >1 BEER | 21.12  |         | look, keep, ok
        press F12   | Done      |                                 | 0.00   |         | save cash 21.12, drawer, receipt
        scan BEER   | AskingAge |                                 | 0.00   |         | look, blocked
        """);
    }

    @Test
    void aDateOfBirthDecidesAndARefusalLeavesTheGoodsOff() {
        holds("""
        does           | doing                 | basket         | to pay | says            | wants
        scan RUM       | AskingAge             |                | 0.00   |                 | look, blocked
        type 15032008  | AskingAge [15032008]  |                | 0.00   |                 |
        press Enter    | Selling               |                | 0.00   | TOO_YOUNG 18    | blocked
        scan RUM       | AskingAge             |                | 0.00   |                 | look, blocked
        type 31x02     | AskingAge [3102]      |                | 0.00   |                 |
        press Enter    | AskingAge [3102]      |                | 0.00   | NOT_A_BIRTHDAY  | blocked
        press Escape   | AskingAge             |                | 0.00   |                 |
        type 14.3.2008 | AskingAge [14.3.2008] |                | 0.00   |                 |
        press Enter    | Selling               | >1 RUM         | 14.99  | PRODUCT_MESSAGE | keep, ok
        scan RUM       | Selling               | >2 RUM         | 29.98  | PRODUCT_MESSAGE | look, keep, ok
        scan BEER      | Selling               | 2 RUM, >1 BEER | 31.47  |                 | look, keep, ok
        press F12      | Done                  |                | 0.00   |                 | save cash 31.47, drawer, receipt
        scan BEER      | AskingAge             |                | 0.00   |                 | look, blocked
        press F3       | Selling               |                | 0.00   | TOO_YOUNG 16    | blocked
        scan BEER      | AskingAge             |                | 0.00   |                 | look, blocked
        press Escape   | Selling               |                | 0.00   | TOO_YOUNG 16    | blocked
        type 3*        | Selling [3*]          |                | 0.00   |                 |
        scan BEER      | AskingAge             |                | 0.00   |                 | look, blocked
        press F2       | Selling               | >3 BEER        | 4.47   |                 | keep, ok
        scan RUM       | AskingAge             | >3 BEER        | 4.47   |                 | look, blocked
        press F2       | Selling               | 3 BEER, >1 RUM | 19.46  | PRODUCT_MESSAGE | keep, ok
        press F12      | Done                  |                | 0.00   |                 | save cash 19.46, drawer, receipt
        """);
        assertEquals(List.of(Optional.of(new AgeCheck(18, Manner.BORN)), Optional.of(new AgeCheck(18, Manner.SEEN))), checks());
    }

    @Test
    void whoEmptiesTheCounterIsForgotten() {
        holds("""
        does         | doing        | basket  | to pay | says              | wants
        scan BEER    | AskingAge    |         | 0.00   |                   | look, blocked
        press F2     | Selling      | >1 BEER | 1.49   |                   | keep, ok
        restart      | Selling      | >1 BEER | 1.49   | BASKET_RESTORED 1 |
        scan BEER    | Selling      | >2 BEER | 2.98   |                   | look, keep, ok
        press Delete | Selling      |         | 0.00   | LINE_VOIDED       | keep
        scan BEER    | AskingAge    |         | 0.00   |                   | look, blocked
        press F2     | Selling      | >1 BEER | 1.49   |                   | keep, ok
        press F3     | Selling      |         | 0.00   | HELD_AS 1         | hold
        scan BEER    | AskingAge    |         | 0.00   |                   | look, blocked
        press F3     | Selling      |         | 0.00   | TOO_YOUNG 16      | blocked
        press F3     | ChoosingHeld |         | 0.00   |                   | list held
        press Enter  | Selling      | >1 BEER | 1.49   | RECALLED 1 1      | recall 1
        scan BEER    | Selling      | >2 BEER | 2.98   |                   | look, keep, ok
        press F12    | Done         |         | 0.00   |                   | save cash 2.98, drawer, receipt
        """);
    }

    @Test
    void goodsThatTheStockRefusesLeaveNoAgeBehind() {
        Sheet strict = new Sheet(new Shop().with(StockPolicy.BLOCK_ONLINE).stocks("BEER", 0, 1));
        String table = """
        does      | doing     | basket | to pay | says               | wants
        scan BEER | AskingAge |        | 0.00   |                    | look, blocked
        press F2  | Selling   |        | 0.00   | STOCK_REFUSED 0 1m | keep, keep, blocked
        scan BEER | AskingAge |        | 0.00   |                    | look, blocked
        """;
        assertEquals(table, strict.run(table));
    }

    @Test
    void keysThatWerePressedBeforeDoNotAnswer() {
        holds("""
        does      | doing     | basket          | to pay | says | wants
        hold      | Selling   |                 | 0.00   |      |
        scan BEER | Selling   |                 | 0.00   |      | look
        press F2  | Selling   |                 | 0.00   |      |
        scan milk | Selling   |                 | 0.00   |      |
        release   | AskingAge |                 | 0.00   |      | blocked
        press F2  | Selling   | 1 BEER, >1 MILK | 2.68   |      | keep, ok, look, keep, ok
        """);
    }

    @Test
    void aMessageIsShownAndBlocksNothing() {
        holds("""
        does      | doing     | basket                 | to pay | says            | wants
        scan LAMP | Selling   | >1 LAMP                | 4.20   | PRODUCT_MESSAGE | look, keep, ok
        scan milk | Selling   | 1 LAMP, >1 MILK        | 5.39   |                 | look, keep, ok
        scan RUM  | AskingAge | 1 LAMP, >1 MILK        | 5.39   |                 | look, blocked
        press F2  | Selling   | 1 LAMP, 1 MILK, >1 RUM | 20.38  | PRODUCT_MESSAGE | keep, ok
        press F12 | Done      |                        | 0.00   |                 | save cash 20.38, drawer, receipt
        """);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            14032008,   2008-03-14
            14.3.2008,  2008-03-14
            1/12/1999,  1999-12-01
            1999-12-01, 1999-12-01
            29022008,   2008-02-29
            29022007,
            14032027,
            14031880,
            140308,
            1234,
            '',""")
    void datesAreWrittenTheDayFirstOrAsIsoDoes(String typed, @Nullable LocalDate born) {
        assertEquals(Optional.ofNullable(born), Ages.born(typed, LocalDate.of(2026, 3, 14)));
    }

    @Test
    void aMessageIsSaidBesideWhatElseIsSaidAtTheSameScan() {
        holds("""
        does                              | doing   | basket    | to pay | says                                   | wants
        scan (01)04000000000006(15)260313 | Selling | >1 YOGURT | 0.99   | PAST_BEST 2026-03-13 + PRODUCT_MESSAGE | look, keep, ok
        scan 4000000000006                | Selling | >2 YOGURT | 1.98   | PRODUCT_MESSAGE                        | look, keep, ok
        scan 4000000000006                | Selling | >3 YOGURT | 2.97   | PRODUCT_MESSAGE                        | look, keep, ok
        """);
    }
}
