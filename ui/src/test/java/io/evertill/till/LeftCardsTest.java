package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Card payments that no answer came to, as sheets.
final class LeftCardsTest {
    private final Shop shop = new Shop();

    private void holds(String table) {
        assertEquals(table, new Sheet(shop).run(table));
    }

    @Test
    void aSupervisorSaysThatACardPaidNothingAndTheBasketStays() {
        holds("""
        does         | doing         | basket  | to pay | says               | wants
        cards 2      | Selling       |         | 0.00   |                    |
        scan milk    | Selling       | >1 MILK | 1.19   |                    | look, keep, ok
        press Ctrl+O | AtDrawer      | >1 MILK | 1.19   |                    |
        row 7        | SettlingCards | >1 MILK | 1.19   |                    |
        press Down   | SettlingCards | >1 MILK | 1.19   |                    |
        press Down   | SettlingCards | >1 MILK | 1.19   |                    |
        press Enter  | Approving     | >1 MILK | 1.19   |                    | blocked
        press Enter  | Selling       | >1 MILK | 1.19   | CARD_SETTLED 13.30 | bea agrees to no 13.30, anna settles 13.30
        press Ctrl+O | AtDrawer      | >1 MILK | 1.19   |                    |
        row 7        | SettlingCards | >1 MILK | 1.19   |                    |
        row 2        | SettlingCards | >1 MILK | 1.19   |                    |
        row 1        | Approving     | >1 MILK | 1.19   |                    | blocked
        press Escape | Selling       | >1 MILK | 1.19   | CARD_NOT_SETTLED   | blocked
        """);
        assertEquals(Shop.leftCards(2).subList(1, 2), shop.settled());
    }

    @Test
    void whatCannotBeRecordedStaysOpen() {
        holds("""
        does           | doing         | basket | to pay | says             | wants
        cards 1        | Selling       |        | 0.00   |                  |
        press Ctrl+O   | AtDrawer      |        | 0.00   |                  |
        row 7          | SettlingCards |        | 0.00   |                  |
        press Enter    | Approving     |        | 0.00   |                  | blocked
        fail DISK_FULL | Approving     |        | 0.00   |                  |
        press Enter    | Approving     |        | 0.00   | DISK_FULL        | bea agrees to no 12.30, blocked
        press Escape   | Selling       |        | 0.00   | CARD_NOT_SETTLED | blocked
        """);
    }

    @Test
    void theTerminalIsAskedBesideTheSelling() {
        shop.withTerminal();
        holds("""
        does         | doing         | basket  | to pay | says        | wants
        cards 1      | Selling       |         | 0.00   |             |
        press Ctrl+O | AtDrawer      |         | 0.00   |             |
        row 7        | SettlingCards |         | 0.00   |             |
        press F4     | Selling       |         | 0.00   | CARDS_ASKED | ask left
        scan milk    | Selling       | >1 MILK | 1.19   |             | look, keep, ok
        """);
    }

    @Test
    void whereNothingIsOpenOrNobodyCanBeAskedTheTillSaysSo() {
        holds("""
        does         | doing         | basket | to pay | says          | wants
        press Ctrl+O | AtDrawer      |        | 0.00   |               |
        row 7        | Selling       |        | 0.00   | NO_CARDS_LEFT |
        cards 1      | Selling       |        | 0.00   | NO_CARDS_LEFT |
        press Ctrl+O | AtDrawer      |        | 0.00   |               |
        row 7        | SettlingCards |        | 0.00   |               |
        press F4     | Selling       |        | 0.00   | NO_TERMINAL   | blocked
        """);
    }
}
