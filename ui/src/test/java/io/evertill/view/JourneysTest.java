package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.journal.Stage;
import io.evertill.money.Money;
import io.evertill.sale.Claim;
import io.evertill.sale.Item;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Sale;
import io.evertill.stock.Quantity;
import io.evertill.till.Activity;
import io.evertill.till.Shop;
import io.evertill.till.Sighting;
import io.evertill.till.SyncStatus;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ways of a cashier at the window, and how many keys or touches each takes (experience, section 2).
final class JourneysTest {
    private static final String RECEIPT = "S1-T1-9f3a-1";

    private Rig rig;

    @BeforeEach
    void open() throws Exception {
        rig = Rig.usual();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void anExactCashSaleOfThreeScannedItemsIsOneKey() throws Exception {
        scanThree();
        rig.shop().wanted();

        rig.press(KeyCode.F12);

        assertEquals(1, rig.deeds());
        assertEquals(List.of("Save", "OpenDrawer", "Print"), wanted());
        rig.scan(Shop.MILK);
        assertEquals(0, rig.deeds());
        assertEquals(Money.of(1_19, "EUR"), rig.state().remaining());
    }

    @Test
    void theReturnOfALineIsTheReceiptAndTwoKeys() throws Exception {
        sellThree();

        rig.scan(RECEIPT);
        rig.press(KeyCode.ENTER, KeyCode.F12);

        assertEquals(2, rig.deeds());
        assertEquals(Money.of(-1_19, "EUR"), done().total());
    }

    @Test
    void theReturnOfAnyLineIsTheReceiptAndTwoTouches() throws Exception {
        sellThree();

        rig.scan(RECEIPT);
        rig.touch("Coffee");
        rig.touch("Cash exact");

        assertEquals(2, rig.deeds());
        assertEquals(Money.of(-8_99, "EUR"), done().total());
    }

    @Test
    void theReturnOfGoodsInHandIsTwoScansAndOneKey() throws Exception {
        sellThree();

        rig.scan(RECEIPT);
        rig.scan(Shop.BREAD);
        rig.press(KeyCode.F12);

        assertEquals(1, rig.deeds());
        assertEquals(Money.of(-3_45, "EUR"), done().total());
    }

    @Test
    void theReturnOfAnotherTillsLineIsTheReceiptAndTwoKeysToo() throws Exception {
        rig.scan(Shop.ELSEWHERE);
        rig.press(KeyCode.ENTER, KeyCode.F12);

        assertEquals(2, rig.deeds());
        assertEquals(Money.of(-3_00, "EUR"), done().total());
    }

    @Test
    void whereTheCentreDoesNotAnswerTheCashierGoesOnAndTheNumberIsNoted() throws Exception {
        rig.shop().silent(true);

        rig.scan(Shop.ELSEWHERE);
        rig.press(KeyCode.ENTER);
        rig.scan(Shop.BREAD);
        rig.press(KeyCode.ENTER, KeyCode.F12);

        assertEquals(Optional.of(Shop.ELSEWHERE), done().lines().getFirst().returned().orElseThrow().noted().map(ReceiptNumber::text));
    }

    @Test
    void voidingTheMarkedLineIsOneKey() throws Exception {
        scanThree();

        rig.press(KeyCode.DELETE);

        assertEquals(1, rig.deeds());
        assertEquals(2, rig.state().sale().basket().lines().size());
    }

    @Test
    void aCustomerWhoLeavesAfterPartWasPaidByCardHoldsUpNothing() throws Exception {
        rig.shop().withTerminal();
        rig.restart();
        scanThree();
        rig.type("2");
        rig.press(KeyCode.F10);
        assertEquals(1, rig.shop().terminal().charges().size());
        rig.deeds();

        rig.press(KeyCode.F8, KeyCode.ENTER);

        assertEquals(2, rig.deeds());
        assertEquals(Map.of(), rig.shop().terminal().charges());
        assertEquals(1, rig.shop().voids());
        assertTrue(rig.state().sale().isEmpty());
        rig.scan(Shop.MILK);
        rig.press(KeyCode.F12);
        assertEquals(1, rig.shop().sales().size());
    }

    @Test
    void whatIsReservedIsCollectedByItsNumberAndOneKey() throws Exception {
        rig.shop().reserves("WEB-4711", "Ann Able", 60, Shop.MILK, Shop.MILK, Shop.BREAD).reserves("WEB-4733", "Bob", 90, Shop.MILK);
        rig.type("4711");
        rig.deeds();

        rig.pressCtrl(KeyCode.A);
        rig.press(KeyCode.F12);

        assertEquals(2, rig.deeds());
        assertEquals(Money.of(5_83, "EUR"), done().total());
        assertEquals(List.of("WEB-4711", "WEB-4711"), claims());
    }

    @Test
    void whatIsReservedIsCollectedByTouchAloneAndAPartOfItLeftOrGivenUp() throws Exception {
        rig.tell(new TillEvent.FavouritesChosen(rig.shop().articles()));
        rig.shop().reserves("WEB-4711", "Ann Able", 60, Shop.MILK, Shop.MILK, Shop.BREAD).reserves("WEB-4733", "Bob", 90, Shop.COFFEE);

        rig.touch("Collect");
        assertEquals(List.of("WEB-4711 · Ann Able, 2 × Fresh milk 3.5 % 1 l, 1 × Sourdough bread 750 g, until 16:09",
                "WEB-4733 · Bob, 1 × Coffee, whole beans, 500 g, until 16:39"), rig.rows("choices"));
        rig.touch("WEB-4711");
        rig.press(KeyCode.UP);
        rig.touch("One less");
        assertEquals("Fresh milk 3.5 % 1 l, 1, €1.19, 1 of 2, rest kept", rig.rows("basket-list").getFirst());
        rig.touch("Collect");
        assertEquals("Fresh milk 3.5 % 1 l, 1, €1.19, 1 of 2, rest given up", rig.rows("basket-list").getFirst());
        rig.touch("Cash exact");

        assertEquals(Money.of(4_64, "EUR"), done().total());
        assertEquals(List.of("WEB-4711", "WEB-4711"), claims());
    }

    private List<String> claims() {
        return done().lines().stream().flatMap(line -> line.claim().stream()).map(Claim::order).toList();
    }

    @Test
    void theStoryOfTheLastSaleIsTwoKeys() throws Exception {
        sellThree();
        rig.shop().stage(Stage.SET_ASIDE);
        rig.deeds();

        rig.pressCtrl(KeyCode.J);
        List<String> rows = rig.rows("choices");
        rig.press(KeyCode.ENTER);

        assertEquals(2, rig.deeds());
        assertEquals(1, rows.size());
        assertEquals("Sale " + RECEIPT + ", 15:09 · Anna Schmidt · SET ASIDE, 13.63", rows.getFirst().replaceAll("  +", " "));
        assertEquals("Sale S1-T1-9f3a-1 · Anna Schmidt", label(".panel-title"));
        assertEquals("""
                Saved on this till 15:09, entry 1
                Sent 15:09
                With the centre 15:09
                Set aside there since 15:09: the centre does not know an article of it. Somebody has to add the article there.
                Waiting for it: S1-T1-9f3a-2""", label(".story"));
    }

    @Test
    void aCopyOfAnySaleIsFourTouches() throws Exception {
        sellThree();
        rig.press(KeyCode.ESCAPE);
        rig.deeds();
        rig.shop().wanted();

        rig.touch("Last receipt");
        rig.touch("Journal");
        rig.touch("Sale " + RECEIPT);
        rig.touch("Print copy");

        assertEquals(4, rig.deeds());
        assertEquals(List.of("ReadJournal", "ReadStory", "PrintAgain"), wanted());
    }

    private String label(String style) throws Exception {
        return Rig.onScreen(() -> {
            rig.scene().getRoot().applyCss();
            rig.scene().getRoot().layout();
            return ((Label) rig.scene().lookup(style)).getText();
        });
    }

    @Test
    void howMuchThereIsIsOneKeyAndTheWayBackAnother() throws Exception {
        rig.shop().stocks(Shop.MILK, 4, 5);
        rig.scan(Shop.MILK);

        rig.pressCtrl(KeyCode.S);

        assertEquals(1, rig.deeds());
        assertEquals(List.of("This store, as known 5 min ago · 1 of it promised, 5", "S2, as known 20 min ago, 12",
                "S3, as known 20 min ago, 12"), rig.rows("choices"));
        rig.press(KeyCode.ESCAPE);
        assertInstanceOf(Activity.Selling.class, rig.state().activity());
    }

    @Test
    void aLineSaysThatThereShouldBeLessOfIt() throws Exception {
        rig.shop().stocks(Shop.MILK, 1, 5);
        rig.scan(Shop.MILK);
        rig.scan(Shop.BREAD);
        List<String> enough = rig.rows("basket-list");
        rig.press(KeyCode.UP, KeyCode.RIGHT);

        assertEquals(List.of("Fresh milk 3.5 % 1 l, 1, €1.19", "Sourdough bread 750 g, 1, €3.45"), enough);
        assertEquals(List.of("Fresh milk 3.5 % 1 l, 2, €2.38, only 1 there, 15:04", "Sourdough bread 750 g, 1, €3.45"),
                rig.rows("basket-list"));
    }

    @Test
    void aLineSaysSoAlsoWhenTheLookComesLate() throws Exception {
        rig.scan(Shop.MILK);
        List<String> before = rig.rows("basket-list");
        Item milk = rig.shop().article(Shop.MILK).item();
        rig.tell(new TillEvent.StockSeen(
                99, milk.product(), Optional.of(new Sighting(Quantity.zero(milk.unit()), Shop.NOW.minusSeconds(60)))));

        assertEquals(List.of("Fresh milk 3.5 % 1 l, 1, €1.19"), before);
        assertEquals(List.of("Fresh milk 3.5 % 1 l, 1, €1.19, only 0 there, 15:08"), rig.rows("basket-list"));
    }

    @ParameterizedTest
    @CsvSource({"23, ''", "24, prices 1 d 0 h old", "72, prices 3 d 0 h old: a supervisor has to agree"})
    void theBannerSaysHowOldThePricesAre(int hours, String said) throws Exception {
        rig.tell(new TillEvent.Synced(new SyncStatus(Optional.empty(), 0, Money.of(0, "EUR"), Optional.empty(),
                Optional.of(Shop.NOW.minus(Duration.ofHours(hours))), 0, List.of())));

        assertEquals(said, rig.banner().replaceFirst(".* · stock as of [0-9:]+(?: · )?", ""));
    }

    @Test
    void aDayByKeysAlone() throws Exception {
        rig.pressCtrl(KeyCode.L);
        rig.press(KeyCode.DOWN, KeyCode.ENTER);
        rig.type("bread");
        rig.press(KeyCode.ENTER);
        rig.type("3");
        rig.press(KeyCode.F4, KeyCode.RIGHT, KeyCode.LEFT);
        rig.type("apples");
        rig.press(KeyCode.ENTER);
        rig.type("0.5");
        rig.press(KeyCode.ENTER, KeyCode.ENTER);
        rig.type("5");
        rig.press(KeyCode.F11);
        rig.type("1");
        rig.press(KeyCode.F9);
        rig.type("V7");
        rig.press(KeyCode.ENTER, KeyCode.F10, KeyCode.F2);
        assertEquals(Money.of(11_85, "EUR"), done().total());

        rig.press(KeyCode.F5, KeyCode.F7, KeyCode.ESCAPE, KeyCode.F6);
        rig.type("1");
        rig.press(KeyCode.ENTER, KeyCode.F7, KeyCode.DOWN, KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.ENTER, KeyCode.F12);
        assertEquals(Money.of(-1_50, "EUR"), done().total());

        rig.type("coffee");
        rig.press(KeyCode.ENTER, KeyCode.F8, KeyCode.DOWN, KeyCode.ENTER);
        assertEquals(1, rig.shop().voids());

        rig.press(KeyCode.F1, KeyCode.ESCAPE);
        rig.pressCtrl(KeyCode.L);
        assertInstanceOf(Activity.SigningIn.class, rig.state().activity());
    }

    @Test
    void lettersForAFingerFindAnArticleAndMakeItCheaper() throws Exception {
        rig.touch("Letters on the screen");
        rig.touch("B");
        rig.touch("R");
        rig.touch("E");
        rig.touch("Sourdough");
        rig.touch("Letters on the screen");
        rig.touch("Letters on the screen");
        rig.touch("5");
        rig.touch("%");
        rig.touch("Discount");
        rig.touch("Damaged");

        assertEquals(Money.of(328, "EUR"), rig.state().sale().basket().total());
    }

    @Test
    void aDayByTouchAlone() throws Exception {
        rig.touch("Sign out");
        rig.touch("Ben");
        rig.touch("Sourdough");
        rig.touch("3");
        rig.touch("Quantity");
        rig.touch("One more");
        rig.touch("Apples");
        rig.touch("0");
        rig.touch(".");
        rig.touch("5");
        rig.touch("Enter");
        rig.touch("Sourdough");
        rig.touch("Void line");
        rig.touch("Enter");
        rig.touch("Cash €20");
        assertEquals(Money.of(18_50, "EUR"), done().change());

        rig.touch("Last receipt");
        rig.touch("Print copy");
        rig.touch("Return");
        rig.touch("1");
        rig.touch("Enter");
        rig.touch("Condition");
        rig.touch("Apples");
        rig.touch("Back");
        rig.touch("Card");
        rig.touch("Approved");
        assertEquals(Money.of(-1_50, "EUR"), done().total());

        rig.touch("Back");
        rig.touch("Fresh milk");
        rig.touch("Void sale");
        rig.touch("Rung up by mistake");
        assertEquals(1, rig.shop().voids());
    }

    private void scanThree() throws Exception {
        rig.scan(Shop.MILK);
        rig.scan(Shop.BREAD);
        rig.scan(Shop.COFFEE);
    }

    private void sellThree() throws Exception {
        scanThree();
        rig.press(KeyCode.F12);
        rig.deeds();
    }

    private Sale done() {
        return assertInstanceOf(Activity.Done.class, rig.state().activity()).completed().sale();
    }

    private List<String> wanted() {
        return rig.shop().wanted().stream().map(TillEffect::getClass).map(Class::getSimpleName).toList();
    }
}
