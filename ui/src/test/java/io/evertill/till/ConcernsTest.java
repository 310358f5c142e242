package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.alert.RedCards;
import io.evertill.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Red cards at the till, as sheets.
final class ConcernsTest {
    private static final String MANAGER = "\npress Ctrl+L\nrow 4\ntype 736590\npress Enter";
    private static final String SUPERVISOR = "\npress Ctrl+L\nrow 2\ntype 736590\npress Enter";
    private static final String CASHIER = "\npress Ctrl+L\nrow 1\ntype 4821\npress Enter";

    private final Shop shop = new Shop().staffed("");
    private Sheet sheet = new Sheet(shop);

    private Class<? extends Activity> doing() {
        return sheet.state().activity().getClass();
    }

    private String marked() {
        return Concerns.marked(sheet.state(), assertInstanceOf(Activity.SeeingCards.class, sheet.state().activity()))
                .map(ConcernsTest::name).orElse("none");
    }

    private List<String> shown() {
        return Concerns.of(sheet.state()).stream().map(ConcernsTest::name).toList();
    }

    private static String name(Concern concern) {
        return switch (concern) {
            case Concern.Told told -> told.card().kind();
            case Concern.Parked(long entries) -> "own parked " + entries;
            case Concern.Offline(var _, long sales, Money value) -> "own offline " + sales + " " + value.text();
            case Concern.Unanswered(LeftCard card) -> "own card " + card.amount().text();
        };
    }

    private void told(RedCards cards) {
        sheet.tell(new TillEvent.CardsTold(cards));
    }

    private static SyncStatus sync(Optional<Integer> offlineMinutes, long parked, int cards) {
        return new SyncStatus(offlineMinutes.map(minutes -> Shop.NOW.minus(Duration.ofMinutes(minutes))), 4, Money.of(52_30, "EUR"),
                Optional.empty(), Optional.of(Shop.NOW), parked, Shop.leftCards(cards), List.of());
    }

    @Test
    void aManagerSeesThemFirstAndOneKeyGoesOnToSelling() {
        told(Alarms.all());
        sheet.run(MANAGER);
        Class<? extends Activity> first = doing();
        sheet.run("\npress Enter");
        Class<? extends Activity> enter = doing();
        sheet.run(MANAGER + "\npress Escape");

        assertEquals(List.of(Activity.SeeingCards.class, Activity.Selling.class, Activity.Selling.class), List.of(first, enter, doing()));
    }

    @Test
    void nobodyElseDoes() {
        told(Alarms.all());
        sheet.run(CASHIER);
        Class<? extends Activity> cashier = doing();
        sheet.run(SUPERVISOR);
        Class<? extends Activity> supervisor = doing();
        sheet = new Sheet(new Shop());
        told(Alarms.all());
        sheet.run("\npress Ctrl+L\nrow 1");

        assertEquals(List.of(Activity.Selling.class, Activity.Selling.class, Activity.Selling.class),
                List.of(cashier, supervisor, doing()));
    }

    @Test
    void wherePermissionsLetCashiersSeeThemTheyStillSellFirst() {
        sheet = new Sheet(new Shop().staffed("SEE_CARDS:CASHIER"));
        told(Alarms.all());
        sheet.run(CASHIER);
        Class<? extends Activity> first = doing();
        sheet.run("\npress Ctrl+W");

        assertEquals(List.of(Activity.Selling.class, Activity.SeeingCards.class), List.of(first, doing()));
    }

    @Test
    void withoutACardAManagerSells() {
        sheet.run(MANAGER);

        assertEquals(Activity.Selling.class, doing());
    }

    @Test
    void whatWaitsAtTheTillComesFirst() {
        told(Alarms.all());
        sheet.run("\nscan bread" + MANAGER);
        Class<? extends Activity> basket = doing();
        sheet.run("\nscan bread\ntype 2\npress F11" + MANAGER);
        Class<? extends Activity> paid = doing();

        assertEquals(List.of(Activity.Selling.class, Activity.Paying.class), List.of(basket, paid));
        assertEquals(2, sheet.state().sale().basket().lines().getFirst().quantity().tenThousandths() / 10_000);
    }

    @Test
    void aReceiptThatMayNotBeOnPaperComesFirst() {
        told(Alarms.all());
        sheet.tell(new TillEvent.Ticked(Shop.NOW));
        TillState state = Till.step(shop.told(shop.starting()), new TillEvent.CardsTold(Alarms.all())).state();
        state = Till.step(state, new TillEvent.Opened(
                sheet.state().sale(), Optional.of(Shop.duty(Shop.CY)), Optional.empty(), List.of("S1-T1-9f3a-7"))).state();

        assertInstanceOf(Activity.Selling.class, state.activity());
    }

    @Test
    void aScanSellsAndSoDoesWhatIsTyped() {
        told(Alarms.all());
        sheet.run(MANAGER + "\nscan milk");
        Class<? extends Activity> scanned = doing();
        int lines = sheet.state().sale().basket().lines().size();
        sheet.run("\npress Ctrl+W\ntype 3*");

        assertEquals(List.of(Activity.Selling.class, Activity.Selling.class), List.of(scanned, doing()));
        assertEquals(List.of("1", "3*"), List.of(String.valueOf(lines), sheet.state().input()));
    }

    @Test
    void aSearchOfSomebodyInAHurryIsASearch() {
        told(Alarms.all());
        sheet.run("\npress Ctrl+L\nrow 4\ntype 736590\npress Enter\ntype mil");

        assertEquals(Activity.Choosing.class, doing());
    }

    @Test
    void whoMayNotIsToldSo() {
        told(Alarms.all());
        sheet.run(CASHIER + "\npress Ctrl+W");

        assertEquals(List.of(Activity.Selling.class, "CARDS_MAY_NOT"), List.of(doing(), sheet.says()));
        assertEquals(Optional.empty(), Concerns.countFor(sheet.state()));
        sheet.run(SUPERVISOR + "\npress Ctrl+W");
        assertEquals(Activity.SeeingCards.class, doing());
        assertEquals(Optional.of(9L), Concerns.countFor(sheet.state()));
    }

    @Test
    void theWorstStandsFirstAndTheMarkMovesByKeyAndTouch() {
        told(Alarms.all());
        sheet.run(MANAGER);
        String first = marked();
        sheet.run("\npress Down\npress Down");
        String third = marked();
        sheet.run("\nrow 9\npress Down");
        String last = marked();
        sheet.run("\nrow 10");

        assertEquals(List.of("CARD_KEPT", "QUARANTINE_INBOX", "TILL_SILENT", "OF_A_NEWER_CENTRE", "OVERSOLD", "LOT_UNASSIGNED",
                "TRANSIT_AGED", "COUNT_OVERDUE", "LOW_STOCK"), shown());
        assertEquals(List.of("CARD_KEPT", "TILL_SILENT", "LOW_STOCK", "LOW_STOCK"), List.of(first, third, last, marked()));
    }

    @Test
    void aNewCardComesWhileTheyAreOpenAndTheMarkedOneStaysMarked() {
        told(Alarms.of(Alarms.all(), "OVERSOLD", "LOW_STOCK"));
        sheet.run(MANAGER + "\npress Down");
        String before = marked();
        told(Alarms.all());
        String after = marked();
        told(Alarms.of(Alarms.all(), "CARD_KEPT", "OVERSOLD"));

        assertEquals(List.of("LOW_STOCK", "LOW_STOCK"), List.of(before, after));
        assertEquals("OVERSOLD", marked(), "the one that stands where it stood, or the last");
        told(RedCards.NONE);
        assertEquals("none", marked());
        assertEquals(Activity.SeeingCards.class, doing());
    }

    @Test
    void whatTheTillKnowsOfItselfNeedsNoCentreAndIsNotShownTwice() {
        told(Alarms.ofThisTill());
        sheet.tell(new TillEvent.Synced(sync(Optional.empty(), 0, 0)));
        List<String> heard = shown();
        sheet.tell(new TillEvent.Synced(sync(Optional.of(9), 2, 1)));
        List<String> early = shown();
        sheet.tell(new TillEvent.Ticked(Shop.NOW.plus(Duration.ofMinutes(1))));

        assertEquals(List.of("QUARANTINE_INBOX"), heard, "a till that is heard is not silent");
        String card = "own card " + Shop.leftCards(1).getFirst().amount().text();
        assertEquals(List.of(card, "own parked 2"), early, "offline for a moment is no concern");
        assertEquals(List.of(card, "own parked 2", "own offline 4 52.30"), shown());
        assertEquals(3, Concerns.total(sheet.state()));
    }

    /// A till hears of twenty at the most, and only of its present stream; a till of the same name that stood here before is another.
    @Test
    void whereTheCentreHasSetAsideMoreOrMeansTheTillBeforeItsCardIsShown() {
        told(Alarms.ofThisTillAndMore());
        sheet.tell(new TillEvent.Synced(sync(Optional.empty(), 20, 0)));

        assertEquals(List.of("QUARANTINE_INBOX", "TILL_SILENT"), shown());
        assertEquals(2, Concerns.total(sheet.state()));
    }

    @Test
    void aManagersTillThatIsAloneSaysSo() {
        sheet.tell(new TillEvent.Synced(sync(Optional.of(30), 0, 0)));
        sheet.run(MANAGER);

        assertEquals("own offline 4 52.30", marked());
    }

    @Test
    void fiveThousandAreCountedAndTwoHundredShown() {
        told(Alarms.low(5_000));
        sheet.run(MANAGER + "\npress Down");

        assertEquals(List.of(200L, 4_800L, 5_000L),
                List.of((long) shown().size(), Concerns.more(sheet.state()), Concerns.total(sheet.state())));
    }

    @Test
    void fromThereOneCountsAndGoesToTheDrawer() {
        told(Alarms.all());
        sheet.tell(new TillEvent.Synced(sync(Optional.empty(), 0, 1)));
        sheet.run(MANAGER + "\npress Ctrl+O");
        Activity drawer = sheet.state().activity();
        sheet.run("\npress Escape\npress Ctrl+W\npress Down\npress Ctrl+O");
        Activity other = sheet.state().activity();
        sheet.run("\npress Escape\npress Ctrl+W\npress Ctrl+I");

        assertEquals(new Activity.AtDrawer(DrawerAct.CARDS), drawer, "the marked one is a card payment");
        assertEquals(new Activity.AtDrawer(DrawerAct.CASH_IN), other);
        assertEquals(Activity.Counting.class, doing());
    }

    @Test
    void theTillLocksItselfThereToo() {
        told(Alarms.all());
        sheet.run(MANAGER + "\nidle 11");

        assertEquals(Activity.SigningIn.class, doing());
    }
}
