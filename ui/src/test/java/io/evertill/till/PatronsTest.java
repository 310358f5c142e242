package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.customer.Customer;
import io.evertill.money.Money;
import io.evertill.sale.Sale;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who buys, as sheets.
final class PatronsTest {
    private final Shop shop = new Shop();
    private final Sheet sheet = new Sheet(shop);

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
    }

    @Test
    void aCustomerIsFoundAttachedAndTakenOffAgain() {
        holds("""
        does         | doing                 | basket  | to pay | says              | wants
        scan milk    | Selling               | >1 MILK | 1.19   |                   | look, keep, ok
        press Ctrl+K | FindingCustomer       | >1 MILK | 1.19   |                   |
        type web     | FindingCustomer [web] | >1 MILK | 1.19   |                   | who is w, who is we, who is web
        press Enter  | Selling               | >1 MILK | 1.19   | CUSTOMER_ATTACHED | keep, ok
        press Ctrl+K | FindingCustomer       | >1 MILK | 1.19   |                   |
        press Enter  | Selling               | >1 MILK | 1.19   | CUSTOMER_OFF      | keep
        press Ctrl+K | FindingCustomer       | >1 MILK | 1.19   |                   |
        type web     | FindingCustomer [web] | >1 MILK | 1.19   |                   | who is w, who is we, who is web
        row 1        | Selling               | >1 MILK | 1.19   | CUSTOMER_ATTACHED | keep, ok
        press F12    | Done                  |         | 0.00   |                   | save cash 1.19, drawer, receipt
        scan milk    | Selling               | >1 MILK | 1.19   |                   | look, keep, ok
        press F12    | Done                  |         | 0.00   |                   | save cash 1.19, drawer, receipt
        """);
    }

    @Test
    void aNewCustomerIsAskedForWhatIsNotKnown() {
        holds("""
        does         | doing                    | basket  | to pay | says              | wants
        scan milk    | Selling                  | >1 MILK | 1.19   |                   | look, keep, ok
        press Ctrl+K | FindingCustomer          | >1 MILK | 1.19   |                   |
        type Zoe     | FindingCustomer [Zoe]    | >1 MILK | 1.19   |                   | who is Z, who is Zo, who is Zoe
        press Enter  | MeetingCustomer          | >1 MILK | 1.19   |                   |
        type none    | MeetingCustomer [none]   | >1 MILK | 1.19   |                   |
        press Enter  | MeetingCustomer [none]   | >1 MILK | 1.19   | CUSTOMER_NOT_SO   | blocked
        press Escape | MeetingCustomer          | >1 MILK | 1.19   |                   |
        type 0170 1  | MeetingCustomer [0170 1] | >1 MILK | 1.19   |                   |
        press Enter  | MeetingCustomer          | >1 MILK | 1.19   |                   |
        type z@w.ex  | MeetingCustomer [z@w.ex] | >1 MILK | 1.19   |                   |
        press Enter  | MeetingCustomer          | >1 MILK | 1.19   |                   |
        scan K-99    | Selling                  | >1 MILK | 1.19   | CUSTOMER_ATTACHED | add Zoe/0170 1/z@w.ex/K-99, keep, ok
        press F12    | Done                     |         | 0.00   |                   | save cash 1.19, drawer, receipt
        scan K-99    | Selling                  |         | 0.00   | CUSTOMER_ATTACHED | look, keep, ok
        """);
    }

    @Test
    void aNewCustomerWithOneNumberIsTwoKeysMore() {
        holds("""
        does         | doing                 | basket   | to pay | says                | wants
        press Ctrl+K | FindingCustomer       |          | 0.00   |                     |
        type 077     | FindingCustomer [077] |          | 0.00   |                     | who is 0, who is 07, who is 077
        press Enter  | MeetingCustomer       |          | 0.00   |                     |
        press Enter  | MeetingCustomer       |          | 0.00   | CUSTOMER_NAME_FIRST |
        type Bo      | MeetingCustomer [Bo]  |          | 0.00   |                     |
        press Ctrl+K | Selling               |          | 0.00   | CUSTOMER_ATTACHED   | add Bo/077//, keep, ok
        restart      | Selling               |          | 0.00   |                     |
        scan bread   | Selling               | >1 BREAD | 3.45   |                     | look, keep, ok
        press F3     | Selling               |          | 0.00   | HELD_AS 1           | hold
        press F3     | ChoosingHeld          |          | 0.00   |                     | list held
        press Enter  | Selling               | >1 BREAD | 3.45   | RECALLED 1 1        | recall 1
        press F12    | Done                  |          | 0.00   |                     | save cash 3.45, drawer, receipt
        """);
    }

    @Test
    void whoIsExemptPaysNoTaxAndGetsBackWhatWasPaid() {
        holds("""
        does        | doing              | basket                       | to pay | says            | wants
        scan coffee | Selling            | >1 COFFEE                    | 8.99   |                 | look, keep, ok
        type 3*     | Selling [3*]       | >1 COFFEE                    | 8.99   |                 |
        scan milk   | Selling            | 1 COFFEE, >3 MILK            | 12.56  |                 | look, keep, ok
        scan CARD-2 | Selling            | 1 COFFEE, >3 MILK            | 10.89  | CUSTOMER_EXEMPT | look, keep, ok
        scan milk   | Selling            | 1 COFFEE, >4 MILK            | 12.00  |                 | look, keep, ok
        press F12   | Done               |                              | 0.00   |                 | save cash 12.00, drawer, receipt
        press F6    | FindingReceipt     |                              | 0.00   |                 |
        type 1      | FindingReceipt [1] |                              | 0.00   |                 |
        press Enter | TakingBack         |                              | 0.00   |                 | find 1, ok
        row 2       | TakingBack         | >-1 MILK                     | -1.11  | TAKEN_BACK 1    | keep, ok
        type 3      | TakingBack [3]     | >-1 MILK                     | -1.11  |                 |
        row 2       | TakingBack         | -1 MILK, >-3 MILK            | -4.45  | TAKEN_BACK 3    | keep, ok
        row 1       | TakingBack         | -1 MILK, -3 MILK, >-1 COFFEE | -12.00 | TAKEN_BACK 1    | keep, ok
        press F12   | Done               |                              | 0.00   |                 | save cash -12.00, drawer, receipt
        """);
    }

    @Test
    void aCertificateThatEndedFreesNobody() {
        holds("""
        does        | doing   | basket    | to pay | says                           | wants
        scan coffee | Selling | >1 COFFEE | 8.99   |                                | look, keep, ok
        scan CARD-3 | Selling | >1 COFFEE | 8.99   | CERTIFICATE_EXPIRED 2026-02-14 | look, keep, ok
        press F12   | Done    |           | 0.00   |                                | save cash 8.99, drawer, receipt
        """);
    }

    @Test
    void nobodyIsLetOffTaxesWhoHasPaidThem() {
        holds("""
        does        | doing       | basket    | to pay | says              | wants
        scan coffee | Selling     | >1 COFFEE | 8.99   |                   | look, keep, ok
        type 8      | Selling [8] | >1 COFFEE | 8.99   |                   |
        press F11   | Paying      | >1 COFFEE | 0.99   |                   | keep
        scan CARD-2 | Paying      | >1 COFFEE | 0.99   | PAID_ALREADY 8.00 | look, blocked
        scan CARD-1 | Paying      | >1 COFFEE | 0.99   | CUSTOMER_ATTACHED | look, keep, ok
        press F12   | Done        |           | 0.00   |                   | save cash 8.00+cash 0.99, drawer, receipt
        """);
    }

    @Test
    void aCardCountsWhileMoneyIsTaken() {
        holds("""
        does        | doing   | basket    | to pay | says            | wants
        scan coffee | Selling | >1 COFFEE | 8.99   |                 | look, keep, ok
        press Enter | Paying  | >1 COFFEE | 8.99   |                 |
        scan CARD-2 | Paying  | >1 COFFEE | 7.55   | CUSTOMER_EXEMPT | look, keep, ok
        press F12   | Done    |           | 0.00   |                 | save cash 7.55, drawer, receipt
        """);
    }

    @Test
    void aCustomerIsChosenAsSoonAsTheSearchIsAnswered() {
        holds("""
        does         | doing                  | basket   | to pay | says            | wants
        press Ctrl+K | FindingCustomer        |          | 0.00   |                 |
        hold         | FindingCustomer        |          | 0.00   |                 |
        type city    | FindingCustomer [city] |          | 0.00   |                 | who is c, who is ci, who is cit, who is city
        press Enter  | FindingCustomer [city] |          | 0.00   |                 |
        press F12    | FindingCustomer [city] |          | 0.00   |                 |
        release      | Selling                |          | 0.00   | CUSTOMER_EXEMPT | keep, ok
        scan bread   | Selling                | >1 BREAD | 3.22   |                 | look, keep, ok
        """);
    }

    @Test
    void whatIsKnownStaysWhenTheDiskIsFullAndNobodyStaysForTheNextCashier() {
        holds("""
        does           | doing                 | basket  | to pay | says              | wants
        press Ctrl+K   | FindingCustomer       |         | 0.00   |                   |
        type Zoe       | FindingCustomer [Zoe] |         | 0.00   |                   | who is Z, who is Zo, who is Zoe
        press Enter    | MeetingCustomer       |         | 0.00   |                   |
        fail DISK_FULL | MeetingCustomer       |         | 0.00   |                   |
        press Ctrl+K   | MeetingCustomer       |         | 0.00   | DISK_FULL         | add Zoe///, blocked
        press Ctrl+K   | Selling               |         | 0.00   | CUSTOMER_ATTACHED | add Zoe///, keep, ok
        press Ctrl+L   | SigningIn             |         | 0.00   |                   | keep
        press Enter    | Selling               |         | 0.00   |                   | sign in anna
        scan milk      | Selling               | >1 MILK | 1.19   |                   | look, keep, ok
        press F12      | Done                  |         | 0.00   |                   | save cash 1.19, drawer, receipt
        """);
    }

    @Test
    void aCardIsNoArticleThatComesBack() {
        holds("""
        does         | doing      | basket  | to pay | says         | wants
        scan milk    | Selling    | >1 MILK | 1.19   |              | look, keep, ok
        press F12    | Done       |         | 0.00   |              | save cash 1.19, drawer, receipt
        scan receipt | TakingBack |         | 0.00   |              | find S1-T1-9f3a-1, ok
        scan CARD-1  | TakingBack |         | 0.00   | CODE_UNKNOWN | look, unknown
        """);
    }

    /// What was scanned before the card was asked for is no card: it waits, and is rung up afterwards.
    @Test
    void whatWasScannedBeforeTheCardWasAskedForIsNoCard() {
        sheet.run("\npress Ctrl+K\ntype Zoe\npress Enter\nscan milk\npress Enter\npress Enter");
        assertEquals(new Activity.MeetingCustomer(new Draft("Zoe", "", "", "", Draft.Field.CARD)), sheet.state().activity());

        sheet.run("\npress Ctrl+K");

        assertEquals(Optional.of(""), sheet.state().sale().customer().map(Customer::card));
        assertEquals(1, sheet.state().sale().basket().lines().size());
    }

    /// The basket waited, over night or without power, and the certificate ended meanwhile.
    @Test
    void aCertificateThatEndsWhileTheBasketWaitsFreesNobody() {
        Article coffee = shop.article(Shop.COFFEE);
        OpenSale sale = shop.kept();
        shop.answer(new TillEffect.KeepBasket(sale
                .with(sale.basket().ring(coffee.item(), Quantity.of(1, Unit.EACH), coffee.price()))
                .of(Optional.of(Shop.CLUB), true)));

        holds("""
        does      | doing   | basket    | to pay | says                           | wants
        restart   | Selling | >1 COFFEE | 7.55   | BASKET_RESTORED 1              |
        press F12 | Selling | >1 COFFEE | 8.99   | CERTIFICATE_EXPIRED 2026-02-14 | keep, blocked
        press F12 | Done    |           | 0.00   |                                | save cash 8.99, drawer, receipt
        """);
    }

    @Test
    void theSaleSaysWhoBoughtAndByWhichCertificate() {
        sheet.run("\nscan coffee\nscan CARD-2\npress F12\nscan milk\nscan CARD-1\npress F12\nscan milk\npress F12");

        assertEquals(List.of(Optional.of(new Sale.Buyer(Shop.CITY.id(), Shop.CITY.exemption())),
                        Optional.of(new Sale.Buyer(Shop.ANNE.id(), Optional.empty())), Optional.empty()),
                shop.sales().stream().map(Sale::buyer).toList());
        assertEquals(List.of(Money.of(755, "EUR"), Money.of(119, "EUR"), Money.of(119, "EUR")),
                shop.sales().stream().map(Sale::total).toList());
    }

    @Test
    void whatIsOnTheCounterSaysNothingOfThePersonToALog() {
        sheet.run("\nscan milk\nscan CARD-1");

        assertTrue(sheet.state().sale().customer().map(Customer::name).filter("Anne Weber"::equals).isPresent());
        assertFalse(sheet.state().sale().toString().contains("Weber"));
    }
}
